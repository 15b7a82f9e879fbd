"""Which rows may tell of one event: pairs close in time that share uncommon words, with how alike they are."""

from __future__ import annotations

import re
from collections import Counter, defaultdict, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from cairn.chronology.engine.headings import Column
from cairn.chronology.engine.rows import Row

_WORD = re.compile(r"[^\W_]{3,}")
_COMMON = frozenset(
    (
        *(
            "and",
            "the",
            "for",
            "was",
            "were",
            "with",
            "that",
            "this",
            "from",
            "had",
            "has",
            "have",
            "her",
            "his",
            "him",
        ),
        *("she", "they", "their", "them", "who", "not", "but", "are", "been", "being", "into", "about", "after"),
        *("before", "when", "which", "said", "says", "did", "does", "also", "any", "all", "one", "two", "out", "our"),
        *("its", "than", "then", "there", "over"),
    )
)
_RAREST = 6  # words of a row by which others are looked for
_MOST_BEFORE = 12  # rows looked back at for each of those words: a fortnight of a busy case
_LIKELIEST = 5  # rows whose words are compared with those of a row, one by one
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
    """Every pair that is at least so alike, of those that lie close and share uncommon words."""
    for before, after in _close(events):
        one, other = events[before], events[after]
        score = likeness(one.text, other.text, least)
        if score >= least:
            yield Pair(one.row, other.row, max(0, other.first - one.last), score)


def likeness(one: str, other: str, least: float = 0.0) -> float:
    """How alike two accounts are: mostly the words they share, a little the words that only one of them has."""
    together = fuzz.token_set_ratio(one, other, score_cutoff=max(0.0, (least - 30) / 0.7))
    if not together:
        return 0.0
    return round(0.7 * together + 0.3 * fuzz.token_sort_ratio(one, other), 1)


def _close(events: Sequence[Event]) -> Iterator[tuple[int, int]]:
    """Places of rows that share one of the rarest words of both and lie within the spread of days.

    Of all that might tell of the same event as a row, the few that share most words with it are looked at, so that a
    case with hundreds of rows on one day is looked through in the time that any other takes.
    """
    times = Counter(word for event in events for word in event.words)
    by_word: dict[str, deque[int]] = defaultdict(lambda: deque(maxlen=_MOST_BEFORE))
    for place, event in enumerate(events):
        earliest = event.first - SPREAD
        candidates: set[int] = set()
        shared = [word for word in event.words if times[word] > 1]
        for word in sorted(shared, key=lambda word: (times[word], word))[:_RAREST]:
            places = by_word[word]
            candidates.update(places)
            places.append(place)
        yield from ((before, place) for before in _likeliest(events, event, candidates, earliest))


def _likeliest(events: Sequence[Event], event: Event, candidates: set[int], earliest: int) -> list[int]:
    """The few that share most words with the row, and at least a third of the shorter account."""
    words, many = event.words, len(event.words)
    ranked: list[tuple[int, int]] = []
    for place in candidates:
        other = events[place]
        if other.first >= earliest:
            shared = len(words & other.words)
            if shared >= 2 and shared * 3 >= min(many, len(other.words)):
                ranked.append((-shared, place))
    ranked.sort()
    return [place for _shared, place in ranked[:_LIKELIEST]]
