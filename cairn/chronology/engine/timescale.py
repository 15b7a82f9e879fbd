"""Where a day stands across a picture, and the ticks along the top of it. Lengths are units of the picture."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from cairn.chronology.engine.when import MONTHS

_DAYS_OF_A_YEAR, _DAYS_OF_A_MONTH = 365.25, 30.4
_EVERY = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)  # years between labels
_YEAR_LABEL, _MONTH_LABEL, _DAY_LABEL = 40, 26, 24  # room that a label takes
_DAYS = (8, 15, 22)  # that have a label where a week has room for one


@dataclass(frozen=True, slots=True)
class Tick:
    """A place along the top: how far from the left it stands, and its words; blank where there is no room."""

    x: float
    label: str


@dataclass(frozen=True, slots=True)
class Scale:
    """Whole months, from the one of the first day to the one of the last, spread over a width."""

    first: date
    last: date
    left: float
    width: float

    @classmethod
    def over(cls, first: date, last: date, left: float, width: float) -> Scale:
        """The scale on which both days lie."""
        ends = last.replace(day=calendar.monthrange(last.year, last.month)[1])
        return cls(first.replace(day=1), ends, left, width)

    @property
    def a_day(self) -> float:
        """How wide a day is."""
        return self.width / ((self.last - self.first).days + 1)

    def begins(self, day: date) -> float:
        """How far from the left a day begins; a day outside the scale stands at its edge."""
        return self.left + self.a_day * (min(max(day, self.first), self.last) - self.first).days

    def ends(self, day: date) -> float:
        """How far from the left a day ends."""
        return self.begins(day) + self.a_day

    def years(self) -> list[Tick]:
        """Each year that begins on the scale, as far as there is room, and the first at the edge."""
        every = next(step for step in _EVERY if step * _DAYS_OF_A_YEAR * self.a_day >= _YEAR_LABEL)
        ticks = [
            Tick(self.begins(date(year, 1, 1)), str(year))
            for year in range(self.first.year, self.last.year + 1)
            if year % every == 0 and date(year, 1, 1) >= self.first
        ]
        if not ticks or ticks[0].x - self.left >= _YEAR_LABEL:
            ticks.insert(0, Tick(self.left, str(self.first.year)))
        return ticks

    def months(self) -> list[Tick]:
        """Each month, and some of its days, as far as there is room; none where the months would run together."""
        month = _DAYS_OF_A_MONTH * self.a_day
        if 3 * month < _MONTH_LABEL:
            return []
        every = 1 if month >= _MONTH_LABEL else 3
        ticks = []
        for day in self._months():
            label = MONTHS[day.month - 1][:3] if (day.month - 1) % every == 0 else ""
            ticks.append(Tick(self.begins(day), label))
            if 7 * self.a_day >= _DAY_LABEL:
                ticks += [Tick(self.begins(day.replace(day=number)), str(number)) for number in _DAYS]
        return ticks

    def _months(self) -> Iterator[date]:
        for number in range(self.first.year * 12 + self.first.month - 1, self.last.year * 12 + self.last.month):
            yield date(number // 12, number % 12 + 1, 1)
