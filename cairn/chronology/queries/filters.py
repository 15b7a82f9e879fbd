"""What the combined chronology is narrowed by.

A new filter is a field of `Filters`, a line in `_NARROWED` if the database can answer it, and a question of the form in
`forms/filters.py` that has the name of the field.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields
from datetime import date
from urllib.parse import urlencode

from django.db.models import Q

from cairn.chronology.models.entries import SEEN

Pair = tuple[str, str]
ON = "on"
SEEN_CHOICES = [(value, label) for value, label in SEEN if value]


@dataclass(frozen=True)
class Filters:
    """What a reader chose. What is empty narrows nothing. No name of a child is in it, so an address may carry it."""

    agency: tuple[str, ...] = ()  # keys
    who: tuple[str, ...] = ()  # labels of people and places; a row in which any of them is written is in
    since: date | None = None
    until: date | None = None
    seen: str = ""
    doubtful: bool = False
    faulty: bool = False
    no_notes: bool = False
    words: str = ""

    @property
    def rows(self) -> Q:
        """What the database can tell of a row; `who` and `words` are told from what is written in it."""
        narrowed = Q()
        for chosen, condition in _NARROWED:
            if chosen(self):
                narrowed &= condition(self)
        return narrowed

    @property
    def reads_words(self) -> bool:
        """Whether what is written in the rows has to be read."""
        return bool(self.who or self.words)

    @property
    def query(self) -> str:
        """The filters as the address of the page has them; blank without any."""
        return urlencode(list(self.pairs()))

    def pairs(self) -> Iterator[Pair]:
        """The boxes of the form that say the same, in the order of the fields."""
        for field in fields(self):
            yield from _boxes(field.name, getattr(self, field.name))


def _boxes(name: str, value: object) -> Iterator[Pair]:
    if isinstance(value, date):
        yield from ((f"{name}_{part}", str(getattr(value, part))) for part in ("day", "month", "year"))
    elif isinstance(value, tuple):
        yield from ((name, one) for one in value)
    elif value:
        yield name, ON if value is True else str(value)


def _dated(_filters: Filters) -> Q:
    return Q(first_day__isnull=False) | Q(last_day__isnull=False)


def _since(filters: Filters) -> Q:
    """It can have been on that day or later: open ends reach as far as they may."""
    return _dated(filters) & (Q(last_day__isnull=True) | Q(last_day__gte=filters.since))


def _until(filters: Filters) -> Q:
    return _dated(filters) & (Q(first_day__isnull=True) | Q(first_day__lte=filters.until))


_NARROWED: tuple[tuple[Callable[[Filters], object], Callable[[Filters], Q]], ...] = (
    (lambda chosen: chosen.agency, lambda chosen: Q(version__agency__key__in=chosen.agency)),
    (lambda chosen: chosen.since, _since),
    (lambda chosen: chosen.until, _until),
    (lambda chosen: chosen.seen, lambda chosen: Q(seen=chosen.seen)),
    (lambda chosen: chosen.doubtful, lambda _chosen: Q(doubtful=True)),
    (lambda chosen: chosen.faulty, lambda _chosen: Q(faulty=True)),
    (lambda chosen: chosen.no_notes, lambda _chosen: Q(note=False)),
)
