"""Lines of enquiry: what a review asks. What was asked before, and when a line rested, are kept."""

from __future__ import annotations

from django.db import models
from django.db.models import PROTECT, F, Q

from cairn.cases.models.in_case import InCase
from cairn.cases.states import LineState
from cairn.kernel.handling import CASE, OFFICIAL
from cairn.partnership.models import User


class LineOfEnquiry(InCase):
    """One question of the case, as it is asked now, under a number that it keeps."""

    number = OFFICIAL(models.PositiveIntegerField())
    question = CASE(models.TextField())
    came_from = CASE(models.TextField(blank=True))  # why it is asked, or where it came from
    version = OFFICIAL(models.PositiveIntegerField(default=1))
    recorded_by = OFFICIAL(models.ForeignKey(User, on_delete=PROTECT, related_name="+"))  # these words of it
    recorded_at = OFFICIAL(models.DateTimeField())

    class Meta:
        ordering = ("case", "number")
        constraints = (
            models.UniqueConstraint(
                fields=("case", "number"),
                name="line_number_is_used_once_in_a_case",
                violation_error_message="Somebody added a line of enquiry in the same moment. Send yours again.",
            ),
            models.CheckConstraint(
                condition=~Q(question=""),
                name="line_asks_something",
                violation_error_message="Enter what is asked.",
            ),
        )

    @property
    def state(self) -> LineState:
        """Asked, or put aside."""
        resting = any(each.taken_up_at is None for each in self.times_aside.all())
        return LineState.PUT_ASIDE if resting else LineState.ASKED


class EarlierWording(InCase):
    """How a line of enquiry was worded before it was changed."""

    line = OFFICIAL(models.ForeignKey(LineOfEnquiry, on_delete=PROTECT, related_name="earlier_wordings"))
    version = OFFICIAL(models.PositiveIntegerField())
    question = CASE(models.TextField())
    came_from = CASE(models.TextField(blank=True))
    recorded_by = OFFICIAL(models.ForeignKey(User, on_delete=PROTECT, related_name="+"))
    recorded_at = OFFICIAL(models.DateTimeField())

    class Meta:
        ordering = ("line", "version")
        constraints = (
            models.UniqueConstraint(
                fields=("line", "version"),
                name="earlier_wording_version_is_used_once",
                violation_error_message="Somebody changed this while you were typing.",
            ),
        )


class TimeAside(InCase):
    """A time for which a line of enquiry was put aside, and why; open until it is taken up again."""

    line = OFFICIAL(models.ForeignKey(LineOfEnquiry, on_delete=PROTECT, related_name="times_aside"))
    reason = CASE(models.TextField())
    put_aside_by = OFFICIAL(models.ForeignKey(User, on_delete=PROTECT, related_name="+"))
    put_aside_at = OFFICIAL(models.DateTimeField())
    taken_up_by = OFFICIAL(models.ForeignKey(User, on_delete=PROTECT, null=True, blank=True, related_name="+"))
    taken_up_at = OFFICIAL(models.DateTimeField(null=True, blank=True))

    class Meta:
        ordering = ("line", "id")
        constraints = (
            models.CheckConstraint(
                condition=~Q(reason=""),
                name="time_aside_says_why",
                violation_error_message="Say why this line is put aside.",
            ),
            models.CheckConstraint(
                condition=Q(taken_up_at__isnull=True, taken_up_by__isnull=True)
                | Q(taken_up_by__isnull=False, taken_up_at__isnull=False, taken_up_at__gte=F("put_aside_at")),
                name="time_aside_ends_whole",
                violation_error_message="A line that was taken up again says when and by whom.",
            ),
            models.UniqueConstraint(
                fields=("line",),
                condition=Q(taken_up_at__isnull=True),
                name="line_is_put_aside_once_at_a_time",
                violation_error_message="This line of enquiry is put aside already.",
            ),
        )
