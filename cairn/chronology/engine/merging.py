"""The returns of all agencies, put in one order. Every row keeps its agency, its file and its place there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from cairn.chronology.engine.returns import Return
from cairn.chronology.engine.rows import Row

_LAST = float("inf")


def merge(returns: Iterable[Return]) -> list[Row]:
    """All rows in the order of what happened; those of which no day is known stand at the end, in their own order.

    Events of one moment stand in the sequence their author gave them, then by agency and by their place in the file.
    """
    rows = _told_apart(row for one in returns for row in one.rows)
    return [*in_order(row for row in rows if row.first_day), *sorted((r for r in rows if not r.first_day), key=_place)]


def in_order(rows: Iterable[Row]) -> list[Row]:
    """Rows of which the day is known, in order."""
    keyed = [(_moment(row), _place(row), place, row) for place, row in enumerate(rows)]
    keyed.sort()
    return [row for _moment_of_it, _place_of_it, _place_here, row in keyed]


def _moment(row: Row) -> tuple[Any, float]:
    sequence = row.sequence
    return (row.when.sort_key if row.when is not None else (), _LAST if sequence is None else sequence)


def _place(row: Row) -> tuple[str, str, int, int]:
    return (row.agency.casefold(), row.file, row.table, row.number)


def _told_apart(rows: Iterable[Row]) -> list[Row]:
    """Two files of one agency may hold the same row: the second of the two has an id that says so."""
    seen: dict[str, int] = {}
    told: list[Row] = []
    for row in rows:
        times = seen[row.id] = seen.get(row.id, 0) + 1
        told.append(row if times == 1 else replace(row, id=f"{row.id}-{times}"))
    return told
