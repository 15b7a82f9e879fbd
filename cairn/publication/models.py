"""Published reviews on record: what a source prints of each, and nothing that it does not print."""

from __future__ import annotations

from django.db import models
from django.db.models import PROTECT, Q

from cairn.kernel.handling import OFFICIAL, PUBLIC
from cairn.kernel.key import draw_key
from cairn.partnership.models import User


class DocumentKind(models.TextChoices):
    """What was published of a review."""

    REPORT = "report", "Report"
    OVERVIEW = "overview_report", "Overview report"
    EXECUTIVE_SUMMARY = "executive_summary", "Executive summary"
    LEARNING_SUMMARY = "learning_summary", "Learning summary"
    PRESS_STATEMENT = "press_statement", "Press statement"
    PROGRESS_REPORT = "progress_report", "Progress report"
    OTHER = "other", "Another document"


class PublishedReview(models.Model):
    """One published review as a source prints it. It has no case file, and says nothing of a child but the pseudonym.

    A blank or empty fact is one that the source does not print: it is shown as not known, never guessed. Where two
    sources disagree on the month, both are kept. A correction is a new record that cites the one it replaces.
    """

    key = OFFICIAL(models.CharField(max_length=32, unique=True, default=draw_key, editable=False))
    pseudonym = PUBLIC(models.CharField(max_length=60))
    review_type = PUBLIC(models.CharField(max_length=120))  # as printed
    year = PUBLIC(models.PositiveSmallIntegerField(null=True, blank=True))
    month = PUBLIC(models.PositiveSmallIntegerField(null=True, blank=True))
    source = PUBLIC(models.CharField(max_length=200))
    other_year = PUBLIC(models.PositiveSmallIntegerField(null=True, blank=True))
    other_month = PUBLIC(models.PositiveSmallIntegerField(null=True, blank=True))
    other_source = PUBLIC(models.CharField(max_length=200, blank=True))
    commissioned = PUBLIC(models.CharField(max_length=60, blank=True))  # as printed: a month, or a season
    completed = PUBLIC(models.CharField(max_length=60, blank=True))  # as printed
    method = PUBLIC(models.CharField(max_length=200, blank=True))
    edition = PUBLIC(models.CharField(max_length=120, blank=True))
    decided_on = PUBLIC(models.DateField(null=True, blank=True))
    recorded_by = OFFICIAL(models.ForeignKey(User, on_delete=PROTECT, related_name="+"))
    recorded_at = OFFICIAL(models.DateTimeField())
    instead_of = OFFICIAL(
        models.OneToOneField("self", on_delete=PROTECT, null=True, blank=True, related_name="replaced_by")
    )
    why = OFFICIAL(models.CharField(max_length=300, blank=True))  # why it was corrected

    unscoped = models.Manager()

    class Meta:
        ordering = ("pseudonym", "id")
        constraints = (
            models.CheckConstraint(
                condition=~Q(pseudonym="") & ~Q(review_type="") & ~Q(source=""),
                name="published_review_says_what_it_is_and_where_it_is_printed",
                violation_error_message="A published review has a pseudonym, a type, and a source.",
            ),
            models.CheckConstraint(
                condition=Q(month__isnull=True) | Q(year__isnull=False, month__gte=1, month__lte=12),
                name="published_review_month_is_one_of_a_year",
                violation_error_message="A month is one of the twelve of a year.",
            ),
            models.CheckConstraint(
                condition=Q(other_year__isnull=True, other_month__isnull=True, other_source="")
                | Q(other_year__isnull=False, other_month__gte=1, other_month__lte=12, year__isnull=False)
                & ~Q(other_source=""),
                name="published_review_other_month_is_whole",
                violation_error_message="Another month has a year, and the source that prints it.",
            ),
            models.CheckConstraint(
                condition=Q(instead_of__isnull=True, why="") | Q(instead_of__isnull=False) & ~Q(why=""),
                name="published_review_correction_says_why",
                violation_error_message="A correction says why.",
            ),
        )

    def __str__(self) -> str:
        return self.key


class PublishedDocument(models.Model):
    """One document published of a review, as the source calls it."""

    review = OFFICIAL(models.ForeignKey(PublishedReview, on_delete=PROTECT, related_name="documents"))
    position = OFFICIAL(models.PositiveSmallIntegerField())
    title = PUBLIC(models.CharField(max_length=200))
    kind = PUBLIC(models.CharField(max_length=30, choices=DocumentKind))

    unscoped = models.Manager()

    class Meta:
        ordering = ("review", "position")
        constraints = (
            models.UniqueConstraint(
                fields=("review", "position"),
                name="published_document_has_a_place_of_its_own",
                violation_error_message="Two documents cannot stand in one place.",
            ),
            models.CheckConstraint(
                condition=~Q(title="") & Q(kind__in=DocumentKind.values),
                name="published_document_has_a_title_and_a_kind",
                violation_error_message="A document has a title and a kind from the list.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.review.key} {self.position}"


class PublishedRecommendation(models.Model):
    """One recommendation of a published review, summed up in our own words; `number` as printed, such as 4 (ii)."""

    review = OFFICIAL(models.ForeignKey(PublishedReview, on_delete=PROTECT, related_name="recommendations"))
    position = OFFICIAL(models.PositiveSmallIntegerField())
    number = PUBLIC(models.CharField(max_length=10))
    words = PUBLIC(models.TextField())

    unscoped = models.Manager()

    class Meta:
        ordering = ("review", "position")
        constraints = (
            models.UniqueConstraint(
                fields=("review", "number"),
                name="published_recommendation_number_is_used_once",
                violation_error_message="Two recommendations cannot have one number.",
            ),
            models.CheckConstraint(
                condition=~Q(number="") & ~Q(words=""),
                name="published_recommendation_is_numbered_and_says_something",
                violation_error_message="A recommendation has a number and words.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.review.key} {self.number}"
