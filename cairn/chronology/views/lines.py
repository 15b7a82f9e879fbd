"""A row of the combined chronology as the table shows it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import NoReverseMatch

from cairn.cases.views.inside import Inside
from cairn.chronology.engine.combined import columns_of, to_put_right, when_of
from cairn.chronology.engine.headings import Column
from cairn.chronology.engine.lanes import Lane, lanes_of
from cairn.chronology.engine.rows import Row
from cairn.chronology.engine.when import shown
from cairn.chronology.queries.table import Entry
from cairn.look.parts import Link

UNSIGNED = ("Not signed off yet", "yellow")
NOTE = ("Author’s note", "grey")
TO_PUT_RIGHT = ("To put right", "orange")


@dataclass(frozen=True)
class Line:
    """One row: words only, each as its reader may see it."""

    when: Link
    written: str  # as it was written, where that says it otherwise
    lane: Lane
    department: str
    source: str
    event: str
    more: Sequence[tuple[str, str]]
    tags: Sequence[tuple[str, str]]
    note: bool


def lines(inside: Inside, entries: Sequence[Entry], agencies: Sequence[str]) -> tuple[list[Line], list[Line]]:
    """The rows of a page: those whose day is known, and those whose day is not."""
    lanes = {lane.agency: lane for lane in lanes_of(agencies)}
    made = [(entry.dated, _line(inside, entry, lanes[entry.agency.name])) for entry in entries]
    return [line for dated, line in made if dated], [line for dated, line in made if not dated]


def _line(inside: Inside, entry: Entry, lane: Lane) -> Line:
    row = entry.row
    words = shown(when_of(row))
    return Line(
        when=Link(words, _address(inside, entry.key), hidden=f"{lane.agency}, {row.source}"),
        written=_written(row, words),
        lane=lane,
        department=row.department,
        source=row.source,
        event=row.event,
        more=_more(row),
        tags=[
            *([] if entry.signed else [UNSIGNED]),
            *([NOTE] if row.note else []),
            *([TO_PUT_RIGHT] if row.faults else []),
        ],
        note=row.note,
    )


def _more(row: Row) -> list[tuple[str, str]]:
    """What is folded: the other columns, without what stands in the row already, and what is to be put right."""
    there = {Column.START_TIME.label, *(row.others if not row.text(Column.EVENT) else ())}
    more = [(heading, text) for heading, text in columns_of(row).items() if heading not in there]
    wrong = to_put_right(row)
    return [*more, (TO_PUT_RIGHT[0], wrong)] if wrong else more


def _written(row: Row, words: str) -> str:
    """The date and time as they stand in the file; blank where the page says it in the same words."""
    written = " ".join(text for text in (row.date_text, row.time_text) if text)
    return "" if written.casefold() == words.replace(",", "").casefold() else written


def _address(inside: Inside, key: str) -> str:
    """The page of the entry."""
    try:
        return inside.url("chronology_entry", key)
    except NoReverseMatch:
        return ""
