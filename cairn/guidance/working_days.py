"""Working days in England: no Saturday, no Sunday, no bank holiday (Working Together 2023, footnote 209).

Only days from the first to the last of the list are known. A date outside is refused in words, never computed.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

from cairn.guidance import yaml_files
from cairn.guidance.refusals import CannotAnswer, FaultyFile

MARKS = ("substitute", "one_off", "moved")
FILE = Path(__file__).parent / "bank_holidays" / "england.yaml"


def in_words(day: date) -> str:
    """A date as people write it: Friday 14 August 2026."""
    return f"{day:%A} {day.day} {day:%B} {day.year}"


@dataclass(frozen=True)
class BankHoliday:
    """A day on which nobody works; `mark` says that it stands in for a weekend, was proclaimed once, or was moved."""

    on: date
    name: str
    mark: str = ""
    note: str = ""

    def __str__(self) -> str:
        about = {"substitute": " (substitute day)", "one_off": " (proclaimed once)"}.get(self.mark, "")
        return f"{self.name}{about}" if not self.note else f"{self.name} ({self.note})"


class Holidays:
    """A list of bank holidays with its version; working days are counted ahead, so that a due date is one look-up.

    `version` is stored with every date derived, and changes when a day is added or withdrawn.
    """

    def __init__(
        self, version: str, first: date, last: date, days: tuple[BankHoliday, ...], announced_to: date
    ) -> None:
        self.version = version
        self.first = first
        self.last = last
        self.announced_to = announced_to
        self.days = tuple(sorted(days, key=lambda holiday: holiday.on))
        self._named = {holiday.on: holiday for holiday in self.days}
        self._start = first.toordinal()
        # _upto[i] is how many working days come before day i of the list; _working holds them in order.
        self._upto = [0]
        self._working: list[date] = []
        for ordinal in range(self._start, last.toordinal() + 1):
            day = date.fromordinal(ordinal)
            if day.weekday() < 5 and day not in self._named:
                self._working.append(day)
            self._upto.append(len(self._working))

    def _position(self, day: date) -> int:
        position = day.toordinal() - self._start
        if not 0 <= position < len(self._upto) - 1:
            raise CannotAnswer(f"{in_words(day)} is outside the bank holidays known here. {self._range()}")
        return position

    def _range(self) -> str:
        return f"Give a date whose answer lies between {in_words(self.first)} and {in_words(self.last)}."

    def check(self, day: date) -> date:
        """The day itself, if it is on the list's range. Raises CannotAnswer otherwise."""
        self._position(day)
        return day

    def is_working(self, day: date) -> bool:
        """Whether people work on this day. Raises CannotAnswer outside the range."""
        position = self._position(day)
        return self._upto[position + 1] > self._upto[position]

    def why_not_working(self, day: date) -> str:
        """`Saturday`, `Sunday`, `bank holiday: Good Friday`, or nothing for a working day."""
        if day.weekday() >= 5:
            return f"{day:%A}"
        holiday = self._named.get(day)
        return f"bank holiday: {holiday}" if holiday else ""

    def after(self, day: date, number: int, *, day_counts: bool = False) -> date:
        """The working day that many after `day`, which is day 0 (or day 1 if it counts and is a working day)."""
        reached = self._upto[self._position(day) + (not day_counts)] + number - 1
        if reached >= len(self._working):
            raise CannotAnswer(
                f"{number} working days after {in_words(day)} lies beyond the bank holidays known. {self._range()}"
            )
        return self._working[reached]

    def before(self, day: date, number: int, *, day_counts: bool = False) -> date:
        """The working day that many before `day`, which is day 0 (or day 1 if it counts and is a working day)."""
        reached = self._upto[self._position(day) + day_counts] - number
        if reached < 0:
            raise CannotAnswer(
                f"{number} working days before {in_words(day)} lies before the bank holidays known. {self._range()}"
            )
        return self._working[reached]

    def between(self, start: date, end: date) -> int:
        """Working days after `start` up to and including `end`; negative if `end` comes first."""
        return self._upto[self._position(end) + 1] - self._upto[self._position(start) + 1]


@lru_cache(maxsize=32)
def with_changes(base: Holidays, added: tuple[BankHoliday, ...], withdrawn: tuple[date, ...] = ()) -> Holidays:
    """The list with days newly proclaimed, and without days that were moved away; its version names the change.

    Raises CannotAnswer for a day outside the range, or a withdrawn day that is not on the list.
    """
    for holiday in added:
        base.check(holiday.on)
    listed = {holiday.on for holiday in base.days}
    absent = [day for day in withdrawn if day not in listed]
    if absent:
        raise CannotAnswer(f"{in_words(absent[0])} is not on the list of bank holidays, so it cannot be withdrawn.")
    if not added and not withdrawn:
        return base
    new = {holiday.on: holiday for holiday in (*base.days, *added) if holiday.on not in withdrawn}
    change = sorted(f"+{holiday.on} {holiday.name}" for holiday in added) + sorted(f"-{day}" for day in withdrawn)
    digest = sha256("\n".join(change).encode()).hexdigest()[:12]
    return Holidays(f"{base.version}+{digest}", base.first, base.last, tuple(new.values()), base.announced_to)


def load(path: Path) -> Holidays:
    """The bank holidays of a file. Raises FaultyFile if a day is doubled, out of range, at a weekend or ill marked."""
    content = yaml_files.entry(
        yaml_files.read(path),
        where=path.name,
        required=("id", "version", "title", "source", "announced_to", "first", "last", "days"),
    )
    first, last = _day(content["first"], path.name), _day(content["last"], path.name)
    days = tuple(_holiday(row, path.name) for row in yaml_files.entries(content["days"], where=path.name))
    for earlier, later in pairwise(days):
        if earlier.on >= later.on:
            raise FaultyFile(f"{path.name}: {later.on} is written twice or out of order")
    for holiday in days:
        if not first <= holiday.on <= last or holiday.on.weekday() >= 5:
            raise FaultyFile(f"{path.name}: {holiday.on} is outside the range or at a weekend")
    version = (
        f"{yaml_files.text(content['id'], where=path.name)}-{yaml_files.text(content['version'], where=path.name)}"
    )
    return Holidays(version, first, last, days, _day(content["announced_to"], path.name))


def _holiday(row: object, where: str) -> BankHoliday:
    content = yaml_files.entry(row, where=where, required=("date", "name"), optional=("mark", "note"))
    on = _day(content["date"], where)
    mark = yaml_files.choice(content["mark"], MARKS, where=f"{where}, {on}") if "mark" in content else ""
    return BankHoliday(on, yaml_files.text(content["name"], where=f"{where}, {on}"), mark, content.get("note", ""))


def _day(value: object, where: str) -> date:
    if type(value) is not date:
        raise FaultyFile(f"{where}: expected a date such as 2026-12-25, found {value!r}")
    return value


@lru_cache(maxsize=1)
def england() -> Holidays:
    """The bank holidays shipped: England, 2006 to 2030."""
    return load(FILE)


def months_on(day: date, number: int) -> date:
    """The corresponding date that many months on (back if negative); the month's last day where it has no such date.

    31 August and six months is 28 or 29 February: the corresponding-date rule, which no text read states for these
    duties.
    """
    month = day.year * 12 + day.month - 1 + number
    year, month = divmod(month, 12)
    if not 1 <= year <= 9999:
        raise CannotAnswer(f"{abs(number)} months from {in_words(day)} is not a date anybody can use.")
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def days_on(day: date, number: int) -> date:
    """The date that many calendar days on (back if negative)."""
    return day + timedelta(days=number)
