"""How many due dates are derived in a second, beside a loop that adds a fixed number of days."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from time import perf_counter

from benchmarks.rates import Race
from cairn.guidance import deadlines

SECONDS = 1.0
DAYS = [date(2024, 1, 1) + timedelta(days=number) for number in range(700)]


def _rate(act: Callable[[date], date]) -> float:
    act(DAYS[0])
    done, start = 0, perf_counter()
    while (passed := perf_counter() - start) < SECONDS:
        for day in DAYS:
            act(day)
        done += len(DAYS)
    return done / passed


def races() -> list[Race]:
    """Fifteen working days, and the same with every day explained."""
    month = timedelta(days=21)
    floor = _rate(lambda day: day + month)
    bare = _rate(lambda day: deadlines.derived_date("send_rapid_review", day, edition_id="wt23"))
    whole = _rate(lambda day: deadlines.derive("send_rapid_review", day, edition_id="wt23").due)
    beside = "a bare loop that adds 21 days"
    return [
        Race("due dates of a rapid review", bare, beside, floor),
        Race("the same with edition, days and advice", whole, beside, floor),
    ]
