"""Dates as agencies write them: kept as written, understood where they can be, and set beside a birth."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from cairn.guidance.refusals import CannotAnswer
from cairn.guidance.written_dates import read_partial

_NUMBERS = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})", re.ASCII)


@dataclass(frozen=True)
class Understood:
    """The first and the last day that the words may mean; neither, where they cannot be read."""

    earliest: date | None = None
    latest: date | None = None


def understood(text: str) -> Understood:
    """What a written date means: a day, a month, a season or a year; nothing where it cannot be read. Never a guess."""
    words = " ".join(text.split())
    if numbers := _NUMBERS.fullmatch(words):
        day, month, year = (int(part) for part in numbers.groups())
        words = f"{year:04}-{month:02}-{day:02}"
    try:
        found = read_partial(words)
    except CannotAnswer:
        return Understood()
    return Understood(found.earliest, found.latest)


def is_before_birth(when: Understood, born: date | None) -> bool:
    """Whether it surely happened before the birth."""
    return born is not None and when.latest is not None and when.latest < born
