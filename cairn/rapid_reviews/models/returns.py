"""What an agency sends in: first whether it knew anybody, then its summary, version by version."""

from __future__ import annotations

from datetime import datetime

from django.db import models
from django.db.models import PROTECT, Q

from cairn.cases.models.in_case import InCase
from cairn.documents.models import StoredFile
from cairn.kernel.handling import CASE, IDENTIFYING, OFFICIAL
from cairn.partnership.models import Agency, User
from cairn.rapid_reviews.models.asking import Request
from cairn.rapid_reviews.states import ReturnState, return_state


class Knowledge(models.TextChoices):
    """Whether an agency knew the child or the family."""

    KNOWN = "known", "Known"
    LIMITED = "limited", "Known, but little involved"
    NOT_KNOWN = "not_known", "Not known"


class OpenedAs(models.TextChoices):
    """Why a version of a return was begun."""

    FIRST = "first", "First version"
    SENT_BACK = "sent_back", "Sent back with questions"
    CORRECTING = "correcting", "Corrected after it was sent in"


class CameBy(models.TextChoices):
    """How a summary came in. Each counts the same."""

    FORM = "form", "Written here"
    FILE = "file", "Sent here as a file"
    MAIL = "mail", "Came by secure mail"


class Return(InCase):
    """One agency's answer to one request. It is there, empty, from the moment the agency is asked."""

    request = OFFICIAL(models.OneToOneField(Request, on_delete=PROTECT, related_name="answer"))
    agency = CASE(models.ForeignKey(Agency, on_delete=PROTECT, related_name="+"))

    @property
    def latest(self) -> ReturnVersion:
        """The version that is being written, or that was sent in last."""
        return max(self.versions.all(), key=lambda version: version.number)

    @property
    def sent_in(self) -> ReturnVersion | None:
        """The last version that was sent in: what those who meet read, even while a correction is written."""
        sent = [version for version in self.versions.all() if version.submitted_at is not None]
        return max(sent, key=lambda version: version.number) if sent else None

    @property
    def first_answer(self) -> FirstAnswer | None:
        """The last answer to the first question, or none yet."""
        return max(self.first_answers.all(), key=lambda answer: answer.number, default=None)

    @property
    def is_shared(self) -> bool:
        """Whether those who meet may read it: once it was sent in."""
        return self.sent_in is not None

    @property
    def state(self) -> ReturnState:
        """How far it has come."""
        latest, first = self.latest, self.first_answer
        return return_state(
            withdrawn=self.request.withdrawn_at is not None,
            knew=first.knew if first else None,
            opened_as=latest.opened_as,
            submitted=latest.submitted_at is not None,
            signed=latest.signed_at is not None,
            checked=latest.checked_at is not None,
        )

    @property
    def answered_at(self) -> datetime | None:
        """When it was answered in full: sent in, or said not to be known."""
        if self.sent_in is not None:
            return self.sent_in.submitted_at
        return self.first_answer.said_at if self.first_answer and not self.first_answer.knew else None


class FirstAnswer(InCase):
    """Known, known a little, or not known. A later answer comes beside the earlier one; the last counts."""

    agency_return = OFFICIAL(models.ForeignKey(Return, on_delete=PROTECT, related_name="first_answers"))
    number = OFFICIAL(models.PositiveSmallIntegerField())
    knowledge = CASE(models.CharField(max_length=10, choices=Knowledge))
    searched = IDENTIFYING(models.TextField(blank=True))  # under which names and where, of a nil return
    confirmed_by = OFFICIAL(models.CharField(max_length=200, blank=True))  # who signs a nil return for the agency
    told_how = CASE(models.CharField(max_length=300, blank=True))  # where the office records what it was told
    said_by = OFFICIAL(models.ForeignKey(User, on_delete=PROTECT, related_name="+"))
    said_at = OFFICIAL(models.DateTimeField())

    class Meta:
        ordering = ("agency_return", "number")
        constraints = (
            models.UniqueConstraint(
                fields=("agency_return", "number"),
                name="first_answer_number_is_used_once",
                violation_error_message="Somebody answered while you were typing.",
            ),
            models.CheckConstraint(
                condition=Q(knowledge__in=Knowledge.values),
                name="first_answer_is_known",
                violation_error_message="Choose whether the agency knew anybody.",
            ),
            models.CheckConstraint(
                condition=~Q(knowledge=Knowledge.NOT_KNOWN.value) | ~Q(searched="") & ~Q(confirmed_by=""),
                name="nil_return_says_what_was_searched_and_who_confirms",
                violation_error_message="A nil return says what was searched and who confirms it.",
            ),
        )

    @property
    def knew(self) -> bool:
        """Whether the agency knew anybody at all."""
        return self.knowledge != Knowledge.NOT_KNOWN


