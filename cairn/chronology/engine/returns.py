"""What one agency returned: its rows, all that is wrong with them, and what was passed over and why."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from cairn.chronology.engine.checking import Checks
from cairn.chronology.engine.columns import USUAL, Columns, Template, heading_line, recognise
from cairn.chronology.engine.headings import Column
from cairn.chronology.engine.order import remark
from cairn.chronology.engine.rows import Fault, ReadWhen, Row, understood, with_ids
from cairn.chronology.engine.tables import Line, Table


@dataclass(frozen=True)
class Return:
    """The chronology of one agency, from one file."""

    file: str
    agency: str
    rows: tuple[Row, ...] = ()
    faults: tuple[Fault, ...] = ()
    blank: int = 0  # rows without anything in them
    repeated: int = 0  # rows that say the headings again
    above: int = 0  # rows above the headings
    unread: int = 0  # rows of tables without headings that are known; each such table has a fault


def parse(
    tables: Sequence[Table],
    *,
    file: str,
    agency: str,
    read_when: ReadWhen,
    template: Template = USUAL,
    department: str = "",
) -> Return:
    """Every row of every table, and every fault, in one pass. A row with a fault is kept and marked with it."""
    found = Return(file, agency)
    before: Checks | None = None
    for number, table in enumerate(tables, 1):
        where = heading_line(table, template)
        if where is not None:
            above = sum(1 for line in table.lines[:where] if _said(line))
            found = replace(found, above=found.above + above)
            before = Checks(recognise(table.lines[where].cells, template), template, read_when)
            found = _taken(found, number, table, where + 1, before, department)
        elif before is not None and _goes_on(table, before):
            found = _taken(_without_headings(found, number, table), number, table, 0, before, department)
        else:
            found = _passed_over(found, number, table)
    return replace(found, rows=with_ids(found.rows))


def _goes_on(table: Table, checks: Checks) -> bool:
    """Whether a table without headings goes on where the one before it stopped: as wide, with dates where dates are."""
    place = checks.columns.roles.get(Column.START_DATE)
    if place is None or any(len(line.cells) != len(checks.columns.headings) for line in table.lines):
        return False
    dates = [line.cells[place] for line in table.lines if line.cells[place]]
    return any(not checks.read_when(text, "").problem for text in dates)


def _without_headings(found: Return, number: int, table: Table) -> Return:
    fault = Fault(
        number,
        0,
        "",
        table.name,
        "This table has no headings, so it was read with those of the table before it.",
        "If its columns mean something else, write headings over them and send the file again.",
    )
    return replace(found, faults=(*found.faults, fault))


def _passed_over(found: Return, number: int, table: Table) -> Return:
    rows = sum(1 for line in table.lines if _said(line))
    if not rows:
        return replace(found, blank=found.blank + len(table.lines))
    fault = Fault(
        number,
        0,
        "",
        table.name,
        f"No headings of a chronology were found in this table, so its rows ({rows}) were not read.",
        "If it belongs to the chronology, write “Start date”, “Source of information” and “Event” over its columns.",
    )
    return replace(found, faults=(*found.faults, fault), unread=found.unread + rows)


def _taken(found: Return, number: int, table: Table, begins: int, checks: Checks, department: str) -> Return:
    """The rows below the headings. What is wrong with the whole table is said once, and marked on every row."""
    rows: list[Row] = []
    absent = _absent(number, table, checks)
    faults, missing = list(absent), {fault.column for fault in absent}
    notes = _notes(number, table)
    blank = repeated = 0
    for line in table.lines[begins:]:
        if not _said(line):
            blank += 1
        elif _says_headings(line, checks.columns):
            repeated += 1
        else:
            row = _row(found, number, line, checks, department)
            wrong = (*notes.pop(line.number, ()), *_too_wide(number, line, checks.columns), *checks.faults(row))
            rows.append(replace(row, faults=wrong))
            faults += [fault for fault in wrong if fault.column not in missing]
    faults += [fault for left in notes.values() for fault in left]
    unordered = remark(rows, checks.columns.heading(Column.START_DATE))
    faults += [unordered] if unordered else []
    return replace(
        found,
        rows=(*found.rows, *rows),
        faults=(*found.faults, *sorted(faults, key=lambda fault: fault.row)),
        blank=found.blank + blank,
        repeated=found.repeated + repeated,
    )


def _row(found: Return, table: int, line: Line, checks: Checks, department: str) -> Row:
    cells, columns = line.cells, checks.columns
    texts = {column: cells[place] for column, place in columns.roles.items() if place < len(cells) and cells[place]}
    others = {name: cells[place] for place, name in columns.others.items() if place < len(cells) and cells[place]}
    extra = enumerate(cells[len(columns.headings) :], len(columns.headings) + 1)
    others |= {f"Column {place}": text for place, text in extra if text}
    row = Row(
        id="",
        agency=found.agency,
        department=texts.get(Column.DEPARTMENT, department),
        file=found.file,
        table=table,
        number=line.number,
        texts=texts,
        others=others,
        when=None,
    )
    return understood(row, checks.read_when)


def _absent(number: int, table: Table, checks: Checks) -> tuple[Fault, ...]:
    """The columns that have to be there, and are not."""
    mandatory = [column for column in Column if column in checks.template.mandatory]
    names = [column.label for column in mandatory if column not in checks.columns.roles]
    names += sorted(checks.template.mandatory_headings - set(checks.columns.headings))
    return tuple(
        Fault(
            number,
            0,
            name,
            table.name,
            f"No column is headed “{name}”, so every row of this table lacks it.",
            f"Write “{name}” over the column that holds it, or add the column.",
        )
        for name in names
    )


def _notes(number: int, table: Table) -> dict[int, list[Fault]]:
    """What was odd about the way rows are written, by the row."""
    notes: dict[int, list[Fault]] = defaultdict(list)
    for note in table.notes:
        notes[note.row].append(Fault(number, note.row, "", note.found, note.problem, note.mend))
    return notes


def _too_wide(number: int, line: Line, columns: Columns) -> Iterator[Fault]:
    extra = [text for text in line.cells[len(columns.headings) :] if text]
    if extra:
        yield Fault(
            number,
            line.number,
            "",
            " | ".join(extra),
            "This row has more cells than there are headings, so its text may stand in the wrong columns.",
            "Look whether a cell was cut in two; in a CSV file, put text that holds a comma in quotation marks.",
        )


def _says_headings(line: Line, columns: Columns) -> bool:
    """Whether the row says the headings again, as on a second page."""
    said = [" ".join(cell.split()).casefold() for cell in line.cells]
    return said == [heading.casefold() for heading in columns.headings]


def _said(line: Line) -> bool:
    return any(line.cells)
