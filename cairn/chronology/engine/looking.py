"""What to look at in a chronology, as questions that a person judges. Nothing is joined or altered because of one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from cairn.chronology.engine.finding import Outcomes, disagreement, duplicate, find
from cairn.chronology.engine.gaps import Lack, Stretches
from cairn.chronology.engine.likeness import Pair, events_of
from cairn.chronology.engine.rows import Row
from cairn.chronology.engine.when import in_words


class Kind(StrEnum):
    """What a question is about."""

    DUPLICATE = "duplicate"
    DISAGREEMENT = "disagreement"
    GAP = "gap"


class JudgedAs(StrEnum):
    """What somebody made of it."""

    ONE_EVENT = "one_event"
    TWO_EVENTS = "two_events"
    ASK = "ask"
    EXPLAINED = "explained"

    @property
    def label(self) -> str:
        """The verdict in words."""
        return _LABELS[self]


_LABELS = {
    JudgedAs.ONE_EVENT: "One event",
    JudgedAs.TWO_EVENTS: "Two events",
    JudgedAs.ASK: "Ask the agencies",
    JudgedAs.EXPLAINED: "Explained",
}
_OF_PAIRS = (JudgedAs.ONE_EVENT, JudgedAs.TWO_EVENTS, JudgedAs.ASK)
VERDICTS = {
    Kind.DUPLICATE: _OF_PAIRS,
    Kind.DISAGREEMENT: _OF_PAIRS,
    Kind.GAP: (JudgedAs.EXPLAINED, JudgedAs.ASK),
}
SAYS_MORE = {JudgedAs.ASK: "Write what to ask.", JudgedAs.EXPLAINED: "Say what explains it."}


@dataclass(frozen=True, slots=True)
class Question:
    """Rows to look at together, by their ids. A gap says what is lacking, where, and whether at one agency alone."""

    kind: Kind
    ids: tuple[str, ...]
    score: float = 0.0
    lack: str = ""
    of_agency: bool = False
    begins: date | None = None
    ends: date | None = None


def questions_of(rows: Sequence[Row], born: date | None = None) -> Iterator[Question]:
    """Every question of a combined chronology: duplicates, the likeliest first, then disagreements, then gaps.

    Before the day `born` nobody could see the child, and nobody is asked why not.
    """
    found = find(rows, Stretches(born=born))
    for kind, pairs in ((Kind.DUPLICATE, found.duplicates), (Kind.DISAGREEMENT, found.disagreements)):
        yield from (Question(kind, pair.ids, pair.score) for pair in pairs)
    for gap in found.gaps:
        yield Question(Kind.GAP, gap.ids, 0.0, gap.lack.value, bool(gap.agency), gap.begins, gap.ends)


def why_alike(kind: Kind, score: float, one: Row, other: Row) -> str:
    """Why two rows are to be looked at together; blank where what they say no longer gives a reason."""
    first, second = events_of([one, other])
    pair = Pair(first.row, second.row, max(0, second.first - first.last), score, against=0.0)
    found = duplicate(pair) if kind is Kind.DUPLICATE else disagreement(pair, Outcomes())
    return found.why if found else ""


def stretch_in_words(lack: str, agency: str, begins: date, ends: date) -> str:
    """A stretch in which something is lacking. Without an agency it is the whole case."""
    days = (ends - begins).days
    stretch = f"For {days} days, from {in_words(begins)} to {in_words(ends)},"
    if lack == Lack.SILENT:
        return f"{stretch} {agency} records nothing." if agency else f"{stretch} no agency records anything."
    if lack == Lack.UNANSWERED:
        return f"A referral by {agency} on {in_words(begins)}: no row of the next {days} days gives an answer."
    return f"{stretch} no row says that the child was seen{' alone' if lack == Lack.UNSEEN_ALONE else ''}."
