"""The partnership's own steps and reminders, and bank holidays newly proclaimed."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from cairn.kernel.verdict import require
from cairn.look import answers
from cairn.look.parts import Cell, Row
from cairn.partnership import clock, policy, queries
from cairn.partnership.commands import holidays as proclaiming
from cairn.partnership.commands import steps as setting
from cairn.partnership.forms.days import LocalStepForm, ProclaimedForm, ReminderDaysForm, WithdrawForm
from cairn.partnership.signin.request import Request
from cairn.partnership.views.acting import Act, act, sent
from cairn.partnership.views.words import day

STEPS = ("Step", "By", "Counted from")
EARLIER = ("Step", "By", "Counted from", "Set")
HOLIDAYS = ("Day", "What", "Where it was proclaimed", "Recorded", "Stands")
TRIGGERS = dict(queries.STEP_TRIGGERS)


def list_steps(request: Request) -> HttpResponse:
    now, actor = clock.now(), request.actor
    if not policy.can(actor, "read_partnership"):
        return answers.absent()
    may = bool(policy.can(actor, "change_partnership"))
    reminders = queries.reminders_set(now)
    earlier = [
        (row.label, _by(row.working_days), TRIGGERS[row.trigger], f"{_on(row.set_at)}, by {row.set_by.name}")
        for row in queries.steps_set(actor, now)
    ]
    shown = {
        "columns": (*STEPS, "Change") if may else STEPS,
        "rows": [_step(step, may) for step in queries.local_steps(now)],
        "reminders": _reminders(reminders),
        "earlier_columns": EARLIER,
        "earlier": earlier,
        "reminder_columns": ("Reminders", "Set"),
        "earlier_reminders": [
            ("; ".join(_reminders(row)), f"{_on(row.set_at)}, by {row.set_by.name}")
            for row in queries.earlier_reminders(actor, now)
        ],
        "may_change": may,
    }
    return render(request, "partnership/steps.html", shown)


def _step(step: queries.Step, may: bool) -> tuple[object, ...]:
    line = (step.label, _by(step.working_days), TRIGGERS[step.trigger])
    change = Cell("Change", href=reverse("set_local_step", args=[step.kind]), hidden=step.label)
    return (*line, change) if may else line


def _by(days: int | None) -> str:
    return "Not used" if days is None else f"Working day {days}"


def _reminders(days: Any) -> list[str]:
    """The reminder days in words, of a setting or of an earlier one."""
    before = f"{days.days_before} working day{'' if days.days_before == 1 else 's'} before"
    after = f"each working day after, up to {days.days_after}" if days.days_after > 1 else "on the working day after"
    said = [
        before if days.days_before else "",
        "on the day" if days.on_the_day else "",
        after if days.days_after else "",
    ]
    return [words for words in said if words] or ["no reminders"]


def _on(moment: Any) -> str:
    return day(clock.day_of(moment), whole=True)


def set_step(request: Request, kind: str) -> HttpResponse:
    now, actor = clock.now(), request.actor
    step = next((each for each in queries.local_steps(now) if each.kind == kind), None)
    if step is None or not policy.can(actor, "read_partnership"):
        return answers.absent()
    page = Act(
        f"Set: {step.label}",
        "Save",
        reverse("local_steps"),
        "Our own steps and reminders",
        policy.can(actor, "change_partnership"),
        lambda typed: setting.set_local_step(kind=kind, **typed, by=actor, at=now),
        said="The step is set. It holds for what is asked from now on.",
        latest=lambda: queries.local_step(kind, now).version,
    )
    known = {name: getattr(step, name) for name in ("label", "working_days", "trigger", "version")}
    return act(request, LocalStepForm(sent(request), initial=known, triggers=queries.STEP_TRIGGERS), page)


def set_reminders(request: Request) -> HttpResponse:
    now, actor = clock.now(), request.actor
    if not policy.can(actor, "read_partnership"):
        return answers.absent()

    def do(typed: dict[str, Any]) -> None:
        yes = typed.pop("on_the_day") == "yes"
        setting.set_reminder_days(**typed, on_the_day=yes, by=actor, at=now)

    page = Act(
        "Set when we remind those we asked",
        "Save",
        reverse("local_steps"),
        "Our own steps and reminders",
        policy.can(actor, "change_partnership"),
        do,
        said="The reminders are set.",
        latest=lambda: queries.reminders_set(now).version,
    )
    days = queries.reminders_set(now)
    known = {"days_before": days.days_before, "days_after": days.days_after, "version": days.version}
    known["on_the_day"] = "yes" if days.on_the_day else "no"  # type: ignore[assignment]
    return act(request, ReminderDaysForm(sent(request), initial=known), page)


def list_holidays(request: Request) -> HttpResponse:
    now, actor = clock.now(), request.actor
    if not policy.can(actor, "read_partnership"):
        return answers.absent()
    may = bool(policy.can(actor, "change_partnership"))
    rows = [_holiday(row, may) for row in queries.proclaimed_holidays(actor, now)]
    shown = {
        "columns": (*HOLIDAYS, "Withdraw") if may else HOLIDAYS,
        "rows": rows,
        "known": queries.holidays(now).version,
        "may_change": may,
    }
    return render(request, "partnership/holidays.html", shown)


def _holiday(row: queries.ProclaimedDay, may: bool) -> tuple[object, ...]:
    moved = f"{row.name}, moved from {day(row.moved_from)}" if row.moved_from else row.name
    recorded = f"{_on(row.recorded_at)}, by {row.recorded_by.name}"
    stands: object = Cell("Counted", colour="green")
    if row.withdrawn_at and row.withdrawn_by:
        stands = f"Withdrawn {_on(row.withdrawn_at)} by {row.withdrawn_by.name}: {row.withdrawn_reason}"
    line = (day(row.day, whole=True), moved, row.source, recorded, stands)
    if not may:
        return line
    withdraw = Cell("Withdraw", href=reverse("withdraw_holiday", args=[row.key]), hidden=row.name)
    return (*line, "" if row.withdrawn_at else withdraw)


def proclaim_holiday(request: Request) -> HttpResponse:
    now, actor = clock.now(), request.actor
    if not policy.can(actor, "read_partnership"):
        return answers.absent()
    page = Act(
        "Record a bank holiday newly proclaimed",
        "Record it",
        reverse("proclaimed_holidays"),
        "Bank holidays proclaimed",
        policy.can(actor, "change_partnership"),
        lambda typed: proclaiming.proclaim_holiday(**typed, by=actor, at=now),
        lead="Every clock that runs over the day moves at once. Its old date stays to be seen.",
        said="It is recorded, and every running clock that it touches counts with it.",
    )
    return act(request, ProclaimedForm(sent(request)), page)


def withdraw_holiday(request: Request, key: str) -> HttpResponse:
    now, actor = clock.now(), request.actor
    found = queries.proclaimed_holiday(actor, key, now)
    if found is None:
        return answers.absent()
    page = Act(
        f"Withdraw: {found.name}",
        "Withdraw it",
        reverse("proclaimed_holidays"),
        "Bank holidays proclaimed",
        policy.can(actor, "change_partnership") & require(found.withdrawn_at is None, "This is withdrawn already."),
        lambda typed: proclaiming.withdraw_holiday(found, **typed, by=actor, at=now),
        rows=[Row("Day", day(found.day)), Row("Where it was proclaimed", found.source)],
        warning=True,
        said="It is withdrawn, and every running clock that it touched counts without it.",
    )
    form: forms.Form = WithdrawForm(sent(request))
    return act(request, form, page)
