"""The rapid review, the agencies asked, and the reminders they were sent."""

from __future__ import annotations

from django.db import models
from django.db.models import PROTECT, F, Q

from cairn.cases.models.agency import Means
from cairn.cases.models.in_case import InCase
from cairn.kernel.handling import CASE, OFFICIAL
from cairn.partnership.models import Agency, User
from cairn.rapid_reviews.states import ReviewState, review_state


class RapidReview(InCase):
    """The first look that all agencies take together at one case. There is one for a case, or none."""

    why = CASE(models.TextField())
    opened_by = OFFICIAL(models.ForeignKey(User, on_delete=PROTECT, related_name="+"))
    opened_at = OFFICIAL(models.DateTimeField())
    closed_by = OFFICIAL(models.ForeignKey(User, on_delete=PROTECT, null=True, blank=True, related_name="+"))
    closed_at = OFFICIAL(models.DateTimeField(null=True, blank=True))
    closed_reason = CASE(models.CharField(max_length=300, blank=True))

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("case",),
                name="case_has_one_rapid_review",
                violation_error_message="This case has its rapid review already.",
            ),
            models.CheckConstraint(
                condition=~Q(why=""),
                name="rapid_review_says_why",
                violation_error_message="Say why a rapid review is held.",
            ),
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True, closed_by__isnull=True, closed_reason="")
                | Q(closed_at__isnull=False, closed_by__isnull=False) & ~Q(closed_reason=""),
                name="rapid_review_closed_to_returns_is_whole",
                violation_error_message="A review closed to returns says when, by whom and why.",
            ),
        )

    @property
    def state(self) -> ReviewState:
        """Whether returns are still gathered."""
        return review_state(closed=self.closed_at is not None)


class Request(InCase):
    """One agency was asked what it knew: when, by whom, how, where to, and by which days it should answer."""

    rapid_review = OFFICIAL(models.ForeignKey(RapidReview, on_delete=PROTECT, related_name="requests"))
    agency = CASE(models.ForeignKey(Agency, on_delete=PROTECT, related_name="+"))
    means = OFFICIAL(models.CharField(max_length=10, choices=Means))
    address = OFFICIAL(models.EmailField(blank=True))  # the agency's contact point as it was then
    known_by = OFFICIAL(models.DateField())
    summary_by = OFFICIAL(models.DateField())
    asked_by = OFFICIAL(models.ForeignKey(User, on_delete=PROTECT, related_name="+"))
    asked_at = OFFICIAL(models.DateTimeField())
    withdrawn_by = OFFICIAL(models.ForeignKey(User, on_delete=PROTECT, null=True, blank=True, related_name="+"))
    withdrawn_at = OFFICIAL(models.DateTimeField(null=True, blank=True))
    withdrawn_reason = CASE(models.CharField(max_length=300, blank=True))

    class Meta:
        ordering = ("agency__name", "asked_at")
        constraints = (
            models.UniqueConstraint(
                fields=("rapid_review", "agency"),
                condition=Q(withdrawn_at__isnull=True),
                name="agency_is_asked_once",
                violation_error_message="This agency is asked already.",
            ),
            models.CheckConstraint(
                condition=Q(means=Means.LETTER.value) | Q(means=Means.NOTICE.value) & ~Q(address=""),
                name="request_by_notice_has_an_address",
                violation_error_message="A notice needs the address of the agency's contact point.",
            ),
            models.CheckConstraint(
                condition=Q(summary_by__gte=F("known_by")),
                name="request_summary_follows_first_answer",
                violation_error_message="The summary cannot be due before the first answer.",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True, withdrawn_by__isnull=True, withdrawn_reason="")
                | Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False) & ~Q(withdrawn_reason=""),
                name="request_withdrawn_is_whole",
                violation_error_message="A request taken back says when, by whom and why.",
            ),
        )


class Chase(InCase):
    """An agency was reminded: by somebody, or by Cairn itself on a day that was set. At most once a day."""

    request = OFFICIAL(models.ForeignKey(Request, on_delete=PROTECT, related_name="chases"))
    day = OFFICIAL(models.DateField())
    sent_at = OFFICIAL(models.DateTimeField())
    sent_by = OFFICIAL(models.ForeignKey(User, on_delete=PROTECT, null=True, blank=True, related_name="+"))
    for_day = OFFICIAL(models.DateField(null=True, blank=True))  # the day that was set, of a reminder by Cairn itself
    address = OFFICIAL(models.EmailField())

    class Meta:
        ordering = ("sent_at", "id")
        constraints = (
            models.UniqueConstraint(
                fields=("request", "day"),
                name="agency_is_reminded_once_a_day",
                violation_error_message="This agency was reminded today.",
            ),
            models.CheckConstraint(
                condition=Q(sent_by__isnull=True, for_day__isnull=False)
                | Q(sent_by__isnull=False, for_day__isnull=True),
                name="reminder_is_by_hand_or_of_a_day_that_was_set",
                violation_error_message="A reminder is sent by somebody, or by Cairn on a day that was set.",
            ),
        )
