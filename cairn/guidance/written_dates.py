"""Dates as the command line and the rules write them: a full day, or honestly less (a month, a season, a year)."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from cairn.guidance.refusals import CannotAnswer

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
# First and last month as people use the words; winter may be either end of the year.
SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "winter": (1, 14)}
_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
_WORDS = re.compile(r"(?:(?:(\d{1,2}) )?([A-Za-z]+) )?(\d{4})", re.ASCII)


@dataclass(frozen=True)
class PartialDate:
    """A date known to lie from `earliest` to `latest`; `precision` is day, month, season or year."""

    text: str
    earliest: date
    latest: date
    precision: str

    @property
    def is_day(self) -> bool:
        """Whether the very day is known; only then may a clock be computed from it."""
        return self.precision == "day"

    def __str__(self) -> str:
        if self.precision == "month":
            return f"{MONTHS[self.earliest.month - 1]} {self.earliest.year}"
        return f"{self.earliest.day} {self.earliest:%B} {self.earliest.year}" if self.is_day else self.text


def read_partial(text: str) -> PartialDate:
    """A day, month, season or year: `2026-08-14`, `14 August 2026`, `2014-01`, `January 2014`, `summer 2016`, `2016`.

    Raises CannotAnswer for anything else and for days that do not exist.
    """
    words = " ".join(text.split())
    if iso := _ISO.fullmatch(words):
        year, month, day = (int(part) if part else None for part in iso.groups())
        return _partial(words, int(iso[1]), month, day) if year else _refuse(words)
    written = _WORDS.fullmatch(words)
    if not written:
        return _refuse(words)
    year, name = int(written[3]), written[2].lower()
    if name in SEASONS and not written[1]:
        return _season(words, name, year)
    month = _month(name)
    return _partial(words, year, month, int(written[1]) if written[1] else None) if month else _refuse(words)


def read_day(text: str) -> date:
    """A full day. Raises CannotAnswer for a partial date: no clock is computed from one."""
    partial = read_partial(text)
    if not partial.is_day:
        raise CannotAnswer(
            f"The date {partial.text!r} does not name a day, and no clock can be counted from it. "
            "Give the day, such as 2026-08-14 or 14 August 2026."
        )
    return partial.earliest


def _refuse(words: str) -> PartialDate:
    raise CannotAnswer(f"The date {words!r} cannot be read. Write it as 2026-08-14 or 14 August 2026.")


def _month(name: str) -> int | None:
    found = [number for number, month in enumerate(MONTHS, 1) if len(name) >= 3 and month.lower().startswith(name)]
    return found[0] if found else None


def _season(words: str, name: str, year: int) -> PartialDate:
    first, last = SEASONS[name]
    end_year, end_month = (year, last) if last <= 12 else (year + 1, last - 12)
    latest = date(end_year, end_month, monthrange(end_year, end_month)[1])
    return PartialDate(words, date(year, first, 1), latest, "season")


def _partial(words: str, year: int, month: int | None, day: int | None) -> PartialDate:
    try:
        if month is None:
            return PartialDate(words, date(year, 1, 1), date(year, 12, 31), "year")
        if day is None:
            return PartialDate(words, date(year, month, 1), date(year, month, monthrange(year, month)[1]), "month")
        return PartialDate(words, date(year, month, day), date(year, month, day), "day")
    except ValueError:
        raise CannotAnswer(
            f"There is no such date as {words!r}. Write one the calendar has, such as 2026-08-14 or 14 August 2026."
        ) from None
