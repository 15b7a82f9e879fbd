"""How fast the picture of a combined chronology is drawn, and how large it is, beside a loop that only counts."""

from __future__ import annotations

import random
from collections import Counter
from datetime import date, timedelta

from benchmarks.chronologies import best_seconds
from benchmarks.rates import Race
from cairn.chronology.engine.marks import Mark
from cairn.chronology.engine.picture import draw

ENTRIES = (5_000, 20_000)
YEARS, SEED = 5, 20160522
AGENCIES = tuple(f"Agency {number} of the county" for number in range(12))
LASTING = (0,) * 9 + (30,)  # days: one entry in ten lasts
# A figure recorded earlier, quoted as words: it is not run here, so it is no floor of this race.
PEER = "recorded earlier, not run here: vis-timeline, 2.3 s and a 549 kB script for 5,000"


def races() -> list[Race]:
    """Five thousand entries in twelve lanes, and four times as many, each bar leading to its entries."""
    return [_drawing(number) for number in ENTRIES]


def _drawing(number: int) -> Race:
    marks = _marks(number)
    size = len(draw(marks, agencies=AGENCIES, href=_href).svg.encode())
    whole = best_seconds(lambda: draw(marks, agencies=AGENCIES, href=_href))
    floor = best_seconds(lambda: _counted(marks))
    what = f"the picture of {number:,} entries: {whole * 1000:,.0f} ms, {size / 1000:,.0f} kB, no script ({PEER})"
    return Race(what, 1 / whole, "a bare loop that counts them by month and joins a string for each", 1 / floor)


def _marks(number: int) -> list[Mark]:
    """Entries over five years: some last, one in ten is in doubt."""
    chance = random.Random(SEED)
    marks = []
    for place in range(number):
        first = date(2012, 1, 1) + timedelta(days=chance.randrange(365 * YEARS))
        last = first + timedelta(days=chance.choice(LASTING))
        marks.append(Mark(str(place), chance.choice(AGENCIES), first, last, chance.random() < 0.1))
    return marks


def _href(agency: str, first: date, last: date) -> str:
    return f"?agency={AGENCIES.index(agency)}&from={first}&to={last}"


def _counted(marks: list[Mark]) -> str:
    bins = Counter((mark.agency, mark.first.year, mark.first.month) for mark in marks if mark.first)
    return "".join(
        f"<path><title>{agency} {month}/{year}: {n}</title></path>" for (agency, year, month), n in bins.items()
    )
