"""The partnership sets its own steps and reminder days. Each setting follows the one before; none is overwritten."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Max

from cairn.access.actor import Actor
from cairn.audit.commands import command, record
from cairn.kernel.verdict import Ground, enforce, require
from cairn.partnership import policy
from cairn.partnership.commands.locking import locked
from cairn.partnership.models import LocalStepSet, Partnership, ReminderDaysSet, StepKind, StepTrigger, User

MOST_WORKING_DAYS = 60
MOST_REMINDERS = 10  # working days before, and after


@command
def set_local_step(
    *, kind: str, label: str, working_days: int | None, trigger: str, version: int, by: Actor, at: datetime
) -> LocalStepSet:
    """The partnership says what it calls a step of its own and how many working days it allows; none, if not used.

    `version` is that seen while typing, 0 if Cairn's own setting stood.
    """
    locked(Partnership.unscoped.get())  # two people cannot set at once
    latest = LocalStepSet.unscoped.filter(kind=kind).aggregate(last=Max("version"))["last"] or 0
    enforce(
        policy.can(by, "change_partnership")
        & require(kind in StepKind.values, "Choose the step from the list.", Ground.INPUT, "kind")
        & policy.written(label, "Enter what your partnership calls this step.", "label")
        & policy.number_between(working_days, 0, MOST_WORKING_DAYS, "working_days")
        & require(trigger in StepTrigger.values, "Choose what it counts from.", Ground.INPUT, "trigger")
        & policy.current(version, latest)
    )
    step = LocalStepSet.unscoped.create(
        kind=kind,
        version=version + 1,
        label=label.strip(),
        working_days=working_days,
        trigger=trigger,
        set_by=User.unscoped.get(key=by.key),
        set_at=at,
    )
    record(by=by, verb="set_local_step", at=at, about=step, key=kind)
    return step


@command
def set_reminder_days(
    *, days_before: int, on_the_day: bool, days_after: int, version: int, by: Actor, at: datetime
) -> ReminderDaysSet:
    """The partnership says when those who were asked for something are reminded of it.

    `version` is that seen while typing, 0 if Cairn's own setting stood.
    """
    locked(Partnership.unscoped.get())
    latest = ReminderDaysSet.unscoped.aggregate(last=Max("version"))["last"] or 0
    enforce(
        policy.can(by, "change_partnership")
        & policy.number_between(days_before, 0, MOST_REMINDERS, "days_before")
        & policy.number_between(days_after, 0, MOST_REMINDERS, "days_after")
        & policy.current(version, latest)
    )
    days = ReminderDaysSet.unscoped.create(
        version=version + 1,
        days_before=days_before,
        on_the_day=on_the_day,
        days_after=days_after,
        set_by=User.unscoped.get(key=by.key),
        set_at=at,
    )
    record(by=by, verb="set_reminder_days", at=at, about=days, key=str(days.version))
    return days
