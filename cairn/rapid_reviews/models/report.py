"""What the report to the national Panel answers, the themes of the case, and each report as it was made."""

from __future__ import annotations

from django.db import models
from django.db.models import PROTECT, Q

from cairn.cases.models import Answer, Person
from cairn.cases.models.in_case import InCase
from cairn.documents.models import StoredFile
from cairn.kernel.handling import CASE, OFFICIAL, SPECIAL_CATEGORY
from cairn.partnership.models import User
from cairn.rapid_reviews.models.asking import RapidReview


class ReportAnswer(InCase):
    """One answer of the report, as the meeting gave it. A new answer is a new version: the earlier ones are kept."""

    rapid_review = OFFICIAL(models.ForeignKey(RapidReview, on_delete=PROTECT, related_name="report_answers"))
    question = OFFICIAL(models.CharField(max_length=60))  # its id in the checklist panel_report
    version = OFFICIAL(models.PositiveIntegerField())
    answer = SPECIAL_CATEGORY(models.CharField(max_length=10, choices=Answer))
    words = SPECIAL_CATEGORY(models.TextField(blank=True))
    recorded_by = OFFICIAL(models.ForeignKey(User, on_delete=PROTECT, related_name="+"))
    recorded_at = OFFICIAL(models.DateTimeField())

    class Meta:
        ordering = ("question", "version")
        constraints = (
            models.UniqueConstraint(
                fields=("rapid_review", "question", "version"),
                name="report_answer_version_is_used_once",
                violation_error_message="Somebody changed this while you were typing.",
            ),
            models.CheckConstraint(
                condition=Q(answer=Answer.GIVEN.value) & ~Q(words="")
                | Q(answer__in=Answer.values, words="") & ~Q(answer=Answer.GIVEN.value),
                name="report_answer_is_given_or_answered",
                violation_error_message="Give an answer, or say that it is none, not known or not asked.",
            ),
        )


class ThemeTag(InCase):
    """A theme of the case, of one child of it or of the whole, with the learning that goes with it (OB-037, OB-137)."""

    rapid_review = OFFICIAL(models.ForeignKey(RapidReview, on_delete=PROTECT, related_name="themes"))
    theme = SPECIAL_CATEGORY(models.CharField(max_length=60))  # its id in the vocabulary of themes
    person = CASE(models.ForeignKey(Person, on_delete=PROTECT, null=True, blank=True, related_name="+"))
    learning = CASE(models.TextField(blank=True))
    set_by = OFFICIAL(models.ForeignKey(User, on_delete=PROTECT, related_name="+"))
    set_at = OFFICIAL(models.DateTimeField())
    taken_off_at = OFFICIAL(models.DateTimeField(null=True, blank=True))
    taken_off_by = OFFICIAL(models.ForeignKey(User, on_delete=PROTECT, null=True, blank=True, related_name="+"))

    class Meta:
        ordering = ("id",)
        constraints = (
            models.CheckConstraint(
                condition=~Q(theme=""), name="theme_is_named", violation_error_message="Choose a theme."
            ),
            models.CheckConstraint(
                condition=Q(taken_off_at__isnull=True, taken_off_by__isnull=True)
                | Q(taken_off_at__isnull=False, taken_off_by__isnull=False),
                name="theme_taken_off_says_by_whom",
                violation_error_message="A theme that was taken off says when and by whom.",
            ),
        )


class PanelReport(InCase):
    """A report to the national Panel as it was made on a day, and sent or not. A later one stands beside it."""

    rapid_review = OFFICIAL(models.ForeignKey(RapidReview, on_delete=PROTECT, related_name="reports"))
    number = OFFICIAL(models.PositiveIntegerField())
    word_file = OFFICIAL(models.ForeignKey(StoredFile, on_delete=PROTECT, related_name="+"))
    pdf_file = OFFICIAL(models.ForeignKey(StoredFile, on_delete=PROTECT, null=True, blank=True, related_name="+"))
    gaps_blocking = CASE(models.PositiveIntegerField())  # how many things were missing when it was made
    gaps_told = CASE(models.PositiveIntegerField())  # how many it says openly that it does not know
    made_by = OFFICIAL(models.ForeignKey(User, on_delete=PROTECT, related_name="+"))
    made_at = OFFICIAL(models.DateTimeField())
    sent_on = CASE(models.DateField(null=True, blank=True))
    sent_how = CASE(models.CharField(max_length=300, blank=True))
    sent_recorded_by = OFFICIAL(models.ForeignKey(User, on_delete=PROTECT, null=True, blank=True, related_name="+"))
    sent_recorded_at = OFFICIAL(models.DateTimeField(null=True, blank=True))

    class Meta:
        ordering = ("number",)
        constraints = (
            models.UniqueConstraint(
                fields=("rapid_review", "number"),
                name="panel_report_number_is_used_once",
                violation_error_message="Somebody made a report at the same moment. Look at it first.",
            ),
            models.CheckConstraint(
                condition=Q(
                    sent_on__isnull=True, sent_how="", sent_recorded_by__isnull=True, sent_recorded_at__isnull=True
                )
                | Q(
                    sent_on__isnull=False,
                    sent_recorded_by__isnull=False,
                    sent_recorded_at__isnull=False,
                    gaps_blocking=0,
                )
                & ~Q(sent_how=""),
                name="panel_report_sent_is_whole",
                violation_error_message="A report that was sent has no gap, and says when, how and by whom.",
            ),
        )
