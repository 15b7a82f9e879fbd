"""Findings, how they were worded before, and the entries that each rests on."""

from __future__ import annotations

from django.db import models
from django.db.models import PROTECT, Q

from cairn.cases.models.in_case import InCase
from cairn.chronology.models import Entry, EntryText
from cairn.kernel.handling import CASE, OFFICIAL
from cairn.partnership.models import User


class Finding(InCase):
    """What a review finds, as it is worded now, under a number that it keeps."""

    number = OFFICIAL(models.PositiveIntegerField())
    words = CASE(models.TextField())
    revision = OFFICIAL(models.PositiveIntegerField(default=1))
    written_by = OFFICIAL(models.ForeignKey(User, on_delete=PROTECT, related_name="+"))  # these words of it
    written_at = OFFICIAL(models.DateTimeField())
    withdrawn_by = OFFICIAL(models.ForeignKey(User, on_delete=PROTECT, null=True, blank=True, related_name="+"))
    withdrawn_at = OFFICIAL(models.DateTimeField(null=True, blank=True))
    withdrawn_reason = CASE(models.CharField(max_length=300, blank=True))

    class Meta:
        ordering = ("case", "number")
        constraints = (
            models.UniqueConstraint(
                fields=("case", "number"),
                name="finding_number_is_used_once_in_a_case",
                violation_error_message="Somebody added a finding in the same moment. Send yours again.",
            ),
            models.CheckConstraint(
                condition=~Q(words=""),
                name="finding_says_something",
                violation_error_message="Write what is found.",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True, withdrawn_by__isnull=True, withdrawn_reason="")
                | Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False) & ~Q(withdrawn_reason=""),
                name="finding_withdrawn_is_whole",
                violation_error_message="A finding that was withdrawn says when, by whom and why.",
            ),
        )


class EarlierFinding(InCase):
    """How a finding was worded before it was changed."""

    finding = OFFICIAL(models.ForeignKey(Finding, on_delete=PROTECT, related_name="earlier"))
    revision = OFFICIAL(models.PositiveIntegerField())
    words = CASE(models.TextField())
    written_by = OFFICIAL(models.ForeignKey(User, on_delete=PROTECT, related_name="+"))
    written_at = OFFICIAL(models.DateTimeField())

    class Meta:
        ordering = ("finding", "revision")
        constraints = (
            models.UniqueConstraint(
                fields=("finding", "revision"),
                name="earlier_finding_revision_is_used_once",
                violation_error_message="Somebody changed this while you were typing.",
            ),
        )


class Ground(InCase):
    """An entry that a finding rests on, and the row as it was seen. Confirmed on a changed row, it is another one."""

    finding = OFFICIAL(models.ForeignKey(Finding, on_delete=PROTECT, related_name="grounds"))
    entry = OFFICIAL(models.ForeignKey(Entry, on_delete=PROTECT, related_name="+"))
    text = OFFICIAL(models.ForeignKey(EntryText, on_delete=PROTECT, related_name="+"))
    why = CASE(models.TextField(blank=True))
    rested_by = OFFICIAL(models.ForeignKey(User, on_delete=PROTECT, related_name="+"))
    rested_at = OFFICIAL(models.DateTimeField())
    dropped_by = OFFICIAL(models.ForeignKey(User, on_delete=PROTECT, null=True, blank=True, related_name="+"))
    dropped_at = OFFICIAL(models.DateTimeField(null=True, blank=True))
    dropped_reason = CASE(models.CharField(max_length=300, blank=True))

    class Meta:
        ordering = ("finding", "id")
        constraints = (
            models.UniqueConstraint(
                fields=("finding", "entry"),
                condition=Q(dropped_at__isnull=True),
                name="finding_rests_on_an_entry_once",
                violation_error_message="The finding rests on this entry already.",
            ),
            models.CheckConstraint(
                condition=Q(dropped_at__isnull=True, dropped_by__isnull=True, dropped_reason="")
                | Q(dropped_at__isnull=False, dropped_by__isnull=False) & ~Q(dropped_reason=""),
                name="ground_dropped_is_whole",
                violation_error_message="A ground that was dropped says when, by whom and why.",
            ),
        )
