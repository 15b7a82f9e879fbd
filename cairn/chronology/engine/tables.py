"""The tables of a file as they stand in it, before anybody says what their columns mean."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from cairn.documents.engine import limits
from cairn.documents.engine.refusing import Fault, NotTaken


@dataclass(frozen=True)
class Line:
    """One row of a table: its number in the table, or on the sheet, and what its cells say."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Note:
    """Something about the way a row is written that its reader should know; row 0 is the table as a whole."""

    row: int
    found: str
    problem: str
    mend: str


@dataclass(frozen=True)
class Table:
    """One table: what it is called in the file, its rows, and what was odd about them."""

    name: str
    lines: tuple[Line, ...]
    notes: tuple[Note, ...] = ()


def within_limits(lines: Iterable[Line]) -> tuple[Line, ...]:
    """The rows, if no more than a chronology has. Raises NotTaken, and stops there, if there are more."""
    taken: list[Line] = []
    cells = 0
    for line in lines:
        taken.append(line)
        cells += len(line.cells)
        if len(taken) > limits.MOST_ROWS or len(line.cells) > limits.MOST_COLUMNS or cells > limits.MOST_CELLS:
            raise NotTaken(Fault.TABLE_TOO_LARGE)
    return tuple(taken)


def written(tables: Iterable[Table]) -> str:
    """The tables as one text, for the process that asked for them. Raises NotTaken if that is too long to hand over."""
    said = json.dumps(
        [
            [
                table.name,
                [[line.number, *line.cells] for line in table.lines],
                [[note.row, note.found, note.problem, note.mend] for note in table.notes],
            ]
            for table in tables
        ],
        ensure_ascii=False,
        separators=(",", ":"),
    )
    # The answer is written once more, in plain letters alone: that is what has to fit.
    if len(said) > limits.MOST_TABLE_TEXT or len(json.dumps(said)) > limits.MOST_ANSWER - limits.MEGABYTE:
        raise NotTaken(Fault.TABLE_TOO_LARGE)
    return said


def read(said: str) -> tuple[Table, ...]:
    """What `written` wrote."""
    return tuple(
        Table(
            str(name),
            tuple(Line(int(number), tuple(map(str, cells))) for number, *cells in lines),
            tuple(Note(int(row), str(found), str(problem), str(mend)) for row, found, problem, mend in notes),
        )
        for name, lines, notes in json.loads(said)
    )
