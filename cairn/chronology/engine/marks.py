"""What a picture of a chronology is drawn from: one mark for an entry, of plain values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from cairn.chronology.engine.rows import Row


@dataclass(frozen=True, slots=True)
class Mark:
    """One entry: whose it is, and the days it can have been on or lasted over, both inclusive.

    `first` is None for “before 3 May 2016”, `last` for “after 3 May 2016”; with neither, its day is not known and it
    has no place in a picture. `doubtful` says that the record itself doubts the date; `href` is where the entry stands.
    """

    id: str
    agency: str
    first: date | None
    last: date | None
    doubtful: bool = False
    href: str = ""

    @property
    def place(self) -> tuple[date, date] | None:
        """The first and last day it is drawn over: where one is not known, the other alone; None without any."""
        first, last = self.first or self.last, self.last or self.first
        return None if first is None or last is None else (first, max(first, last))

    @property
    def unsure(self) -> bool:
        """Whether it is drawn as in doubt: the record doubts its date, or one end of it is not known."""
        return self.doubtful or self.first is None or self.last is None


def mark_of(row: Row, href: str = "") -> Mark:
    """The mark of a row. An end by itself, without any day on which it began, gives it no place."""
    when, until = row.when, row.until
    if when is None or (when.earliest is None and when.latest is None):
        return Mark(row.id, row.agency, None, None, href=href)
    doubtful = when.doubtful or (until is not None and until.doubtful)
    return Mark(row.id, row.agency, row.first_day, row.last_day, doubtful, href)
