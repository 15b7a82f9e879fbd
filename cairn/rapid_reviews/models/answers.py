"""What stands in one version of a return: answers to questions, and key events as they were written."""

from __future__ import annotations

from django.db import models
from django.db.models import PROTECT, Q

from cairn.cases.models.in_case import InCase
from cairn.kernel.handling import CASE, IDENTIFYING, OFFICIAL
from cairn.partnership.models import User
from cairn.rapid_reviews.models.returns import ReturnVersion


class ReturnAnswer(InCase):
    """One answer, as saved last. `how` says yes, no, none, not known or not asked where the question asks for it."""

    version = OFFICIAL(models.ForeignKey(ReturnVersion, on_delete=PROTECT, related_name="answers"))
    question = OFFICIAL(models.CharField(max_length=40))
    how = CASE(models.CharField(max_length=10, blank=True))
    words = IDENTIFYING(models.TextField(blank=True))
    revision = OFFICIAL(models.PositiveIntegerField(default=1))
    saved_by = OFFICIAL(models.ForeignKey(User, on_delete=PROTECT, related_name="+"))
    saved_at = OFFICIAL(models.DateTimeField())

    class Meta:
        ordering = ("version", "id")
        constraints = (
            models.UniqueConstraint(
                fields=("version", "question"),
                name="return_question_is_answered_once_a_version",
                violation_error_message="Somebody answered this while you were typing.",
            ),
            models.CheckConstraint(
                condition=~Q(question=""),
                name="return_answer_names_its_question",
                violation_error_message="Answer a question of the form.",
            ),
        )


class KeyEvent(InCase):
    """Something that happened, with its date as the agency wrote it. Dates before the child's birth are ordinary."""

    version = OFFICIAL(models.ForeignKey(ReturnVersion, on_delete=PROTECT, related_name="key_events"))
    written_date = IDENTIFYING(models.CharField(max_length=80))
    earliest = IDENTIFYING(models.DateField(null=True, blank=True))  # as understood; empty where it cannot be read
    latest = IDENTIFYING(models.DateField(null=True, blank=True))
    event = IDENTIFYING(models.TextField())
    source = IDENTIFYING(models.CharField(max_length=200))
    action = IDENTIFYING(models.TextField(blank=True))
    comment = IDENTIFYING(models.TextField(blank=True))
    revision = OFFICIAL(models.PositiveIntegerField(default=1))
    saved_by = OFFICIAL(models.ForeignKey(User, on_delete=PROTECT, related_name="+"))
    saved_at = OFFICIAL(models.DateTimeField())
    removed_at = OFFICIAL(models.DateTimeField(null=True, blank=True))

    class Meta:
        ordering = ("version", "earliest", "id")
        constraints = (
            models.CheckConstraint(
                condition=~Q(written_date="") & ~Q(event="") & ~Q(source=""),
                name="key_event_has_a_date_an_event_and_a_source",
                violation_error_message="A key event needs its date as written, what happened, and its source.",
            ),
            models.CheckConstraint(
                condition=Q(earliest__isnull=True, latest__isnull=True)
                | Q(earliest__isnull=False, latest__isnull=False, latest__gte=models.F("earliest")),
                name="key_event_date_is_understood_whole",
                violation_error_message="A date is understood from its earliest to its latest day, or not at all.",
            ),
        )
