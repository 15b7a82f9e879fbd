"""What agencies are asked: the scope, the columns and how to fill each; the empty chronology to take away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from django.http import HttpResponse

from cairn.cases.commands import note_read
from cairn.cases.forms.acting import VersionForm
from cairn.cases.views.inside import ACTS, READS, Inside, in_case
from cairn.chronology import commands, policy
from cairn.chronology.engine import blank
from cairn.chronology.engine.asking import Asked
from cairn.chronology.engine.headings import Column
from cairn.chronology.forms.asking import ColumnForm, ScopeForm
from cairn.chronology.queries import asking
from cairn.chronology.views.acting import act, links, sent
from cairn.documents.engine.kinds import Kind
from cairn.documents.views.sending import hand_over
from cairn.look import answers
from cairn.look.parts import Cell, Link, Row, day_in_words
from cairn.partnership.clock import day_of

HEADINGS = ("Column", "What it is for", "Must be filled", "How it is filled")
GUIDE = "chronology_guide"
EMPTY = {
    "word": (Kind.DOCX, "Word"),
    "excel": (Kind.XLSX, "Excel"),
    "csv": (Kind.CSV, "CSV"),
}
Change = Callable[[list[Asked], dict[str, Any]], Sequence[Asked]]


@in_case(*READS)
def guide(inside: Inside) -> HttpResponse:
    found = _found(inside)
    if found is None:
        return answers.absent()
    changes = bool(policy.verdict(inside.rights, "change_scope", found))
    open_to_change = changes and bool(policy.may_change_columns(found))
    shown = {
        "found": found,
        "facts": _facts(found),
        "columns": HEADINGS + (("Change",) if open_to_change else ()),
        "rows": [
            _line(inside, number, each, open_to_change) for number, each in enumerate(asking.asked_columns(found))
        ],
        "notes": blank.NOTES,
        "empty_files": [Link(f"As {name}", inside.url("chronology_empty", kind)) for kind, (_, name) in EMPTY.items()],
        "acts": [
            *links(inside, found, ("change_scope", "Change the scope", inside.url("chronology_scope"))),
            *([Link("Add a column", inside.url("chronology_add_column"))] if open_to_change else []),
            *links(inside, found, ("ask_for_chronologies", "Ask agencies", inside.url("chronology_ask"))),
        ],
        "fixed": changes and not open_to_change,
    }
    return inside.page("chronology/guide.html", shown, read="read_chronology_return")


def _found(inside: Inside) -> asking.OneChronology | None:
    return asking.chronology(inside.request.actor, inside.case, inside.at, inside.rights)


def _facts(found: asking.OneChronology) -> list[Row]:
    first, last = found.covers_from, found.covers_to
    return [
        Row("What it covers", found.scope),
        Row("From", day_in_words(first) if first else "No first day is set"),
        Row("Until", day_in_words(last) if last else "No last day is set"),
        Row("For authors", found.instructions or "Nothing more"),
    ]


def _line(inside: Inside, number: int, each: Asked, open_to_change: bool) -> tuple[object, ...]:
    line = (
        each.heading,
        each.column.label if each.column else "The partnership's own",
        "Yes" if each.mandatory else "No",
        each.instruction or "As the author sees fit",
    )
    if not open_to_change:
        return line
    return (*line, Cell("Change", href=inside.url("chronology_column", str(number)), hidden=each.heading))


@in_case(*READS)
def empty(inside: Inside, kind: str) -> HttpResponse:
    found = _found(inside)
    if found is None or kind not in EMPTY:
        return answers.absent()
    columns = asking.asked_columns(found)
    own = [row.due_on for row in asking.board(inside.request.actor, inside.case, inside.at, inside.rights)]
    due_on = own[0] if len(set(own)) == 1 else None
    made = {
        "word": lambda: blank.as_word(columns, found.scope, found.instructions, due_on, day_of(inside.at)),
        "excel": lambda: blank.as_excel(columns, day_of(inside.at)),
        "csv": lambda: blank.as_csv(columns),
    }[kind]()
    note_read(found, verb="read_chronology_return", by=inside.request.actor, at=inside.at)
    return hand_over(made, f"{inside.case.reference} empty chronology", EMPTY[kind][0])


@in_case(*ACTS)
def scope(inside: Inside) -> HttpResponse:
    found = _found(inside)
    if found is None:
        return answers.absent()
    there = {
        "scope": found.scope,
        "covers_from": found.covers_from,
        "covers_to": found.covers_to,
        "instructions": found.instructions,
        "version": found.revision,
    }
    return act(
        inside,
        "change_scope",
        found,
        ScopeForm(sent(inside), initial=there),
        lambda typed: commands.change_scope(
            found, **{**typed, "version": typed["version"] or 0}, by=inside.request.actor, at=inside.at
        ),
        title="Change what the chronology covers",
        button="Save",
        leads_to=inside.url(GUIDE),
        said="The scope is changed. Agencies that were asked see it as it is now.",
        latest=lambda: _revision(inside),
    )


def _revision(inside: Inside) -> int:
    found = _found(inside)
    assert found is not None
    return found.revision


@in_case(*ACTS)
def add_column(inside: Inside) -> HttpResponse:
    found = _found(inside)
    if found is None:
        return answers.absent()
    form = ColumnForm(sent(inside), roles=asking.ROLES_OF_COLUMNS, initial={"version": found.revision})
    return _change(
        inside,
        found,
        form,
        lambda there, typed: [*there, _asked(typed)],
        title="Add a column",
        button="Add it",
        said="The column is added.",
    )


@in_case(*ACTS)
def column(inside: Inside, number: str) -> HttpResponse:
    found, there = _one_column(inside, number)
    if found is None or there is None:
        return answers.absent()
    initial = {
        "heading": there.heading,
        "column": there.column.value if there.column else "",
        "mandatory": there.mandatory,
        "instruction": there.instruction,
        "version": found.revision,
    }
    form = ColumnForm(sent(inside), roles=asking.ROLES_OF_COLUMNS, initial=initial)
    return _change(
        inside,
        found,
        form,
        lambda columns, typed: [_asked(typed) if each == there else each for each in columns],
        title="Change a column",
        button="Save",
        said="The column is changed.",
        about=there.heading,
        more={"leave_out": inside.url("chronology_leave_out", number)},
        template="chronology/column.html",
    )


@in_case(*ACTS)
def leave_out(inside: Inside, number: str) -> HttpResponse:
    found, there = _one_column(inside, number)
    if found is None or there is None:
        return answers.absent()
    return _change(
        inside,
        found,
        VersionForm(sent(inside), initial={"version": found.revision}),
        lambda columns, _typed: [each for each in columns if each != there],
        title="Leave this column out",
        button="Leave it out",
        said="The column is left out.",
        about=there.heading,
    )


def _one_column(inside: Inside, number: str) -> tuple[asking.OneChronology | None, Asked | None]:
    found = _found(inside)
    if found is None or not number.isascii() or not number.isdecimal():
        return found, None
    columns = asking.asked_columns(found)
    return found, columns[int(number)] if int(number) < len(columns) else None


def _asked(typed: dict[str, Any]) -> Asked:
    role = Column(typed["column"]) if typed["column"] else None
    return Asked(typed["heading"].strip(), role, typed["mandatory"], typed["instruction"].strip())


def _change(
    inside: Inside, found: asking.OneChronology, form: Any, change: Change, *, said: str, **shown: Any
) -> HttpResponse:
    """The columns anew, as long as nobody is asked; what the chronology covers stays as it is."""

    def do(typed: dict[str, Any]) -> None:
        columns = change(asking.asked_columns(found), typed)
        same = {name: getattr(found, name) for name in ("scope", "covers_from", "covers_to", "instructions")}
        commands.change_scope(
            found, **same, columns=columns, version=typed["version"], by=inside.request.actor, at=inside.at
        )

    return act(
        inside,
        "change_scope",
        found,
        form,
        do,
        leads_to=inside.url(GUIDE),
        said=said,
        latest=lambda: _revision(inside),
        **shown,
    )
