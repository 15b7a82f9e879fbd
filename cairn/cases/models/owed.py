"""What is owed on a case: statutory clocks, whose dates are derived, and duties, owed by a seat."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import PROTECT, F, Q

from cairn.cases.models.in_case import InCase
from cairn.cases.states import ClockState, DutyState, clock_state, duty_state
from cairn.kernel.handling import CASE, OFFICIAL
from cairn.partnership.models import Seat, User


class Clock(InCase):
    """One statutory limit running on a case. The due day is derived from guidance, never typed, and never pauses.

    `met_on` is the day the thing was done, which may be earlier than the day somebody recorded it.
    """

    duty = OFFICIAL(models.CharField(max_length=60))  # the duty's id in guidance
    edition = OFFICIAL(models.CharField(max_length=20))
    edition_fingerprint = OFFICIAL(models.CharField(max_length=64))
    holidays_version = OFFICIAL(models.CharField(max_length=80))
    trigger_name = OFFICIAL(models.CharField(max_length=60))
    trigger_on = CASE(models.DateField())
    trigger_source = CASE(models.CharField(max_length=200))
    counts_back = OFFICIAL(models.BooleanField(default=False))  # due before the trigger, as copies before publication
    kept_up = OFFICIAL(models.BooleanField(default=False))  # a thing kept up at least until the due day
    picked_on = CASE(models.DateField(null=True, blank=True))  # the day that picked the edition, if not the trigger's
    correction = CASE(models.CharField(max_length=300, blank=True))  # why this clock replaced an earlier one
    recorded_by = OFFICIAL(models.ForeignKey(User, on_delete=PROTECT, related_name="+"))
    recorded_at = OFFICIAL(models.DateTimeField())
    due_on = CASE(models.DateField())
    met_on = CASE(models.DateField(null=True, blank=True))
    met_recorded_by = OFFICIAL(models.ForeignKey(User, on_delete=PROTECT, null=True, blank=True, related_name="+"))
    met_recorded_at = OFFICIAL(models.DateTimeField(null=True, blank=True))
    evidence = CASE(models.TextField(blank=True))
    late_reason = CASE(models.TextField(blank=True))
    late_told = CASE(models.CharField(max_length=300, blank=True))  # who was told that it is late
    ended_on = CASE(models.DateField(null=True, blank=True))
    finding = CASE(models.TextField(blank=True))
    ended_by = OFFICIAL(models.ForeignKey(User, on_delete=PROTECT, null=True, blank=True, related_name="+"))
    ended_at = OFFICIAL(models.DateTimeField(null=True, blank=True))
    superseded_by = OFFICIAL(
        models.OneToOneField("self", on_delete=PROTECT, null=True, blank=True, related_name="supersedes")
    )

    class Meta:
        ordering = ("due_on", "id")
        constraints = (
            models.CheckConstraint(
                condition=Q(met_on__isnull=True, met_recorded_by__isnull=True, met_recorded_at__isnull=True)
                & Q(evidence="", late_reason="", late_told="")
                | Q(met_on__isnull=False, met_recorded_by__isnull=False, met_recorded_at__isnull=False)
                & ~Q(evidence=""),
                name="clock_met_is_whole",
                violation_error_message="A clock that is met says when, who recorded it and on what evidence.",
            ),
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True, ended_by__isnull=True, ended_at__isnull=True, finding="")
                | Q(ended_on__isnull=False, ended_by__isnull=False, ended_at__isnull=False) & ~Q(finding=""),
                name="clock_ended_is_whole",
                violation_error_message="What is no longer owed names the finding that ended it.",
            ),
            models.CheckConstraint(
                condition=Q(met_on__isnull=True) | Q(ended_on__isnull=True),
                name="clock_is_met_or_ended",
                violation_error_message="A clock is met or no longer owed, not both.",
            ),
            models.CheckConstraint(
                condition=Q(kept_up=True)
                | Q(met_on__isnull=True)
                | Q(met_on__lte=F("due_on"))
                | ~Q(late_reason="") & ~Q(late_told=""),
                name="clock_met_late_says_why_and_who_was_told",
                violation_error_message="What is late says why, and who was told.",
            ),
            models.CheckConstraint(
                condition=Q(counts_back=True) | Q(met_on__isnull=True) | Q(met_on__gte=F("trigger_on")),
                name="clock_is_not_met_before_its_trigger",
                violation_error_message="A clock cannot be met before what started it.",
            ),
            models.CheckConstraint(
                condition=Q(kept_up=False) | Q(met_on__isnull=True) | Q(met_on__gte=F("due_on")),
                name="clock_kept_up_lasts_until_the_due_day",
                violation_error_message="This has to be kept up until the day shown.",
            ),
            models.CheckConstraint(
                condition=~Q(trigger_source=""),
                name="clock_trigger_has_a_source",
                violation_error_message="Say where the date comes from.",
            ),
        )

    @property
    def state(self) -> ClockState:
        """Running, met, met late, no longer owed or superseded."""
        return clock_state(
            due_on=self.due_on,
            met_on=self.met_on,
            kept_up=self.kept_up,
            ended_on=self.ended_on,
            superseded=self.superseded_by_id is not None,
        )

    def is_late_on(self, day: date) -> bool:
        """Whether it is still running after the day it was due; a thing kept up until then is never late."""
        return not self.kept_up and self.state is ClockState.RUNNING and day > self.due_on


class Strength(models.TextChoices):
    """How strongly a duty binds."""

    MUST = "must", "Must"
    SHOULD = "should", "Should"
    LOCAL = "local", "Local step"


class Duty(InCase):
    """What a seat owes on a case besides the statutory clocks: done, late with a reason, or waived where it may be."""

    what = CASE(models.CharField(max_length=200))
    strength = OFFICIAL(models.CharField(max_length=10, choices=Strength))
    reference = OFFICIAL(models.CharField(max_length=200, blank=True))
    owed_by = OFFICIAL(models.ForeignKey(Seat, on_delete=PROTECT, related_name="+"))
    set_by = OFFICIAL(models.ForeignKey(User, on_delete=PROTECT, related_name="+"))
    set_at = OFFICIAL(models.DateTimeField())
    due_on = CASE(models.DateField(null=True, blank=True))
    done_on = CASE(models.DateField(null=True, blank=True))
    done_by = OFFICIAL(models.ForeignKey(User, on_delete=PROTECT, null=True, blank=True, related_name="+"))
    recorded_at = OFFICIAL(models.DateTimeField(null=True, blank=True))
    late_reason = CASE(models.TextField(blank=True))
    waived_on = CASE(models.DateField(null=True, blank=True))
    waived_by = OFFICIAL(models.ForeignKey(User, on_delete=PROTECT, null=True, blank=True, related_name="+"))
    waived_reason = CASE(models.TextField(blank=True))

    class Meta:
        ordering = (F("due_on").asc(nulls_last=True), "id")
        constraints = (
            models.CheckConstraint(
                condition=~Q(what=""), name="duty_says_what", violation_error_message="Say what is owed."
            ),
            models.CheckConstraint(
                condition=Q(strength__in=Strength.values),
                name="duty_strength_is_known",
                violation_error_message="Say whether it must or should be done, or is a local step.",
            ),
            models.CheckConstraint(
                condition=Q(done_on__isnull=True, done_by__isnull=True, recorded_at__isnull=True, late_reason="")
                | Q(done_on__isnull=False, done_by__isnull=False, recorded_at__isnull=False),
                name="duty_done_is_whole",
                violation_error_message="What is done says when, by whom and when it was recorded.",
            ),
            models.CheckConstraint(
                condition=Q(done_on__isnull=True)
                | Q(due_on__isnull=True)
                | Q(done_on__lte=F("due_on"))
                | ~Q(late_reason=""),
                name="duty_done_late_says_why",
                violation_error_message="What is late says why.",
            ),
            models.CheckConstraint(
                condition=Q(waived_on__isnull=True, waived_by__isnull=True, waived_reason="")
                | Q(waived_on__isnull=False, waived_by__isnull=False, done_on__isnull=True)
                & ~Q(waived_reason="")
                & ~Q(strength=Strength.MUST.value),
                name="duty_waived_is_whole_and_never_a_must",
                violation_error_message="Only what should be done, and local steps, can be waived, with a reason.",
            ),
            models.CheckConstraint(
                condition=~Q(strength=Strength.MUST.value) | ~Q(reference=""),
                name="duty_that_must_be_done_has_a_reference",
                violation_error_message="What must be done names the rule that says so.",
            ),
        )

    @property
    def state(self) -> DutyState:
        """Owed, done, done late or waived."""
        return duty_state(due_on=self.due_on, done_on=self.done_on, waived_on=self.waived_on)

    def is_late_on(self, day: date) -> bool:
        """Whether it is still owed after the day it was due."""
        return self.state is DutyState.OWED and self.due_on is not None and day > self.due_on
