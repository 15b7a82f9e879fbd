"""The partnership's own steps and reminder days, as they are set at a moment, and the days they come to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet

from cairn.access.actor import Actor
from cairn.partnership import policy
from cairn.partnership.models import LocalStepSet, ReminderDaysSet
from cairn.partnership.models.steps import StepKind, StepTrigger
from cairn.partnership.queries.bank_holidays import holidays

STEP_TRIGGERS = list(StepTrigger.choices)


@dataclass(frozen=True)
class Step:
    """One local step as it is set: its name here, and after how many working days of what; without days not used."""

    kind: str
    label: str
    working_days: int | None
    trigger: str
    version: int = 0  # 0 as Cairn came


@dataclass(frozen=True)
class Reminders:
    """When those who were asked are reminded: so many working days before, on the day, and daily for so long after."""

    days_before: int
    on_the_day: bool
    days_after: int
    version: int = 0  # 0 as Cairn came

    @property
    def days(self) -> tuple[int, ...]:
        """The reminders as working days from the due day: -1 is the day before, 0 the day itself, 1 the day after."""
        before = (-self.days_before,) if self.days_before else ()
        return (*before, *((0,) if self.on_the_day else ()), *range(1, self.days_after + 1))


# As Cairn comes: what the partnerships whose papers were read mostly do. Each sets its own.
STEPS = (
    Step(StepKind.AGENCY_KNOWN, StepKind.AGENCY_KNOWN.label, 2, StepTrigger.REQUESTS_SENT),
    Step(StepKind.AGENCY_SUMMARY, StepKind.AGENCY_SUMMARY.label, 8, StepTrigger.NOTIFICATION_SENT),
    Step(StepKind.PROGRESS_CHECK, StepKind.PROGRESS_CHECK.label, 10, StepTrigger.NOTIFICATION_SENT),
    Step(StepKind.REVIEW_MEETING, StepKind.REVIEW_MEETING.label, 11, StepTrigger.NOTIFICATION_SENT),
    Step(StepKind.PARTNERS_AGREE, StepKind.PARTNERS_AGREE.label, 14, StepTrigger.NOTIFICATION_SENT),
)
REMINDERS = Reminders(days_before=1, on_the_day=True, days_after=5)


def local_steps(at: datetime) -> tuple[Step, ...]:
    """Every local step as it is set at a moment, in their order. Any page may ask. One query."""
    own: dict[str, Step] = {}
    for row in LocalStepSet.unscoped.filter(set_at__lte=at).order_by("version"):
        own[row.kind] = Step(row.kind, row.label, row.working_days, row.trigger, row.version)
    return tuple(own.get(step.kind, step) for step in STEPS)


def local_step(name: str, at: datetime) -> Step:
    """One local step as it is set at a moment. Raises KeyError for a name that no step has."""
    return {step.kind: step for step in local_steps(at)}[name]


def step_due(name: str, trigger_on: date, at: datetime) -> date | None:
    """The day a local step comes to, so many working days after its trigger; none if the step is not used.

    Raises KeyError for a name that no step has, CannotAnswer beyond the bank holidays known.
    """
    days = local_step(name, at).working_days
    return None if days is None else holidays(at).after(trigger_on, days)


def steps_set(actor: Actor, at: datetime) -> QuerySet[LocalStepSet]:
    """How the steps were set through time, the latest first, for those who may read the partnership's settings."""
    if not policy.can(actor, "read_partnership"):
        return LocalStepSet.unscoped.none()
    return LocalStepSet.unscoped.filter(set_at__lte=at).select_related("set_by").order_by("-set_at", "-id")


def reminders_set(at: datetime) -> Reminders:
    """When those who were asked are reminded, as it is set at a moment."""
    row = ReminderDaysSet.unscoped.filter(set_at__lte=at).order_by("version").last()
    return Reminders(row.days_before, row.on_the_day, row.days_after, row.version) if row else REMINDERS


def earlier_reminders(actor: Actor, at: datetime) -> QuerySet[ReminderDaysSet]:
    """How the reminder days were set through time, the latest first, for those who may read the settings."""
    if not policy.can(actor, "read_partnership"):
        return ReminderDaysSet.unscoped.none()
    return ReminderDaysSet.unscoped.filter(set_at__lte=at).select_related("set_by").order_by("-version")


def reminder_days(at: datetime) -> tuple[int, ...]:
    """When those who were asked are reminded, in working days from the due day: -1 before, 0 on it, 1 after."""
    return reminders_set(at).days


def reminded_on(due_on: date, at: datetime) -> tuple[date, ...]:
    """The days on which somebody who owes something by a day is reminded of it, soonest first."""
    known = holidays(at)
    return tuple(
        known.before(due_on, -days) if days < 0 else known.after(due_on, days) if days else due_on
        for days in reminder_days(at)
    )
