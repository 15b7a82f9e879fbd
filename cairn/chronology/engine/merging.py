"""The returns of all agencies, put in one order. Every row keeps its agency, its file and its place there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from cairn.chronology.engine.headings import Column
from cairn.chronology.engine.returns import Return
from cairn.chronology.engine.rows import Row

_LAST = float("inf")


def merge(returns: Iterable[Return]) -> list[Row]:
    """All rows in the order of what happened; those of which no day is known stand at the end, in their own order.

    What was "before" a day stands where it ends, for that much is known of it.
    Events of one moment stand in the sequence their author gave them, then by agency and by their place in the file.
    """
    placed = sorted(returns, key=lambda one: (one.agency.casefold(), one.agency, one.file))
    return in_order(_told_apart(row for one in placed for row in one.rows))


def in_order(rows: Iterable[Row]) -> list[Row]:
    """Rows by their moment and sequence; where both are the same, and where no day is known, they stay as they came."""
    known: list[Row] = []
    unknown: list[Row] = []
    ordered_by_hand = False
    for row in rows:
        if row.when is None or (row.when.earliest is None and row.when.latest is None):
            unknown.append(row)
        else:
            known.append(row)
            ordered_by_hand = ordered_by_hand or Column.SEQUENCE in row.texts
    if ordered_by_hand:  # sorting keeps the order of equals: the last sort counts most
        known.sort(key=_sequence)
    known.sort(key=_moment)
    return known + unknown


def _moment(row: Row) -> Any:
    assert row.when is not None
    return row.when.sort_key


def _sequence(row: Row) -> float:
    return _LAST if (found := row.sequence) is None else found


def _told_apart(rows: Iterable[Row]) -> list[Row]:
    """Two files of one agency may hold the same row: the second of the two has an id that says so."""
    seen: dict[str, int] = {}
    told: list[Row] = []
    for row in rows:
        times = seen[row.id] = seen.get(row.id, 0) + 1
        told.append(row if times == 1 else replace(row, id=f"{row.id}-{times}"))
    return told
