"""Which rows may tell of one event: pairs close in time that share uncommon words, and what speaks against them."""

from __future__ import annotations

import math
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from heapq import nsmallest

from cairn.chronology.engine.headings import Column
from cairn.chronology.engine.rows import Row
from cairn.chronology.engine.when import When
from cairn.chronology.engine.wording import words_of

_RAREST = 6  # words of a row by which others are looked for
_MOST_BEFORE = 12  # rows looked back at for each of those words: a fortnight of a busy case
_LIKELIEST = 5  # rows whose words are compared with those of a row, one by one
SPREAD = 14  # days: two accounts of one event that lie further apart are not found by their words
_AS_IF = 50  # rows that are taken for granted besides, so that a word of a small case is not thought too telling
_SHORTER = 0.6  # how much what the shorter account shares counts; the rest is what the longer shares

# What speaks against one event, of a hundred.
_TOLD_OFTEN = 5.5  # for each doubling of the rows on other days that have all the shared words
_A_DAY_APART = 8.0
_OTHER_TIME, _SAME_TIME = 10.0, -10.0
_OTHER_NUMBERS = 8.0
_VAGUE = 10.0  # a row that can be any of many days
_LITTLE, _FOR_EACH_LACKING = 900, 0.04  # what is shared at least, by how telling it is
_MINUTES_ALIKE, _MINUTES_APART = 30, 120
_DAYS_VAGUE = 3


@dataclass(frozen=True)
class Event:
    """A row with a known day, made ready to be compared."""

    row: Row
    first: int
    last: int
    words: frozenset[str]
    teller: frozenset[str]  # the words for the agency: where the other names it, that is no chance
    minute: int | None  # of the day, where the time is known

    @property
    def numbers(self) -> set[str]:
        """The figures it names."""
        return {word for word in self.words if word[0].isdigit()}


@dataclass(frozen=True)
class Pair:
    """Two rows, the earlier first, the days between, how alike they are of a hundred, and what speaks against."""

    one: Row
    other: Row
    days: int
    score: float
    against: float

    @property
    def likely(self) -> float:
        """How likely they are one event, beside other pairs."""
        return self.score - self.against


@dataclass(frozen=True)
class Case:
    """All events of a case in order of their days, with how telling each word is in it, and where each stands."""

    events: Sequence[Event]
    telling: Mapping[str, int]  # in hundredths, so that a sum is the same in any order
    places: Mapping[str, set[int]]

    def weight(self, words: Iterable[str]) -> int:
        """How telling words are together."""
        return sum(map(self.telling.__getitem__, words))


def events_of(rows: Sequence[Row]) -> list[Event]:
    """Every row that tells of an event on a day that is known, in order of the days; notes of authors are none."""
    events = [_event(row) for row in rows if row.first_day is not None and not row.note]
    return sorted(events, key=lambda event: event.first)


def _event(row: Row) -> Event:
    assert row.first_day is not None
    first = row.first_day.toordinal()
    latest = row.when.latest if row.when is not None else None
    last = max(first, latest.toordinal() if latest is not None else first)
    at = row.when.at if isinstance(row.when, When) else None
    words = words_of(f"{row.text(Column.PERSONS)} {row.event}")
    return Event(row, first, last, words, _teller(row.agency), at.hour * 60 + at.minute if at else None)


@lru_cache(maxsize=64)
def _teller(agency: str) -> frozenset[str]:
    return words_of(agency)


def case_of(events: Sequence[Event]) -> Case:
    """A word is the more telling the fewer rows have it."""
    places: dict[str, set[int]] = defaultdict(set)
    for place, event in enumerate(events):
        for word in event.words:
            places[word].add(place)
    telling = {word: round(100 * math.log((len(events) + _AS_IF) / len(at))) for word, at in places.items()}
    return Case(events, telling, places)


def pairs_of(events: Sequence[Event], least: float) -> Iterator[Pair]:
    """Every pair that is at least so alike, of those that lie close and share uncommon words."""
    case = case_of(events)
    for before, after in _close(case):
        one, other = events[before], events[after]
        score = likeness(one, other, case)
        if score >= least:
            days = max(0, other.first - one.last)
            yield Pair(one.row, other.row, days, score, round(_against(one, other, days, case), 1))


def likeness(one: Event, other: Event, case: Case) -> float:
    """How much of each account the other tells too, of a hundred; what the shorter shares counts a little more."""
    shared = one.words & other.words
    if not shared:
        return 0.0
    both = case.weight(shared)
    parts = sorted(
        (both + case.weight((this.words - shared) & that.teller)) / case.weight(this.words)
        for this, that in ((one, other), (other, one))
    )
    return round(100 * ((1 - _SHORTER) * parts[0] + _SHORTER * parts[1]), 1)


def _against(one: Event, other: Event, days: int, case: Case) -> float:
    """What speaks against one event: another day, another time, other numbers, and words that the case has often."""
    shared = one.words & other.words
    against = _TOLD_OFTEN * math.log2(1 + _elsewhere(one, shared, case))
    against += _FOR_EACH_LACKING * max(0, _LITTLE - case.weight(shared))
    against += _A_DAY_APART if days else 0.0
    against += _VAGUE * sum(1 for event in (one, other) if event.last - event.first > _DAYS_VAGUE)
    if one.numbers and other.numbers and not one.numbers & other.numbers:
        against += _OTHER_NUMBERS
    if not days and one.minute is not None and other.minute is not None:
        minutes = abs(one.minute - other.minute)
        against += _SAME_TIME if minutes <= _MINUTES_ALIKE else _OTHER_TIME if minutes >= _MINUTES_APART else 0.0
    return against


def _elsewhere(one: Event, shared: frozenset[str], case: Case) -> int:
    """The rows, on days that are not near, that have all these words as well."""
    everywhere = set.intersection(*sorted((case.places[word] for word in shared), key=len))
    return sum(1 for place in everywhere if abs(case.events[place].first - one.first) > SPREAD)


def _close(case: Case) -> Iterator[tuple[int, int]]:
    """Places of rows that share one of the rarest words of both and lie within the spread of days.

    Of all that might tell of the same event as a row, the few that share most with it are looked at, so that a case
    with hundreds of rows on one day is looked through in the time that any other takes.
    """
    often = [word for word, places in case.places.items() if len(places) > 1]
    rarest = {word: rank for rank, word in enumerate(sorted(often, key=lambda word: (len(case.places[word]), word)))}
    by_word: dict[str, deque[int]] = defaultdict(lambda: deque(maxlen=_MOST_BEFORE))
    for place, event in enumerate(case.events):
        candidates: set[int] = set()
        shared = [word for word in event.words if word in rarest]
        for word in nsmallest(_RAREST, shared, key=rarest.__getitem__):
            places = by_word[word]
            candidates.update(places)
            places.append(place)
        yield from ((before, place) for before in _likeliest(case, event, candidates))


def _likeliest(case: Case, event: Event, candidates: set[int]) -> list[int]:
    """The few that share most with the row: two words at least."""
    ranked: list[tuple[float, int]] = []
    for place in candidates:
        other = case.events[place]
        if other.first >= event.first - SPREAD:
            shared = event.words & other.words
            if len(shared) >= 2:
                ranked.append((-case.weight(shared), place))
    ranked.sort()
    return [place for _shared, place in ranked[:_LIKELIEST]]
