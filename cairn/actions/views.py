"""The pages of actions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import HttpResponse

from cairn.actions import commands, queries
from cairn.actions.forms import ActionForm, DoneForm, DropForm, ProgressForm, SendBackForm, VerifyForm
from cairn.cases.queries import choices
from cairn.cases.views.inside import ACTS, READS, Act, Inside, in_case, offer
from cairn.look import answers
from cairn.look.parts import Cell, Happening, Link, Row, day_in_words
from cairn.partnership import clock
from cairn.partnership import queries as partnership

COLUMNS = ("What", "Who does it", "Agreed for", "State", "Where it stands", "What asked for it")
COLOURS = {"open": "blue", "said_done": "orange", "verified": "green", "dropped": "grey"}
Typed = dict[str, Any]


@dataclass(frozen=True)
class Step:
    """One step with an action: its page, what links to it, its question, its button, the action it needs."""

    page: str
    link: str
    title: str
    button: str
    said: str
    action: str


STEPS = {
    "report_progress": Step(
        "case_report_progress",
        "Say how far it has come",
        "How far has this action come?",
        "Put it on record",
        "It is on record.",
        "report_on_action",
    ),
    "say_action_done": Step(
        "case_say_action_done",
        "Say it is done",
        "This action is done",
        "Say it is done",
        "It is said to be done. Somebody else verifies it.",
        "report_on_action",
    ),
    "verify_action": Step(
        "case_verify_action",
        "Verify it",
        "Verify that this action is done",
        "Verify it",
        "The action is verified.",
        "verify_action",
    ),
    "send_action_back": Step(
        "case_send_action_back",
        "Send it back",
        "Send this action back to its owner",
        "Send it back",
        "The action is open again.",
        "verify_action",
    ),
    "drop_action": Step(
        "case_drop_action", "Drop it", "Drop this action", "Drop it", "The action is dropped.", "set_action"
    ),
}


@in_case(*READS)
def actions(inside: Inside) -> HttpResponse:
    if not inside.rights.sees_artefact_of("read_actions"):
        return answers.absent()
    rows = queries.actions(inside.request.actor, inside.case, inside.at)
    sets = bool(inside.rights.can("set_action", inside.case))
    shown = {
        "heading": "Actions",
        "intro": "What somebody must do, by the day that was agreed. What is late stands first.",
        "columns": COLUMNS,
        "rows": [_line(inside, row) for row in rows],
        "empty": "No action that you may read is on this case.",
        "acts": [Link("Set an action", inside.url("case_set_action"))] if sets else [],
    }
    return inside.page("cases/list.html", shown, read="read_actions")


def _line(inside: Inside, row: queries.ActionRow) -> tuple[object, ...]:
    state = Cell("Late" if row.late else row.state_label, colour="red" if row.late else COLOURS[row.state])
    origin = f"{row.origin} (a repeat)" if row.is_repeat else row.origin
    what = Cell(row.what, href=inside.url("case_action", row.key))
    return what, row.owner, day_in_words(row.due_on), state, row.words[:1].upper() + row.words[1:], origin


@in_case(*ACTS)
def set_action(inside: Inside) -> HttpResponse:
    actor, at = inside.request.actor, inside.at
    act = Act("set_action", "Set an action", "Set it", inside.url("case_actions"), "The action is set.")
    form = ActionForm(
        inside.request.POST or None,
        origins=queries.ORIGINS,
        agencies=queries.owners(actor, at),
        seats=choices.seats(actor, at),
    )

    def put(typed: Typed) -> None:
        agency = partnership.agency(actor, typed.pop("agency"), at)
        chosen = typed.pop("seat")
        seat = partnership.seat(actor, chosen, at) if chosen else None
        assert agency is not None
        commands.set_action(inside.case, agency=agency, seat=seat, **typed, by=actor, at=at)

    return offer(inside, act, form, put)


@in_case(*READS)
def one_action(inside: Inside, key: str) -> HttpResponse:
    found = queries.action(inside.request.actor, inside.case, key, inside.at)
    if found is None:
        return answers.absent()
    row = queries.row_of(found, inside.at)
    shown = {
        "row": row,
        "facts": _facts(found, row),
        "acts": [
            Link(step.link, inside.url(step.page, key))
            for name, step in STEPS.items()
            if queries.may(inside.request.actor, name, found, inside.at)
        ],
        "happenings": [_happening(said) for said in queries.said_of(found)],
    }
    return inside.page("actions/action.html", shown, read="read_action", about=found)


def _facts(found: queries.OneAction, row: queries.ActionRow) -> list[Row]:
    rows = [
        Row("Where it stands", f"{row.state_label}: {row.words}" if row.words else row.state_label),
        Row("Why it helps children", found.why),
        Row("Who does it", row.owner),
        Row("Agreed for", day_in_words(row.due_on)),
        Row("What asked for it", row.origin),
        Row("Where that is written", found.source_words or "Not said"),
        Row("Set by", f"{found.set_by.name}, {day_in_words(clock.day_of(found.set_at))}"),
    ]
    if found.is_repeat:
        rows.append(Row("A repeat of", found.repeats))
    return [*rows, Row("Raised also by", found.raised_also_by)] if found.raised_also_by else rows


def _happening(said: queries.Said) -> Happening:
    day = clock.day_of(said.at)
    return Happening(said.did, day_in_words(day), day.isoformat(), said.by, said.words)


def _step(
    inside: Inside, key: str, name: str, form: forms.Form, do: Callable[[queries.OneAction, Typed], object]
) -> HttpResponse:
    found = queries.action(inside.request.actor, inside.case, key, inside.at)
    if found is None:
        return answers.absent()
    step = STEPS[name]
    act = Act(
        name,
        step.title,
        step.button,
        inside.url("case_action", key),
        step.said,
        about=found.what,
        action=step.action,
    )
    verdict = queries.may(inside.request.actor, name, found, inside.at)
    return offer(inside, act, form, lambda typed: do(found, typed), row=found, verdict=verdict, read="read_action")


@in_case(*ACTS)
def report_progress(inside: Inside, key: str) -> HttpResponse:
    def do(found: queries.OneAction, typed: Typed) -> None:
        commands.report_progress(found, **typed, by=inside.request.actor, at=inside.at)

    return _step(inside, key, "report_progress", ProgressForm(inside.request.POST or None), do)


@in_case(*ACTS)
def say_action_done(inside: Inside, key: str) -> HttpResponse:
    def do(found: queries.OneAction, typed: Typed) -> None:
        commands.say_action_done(found, **typed, by=inside.request.actor, at=inside.at)

    return _step(inside, key, "say_action_done", DoneForm(inside.request.POST or None), do)


@in_case(*ACTS)
def verify_action(inside: Inside, key: str) -> HttpResponse:
    def do(found: queries.OneAction, typed: Typed) -> None:
        commands.verify_action(found, **typed, by=inside.request.actor, at=inside.at)

    return _step(inside, key, "verify_action", VerifyForm(inside.request.POST or None), do)


@in_case(*ACTS)
def send_action_back(inside: Inside, key: str) -> HttpResponse:
    def do(found: queries.OneAction, typed: Typed) -> None:
        commands.send_action_back(found, **typed, by=inside.request.actor, at=inside.at)

    return _step(inside, key, "send_action_back", SendBackForm(inside.request.POST or None), do)


@in_case(*ACTS)
def drop_action(inside: Inside, key: str) -> HttpResponse:
    def do(found: queries.OneAction, typed: Typed) -> None:
        commands.drop_action(found, **typed, by=inside.request.actor, at=inside.at)

    return _step(inside, key, "drop_action", DropForm(inside.request.POST or None), do)
