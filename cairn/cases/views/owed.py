"""Clocks and duties: what is owed on a case, why by that day, and what became of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from django import forms
from django.http import HttpResponse

from cairn.cases import commands, queries
from cairn.cases.forms.acting import ReasonForm
from cairn.cases.forms.owed import CorrectForm, DoneForm, DutyForm, EndForm, HandOverForm, MeetForm, StartForm
from cairn.cases.queries import choices
from cairn.cases.views.inside import ACTS, READS, Act, Inside, in_case, offer
from cairn.look import answers
from cairn.look.parts import Cell, Link, Row
from cairn.partnership import queries as partnership

CLOCKS = ("What", "Owed by", "Due", "State", "Where it stands")
DUTIES = ("What", "Owed by", "Due", "State", "Where it stands", "Record")
COLOURS = {
    "running": "blue",
    "owed": "blue",
    "met": "green",
    "done": "green",
    "met_late": "orange",
    "done_late": "orange",
}
Typed = dict[str, Any]


@in_case(*READS)
def clocks(inside: Inside) -> HttpResponse:
    rows = queries.clocks(inside.request.actor, inside.case, inside.at, inside.rights)
    starts = bool(inside.rights.can("start_clock", inside.case))
    shown = {
        "heading": "Clocks",
        "intro": "What guidance asks for by a day. Each date is derived; open a clock to see why.",
        "columns": CLOCKS,
        "rows": [(Cell(row.what, href=inside.url("case_clock", row.key)), *_standing(row)) for row in rows],
        "empty": "No clock is on this case.",
        "acts": [Link("Start a clock", inside.url("case_start_clock"))] if starts else [],
    }
    return inside.page("cases/list.html", shown, read="read_clocks")


def _standing(row: queries.OwedRow) -> tuple[object, ...]:
    colour = "red" if row.late else COLOURS.get(row.state, "grey")
    due = f"{row.due_on:%A} {row.due_on.day} {row.due_on:%B %Y}" if row.due_on else "As soon as it can be done"
    state = Cell("Late" if row.late else row.state_label, colour=colour)
    return (_capital(row.owed_by), due, state, _capital(row.words))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


@in_case(*READS)
def one_clock(inside: Inside, key: str) -> HttpResponse:
    why = queries.why(inside.request.actor, inside.case, key, inside.at, inside.rights)
    if why is None:
        return answers.absent()
    moves = (("case_meet_clock", "Record that it was done"), ("case_end_clock", "It is no longer owed"))
    acts = [Link(words, inside.url(name, key)) for name, words in moves if inside.rights.can("meet_clock", why.clock)]
    if inside.rights.can("correct_trigger", why.clock):
        acts.append(Link("Correct the day it counts from", inside.url("case_correct_trigger", key)))
    shown = {"why": why, "facts": _clock_facts(why), "acts": acts, "columns": ("Day", "Counts", "Why")}
    days = [(day.day, day.counts, _capital(day.why)) for day in why.days]
    return inside.page("cases/clock.html", {**shown, "days": days}, read="read_clock", about=why.clock)


def _clock_facts(why: queries.Why) -> list[Row]:
    clock = why.clock
    rows = [
        Row("Where it stands", _capital(why.stands)),
        Row("Counts from", why.trigger),
        Row("Where that comes from", clock.trigger_source),
        Row("Recorded by", clock.recorded_by.name),
    ]
    if clock.correction:
        rows += [Row("Was due before", why.was_due), Row("Counted anew because", clock.correction)]
    if why.replaced_by:
        rows.append(Row("Replaced by a clock due", why.replaced_by))
    if why.stricter:
        rows.append(Row("A stricter reading", why.stricter))
    if clock.met_on:
        rows.append(Row("What shows it", clock.evidence))
    if clock.late_reason:
        rows += [Row("Why it was late", clock.late_reason), Row("Who was told", clock.late_told)]
    return [*rows, Row("The finding that ended it", clock.finding)] if clock.finding else rows


@in_case(*ACTS)
def start_clock(inside: Inside) -> HttpResponse:
    act = Act("start_clock", "Start a clock", "Start the clock", inside.url("case_clocks"), "The clock is running.")
    return offer(
        inside,
        act,
        StartForm(inside.request.POST or None, duties=choices.limited_duties()),
        lambda typed: commands.start_clock(inside.case, **typed, by=inside.request.actor, at=inside.at),
    )


def _on_clock(inside: Inside, key: str, act: Act, form: forms.Form, do: Callable[[Any, Typed], object]) -> HttpResponse:
    clock = queries.clock(inside.request.actor, inside.case, key, inside.at, inside.rights)
    if clock is None:
        return answers.absent()
    known = replace(act, about=queries.called(clock))
    return offer(inside, known, form, lambda typed: do(clock, typed), row=clock)


@in_case(*ACTS)
def correct_trigger(inside: Inside, key: str) -> HttpResponse:
    said = "A new clock counts from the right day."
    act = Act("correct_trigger", "Correct the day it counts from", "Correct it", inside.url("case_clocks"), said)

    def correct(clock: Any, typed: Typed) -> None:
        commands.correct_trigger(clock, **typed, by=inside.request.actor, at=inside.at)

    return _on_clock(inside, key, act, CorrectForm(inside.request.POST or None), correct)


@in_case(*ACTS)
def meet_clock(inside: Inside, key: str) -> HttpResponse:
    act = Act("meet_clock", "Record that it was done", "Record it", inside.url("case_clock", key), "It is recorded.")

    def meet(clock: Any, typed: Typed) -> None:
        commands.meet_clock(clock, **typed, by=inside.request.actor, at=inside.at)

    return _on_clock(inside, key, act, MeetForm(inside.request.POST or None), meet)


@in_case(*ACTS)
def end_clock(inside: Inside, key: str) -> HttpResponse:
    act = Act("end_clock", "It is no longer owed", "Record it", inside.url("case_clock", key), "It is recorded.")

    def end(clock: Any, typed: Typed) -> None:
        commands.end_clock(clock, **typed, by=inside.request.actor, at=inside.at)

    return _on_clock(inside, key, act, EndForm(inside.request.POST or None), end)


@in_case(*READS)
def duties(inside: Inside) -> HttpResponse:
    rows = queries.duties(inside.request.actor, inside.case, inside.at, inside.rights)
    sets = bool(inside.rights.can("set_duty", inside.case))
    shown = {
        "heading": "Duties",
        "intro": "What somebody owes on this case besides the clocks.",
        "columns": (*DUTIES, "Hand over", "Waive") if sets else DUTIES,
        "rows": [_duty(inside, row, sets) for row in rows],
        "empty": "Nothing is owed besides the clocks.",
        "acts": [Link("Set a duty", inside.url("case_set_duty"))] if sets else [],
    }
    return inside.page("cases/list.html", shown, read="read_duties")


def _duty(inside: Inside, row: queries.OwedRow, sets: bool) -> tuple[object, ...]:
    owed = row.still_owed
    may = owed and (row.own or inside.rights.can("do_duty", inside.case))
    done = Cell("Done", href=inside.url("case_do_duty", row.key), hidden=row.what) if may else ""
    line = (row.what, *_standing(row), done)
    if not sets:
        return line
    hand = Cell("Hand over", href=inside.url("case_hand_over_duty", row.key), hidden=row.what) if owed else ""
    waive = Cell("Waive", href=inside.url("case_waive_duty", row.key), hidden=row.what) if owed and row.waivable else ""
    return (*line, hand, waive)


@in_case(*ACTS)
def set_duty(inside: Inside) -> HttpResponse:
    actor, at = inside.request.actor, inside.at
    act = Act("set_duty", "Set a duty", "Set it", inside.url("case_duties"), "The duty is set.")
    form = DutyForm(inside.request.POST or None, strengths=choices.STRENGTHS, seats=choices.seats(actor, at))

    def owe(typed: Typed) -> None:
        seat = partnership.seat(actor, typed.pop("owed_by"), at)
        assert seat is not None
        commands.set_duty(inside.case, owed_by=seat, **typed, by=actor, at=at)

    return offer(inside, act, form, owe)


def _on_duty(inside: Inside, key: str, act: Act, form: forms.Form, do: Callable[[Any, Typed], object]) -> HttpResponse:
    duty = queries.duty(inside.request.actor, inside.case, key, inside.at)
    if duty is None:
        return answers.absent()
    known = replace(act, about=f"{duty.what}: {duty.owed_by.title}")
    return offer(inside, known, form, lambda typed: do(duty, typed), row=duty)


@in_case(*ACTS)
def do_duty(inside: Inside, key: str) -> HttpResponse:
    act = Act("do_duty", "Record that it is done", "Record it", inside.url("case_duties"), "It is recorded.")

    def do(duty: Any, typed: Typed) -> None:
        commands.do_duty(duty, **typed, by=inside.request.actor, at=inside.at)

    return _on_duty(inside, key, act, DoneForm(inside.request.POST or None), do)


@in_case(*ACTS)
def hand_over_duty(inside: Inside, key: str) -> HttpResponse:
    actor, at = inside.request.actor, inside.at
    act = Act("hand_over_duty", "Hand this duty over", "Hand it over", inside.url("case_duties"), "It is handed over.")

    def hand_over(duty: Any, typed: Typed) -> None:
        seat = partnership.seat(actor, typed["owed_by"], at)
        assert seat is not None
        commands.hand_over_duty(duty, to=seat, by=actor, at=at)

    form = HandOverForm(inside.request.POST or None, seats=choices.seats(actor, at))
    return _on_duty(inside, key, act, form, hand_over)


@in_case(*ACTS)
def waive_duty(inside: Inside, key: str) -> HttpResponse:
    act = Act("waive_duty", "Waive this duty", "Waive it", inside.url("case_duties"), "It is waived.")

    def waive(duty: Any, typed: Typed) -> None:
        commands.waive_duty(duty, **typed, by=inside.request.actor, at=inside.at)

    return _on_duty(inside, key, act, ReasonForm(inside.request.POST or None), waive)
