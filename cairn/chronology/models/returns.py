"""What an agency returned: version by version, from one file or from a file of each department."""

from __future__ import annotations

from django.db import models
from django.db.models import PROTECT, Q

from cairn.cases.models.in_case import InCase
from cairn.chronology.models.asking import ChronologyRequest
from cairn.documents.models import StoredFile
from cairn.kernel.handling import CASE, OFFICIAL
from cairn.partnership.models import Agency, User


class ChronologyVersion(InCase):
    """One version of an agency's chronology. Once it is sent in, neither it nor any of its rows changes."""

    request = OFFICIAL(models.ForeignKey(ChronologyRequest, on_delete=PROTECT, related_name="versions"))
    agency = CASE(models.ForeignKey(Agency, on_delete=PROTECT, related_name="+"))
    number = OFFICIAL(models.PositiveSmallIntegerField())
    why = CASE(models.TextField(blank=True))  # what is corrected
    read_by = OFFICIAL(models.ForeignKey(User, on_delete=PROTECT, related_name="+"))
    read_at = OFFICIAL(models.DateTimeField())
    revision = OFFICIAL(models.PositiveIntegerField(default=1))  # counts files added and rows put right
    rows = OFFICIAL(models.PositiveIntegerField(default=0))
    faults_left = OFFICIAL(models.PositiveIntegerField(default=0))
    sent_by = OFFICIAL(models.ForeignKey(User, on_delete=PROTECT, null=True, blank=True, related_name="+"))
    sent_at = OFFICIAL(models.DateTimeField(null=True, blank=True))
    received_from = OFFICIAL(models.CharField(max_length=200, blank=True))
    received_on = OFFICIAL(models.DateField(null=True, blank=True))
    received_how = OFFICIAL(models.CharField(max_length=200, blank=True))
    signed_by = OFFICIAL(models.ForeignKey(User, on_delete=PROTECT, null=True, blank=True, related_name="+"))
    signed_at = OFFICIAL(models.DateTimeField(null=True, blank=True))
    signed_name = OFFICIAL(models.CharField(max_length=200, blank=True))  # the manager who answers for it, and post
    signed_how = CASE(models.CharField(max_length=300, blank=True))  # where the office recorded it
    sent_back_by = OFFICIAL(models.ForeignKey(User, on_delete=PROTECT, null=True, blank=True, related_name="+"))
    sent_back_at = OFFICIAL(models.DateTimeField(null=True, blank=True))
    questions = CASE(models.TextField(blank=True))
    set_aside_by = OFFICIAL(models.ForeignKey(User, on_delete=PROTECT, null=True, blank=True, related_name="+"))
    set_aside_at = OFFICIAL(models.DateTimeField(null=True, blank=True))  # of a draft that nobody will send

    class Meta:
        ordering = ("request", "number")
        constraints = (
            models.UniqueConstraint(
                fields=("request", "number"),
                name="chronology_version_number_is_used_once",
                violation_error_message="Somebody read in a file while you were typing.",
            ),
            models.CheckConstraint(
                condition=Q(sent_at__isnull=True, sent_by__isnull=True)
                | Q(sent_at__isnull=False, sent_by__isnull=False),
                name="chronology_sent_in_says_by_whom",
                violation_error_message="A chronology that is in says when it came and by whom.",
            ),
            models.CheckConstraint(
                condition=Q(received_from="", received_on__isnull=True, received_how="")
                | Q(received_on__isnull=False, sent_at__isnull=False) & ~Q(received_from="") & ~Q(received_how=""),
                name="chronology_by_mail_says_from_whom_when_and_how",
                violation_error_message="A chronology that came by mail says from whom, when and how it came.",
            ),
            models.CheckConstraint(
                condition=Q(signed_at__isnull=True, signed_by__isnull=True, signed_name="", signed_how="")
                | Q(signed_at__isnull=False, signed_by__isnull=False, sent_at__isnull=False) & ~Q(signed_name=""),
                name="chronology_sign_off_is_whole",
                violation_error_message="A sign-off says who answers for the chronology, and when.",
            ),
            models.CheckConstraint(
                condition=Q(set_aside_at__isnull=True, set_aside_by__isnull=True)
                | Q(set_aside_at__isnull=False, set_aside_by__isnull=False, sent_at__isnull=True),
                name="chronology_set_aside_was_never_sent",
                violation_error_message="Only what was not sent in is set aside.",
            ),
            models.CheckConstraint(
                condition=Q(sent_back_at__isnull=True, sent_back_by__isnull=True, questions="")
                | Q(
                    sent_back_at__isnull=False,
                    sent_back_by__isnull=False,
                    sent_at__isnull=False,
                    signed_at__isnull=True,
                )
                & ~Q(questions=""),
                name="chronology_sent_back_says_what_is_asked",
                violation_error_message="Write what you ask.",
            ),
        )


class ChronologyFile(InCase):
    """One file from which rows of a version were read: the agency's, or one of its departments'."""

    version = OFFICIAL(models.ForeignKey(ChronologyVersion, on_delete=PROTECT, related_name="files"))
    file = CASE(models.ForeignKey(StoredFile, on_delete=PROTECT, related_name="+"))
    number = OFFICIAL(models.PositiveSmallIntegerField())
    department = OFFICIAL(models.CharField(max_length=120, blank=True))
    blank = OFFICIAL(models.PositiveIntegerField(default=0))  # rows without anything in them
    repeated = OFFICIAL(models.PositiveIntegerField(default=0))  # rows that say the headings again
    above = OFFICIAL(models.PositiveIntegerField(default=0))  # rows above the headings
    unread = OFFICIAL(models.PositiveIntegerField(default=0))  # rows of tables whose headings are not known

    class Meta:
        ordering = ("version", "number")
        constraints = (
            models.UniqueConstraint(
                fields=("version", "number"),
                name="chronology_file_number_is_used_once",
                violation_error_message="Somebody added a file while you were typing.",
            ),
        )
