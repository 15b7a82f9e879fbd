"""Times of day as people write them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import time

_CLOCK = re.compile(
    r"(?P<hour>\d{1,2})(?:\s*[:.;]\s*(?P<minute>\d{2})(?:[:.][0-5]\d(?:\.\d+)?)?)?\s*"
    r"(?P<half>a\.?m\.?|p\.?m\.?)?\s*(?P<unit>hrs?|hours|h)?\.?\s*(?P<zone>z|utc|gmt|bst|\+\d{2}:?\d{2})?"
)
_FOUR = re.compile(r"(?P<hour>\d{2})(?P<minute>\d{2})\s*(?P<half>[ap]\.?m\.?)?\s*(?P<unit>hrs?|hours|h)?\.?")
_DOUBT = re.compile(r"^(?:\?|approx(?:imately)?\.?|about|around|circa|c\.|roughly|probably|~)\s*|\s*\?$")
_BETWEEN = re.compile(r"\s*(?:-|\bto\b|\band\b|\buntil\b)\s*")
_PARTS = frozenset(
    {
        *("morning", "am", "a.m.", "early morning", "late morning", "afternoon", "pm", "p.m.", "early afternoon"),
        *("late afternoon", "evening", "early evening", "late evening", "night", "late at night", "overnight"),
        *("lunchtime", "daytime", "early hours", "in the morning", "in the afternoon", "in the evening", "at night"),
    }
)
_NAMED = {"noon": time(12), "midday": time(12), "12 noon": time(12), "12 midday": time(12)}
_NOT_KNOWN = frozenset({"", "?", "unknown", "not known", "n/k", "nk", "not recorded", "time unknown", "time not known"})
MIDNIGHT = "Midnight belongs to two days: write 00:00 for the start of a day, or 23:59 for its end."
HALF = "It is not said whether this is morning or afternoon: write 02:30 or 14:30."
NOT_A_TIME = "This is not understood as a time: write 14:30, or 2.30pm."
ZONE = "A time zone is written: compare the time with the clock in England."
TWO = "Two times are written; the event is put in order by the first."


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day as understood; `at` is None where none is known to the minute."""

    at: time | None = None
    doubtful: bool = False
    problem: str = ""


def read_time(text: str) -> Clock:
    """The time somebody wrote: 14:30, 2.30pm, 1430 hrs, noon, “?14:30”, “evening”. What is not understood says so."""
    said = " ".join(text.casefold().split())
    if said in _NOT_KNOWN or said in _PARTS:
        return Clock()
    plain = said
    while _DOUBT.search(plain):
        plain = _DOUBT.sub("", plain, count=1)
    doubtful = plain != said
    if plain in _PARTS:
        return Clock(doubtful=True)
    found = _clock(plain)
    if found is None:
        return _between(plain) or Clock(None, True, NOT_A_TIME)
    return Clock(found.at, doubtful or found.doubtful, found.problem)


def _between(plain: str) -> Clock | None:
    ends = _BETWEEN.split(plain.removeprefix("between "))
    first, last = (_clock(ends[0]), _clock(ends[1])) if len(ends) == 2 else (None, None)
    return Clock(first.at, True, TWO) if first and last and first.at and last.at else None


def _clock(plain: str) -> Clock | None:
    if plain == "midnight" or plain in ("24:00", "2400", "12 midnight", "24.00"):
        return Clock(None, True, MIDNIGHT)
    if plain in _NAMED:
        return Clock(_NAMED[plain])
    match = _FOUR.fullmatch(plain) or _CLOCK.fullmatch(plain)
    if match is None or (match["minute"] is None and match["half"] is None):
        return None
    hour, minute, half = int(match["hour"]), int(match["minute"] or 0), (match["half"] or "")[:1]
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    if hour > 23 or minute > 59 or (half == "a" and hour > 12):
        return None
    if match.groupdict().get("zone"):
        return Clock(time(hour, minute), True, ZONE)
    unsure = 0 < hour < 7 and not half and not match["unit"] and not match["hour"].startswith("0")
    return Clock(time(hour, minute), unsure, HALF if unsure else "")
