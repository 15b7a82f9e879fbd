"""One race: how often a thing is done in a second, and how often the floor beside it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Race:
    """What is raced, against what, and both rates."""

    what: str
    rate: float  # per second
    floor: str
    floor_rate: float  # per second

    @property
    def ratio(self) -> float:
        """How many times as long it takes as the floor."""
        return self.floor_rate / self.rate


def table(races: Iterable[Race]) -> str:
    """The races as one table in Markdown."""
    head = ("| Race | per second | beside | per second | times as long |", "|---|---:|---|---:|---:|")
    rows = [
        f"| {race.what} | {race.rate:,.0f} | {race.floor} | {race.floor_rate:,.0f} | {_ratio(race.ratio)} |"
        for race in races
    ]
    return "\n".join((*head, *rows))


def _ratio(ratio: float) -> str:
    """With enough places to tell a fifth from a sixth, where a thing takes less time than its floor."""
    return f"{ratio:.1f}" if ratio >= 1 else f"{ratio:.2f}"
