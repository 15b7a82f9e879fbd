"""What is known of when something happened: never more than was written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_NOT_KNOWN = "not known"


class Precision(StrEnum):
    """How much of a date is known."""

    MINUTE = "minute"
    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    RANGE = "range"
    BEFORE = "before"
    AFTER = "after"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class When:
    """One date as somebody wrote it, and the days it can mean. `earliest` and `latest` are whole days, both inclusive.

    What the record itself doubts is `doubtful`; what could not be understood, or only by guessing, has a `problem`.
    `at` is the time of day in the precision of a minute. `notation` is the date in EDTF (ISO 8601-2:2019) without its
    mark of doubt; blank where nothing is known.
    """

    text: str
    earliest: date | None = None
    latest: date | None = None
    precision: Precision = Precision.UNKNOWN
    doubtful: bool = False
    problem: str = ""
    at: time | None = None
    notation: str = ""
    about: bool = False  # near that date, rather than perhaps that date

    @property
    def edtf(self) -> str:
        """The date in EDTF. A doubted moment is given as its day, for the notation has no mark for a time."""
        if not self.notation:
            return ""
        if not self.doubtful:
            return f"{self.notation}T{self.at:%H:%M}" if self.at else self.notation
        mark = "~" if self.about else "?"
        return "/".join(part if part == ".." else part + mark for part in self.notation.split("/"))

    @property
    def sort_key(self) -> tuple[date, time]:
        """What puts events in order: the earliest day it can have been, and the start of what is not known of the time.

        What is taken for granted here is never shown. "Before" a day is put where it ends.
        """
        return (self.earliest or self.latest or date.max, self.at or time.min)


def shown(when: When) -> str:
    """What is known, in words, and no more: “May 2016”, “before 3 May 2016”, “about 22 May 2016, 14:30”."""
    words = _words(when)
    if not when.doubtful or words == _NOT_KNOWN:
        return words
    return f"about {words}" if when.about else f"{words} (in doubt)"


def _words(when: When) -> str:
    first, last = when.earliest, when.latest
    if first is None or last is None:
        return _open_ended(when)
    if when.precision == Precision.MINUTE and when.at:
        return f"{in_words(first)}, {when.at:%H:%M}"
    return {
        Precision.MONTH: f"{MONTHS[first.month - 1]} {first.year}",
        Precision.SEASON: f"{MONTHS[first.month - 1]} to {MONTHS[last.month - 1]} {last.year}",
        Precision.YEAR: f"{first.year}",
        Precision.RANGE: f"{in_words(first)} to {in_words(last)}",
    }.get(when.precision, in_words(first))


def _open_ended(when: When) -> str:
    if when.earliest:
        return f"{in_words(when.earliest)} or later"
    return f"{in_words(when.latest)} or earlier" if when.latest else _NOT_KNOWN


def in_words(day: date) -> str:
    """A day as people read it: 22 May 2016."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
