"""A small reader of dates for tests: days as 14/8/2026 or 2026-08-14, months, years, nothing else."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class When:
    """What the small reader understood."""

    earliest: date | None = None
    latest: date | None = None
    doubtful: bool = False
    problem: str = ""
    minutes: int = -1

    @property
    def sort_key(self) -> tuple[date | None, int]:
        return (self.earliest, self.minutes)


def read_when(day: str, clock: str = "") -> When:
    """A day, a month (8/2026) or a year (2026), perhaps with a leading question mark and a time (9:30)."""
    doubtful, day = day.startswith("?"), day.lstrip("?")
    numbers = [int(part) for part in re.findall(r"\d+", day)]
    if "-" in day:
        numbers.reverse()
    time = re.fullmatch(r"(\d\d?):(\d\d)", clock)
    if clock and not time:
        return When(problem=f"“{clock}” is not a time.")
    minutes = int(time[1]) * 60 + int(time[2]) if time else -1
    try:
        if len(numbers) == 3:
            found = date(numbers[2], numbers[1], numbers[0])
            return When(found, found, doubtful, "", minutes)
        month = numbers[0] if len(numbers) == 2 else 0
        first = date(numbers[-1], month or 1, 1)
        last = date(numbers[-1], month or 12, calendar.monthrange(numbers[-1], month or 12)[1])
    except (ValueError, IndexError):
        return When(problem=f"“{day}” is not a date.")
    return When(first, last, doubtful, "", minutes)
