"""What the partnership owes each year."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from cairn.look import answers
from cairn.look.parts import Cell, Row
from cairn.partnership import clock, policy, queries
from cairn.partnership.commands import duties as acts
from cairn.partnership.forms.area import DutyDoneForm
from cairn.partnership.signin.request import Request
from cairn.partnership.states import DutyState
from cairn.partnership.views.acting import Act, act, sent
from cairn.partnership.views.words import day

COLUMNS = ("What", "Owed by", "Began", "Due", "State")
COLOURS = {DutyState.OWED: "blue", DutyState.LATE: "red", DutyState.DONE: "green", DutyState.DONE_LATE: "orange"}


def list_duties(request: Request) -> HttpResponse:
    now, actor = clock.now(), request.actor
    if not policy.can(actor, "read_partnership_duties"):
        return answers.absent()
    rows = [
        (
            Cell(owed.title, href=reverse("partnership_duty", args=[owed.key])),
            owed.owed_by,
            day(owed.trigger_on, whole=True),
            day(owed.due_on, whole=True),
            Cell(owed.state.value, colour=COLOURS[owed.state]),
        )
        for owed in queries.partnership_duties(actor, now)
    ]
    return render(request, "partnership/duties.html", {"columns": COLUMNS, "rows": rows})


def one_duty(request: Request, key: str) -> HttpResponse:
    now, actor = clock.now(), request.actor
    owed = queries.partnership_duty(actor, key, now)
    if owed is None:
        return answers.absent()
    page = Act(
        owed.title,
        "Record that it is done",
        reverse("partnership_duties"),
        "What we owe each year",
        policy.can(actor, "keep_partnership_duties") & policy.not_yet_done(owed.duty),
        lambda typed: acts.record_partnership_duty_done(owed.duty, **typed, by=actor, at=now),
        rows=_facts(owed),
        said="It is recorded as done.",
    )
    return act(request, DutyDoneForm(sent(request)), page)


def _facts(owed: queries.Owed) -> list[Row]:
    rows = [
        Row("Rests on", owed.reference),
        Row("Owed by", owed.owed_by),
        Row("Began", day(owed.trigger_on)),
        Row("Due by the end of", day(owed.due_on)),
        Row("State", owed.state.value),
    ]
    if owed.duty.done_on is None:
        return rows
    done = [Row("Done", day(owed.duty.done_on)), Row("Where to find it", owed.duty.evidence)]
    late = [Row("Why late", owed.duty.late_reason)] if owed.duty.late_reason else []
    return [*rows, *done, *late, Row("Recorded by", str(owed.duty.done_by))]
