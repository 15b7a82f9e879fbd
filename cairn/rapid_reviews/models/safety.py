"""Are the children safe now? Asked of the agency that holds the child's case, until the subgroup is satisfied."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import PROTECT, Q

from cairn.cases.models import Person
from cairn.cases.models.in_case import InCase
from cairn.kernel.handling import CASE, IDENTIFYING, OFFICIAL
from cairn.partnership.models import Agency, User
from cairn.rapid_reviews.states import SafetyState, safety_state


class SafeNow(models.TextChoices):
    """Whether a child is safe now."""

    YES = "yes", "Yes"
    NO = "no", "No"
    NOT_KNOWN = "not_known", "Not known"


class SafetyQuestion(InCase):
    """Whether one or several children are safe (OB-031, OB-032), and who reports back how often (OB-035, OB-059)."""

    agency = CASE(models.ForeignKey(Agency, on_delete=PROTECT, related_name="+"))
    safe_now = CASE(models.CharField(max_length=10, choices=SafeNow))
    done = IDENTIFYING(models.TextField())  # what was done when it was asked
    interval = OFFICIAL(models.PositiveSmallIntegerField())  # calendar days between updates
    next_due_on = OFFICIAL(models.DateField())
    version = OFFICIAL(models.PositiveIntegerField(default=1))
    asked_by = OFFICIAL(models.ForeignKey(User, on_delete=PROTECT, related_name="+"))
    asked_at = OFFICIAL(models.DateTimeField())
    closed_by = OFFICIAL(models.ForeignKey(User, on_delete=PROTECT, null=True, blank=True, related_name="+"))
    closed_at = OFFICIAL(models.DateTimeField(null=True, blank=True))
    closed_reason = CASE(models.CharField(max_length=300, blank=True))

    class Meta:
        ordering = ("next_due_on", "id")
        constraints = (
            models.CheckConstraint(
                condition=Q(safe_now__in=SafeNow.values),
                name="safety_question_is_answered",
                violation_error_message="Say whether the child is safe now.",
            ),
            models.CheckConstraint(
                condition=~Q(done=""),
                name="safety_question_says_what_was_done",
                violation_error_message="Say what was done.",
            ),
            models.CheckConstraint(
                condition=Q(interval__gte=1, interval__lte=366),
                name="safety_interval_is_a_day_to_a_year",
                violation_error_message="Updates are asked for every 1 to 366 days.",
            ),
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True, closed_by__isnull=True, closed_reason="")
                | Q(closed_at__isnull=False, closed_by__isnull=False) & ~Q(closed_reason=""),
                name="safety_question_closed_is_whole",
                violation_error_message="A safety question that is closed says when, by whom and why.",
            ),
        )

    @property
    def state(self) -> SafetyState:
        """Whether updates are still asked for."""
        return safety_state(closed=self.closed_at is not None)

    def is_late_on(self, day: date) -> bool:
        """Whether an update is overdue."""
        return self.closed_at is None and day > self.next_due_on


class SafetyChild(InCase):
    """A child whom a safety question is about."""

    question = OFFICIAL(models.ForeignKey(SafetyQuestion, on_delete=PROTECT, related_name="children"))
    child = OFFICIAL(models.ForeignKey(Person, on_delete=PROTECT, related_name="+"))

    class Meta:
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(
                fields=("question", "child"),
                name="safety_question_names_a_child_once",
                violation_error_message="This child is listed twice.",
            ),
        )


class SafetyUpdate(InCase):
    """What the agency reported on one day. Updates are added, never changed."""

    question = OFFICIAL(models.ForeignKey(SafetyQuestion, on_delete=PROTECT, related_name="updates"))
    safe_now = CASE(models.CharField(max_length=10, choices=SafeNow))
    words = IDENTIFYING(models.TextField())
    as_of = OFFICIAL(models.DateField())  # the day of which it is true
    told_by = OFFICIAL(models.CharField(max_length=200, blank=True))  # where the office records what it was told
    said_by = OFFICIAL(models.ForeignKey(User, on_delete=PROTECT, related_name="+"))
    said_at = OFFICIAL(models.DateTimeField())

    class Meta:
        ordering = ("said_at", "id")
        constraints = (
            models.CheckConstraint(
                condition=Q(safe_now__in=SafeNow.values) & ~Q(words=""),
                name="safety_update_is_whole",
                violation_error_message="An update says whether the child is safe, and what is known.",
            ),
        )
