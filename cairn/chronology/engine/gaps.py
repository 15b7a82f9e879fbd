"""Stretches of nothing: no record, a child not seen, a referral without an answer. Each is a question to ask."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise

from cairn.chronology.engine.headings import Column
from cairn.chronology.engine.outcomes import Said, child_seen, child_seen_alone, told
from cairn.chronology.engine.rows import Row


class Lack(StrEnum):
    """What is lacking over a stretch."""

    SILENT = "silent"
    UNSEEN = "unseen"
    UNSEEN_ALONE = "unseen_alone"
    UNANSWERED = "unanswered"


@dataclass(frozen=True)
class Stretches:
    """How many days are long enough to ask, and from which day the child could be seen, if it is known."""

    silent: int = 90
    silent_agency: int = 180
    unseen: int = 42
    unseen_alone: int = 90
    answer: int = 7
    born: date | None = None


USUAL = Stretches()


@dataclass(frozen=True)
class Gap:
    """A stretch in which something is lacking, by the rows at its ends; without an agency it is the whole case."""

    lack: Lack
    agency: str
    begins: date
    ends: date
    ids: tuple[str, ...]
    why: str

    @property
    def days(self) -> int:
        """How long it is."""
        return (self.ends - self.begins).days


_REFERRAL = re.compile(
    r"\b(?:referral (?:was |has been )?(?:made|sent|submitted|completed)|referred (?:\w+ ){0,4}to\b|made a referral"
    r"|MARF\b|request for (?:service|support)|safeguarding (?:concern|alert) (?:was )?(?:raised|sent)"
    r"|(?:child protection|police) notification|contact (?:made )?with MASH|sent to (?:the )?MASH)",
    re.I,
)
_ANSWER = re.compile(
    r"\b(?:accepted|declined|rejected|allocated|acknowledg\w+|respon(?:se|ded|ds)|repl(?:y|ied)|feedback"
    r"|no further action|NFA\b|strategy (?:discussion|meeting)|section 47|s\.? ?47\b|assessment"
    r"|threshold|signposted|closed|stepped (?:up|down)|triaged?|screened|outcome)",
    re.I,
)
_SHUT = re.compile(  # a place, not a case
    r"\b(?:clinic|school|nursery|surgery|office|centre|shop|door|window|eye)s?(?: (?:was|were|is|are))? closed\b"
    r"|\bclosed for (?:training|the|half|repairs|snow|lunch)\b",
    re.I,
)
_ABOUT_ONE = re.compile(r"\b(?:referral|MASH|MARF|contact|notification)\b", re.I)


def gaps_in(rows: Sequence[Row], stretches: Stretches = USUAL) -> Iterator[Gap]:
    """Every stretch to ask about, kind by kind, in order of time. Rows without a known day are in none."""
    events = sorted((row for row in rows if row.first_day and not row.note), key=_first)
    yield from silent(events, stretches.silent, "")
    for agency, own in sorted(_by_agency(events).items()):
        yield from silent(own, stretches.silent_agency, agency)
    since = [row for row in events if stretches.born is None or _first(row) >= stretches.born]
    yield from not_seen(since, stretches.unseen, Lack.UNSEEN, child_seen, "seen")
    yield from not_seen(since, stretches.unseen_alone, Lack.UNSEEN_ALONE, child_seen_alone, "seen alone")
    yield from unanswered(events, stretches.answer)


def silent(events: Sequence[Row], days: int, agency: str) -> Iterator[Gap]:
    """Stretches longer than so many days in which nothing is recorded, and nothing can have been."""
    before: Row | None = None
    for row in events:
        if before is not None and (_first(row) - _last(before)).days > days:
            begins, ends = _last(before), _first(row)
            who = f"{agency} records nothing" if agency else "No agency records anything"
            why = f"{who} for {(ends - begins).days} days."
            yield Gap(Lack.SILENT, agency, begins, ends, (before.id, row.id), why)
        if before is None or _last(row) > _last(before):
            before = row


def not_seen(events: Sequence[Row], days: int, lack: Lack, seen: Callable[[Row], Said], words: str) -> Iterator[Gap]:
    """Stretches longer than so many days, with contacts in them, in none of which the child was seen."""
    if not events:
        return
    ends_of_stretches = [0, *(place for place, row in enumerate(events) if seen(row) is Said.YES), len(events) - 1]
    for start, stop in pairwise(ends_of_stretches):
        begins, ends = _first(events[start]), _first(events[stop])
        if (ends - begins).days <= days:
            continue
        contacts = max(stop - start - 1, 0)
        why = f"For {(ends - begins).days} days no row says that the child was {words}; rows between: {contacts}."
        yield Gap(lack, "", begins, ends, (events[start].id, events[stop].id), why)


def unanswered(events: Sequence[Row], days: int) -> Iterator[Gap]:
    """Referrals to which no row within so many days gives an answer."""
    texts = [f"{told(row)} . {row.text(Column.COMMENT)}" for row in events]
    answers = [place for place, text in enumerate(texts) if _answered(text)]
    for place, row in enumerate(events):
        if not _REFERRAL.search(texts[place]) or _answered(texts[place]):
            continue
        if any(_answers(events, texts, place, answer) for answer in _after(events, answers, place, days)):
            continue
        following = events[bisect_right(events, _first(row).toordinal() + days, key=_ordinal) - 1]
        why = f"A referral by {row.agency} on {row.date_text}; no row of the next {days} days gives an answer."
        ends = date.fromordinal(_ordinal(row) + days)
        yield Gap(Lack.UNANSWERED, row.agency, _first(row), ends, tuple(dict.fromkeys((row.id, following.id))), why)


def _answered(text: str) -> bool:
    return _ANSWER.search(_SHUT.sub(" ", text)) is not None


def _after(events: Sequence[Row], answers: Sequence[int], place: int, days: int) -> Iterator[int]:
    """The rows with an answer of any kind, on the day of this one or within so many days after it."""
    last = _ordinal(events[place]) + days
    at = bisect_right(answers, place)
    while at < len(answers) and _ordinal(events[answers[at]]) <= last:
        yield answers[at]
        at += 1


def _answers(events: Sequence[Row], texts: Sequence[str], referral: int, answer: int) -> bool:
    """Another agency's answer, or a row of the same that speaks of the referral."""
    return events[answer].agency != events[referral].agency or _ABOUT_ONE.search(texts[answer]) is not None


def _by_agency(events: Sequence[Row]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in events:
        found[row.agency].append(row)
    return found


def _first(row: Row) -> date:
    return row.first_day or date.min


def _last(row: Row) -> date:
    return row.last_day or _first(row)


def _ordinal(row: Row) -> int:
    return _first(row).toordinal()
