"""Which rows may tell of one event: pairs close in time that share uncommon words, with how alike they are."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from cairn.chronology.engine.headings import Column
from cairn.chronology.engine.rows import Row

_WORD = re.compile(r"[^\W_]{3,}")
_COMMON = frozenset(
    "and the for was were with that this from had has have her his him she they their them who not but are been being"
    " into about after before when which said says did does also any all one two out our its than then there over".split()
)
_RAREST = 6  # words of a row by which others are looked for
_MOST_BEFORE = 24  # rows looked back at for each of those words: a day of a busy case
SPREAD = 14  # days: two accounts of one event that lie further apart are not found by their words


@dataclass(frozen=True)
class Event:
    """A row with a known day, made ready to be compared."""

    row: Row
    first: int
    last: int
    text: str
    words: frozenset[str]


@dataclass(frozen=True)
class Pair:
    """Two rows, the earlier first, the days that lie between, and how alike they are of a hundred."""

    one: Row
    other: Row
    days: int
    score: float


def events_of(rows: Sequence[Row]) -> list[Event]:
    """Every row that tells of an event on a day that is known, in order of the days; notes of authors are none."""
    events = [_event(row) for row in rows if row.first_day is not None and not row.note]
    return sorted(events, key=lambda event: event.first)


def _event(row: Row) -> Event:
    text = " ".join((row.text(Column.PERSONS), row.event)).casefold()
    words = _WORD.findall(text)
    assert row.first_day is not None
    first = row.first_day.toordinal()
    latest = row.when.latest if row.when is not None else None
    last = max(first, latest.toordinal() if latest is not None else first)
    return Event(row, first, last, " ".join(words), frozenset(words) - _COMMON)


def pairs_of(events: Sequence[Event], least: float) -> Iterator[Pair]:
    """Every pair that is at least so alike, of those that lie close and share an uncommon word."""
    for before, after in sorted(_close(events)):
        one, other = events[before], events[after]
        shared = len(one.words & other.words)
        if shared < 2 or shared * 3 < min(len(one.words), len(other.words)):
            continue
        score = likeness(one.text, other.text, least)
        if score >= least:
            yield Pair(one.row, other.row, max(0, other.first - one.last), score)


def likeness(one: str, other: str, least: float = 0.0) -> float:
    """How alike two accounts are: mostly the words they share, a little the words that only one of them has."""
    together = fuzz.token_set_ratio(one, other)
    if 0.7 * together + 30 < least:
        return 0.0
    return round(0.7 * together + 0.3 * fuzz.token_sort_ratio(one, other), 1)


def _close(events: Sequence[Event]) -> set[tuple[int, int]]:
    """Places of rows that share one of the rarest words of both and lie within the spread of days."""
    times = Counter(word for event in events for word in event.words)
    by_word: dict[str, list[int]] = defaultdict(list)
    days = [event.first for event in events]
    found: set[tuple[int, int]] = set()
    for place, event in enumerate(events):
        earliest = bisect_left(days, event.first - SPREAD)
        for word in sorted(event.words, key=lambda word: (times[word], word))[:_RAREST]:
            places = by_word[word]
            found.update((before, place) for before in places[-_MOST_BEFORE:] if before >= earliest)
            places.append(place)
    return found
