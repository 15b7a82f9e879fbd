"""Whether an agency wrote its rows in order of date: a remark on the table, for no row is wrong because of it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from cairn.chronology.engine.headings import Column
from cairn.chronology.engine.rows import Fault, Row

_MEND = (
    "Rows are put in order of date when the chronologies are combined; "
    "if the order within a day matters, number the rows in a Sequence column."
)


def remark(rows: Sequence[Row], heading: str) -> Fault | None:
    """One remark on the rows of one table, if their days neither rise nor fall; `heading` stands over the dates.

    Only rows with one day, not in doubt, are looked at, and only those to which the author gave no sequence.
    """
    dated = [(row, day) for row in rows if (day := _day(row)) is not None]
    days = [day for _row, day in dated]
    rising, falling = _kept(days), _kept([-day for day in days])
    kept = rising if len(rising) >= len(falling) else falling
    if len(kept) == len(days):
        return None
    first = next(row for place, (row, _day) in enumerate(dated) if place not in kept)
    problem = f"The rows stand in no order of date; the first that stands out of order is row {first.number}."
    return Fault(first.table, 0, heading, first.date_text, problem, _MEND)


def _day(row: Row) -> int | None:
    """The day of a row as a number, where it is one day and certain."""
    when = row.when
    if when is None or when.earliest is None or when.earliest != when.latest or when.doubtful:
        return None
    return None if row.text(Column.SEQUENCE) else when.earliest.toordinal()


def _kept(days: Sequence[int]) -> set[int]:
    """The places of the longest run of days that never falls, whatever lies between; of several, the earliest.

    Looking at neighbours alone would blame the row after a mistyped year, and with it all that follow. It is looked
    for from the end, so that of two days that changed places the later row is the one out of order.
    """
    ends: list[int] = []  # the greatest day, turned round, with which a run of each length can begin
    places: list[int] = []  # and where that day stands
    after: dict[int, int] = {}  # for each place, the one after it in its run; none where it ends
    for place in range(len(days) - 1, -1, -1):
        day = -days[place]
        length = bisect_right(ends, day)
        if length:
            after[place] = places[length - 1]
        ends[length : length + 1] = [day]
        places[length : length + 1] = [place]
    kept: set[int] = set()
    at = places[-1] if places else None
    while at is not None:
        kept.add(at)
        at = after.get(at)
    return kept
