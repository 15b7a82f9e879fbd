"""What a review asks: the list, one line with how it was worded before, and what can be done with it."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse

from cairn.cases import commands, queries
from cairn.cases.forms.lines import ChangeLineForm, LineForm, PutAsideForm, TakeUpForm
from cairn.cases.views.inside import ACTS, READS, Act, Inside, in_case, offer
from cairn.look import answers
from cairn.look.parts import Cell, Link, Row, day_in_words
from cairn.partnership.clock import day_of

INTRO = (
    "What this review asks. Agencies are shown these questions, so they hold no names. "
    "A line that is not followed is put aside with a reason, and can be taken up again."
)
COLUMNS = ("Line", "What is asked", "Why, or where from", "How it stands")
WORDED = ("Version", "What was asked", "Why, or where from", "Written by", "On")
RESTED = ("Put aside", "By", "Why", "Taken up again")


@in_case(*READS)
def lines(inside: Inside) -> HttpResponse:
    if not inside.rights.can("read_lines"):
        return answers.absent()
    keeps = bool(inside.rights.can("add_line", inside.case))
    rows = queries.lines(inside.request.actor, inside.case, inside.at, inside.rights)
    shown = {
        "heading": "Lines of enquiry",
        "intro": INTRO,
        "columns": (*COLUMNS, "Change", "Follow") if keeps else COLUMNS,
        "rows": [_in_list(inside, row, keeps) for row in rows],
        "empty": "No line of enquiry is recorded yet.",
        "acts": [Link("Add a line of enquiry", inside.url("case_add_line"))] if keeps else [],
    }
    return inside.page("cases/list.html", shown, read="read_lines")


def _in_list(inside: Inside, row: queries.LineRow, keeps: bool) -> tuple[object, ...]:
    stands = "Asked" if row.live else f"Put aside: {row.aside}"
    read = Cell(row.number, href=inside.url("case_line", row.key), hidden="line of enquiry")
    told = (read, row.question, row.came_from or "Not given", stands)
    if not keeps:
        return told
    which = f"line {row.number}"
    if not row.live:
        return (*told, "", Cell("Take up again", href=inside.url("case_take_line_up", row.key), hidden=which))
    change = Cell("Change", href=inside.url("case_change_line", row.key), hidden=which)
    return (*told, change, Cell("Put aside", href=inside.url("case_put_line_aside", row.key), hidden=which))


@in_case(*READS)
def one_line(inside: Inside, key: str) -> HttpResponse:
    found = queries.line(inside.request.actor, inside.case, key, inside.at, inside.rights)
    if found is None:
        return answers.absent()
    offered = (
        ("change_line", "Change its words", "case_change_line"),
        ("put_line_aside", "Put it aside", "case_put_line_aside"),
        ("take_line_up", "Take it up again", "case_take_line_up"),
    )
    shown = {
        "line": found,
        "facts": _facts(found),
        "acts": [Link(text, inside.url(name, key)) for act, text, name in offered if inside.rights.can(act, found)],
        "worded_columns": WORDED,
        "worded": [_worded(each) for each in queries.earlier_wordings(found)],
        "rested_columns": RESTED,
        "rested": [_rested(each) for each in queries.times_aside(found)],
    }
    return inside.page("cases/line.html", shown, read="read_line", about=found)


def _facts(found: queries.OneLine) -> list[Row]:
    return [
        Row("What is asked", found.question),
        Row("Why, or where from", found.came_from or "Not given"),
        Row("How it stands", found.state.label),
        Row("In these words since", f"{day_in_words(day_of(found.recorded_at))}, {found.recorded_by.name}"),
    ]


def _worded(each: Any) -> tuple[object, ...]:
    came_from = each.came_from or "Not given"
    return (each.version, each.question, came_from, each.recorded_by.name, day_in_words(day_of(each.recorded_at)))


def _rested(each: Any) -> tuple[object, ...]:
    again = f"{day_in_words(day_of(each.taken_up_at))}, {each.taken_up_by.name}" if each.taken_up_at else "Not yet"
    return (day_in_words(day_of(each.put_aside_at)), each.put_aside_by.name, each.reason, again)


@in_case(*ACTS)
def add_line(inside: Inside) -> HttpResponse:
    act = Act("add_line", "Add a line of enquiry", "Add the line", inside.url("case_lines"), "The line is added.")
    return offer(
        inside,
        act,
        LineForm(inside.request.POST or None),
        lambda typed: commands.add_line(inside.case, **typed, by=inside.request.actor, at=inside.at),
    )


@in_case(*ACTS)
def change_line(inside: Inside, key: str) -> HttpResponse:
    found = queries.line(inside.request.actor, inside.case, key, inside.at, inside.rights)
    if found is None:
        return answers.absent()
    act = _of_line(inside, found, "change_line", "Change a line of enquiry", "Save", "The new words are saved.")
    before = {"question": found.question, "came_from": found.came_from, "version": found.version}

    def change(typed: dict[str, Any]) -> None:
        commands.change_line(found, **typed, by=inside.request.actor, at=inside.at)

    form = ChangeLineForm(inside.request.POST or None, initial=before)
    return offer(inside, act, form, change, row=found, latest=lambda: found.version, read="read_line")


@in_case(*ACTS)
def put_line_aside(inside: Inside, key: str) -> HttpResponse:
    found = queries.line(inside.request.actor, inside.case, key, inside.at, inside.rights)
    if found is None:
        return answers.absent()
    act = _of_line(inside, found, "put_line_aside", "Put a line of enquiry aside", "Put it aside", "It is put aside.")
    return offer(
        inside,
        act,
        PutAsideForm(inside.request.POST or None),
        lambda typed: commands.put_line_aside(found, **typed, by=inside.request.actor, at=inside.at),
        row=found,
    )


@in_case(*ACTS)
def take_line_up(inside: Inside, key: str) -> HttpResponse:
    found = queries.line(inside.request.actor, inside.case, key, inside.at, inside.rights)
    if found is None:
        return answers.absent()
    act = _of_line(inside, found, "take_line_up", "Take a line of enquiry up again", "Take it up", "It is asked again.")
    sent = inside.request.POST if inside.request.method == "POST" else None
    return offer(
        inside,
        act,
        TakeUpForm(sent),
        lambda _typed: commands.take_line_up(found, by=inside.request.actor, at=inside.at),
        row=found,
    )


def _of_line(inside: Inside, found: queries.OneLine, name: str, title: str, button: str, said: str) -> Act:
    return Act(name, title, button, inside.url("case_lines"), said, intro=found.question, about=f"Line {found.number}")
