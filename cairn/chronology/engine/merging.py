"""The returns of all agencies, put in one order. Every row keeps its agency, its file and its place there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from operator import itemgetter
from typing import Any

from cairn.chronology.engine.headings import Column
from cairn.chronology.engine.returns import Return
from cairn.chronology.engine.rows import Row, number

_LAST = float("inf")


def merge(returns: Iterable[Return]) -> list[Row]:
    """All rows in the order of what happened; those of which no day is known stand at the end, in their own order.

    Events of one moment stand in the sequence their author gave them, then by agency and by their place in the file.
    """
    placed = sorted(returns, key=lambda one: (one.agency.casefold(), one.agency, one.file))
    return in_order(_told_apart(row for one in placed for row in one.rows))


def in_order(rows: Iterable[Row]) -> list[Row]:
    """Rows by their moment and sequence; where both are the same, and where no day is known, they stay as they came."""
    known: list[tuple[Any, float, Row]] = []
    unknown: list[Row] = []
    for row in rows:
        when = row.when
        if when is None or when.earliest is None:
            unknown.append(row)
            continue
        written = row.texts.get(Column.SEQUENCE)
        sequence = number(written) if written else None
        known.append((when.sort_key, _LAST if sequence is None else sequence, row))
    known.sort(key=itemgetter(1))  # sorting keeps the order of equals: the last sort counts most
    known.sort(key=itemgetter(0))
    return [*(row for _moment, _sequence, row in known), *unknown]


def _told_apart(rows: Iterable[Row]) -> list[Row]:
    """Two files of one agency may hold the same row: the second of the two has an id that says so."""
    seen: dict[str, int] = {}
    told: list[Row] = []
    for row in rows:
        times = seen[row.id] = seen.get(row.id, 0) + 1
        told.append(row if times == 1 else replace(row, id=f"{row.id}-{times}"))
    return told
