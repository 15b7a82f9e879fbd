"""What is known of when something happened: never more than was written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
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
    words: str = ""  # how it is said where its days would say more than was written

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
    """What is known, in words, and no more: “May to June 2016”, “before 3 May 2016”, “about 22 May 2016, 14:30”."""
    words = _words(when)
    if not when.doubtful or words == _NOT_KNOWN:
        return words
    return f"about {words}" if when.about else f"{words} (in doubt)"


def _words(when: When) -> str:
    if not when.notation:
        return _NOT_KNOWN
    words = when.words or in_words_of(when.notation)
    return f"{words}, {when.at:%H:%M}" if when.at else words


def in_words(day: date) -> str:
    """A day as people read it: 22 May 2016."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def in_words_of(notation: str) -> str:
    """A date in EDTF as people read it: May 2016, spring 2016, 22 to 24 May 2016. What both ends share is said once."""
    first, *last = [_in_words_of_one(part).split() for part in notation.split("/")]
    shared = 0
    for end in last:
        while shared < min(len(first) - 1, len(end)) and first[-1 - shared] == end[-1 - shared]:
            shared += 1
    return " to ".join(" ".join(part) for part in (first[: len(first) - shared], *last))


def _in_words_of_one(part: str) -> str:
    year, month, day = (*part.split("-"), "", "")[:3]
    if day:
        return in_words(date.fromisoformat(part))
    if month == "24":
        return f"winter {year}/{(int(year) + 1) % 100:02}"
    return " ".join(word for word in (SEASONS.get(month) or (MONTHS[int(month) - 1] if month else ""), year) if word)