class ReturnVersion(InCase):
    """One version of a summary: written, sent in, signed off, checked or sent back. Once sent in it never changes."""

    agency_return = OFFICIAL(models.ForeignKey(Return, on_delete=PROTECT, related_name="versions"))
    number = OFFICIAL(models.PositiveSmallIntegerField())
    opened_as = OFFICIAL(models.CharField(max_length=10, choices=OpenedAs))
    why = CASE(models.TextField(blank=True))  # the questions it was sent back with, or what is corrected
    opened_by = OFFICIAL(models.ForeignKey(User, on_delete=PROTECT, related_name="+"))
    opened_at = OFFICIAL(models.DateTimeField())
    submitted_by = OFFICIAL(models.ForeignKey(User, on_delete=PROTECT, null=True, blank=True, related_name="+"))
    submitted_at = OFFICIAL(models.DateTimeField(null=True, blank=True))
    came_by = OFFICIAL(models.CharField(max_length=10, choices=CameBy, blank=True))
    file = CASE(models.ForeignKey(StoredFile, on_delete=PROTECT, null=True, blank=True, related_name="+"))
    received_from = OFFICIAL(models.CharField(max_length=200, blank=True))
    received_on = OFFICIAL(models.DateField(null=True, blank=True))
    received_how = OFFICIAL(models.CharField(max_length=200, blank=True))
    signed_by = OFFICIAL(models.ForeignKey(User, on_delete=PROTECT, null=True, blank=True, related_name="+"))
    signed_at = OFFICIAL(models.DateTimeField(null=True, blank=True))
    signed_name = OFFICIAL(models.CharField(max_length=200, blank=True))  # the manager who answers for it, and post
    signed_how = CASE(models.CharField(max_length=300, blank=True))  # where the office recorded it
    checked_by = OFFICIAL(models.ForeignKey(User, on_delete=PROTECT, null=True, blank=True, related_name="+"))
    checked_at = OFFICIAL(models.DateTimeField(null=True, blank=True))

    class Meta:
        ordering = ("agency_return", "number")
        constraints = (
            models.UniqueConstraint(
                fields=("agency_return", "number"),
                name="return_version_number_is_used_once",
                violation_error_message="Somebody began a new version while you were typing.",
            ),
            models.CheckConstraint(
                condition=Q(opened_as=OpenedAs.FIRST.value, why="", number=1)
                | Q(opened_as__in=[OpenedAs.SENT_BACK.value, OpenedAs.CORRECTING.value], number__gt=1) & ~Q(why=""),
                name="return_version_after_the_first_says_why",
                violation_error_message="Say why the return is opened again.",
            ),
            models.CheckConstraint(
                condition=Q(submitted_at__isnull=True, submitted_by__isnull=True, came_by="")
                | Q(submitted_at__isnull=False, submitted_by__isnull=False, came_by__in=CameBy.values),
                name="return_version_sent_in_is_whole",
                violation_error_message="A return that is in says when, by whom and how it came.",
            ),
            models.CheckConstraint(
                condition=~Q(came_by=CameBy.FILE.value) | Q(file__isnull=False),
                name="return_sent_as_a_file_has_it",
                violation_error_message="A return that was sent as a file keeps the file.",
            ),
            models.CheckConstraint(
                condition=Q(came_by=CameBy.MAIL.value, received_on__isnull=False)
                & ~Q(received_from="")
                & ~Q(received_how="")
                | ~Q(came_by=CameBy.MAIL.value) & Q(received_from="", received_on__isnull=True, received_how=""),
                name="return_by_mail_says_from_whom_when_and_how",
                violation_error_message="A return that came by mail says from whom, when and how it came.",
            ),
            models.CheckConstraint(
                condition=Q(signed_at__isnull=True, signed_by__isnull=True, signed_name="", signed_how="")
                | Q(signed_at__isnull=False, signed_by__isnull=False, submitted_at__isnull=False) & ~Q(signed_name=""),
                name="return_sign_off_is_whole",
                violation_error_message="A sign-off says who answers for the return, and when.",
            ),
            models.CheckConstraint(
                condition=Q(checked_at__isnull=True, checked_by__isnull=True)
                | Q(checked_at__isnull=False, checked_by__isnull=False, signed_at__isnull=False),
                name="return_check_follows_sign_off",
                violation_error_message="A return is checked once it is signed off.",
            ),
        )
