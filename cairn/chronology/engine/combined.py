"""The combined chronology in shapes that programs and spreadsheets take: documents, and a table of plain cells."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from cairn.chronology.engine.dates import as_document
from cairn.chronology.engine.finding import Finding, Findings
from cairn.chronology.engine.gaps import Gap
from cairn.chronology.engine.headings import Column
from cairn.chronology.engine.returns import Return
from cairn.chronology.engine.rows import Dated, Fault, Row
from cairn.chronology.engine.when import When, shown
from cairn.names.relabelling import Relabelling

# What stands in columns of its own; the rest keep their headings.
_APART = frozenset({Column.START_DATE, Column.SOURCE, Column.EVENT, Column.DEPARTMENT})
_FIRST = ("When", "As written", "Earliest", "Latest", "Agency", "Department", "Source of information", "What happened")
_LAST = ("To put right", "File", "Table", "Row", "Id")


def by_labels(row: Row, labels: Relabelling) -> Row:
    """The row with the labels of people and places in place of their names, wherever it has words."""
    return replace(
        row,
        texts={column: labels.of(text) for column, text in row.texts.items()},
        others={labels.of(heading): labels.of(text) for heading, text in row.others.items()},
        when=_by_labels(row.when, labels),
        until=_by_labels(row.until, labels),
        known=_by_labels(row.known, labels),
        faults=tuple(fault_by_labels(fault, labels) for fault in row.faults),
    )


def _by_labels(when: Dated | None, labels: Relabelling) -> When | None:
    return replace(when, text=labels.of(when.text)) if isinstance(when, When) else None


def fault_by_labels(fault: Fault, labels: Relabelling) -> Fault:
    """The fault with labels in what was found, and in what is said of it."""
    return replace(fault, found=labels.of(fault.found), problem=labels.of(fault.problem))


def when_of(row: Row) -> When:
    """When it happened, as it was read; nothing where no date is written."""
    return row.when if isinstance(row.when, When) else When("")


def columns_of(row: Row) -> dict[str, str]:
    """What the row says beside its day, its source and what happened, by the heading over it."""
    known = {column.label: text for column, text in row.texts.items() if column not in _APART}
    return {**known, **row.others}


def row_document(row: Row) -> dict[str, object]:
    """One row in the shape that scripts rely on."""
    return {
        "id": row.id,
        "agency": row.agency,
        "department": row.department,
        "file": row.file,
        "table": row.table,
        "row": row.number,
        "when": as_document(when_of(row)),
        "source": row.source,
        "text": row.event,
        "columns": columns_of(row),
        "faults": [fault_document(fault) for fault in row.faults],
    }


def fault_document(fault: Fault) -> dict[str, object]:
    """One fault: where, what was found, what is wrong with it and how to mend it."""
    return {
        "table": fault.table,
        "row": fault.row,
        "column": fault.column,
        "found": fault.found,
        "problem": fault.problem,
        "mend": fault.mend,
    }


def report_document(returns: Iterable[Return], found: Findings) -> dict[str, object]:
    """What each file had and lacked, and what to look at in the whole."""
    return {
        "files": [_file(each) for each in returns],
        "duplicates": [_finding(each) for each in found.duplicates],
        "disagreements": [_finding(each) for each in found.disagreements],
        "gaps": [_gap(each) for each in found.gaps],
    }


def _file(each: Return) -> dict[str, object]:
    return {
        "file": each.file,
        "agency": each.agency,
        "rows_read": len(each.rows),
        "blank": each.blank,
        "headings_repeated": each.repeated,
        "above_headings": each.above,
        "not_read": each.unread,
        "faults": [fault_document(fault) for fault in each.faults],
    }


def _finding(each: Finding) -> dict[str, object]:
    return {"ids": list(each.ids), "score": round(each.score, 1), "why": each.why}


def _gap(each: Gap) -> dict[str, object]:
    days = {"begins": each.begins.isoformat(), "ends": each.ends.isoformat(), "days": each.days}
    return {"lack": each.lack.value, "agency": each.agency, **days, "ids": list(each.ids), "why": each.why}


def table_of(rows: Sequence[Row]) -> tuple[list[str], list[list[str]]]:
    """Headings and cells for a spreadsheet: each heading that any file has of its own is a column."""
    others = list(dict.fromkeys(heading for row in rows for heading in columns_of(row)))
    return [*_FIRST, *others, *_LAST], [_cells(row, others) for row in rows]


def _cells(row: Row, others: Sequence[str]) -> list[str]:
    when, more = when_of(row), columns_of(row)
    days = ["" if day is None else day.isoformat() for day in (when.earliest, when.latest)]
    first = [shown(when), row.date_text, *days, row.agency, row.department, row.source, row.event]
    last = [to_put_right(row), row.file, str(row.table), str(row.number), row.id]
    return [*first, *(more.get(heading, "") for heading in others), *last]


def to_put_right(row: Row) -> str:
    """What is wrong with a row, in one text; blank if nothing is."""
    return " ".join(fault.problem for fault in row.faults)
