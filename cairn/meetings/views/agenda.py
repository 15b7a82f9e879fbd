"""Items of a meeting: put on, taken off, read, minuted, acted upon and handed over."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.urls import reverse

from cairn.actions.queries import ORIGINS, ActionRow, owners
from cairn.cases import queries as cases
from cairn.cases.queries import choices
from cairn.documents import queries as documents
from cairn.kernel.verdict import Verdict
from cairn.look import answers
from cairn.look.parts import Cell, Link
from cairn.look.parts import day_in_words as _day
from cairn.meetings import commands, queries
from cairn.meetings.forms import (
    CaseItemForm,
    HandOverForm,
    ItemActionForm,
    MinuteForm,
    OtherItemForm,
    PaperForm,
    SureForm,
)
from cairn.meetings.queries.agenda import address_of, may_move, may_prepare, may_write, to_lay
from cairn.meetings.views.inside import ACTS, Act, Inside, in_meeting, item_of, offer
from cairn.partnership import queries as partnership

ACTIONS = ("What", "Who does it", "Agreed for", "State")
HANDED = ("To", "What", "By")
PAPERS = ("Paper", "What it says")
Typed = dict[str, Any]


@in_meeting(*ACTS)
def put_case(inside: Inside) -> HttpResponse:
    actor, at = inside.request.actor, inside.at
    act = Act("Put a case on the agenda", "Put it on", inside.url("meeting"), "The case is on the agenda.")
    known = [(case.key, f"{case.reference}, {case.label}") for case in cases.my_cases(actor, at)]

    def put(typed: Typed) -> None:
        case = cases.get(actor, typed["case"], at)
        assert case is not None
        commands.put_on_agenda(inside.meeting, case=case, title=typed["title"], by=actor, at=at)

    verdict = may_move(actor, "change_meeting", inside.meeting)
    return offer(inside, act, CaseItemForm(inside.request.POST or None, cases=known if verdict else []), put, verdict)


@in_meeting(*ACTS)
def put_other(inside: Inside) -> HttpResponse:
    actor = inside.request.actor
    act = Act("Put other business on the agenda", "Put it on", inside.url("meeting"), "The item is on the agenda.")
    return offer(
        inside,
        act,
        OtherItemForm(inside.request.POST or None),
        lambda typed: commands.put_on_agenda(inside.meeting, case=None, **typed, by=actor, at=inside.at),
        may_move(actor, "change_meeting", inside.meeting),
    )


@in_meeting(*ACTS)
def item(inside: Inside, key: str) -> HttpResponse:
    actor, at = inside.request.actor, inside.at
    found, row = item_of(inside, key), queries.row_of_item(actor, inside.meeting, key, at)
    if found is None or row is None:
        return answers.absent()
    verdict = may_write(actor, found, at)
    seen = row.minute
    initial = {
        "discussion": seen.discussion if seen else "",
        "decision": seen.decision if seen else "",
        "version": seen.version if seen else 0,
    }
    return offer(
        inside,
        Act(row.called, "Save the minute", inside.url("meeting_item", key), "The minute is saved."),
        MinuteForm(inside.request.POST or None, initial=initial),
        lambda typed: commands.minute_item(found, **typed, by=actor, at=at),
        verdict,
        about=found,
        latest=lambda: _version(inside, key),
        template="meetings/item.html",
        more=_shown(inside, found, row, verdict),
    )


def _version(inside: Inside, key: str) -> int:
    row = queries.row_of_item(inside.request.actor, inside.meeting, key, inside.at)
    return row.minute.version if row and row.minute else 0


def _shown(inside: Inside, found: queries.OneItem, row: queries.ItemRow, verdict: Verdict) -> dict[str, Any]:
    return {
        "row": row,
        "paper_columns": PAPERS,
        "papers": [(paper.title, _paper(found, paper)) for paper in row.papers],
        "action_columns": ACTIONS,
        "actions": [(_action(row, each), each.owner, _day(each.due_on), each.state_label) for each in row.actions],
        "handed_columns": HANDED,
        "handed": [
            (each.forum, each.what, _day(each.due_on) if each.due_on else "No day set") for each in row.handed_over
        ],
        "acts": _acts(inside, found, row, verdict),
    }


def _action(row: queries.ItemRow, action: ActionRow) -> Cell:
    return Cell(action.what, href=reverse("case_action", args=[row.case_key, action.key]))


def _paper(found: queries.OneItem, paper: Any) -> object:
    if paper.file is None:
        return paper.words
    return Cell("Open the document", href=reverse("case_file", args=address_of(found, paper)), hidden=paper.title)


def _acts(inside: Inside, found: queries.OneItem, row: queries.ItemRow, verdict: Verdict) -> list[Link]:
    links = []
    if verdict:
        links += [Link("Lay a paper before it", inside.url("meeting_paper", row.key))]
        links += [Link("Set an action", inside.url("meeting_set_action", row.key))] if row.case_key else []
        links += [Link("Hand something over", inside.url("meeting_hand_over", row.key))]
    if not found.standing and may_prepare(inside.request.actor, found, inside.at):
        links.append(Link("Take it off the agenda", inside.url("meeting_take_off", row.key)))
    return links


def _on_item(inside: Inside, key: str) -> tuple[queries.OneItem, Verdict] | None:
    found = item_of(inside, key)
    return None if found is None else (found, may_write(inside.request.actor, found, inside.at))


@in_meeting(*ACTS)
def take_off(inside: Inside, key: str) -> HttpResponse:
    found, actor = item_of(inside, key), inside.request.actor
    if found is None:
        return answers.absent()
    act = Act("Take an item off the agenda", "Take it off", inside.url("meeting"), "The item is off the agenda.")
    return offer(
        inside,
        act,
        SureForm(inside.request.POST if inside.request.method == "POST" else None),
        lambda typed: commands.take_off_agenda(found, by=actor, at=inside.at),
        may_prepare(actor, found, inside.at),
        about=found,
    )


@in_meeting(*ACTS)
def put_paper(inside: Inside, key: str) -> HttpResponse:
    at, actor, known = inside.at, inside.request.actor, _on_item(inside, key)
    if known is None:
        return answers.absent()
    found, verdict = known
    act = Act("Lay a paper before this item", "Lay it before", inside.url("meeting_item", key), "The paper is there.")
    rows = to_lay(actor, found, at) if verdict else []
    files = [(row.key, f"{row.purpose_label}: {row.name_given}") for row in rows]

    def put(typed: Typed) -> None:
        chosen = typed.pop("file")
        file = documents.file(actor, found.case, chosen, at) if chosen else None
        commands.put_paper(found, file=file, **typed, by=actor, at=at)

    return offer(inside, act, PaperForm(inside.request.POST or None, files=files), put, verdict, about=found)


@in_meeting(*ACTS)
def set_action(inside: Inside, key: str) -> HttpResponse:
    at, actor, known = inside.at, inside.request.actor, _on_item(inside, key)
    if known is None:
        return answers.absent()
    found, verdict = known
    act = Act("Set an action at this item", "Set it", inside.url("meeting_item", key), "The action is set.")
    form = ItemActionForm(
        inside.request.POST or None, origins=ORIGINS, agencies=owners(actor, at), seats=choices.seats(actor, at)
    )

    def put(typed: Typed) -> None:
        agency = partnership.agency(actor, typed.pop("agency"), at)
        chosen = typed.pop("seat")
        seat = partnership.seat(actor, chosen, at) if chosen else None
        assert agency is not None
        commands.set_action_at_item(found, agency=agency, seat=seat, **typed, by=actor, at=at)

    return offer(inside, act, form, put, verdict, about=found)


@in_meeting(*ACTS)
def hand_over(inside: Inside, key: str) -> HttpResponse:
    actor, known = inside.request.actor, _on_item(inside, key)
    if known is None:
        return answers.absent()
    found, verdict = known
    act = Act("Hand something over from this item", "Hand it over", inside.url("meeting_item", key), "It is recorded.")
    return offer(
        inside,
        act,
        HandOverForm(inside.request.POST or None),
        lambda typed: commands.hand_over(found, **typed, by=actor, at=inside.at),
        verdict,
        about=found,
    )
