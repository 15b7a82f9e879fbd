"""Whether a chain is as it was written, and which event is the first that is not. Rows, anchors and the key suffice."""

from __future__ import annotations

import hmac
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from cairn.audit.engine import anchors as anchoring
from cairn.audit.engine import chain
from cairn.audit.engine.anchors import Anchor
from cairn.audit.engine.chain import START, Head, Link

ANCHOR_EVERY = 100  # events


class Wrong(StrEnum):
    """What can be wrong with a chain."""

    CHANGED = "changed"
    MISSING = "missing"
    OUT_OF_ORDER = "out of order"
    DOUBLED = "doubled"
    ANOTHER_COPY = "from another copy"
    CUT = "cut"
    HEAD_CHANGED = "head changed"
    ANCHOR_CHANGED = "anchor changed"
    ANCHOR_MISSING = "anchor missing"
    ROLLED_BACK = "rolled back"


@dataclass(frozen=True)
class Problem:
    """The first thing found wrong: which event (its number, from 1), what, and a sentence for people."""

    seq: int
    wrong: Wrong
    sentence: str


@dataclass
class Walk:
    """How far a chain has been found right: so many events, the last seal, and the seals at the anchored counts."""

    count: int = 0
    seal: str = START
    seals: dict[int, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Report:
    """What verification found: how many events hold, against how many anchors, and the first problem if any."""

    events: int
    anchors: int
    problem: Problem | None


def verify(key: str, links: Iterable[Link], head: Head, anchors: Iterable[Anchor]) -> Report:
    """Check events in the order of their numbers, then the end of the chain, then the anchors."""
    known = list(anchors)
    walk = Walk(seals=dict.fromkeys((anchor.count for anchor in known), ""))
    problem = (
        check_events(key, links, walk)
        or check_head(key, walk, head)
        or check_anchors(key, walk, known)
        or _check_anchored(walk, known)
    )
    return Report(walk.count, len(known), problem)


def unreadable(torn: anchoring.AnchorUnreadable) -> Report:
    """What is reported when the file of anchors itself was damaged, and nothing can be checked against it."""
    return Report(0, 0, Problem(0, Wrong.ANCHOR_CHANGED, str(torn)))


def check_events(key: str, links: Iterable[Link], walk: Walk) -> Problem | None:
    """Follow the chain on from where `walk` stands, and move `walk` along; stops at the first problem.

    A chain found right up to a point needs no second look at what lies before it.
    """
    rest = iter(links)
    for link in rest:
        problem = _misplaced(key, link, rest, walk) or _unlinked(link, walk)
        if problem:
            return problem
        walk.count, walk.seal = link.facts.seq, link.seal
        if walk.count in walk.seals:
            walk.seals[walk.count] = walk.seal
    return None


def _misplaced(key: str, link: Link, rest: Iterator[Link], walk: Walk) -> Problem | None:
    expected, seq = walk.count + 1, link.facts.seq
    if not hmac.compare_digest(chain.seal(key, link.previous, link.facts), link.seal):
        return Problem(expected, Wrong.CHANGED, f"Event {expected} is not as it was written: its seal does not fit.")
    if seq < expected:
        return Problem(seq, Wrong.DOUBLED, f"Event {seq} is there twice.")
    if seq == expected:
        return None
    if any(later.facts.seq == expected for later in rest):
        return Problem(expected, Wrong.OUT_OF_ORDER, f"Event {seq} stands where event {expected} belongs.")
    return Problem(expected, Wrong.MISSING, f"Event {expected} is missing; event {seq} follows event {walk.count}.")


def _unlinked(link: Link, walk: Walk) -> Problem | None:
    if link.previous == walk.seal:
        return None
    seq = link.facts.seq
    sentence = f"Event {seq} does not follow event {seq - 1}: one of them comes from another copy of the database."
    return Problem(seq, Wrong.ANOTHER_COPY, sentence)


def check_head(key: str, walk: Walk, head: Head) -> Problem | None:
    """Whether the chain ends where the database says it does."""
    if not hmac.compare_digest(chain.head_mark(key, head.count, head.seal), head.mark):
        return Problem(walk.count, Wrong.HEAD_CHANGED, "The end of the chain was set by hand: its mark does not fit.")
    if walk.count < head.count:
        sentence = f"Event {walk.count + 1} and what follows, up to event {head.count}, were cut off the end."
        return Problem(walk.count + 1, Wrong.CUT, sentence)
    if (walk.count, walk.seal) != (head.count, head.seal):
        sentence = f"The end of the chain is from an older copy: it stands at event {head.count} of {walk.count}."
        return Problem(head.count + 1, Wrong.HEAD_CHANGED, sentence)
    return None


def check_anchors(key: str, walk: Walk, anchors: Iterable[Anchor]) -> Problem | None:
    """Whether the chain is the one that was anchored. `walk` must have gone to the end."""
    previous, agreed = START, 0
    for number, anchor in enumerate(anchors, start=1):
        right = hmac.compare_digest(anchoring.sealed(key, anchor).seal, anchor.seal)
        if not right or anchor.previous != previous:
            sentence = f"Anchor {number} was changed, or one before it was removed."
            return Problem(anchor.count if right else agreed, Wrong.ANCHOR_CHANGED, sentence)
        problem = _rolled_back(walk, anchor, agreed)
        if problem:
            return problem
        previous, agreed = anchor.seal, anchor.count
    return None


def _rolled_back(walk: Walk, anchor: Anchor, agreed: int) -> Problem | None:
    if anchor.count > walk.count:
        sentence = (
            f"The database was put back to an older copy or cut short: {anchor.count} events were anchored on "
            f"{anchor.at}, it holds {walk.count}."
        )
        return Problem(walk.count + 1, Wrong.ROLLED_BACK, sentence)
    found = walk.seals.get(anchor.count, "") if anchor.count else START
    if found != anchor.head:
        sentence = (
            f"Events were lost and others written in their place: after event {agreed} the chain is not the one "
            f"anchored at event {anchor.count} on {anchor.at}."
        )
        return Problem(agreed + 1, Wrong.ROLLED_BACK, sentence)
    return None


def _check_anchored(walk: Walk, anchors: list[Anchor]) -> Problem | None:
    last = max((anchor.count for anchor in anchors), default=0)
    if walk.count - last < 2 * ANCHOR_EVERY:
        return None
    sentence = f"No anchor covers what follows event {last}, although there are {walk.count} events."
    return Problem(last + 1, Wrong.ANCHOR_MISSING, sentence)
