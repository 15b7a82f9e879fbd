"""Entries of a chronology counted by agency and stretch of time, so that a picture of thousands can be read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date

from cairn.chronology.engine.marks import Mark
from cairn.chronology.engine.when import in_words_of

LEVELS = 3  # of entries that last, drawn one under the other in one lane


@dataclass(frozen=True, slots=True)
class Unit:
    """A stretch of time that entries are counted by: so many days from a Monday on, or so many months."""

    words: str
    days: int  # at most
    months: int = 0  # none: it is counted in days

    def key(self, day: date) -> int:
        """Which stretch a day is in: later ones have higher numbers."""
        if self.months:
            return (day.year * 12 + day.month - 1) // self.months
        return (day.toordinal() - 1) // self.days  # the first day of all was a Monday

    def bounds(self, key: int) -> tuple[date, date]:
        """The first day of a stretch and its last, within the days that there are."""
        return self._begins(key), self._ends(key)

    def _begins(self, key: int) -> date:
        if not self.months:
            return date.fromordinal(key * self.days + 1)
        year, month = divmod(key * self.months, 12)
        return date(year, month + 1, 1) if year >= MINYEAR else date.min

    def _ends(self, key: int) -> date:
        if not self.months:
            return date.fromordinal(min((key + 1) * self.days, date.max.toordinal()))
        year, month = divmod((key + 1) * self.months, 12)
        return date.fromordinal(date(year, month + 1, 1).toordinal() - 1) if year <= MAXYEAR else date.max

    def named(self, first: date, last: date) -> str:
        """A stretch in words: 14 to 20 March 2016, March 2016, January to March 2016, 2016, 2010 to 2019."""
        letters = 4 if self.months >= 12 else 7 if self.months else 10
        return _from_to(first.isoformat()[:letters], last.isoformat()[:letters])


# From fine to coarse.
UNITS = (
    Unit("day", 1),
    Unit("week", 7),
    Unit("month", 31, 1),
    Unit("three months", 92, 3),
    Unit("six months", 184, 6),
    Unit("year", 366, 12),
    Unit("ten years", 3653, 120),
)


@dataclass(frozen=True, slots=True)
class Bin:
    """Entries of one agency that are drawn as one: how many, over which days, and how many of them are in doubt.

    A single entry keeps its own days and address. One that lasts longer than the unit has a level beneath the others,
    from 0; all others have -1.
    """

    agency: str
    first: date
    last: date
    period: str
    count: int
    doubtful: int = 0
    level: int = -1
    href: str = ""


def binned(marks: Iterable[Mark], agencies: Sequence[str], unit: Unit) -> list[Bin]:
    """Every mark with a place, in exactly one bin; by agency in the order given, then by day."""
    lanes: dict[str, _Lane] = {agency: _Lane(unit) for agency in agencies}
    for mark in marks:
        place = mark.place
        if place is not None:
            lanes[mark.agency].add(mark, *place)
    return [found for agency in agencies for found in lanes[agency].bins(agency)]


class _Lane:
    """What one agency recorded, sorted into stretches."""

    def __init__(self, unit: Unit) -> None:
        self.unit = unit
        self.within: dict[int, list[Mark]] = defaultdict(list)
        self.across: dict[tuple[int, int], list[Mark]] = defaultdict(list)

    def add(self, mark: Mark, first: date, last: date) -> None:
        """An entry no longer than the unit counts where it begins, even if it ends in the next."""
        key = self.unit.key(first)
        if (last - first).days >= self.unit.days:
            self.across[key, self.unit.key(last)].append(mark)
        else:
            self.within[key].append(mark)

    def bins(self, agency: str) -> list[Bin]:
        """The bins of this lane in the order of their days."""
        lasting = [_one(agency, marks, level) for marks, level in self._levels()]
        found = [self._bin(agency, key, marks) for key, marks in self.within.items()]
        return sorted([*found, *lasting], key=lambda each: (each.first, each.last, each.level))

    def _levels(self) -> Iterable[tuple[list[Mark], int]]:
        """Entries that last, each where nothing else is drawn; one without room counts where it begins."""
        taken = [-1] * LEVELS  # the last stretch in use at each level
        for (begins, ends), marks in sorted(self.across.items()):
            level = next((level for level, until in enumerate(taken) if until < begins), None)
            if level is None:
                self.within[begins] += marks
            else:
                taken[level] = ends
                yield marks, level

    def _bin(self, agency: str, key: int, marks: list[Mark]) -> Bin:
        if len(marks) == 1:
            return _one(agency, marks)
        first, last = self.unit.bounds(key)
        return Bin(agency, first, last, self.unit.named(first, last), len(marks), _unsure(marks))


def _one(agency: str, marks: list[Mark], level: int = -1) -> Bin:
    """One entry with its own days, or several that begin and end together."""
    places = [place for mark in marks if (place := mark.place) is not None]
    first, last = min(place[0] for place in places), max(place[1] for place in places)
    href = marks[0].href if len(marks) == 1 else ""
    return Bin(agency, first, last, _own_words(marks[0], first, last), len(marks), _unsure(marks), level, href)


def _own_words(mark: Mark, first: date, last: date) -> str:
    words = _from_to(first.isoformat(), last.isoformat())
    if mark.first is None:
        return f"up to {words}"
    return f"from {words}" if mark.last is None else words


def _unsure(marks: list[Mark]) -> int:
    return sum(mark.unsure for mark in marks)


def _from_to(first: str, last: str) -> str:
    return in_words_of(first if first == last else f"{first}/{last}")


def counted(bins: Iterable[Bin]) -> Mapping[str, int]:
    """How many entries each agency has in them."""
    totals: dict[str, int] = defaultdict(int)
    for each in bins:
        totals[each.agency] += each.count
    return totals


def entries(number: int) -> str:
    """So many entries, in words."""
    return "1 entry" if number == 1 else f"{number:,} entries"
