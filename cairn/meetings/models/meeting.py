"""A meeting of a group: not part of any one case."""

from __future__ import annotations

from django.db import models
from django.db.models import PROTECT, Q

from cairn.kernel.handling import OFFICIAL
from cairn.kernel.key import draw_key
from cairn.meetings.states import MeetingState, meeting_state
from cairn.partnership.models import Group, Seat, User


class MeetingKind(models.TextChoices):
    """What a meeting is for."""

    SUBGROUP = "subgroup", "Meeting of the subgroup"
    RAPID_REVIEW = "rapid_review", "Rapid review meeting"
    PROGRESS = "progress", "Progress meeting"
    EXECUTIVE = "executive", "Meeting of the executive"


class Meeting(models.Model):
    """People of a group meet on a day, about one case, several or none. Its title says nothing of any case.

    `version` counts changes of when, where and who chairs, and nothing else: what is on the agenda must not be told by
    a number that everybody in the group sees.
    """

    key = OFFICIAL(models.CharField(max_length=32, unique=True, default=draw_key, editable=False))
    group = OFFICIAL(models.ForeignKey(Group, on_delete=PROTECT, related_name="+"))
    kind = OFFICIAL(models.CharField(max_length=20, choices=MeetingKind))
    title = OFFICIAL(models.CharField(max_length=120))
    held_on = OFFICIAL(models.DateField())
    starts = OFFICIAL(models.CharField(max_length=20, blank=True))
    place = OFFICIAL(models.CharField(max_length=200, blank=True))
    chair = OFFICIAL(models.ForeignKey(Seat, on_delete=PROTECT, related_name="+"))
    version = OFFICIAL(models.PositiveIntegerField(default=1))
    called_by = OFFICIAL(models.ForeignKey(User, on_delete=PROTECT, related_name="+"))
    called_at = OFFICIAL(models.DateTimeField())
    held_recorded_by = OFFICIAL(models.ForeignKey(User, on_delete=PROTECT, null=True, blank=True, related_name="+"))
    held_recorded_at = OFFICIAL(models.DateTimeField(null=True, blank=True))
    agreed_on = OFFICIAL(models.DateField(null=True, blank=True))
    agreed_recorded_by = OFFICIAL(models.ForeignKey(User, on_delete=PROTECT, null=True, blank=True, related_name="+"))
    agreed_recorded_at = OFFICIAL(models.DateTimeField(null=True, blank=True))
    cancelled_by = OFFICIAL(models.ForeignKey(User, on_delete=PROTECT, null=True, blank=True, related_name="+"))
    cancelled_at = OFFICIAL(models.DateTimeField(null=True, blank=True))
    cancelled_reason = OFFICIAL(models.CharField(max_length=300, blank=True))

    unscoped = models.Manager()

    class Meta:
        ordering = ("held_on", "id")
        constraints = (
            models.CheckConstraint(
                condition=Q(kind__in=MeetingKind.values),
                name="meeting_kind_is_known",
                violation_error_message="Choose what the meeting is for from the list.",
            ),
            models.CheckConstraint(
                condition=~Q(title=""),
                name="meeting_has_a_title",
                violation_error_message="A meeting needs a title that says nothing of any case.",
            ),
            models.CheckConstraint(
                condition=Q(held_recorded_by__isnull=True, held_recorded_at__isnull=True)
                | Q(held_recorded_by__isnull=False, held_recorded_at__isnull=False, cancelled_at__isnull=True),
                name="meeting_held_is_whole_and_not_cancelled",
                violation_error_message="A meeting that was held says who recorded it and when, and was not cancelled.",
            ),
            models.CheckConstraint(
                condition=Q(agreed_on__isnull=True, agreed_recorded_by__isnull=True, agreed_recorded_at__isnull=True)
                | Q(agreed_on__isnull=False, agreed_recorded_by__isnull=False, agreed_recorded_at__isnull=False)
                & Q(held_recorded_at__isnull=False),
                name="meeting_minutes_agreed_is_whole_and_after_it",
                violation_error_message="Agreed minutes say when and who recorded it, of a meeting that was held.",
            ),
            models.CheckConstraint(
                condition=Q(cancelled_by__isnull=True, cancelled_at__isnull=True, cancelled_reason="")
                | Q(cancelled_by__isnull=False, cancelled_at__isnull=False) & ~Q(cancelled_reason=""),
                name="meeting_cancelled_is_whole",
                violation_error_message="A cancelled meeting says when, by whom and why.",
            ),
        )

    def __str__(self) -> str:
        return self.key

    @property
    def state(self) -> MeetingState:
        """Planned, held, minutes agreed or cancelled."""
        return meeting_state(
            held=self.held_recorded_at is not None,
            agreed=self.agreed_on is not None,
            cancelled=self.cancelled_at is not None,
        )
