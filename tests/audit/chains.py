"""Chains made in memory for the tests of the engine: a thousand events are built in the time of one database write."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from cairn.audit.engine import anchors, chain
from cairn.audit.engine.anchors import Anchor
from cairn.audit.engine.chain import START, Facts, Head, Link

KEY = "ab" * 32
OTHER_KEY = "cd" * 32
FIRST = datetime(2026, 8, 14, 9, 0, tzinfo=UTC)


def facts(seq: int) -> Facts:
    """What one event says; no two alike."""
    moment = FIRST + timedelta(minutes=seq)
    return Facts(
        seq=seq,
        moment=moment,
        recorded_at=moment + timedelta(seconds=1),
        person_key=f"person-{seq % 7}",
        seat_key=f"seat-{seq % 5}",
        agency_key=f"agency-{seq % 3}",
        verb=("open_case", "read_case", "record_decision")[seq % 3],
        kind="cases.case",
        object_key=f"case-{seq % 11}",
        case_key=f"case-{seq % 11}",
        verdict=("done", "read", "refused")[seq % 3],
        digest=chain.mac(KEY, str(seq).encode()),
    )


def links(count: int, key: str = KEY, previous: str = START, start: int = 1) -> list[Link]:
    """A chain of so many events, sealed with the key."""
    made = []
    for seq in range(start, start + count):
        said = facts(seq)
        seal = chain.seal(key, previous, said)
        made.append(Link(said, previous, seal))
        previous = seal
    return made


def head(made: list[Link], key: str = KEY) -> Head:
    """The end of the chain as an honest database keeps it."""
    count, seal = (made[-1].facts.seq, made[-1].seal) if made else (0, START)
    return Head(count, seal, chain.head_mark(key, count, seal))


def anchored(made: list[Link], every: int = 100, key: str = KEY) -> list[Anchor]:
    """The anchors an honest server has written for this chain."""
    kept: list[Anchor] = []
    for link in made[every - 1 :: every]:
        previous = kept[-1].seal if kept else START
        at = link.facts.recorded_at.isoformat()
        kept.append(anchors.sealed(key, Anchor(link.facts.seq, link.seal, at, previous, "")))
    return kept
