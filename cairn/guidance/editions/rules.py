"""What an edition holds: when it is in force, what things are called, and what it asks of whom by when."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from cairn.guidance.written_dates import PartialDate

VERIFIED = {
    "read": "the wording was read",
    "secondary": "known from another's account of it",
    "not_verified": "not verified: check the wording before relying on it",
}
UNITS = {
    "working_days": ("next_working_day", "same_day"),
    "calendar_days": ("next_day", "same_day"),
    "months": ("corresponding_date",),
    "years": ("corresponding_date",),
    "date": ("named_date",),
}
LABELS = ("review", "report", "deciding_body", "national_body", "health_commissioner")


@dataclass(frozen=True)
class Reference:
    """Where a rule is written: the text, and the place in it."""

    source: str
    paragraph: str

    def __str__(self) -> str:
        return f"{self.source}, {self.paragraph}"


@dataclass(frozen=True)
class Limit:
    """How long there is. `direction` says whether it runs from the trigger on, or must be over before it.

    For the unit `date` the limit is the first such `month` and `day` after the trigger, and `number` is 1.
    """

    number: int
    unit: str
    direction: str
    count_from: str
    month: int = 0
    day: int = 0
    written: str = ""

    @property
    def amount(self) -> int | str:
        """The limit as the file writes it: 15, or `30 September`."""
        return self.written or self.number

    def __str__(self) -> str:
        if self.written:
            return self.written
        unit = self.unit.replace("_", " ")
        return f"{self.number} {unit if self.number != 1 else unit.removesuffix('s')}"


@dataclass(frozen=True)
class Rule:
    """One duty as one edition puts it. Without a limit, `when` says in words how soon.

    `ends` is `due` (done by then) or `not_before` (kept up at least until then).
    """

    duty: str
    strength: str
    owed_by: tuple[str, ...]
    owed_to: tuple[str, ...]
    trigger: str
    when: str
    limit: Limit | None
    ends: str
    reference: Reference
    verified: str
    note: str
    if_missed: str
    waivable: bool


@dataclass(frozen=True)
class InForce:
    """From when to when. `begins` may be a month only; where areas chose their day, it is the latest lawful one."""

    begins: PartialDate
    ends: PartialDate | None
    area_chooses_from: date | None = None

    def starts(self, area_start: date | None) -> date:
        """The first day in force: the area's own where areas chose and the day is known."""
        return area_start if self.area_chooses_from and area_start else self.begins.earliest


@dataclass(frozen=True)
class Edition:
    """One whole set of rules, as one file. Once a record has used it, its content never changes (`fingerprint`)."""

    id: str
    title: str
    series: str
    in_force: InForce
    replaces: tuple[str, ...]
    verified: str
    note: str
    labels: Mapping[str, tuple[tuple[date | None, str], ...]]
    rules: Mapping[str, Rule]
    fingerprint: str

    def label(self, name: str, on: date | None = None) -> str:
        """What this edition calls a thing on a day, for names change within its time; without a day, the last."""
        called = self.labels[name]
        fitting = [words for since, words in called if on is None or since is None or since <= on]
        return fitting[-1] if fitting else called[0][1]
