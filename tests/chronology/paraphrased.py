"""A large chronology made by chance from a seed: events told by one agency or by two, each in its own way.

The kinds of event are told again and again on other days, with other details, as in a long case. How an event is told
depends on who tells it: other words, short forms, details left out, another order, sometimes the day after.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from cairn.chronology.engine.dates import read
from cairn.chronology.engine.returns import parse
from cairn.chronology.engine.rows import Row
from tests.chronology.making import told
from tests.chronology.ways_of_telling import DETAILS, KINDS, OTHERWISE

HEADINGS = ("Start date", "Start time", "Source of information", "Event")

BEGINS = date(2019, 1, 1)
AGENCIES = ("Children's services", "Police", "Hospital", "Health visiting", "School", "Housing")


@dataclass(frozen=True)
class Chronology:
    """The rows of all agencies, and the pairs of them that tell of one event."""

    rows: tuple[Row, ...]
    twice: frozenset[frozenset[str]]


def chronology(seed: int, events: int, told_twice: float = 0.15, days: int = 2400) -> Chronology:
    """So many events; for some of them two agencies have a row each."""
    chance = random.Random(seed)
    lines: dict[str, list[tuple[str, str, str, str, int]]] = {agency: [] for agency in AGENCIES}
    for number in range(events):
        for agency, day, clock, text in _event(chance, days, told_twice):
            lines[agency].append((f"{day:%d/%m/%Y}", clock, f"Record {len(lines[agency]) + 1}", text, number))
    rows: list[Row] = []
    of: dict[int, list[str]] = {}
    for agency, every in lines.items():
        found = parse(
            [told(*[line[:4] for line in every], headings=HEADINGS)], file=agency, agency=agency, read_when=read
        )
        rows += found.rows
        for row, line in zip(found.rows, every, strict=True):
            of.setdefault(line[4], []).append(row.id)
    return Chronology(tuple(rows), frozenset(frozenset(ids) for ids in of.values() if len(ids) == 2))


def _event(chance: random.Random, days: int, told_twice: float) -> Iterator[tuple[str, date, str, str]]:
    """One event, as the one or two agencies tell it that know of it; every other row has a time."""
    kind, day = chance.choice(KINDS), BEGINS + timedelta(days=chance.randrange(days))
    details = {name: chance.choice(values) for name, values in DETAILS.items()}
    minute = chance.randrange(8 * 60, 21 * 60)
    agencies = chance.sample(AGENCIES, 2 if chance.random() < told_twice else 1)
    for agency, way, later in zip(agencies, chance.sample(kind.ways, 2), (0, chance.random() < 0.2), strict=False):
        hour, rest = divmod(minute + chance.randrange(20), 60)
        clock = f"{hour:02}:{rest:02}" if chance.random() < 0.5 and not later else ""
        yield agency, day + timedelta(days=int(later)), clock, _told(chance, way, details)


def _told(chance: random.Random, way: str, details: dict[str, str]) -> str:
    """A way of telling, with its details; what stands in brackets is told half the time."""
    parts = way.replace("]", "[").split("[")
    kept = [part for place, part in enumerate(parts) if place % 2 == 0 or chance.random() < 0.5]
    text = "".join(kept).format(**details)
    return _another_way(chance, text[0].upper() + text[1:])


def _another_way(chance: random.Random, text: str) -> str:
    for usual, other in OTHERWISE:
        if chance.random() < 0.3:
            text = re.sub(rf"\b{usual}\b", other, text)
    return text
