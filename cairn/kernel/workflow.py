"""A workflow is a table: which act moves a record from which states to which, who may, and under which paragraph."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from cairn.kernel.verdict import Verdict, require

State = TypeVar("State", bound=StrEnum)


@dataclass(frozen=True)
class Move(Generic[State]):
    """One line of the table. `name` is the command, the page and the root of the audit verb."""

    name: str
    starts: frozenset[State]
    ends: State
    action: str  # the action of `cairn.access.actions` that a role must hold
    reference: str  # the paragraph, obligation or local rule it rests on
    refusal: str  # what a person is told when the record is not where the move starts


@dataclass(frozen=True)
class Workflow(Generic[State]):
    """All moves of one kind of record."""

    name: str
    states: tuple[State, ...]
    moves: tuple[Move[State], ...]

    def __post_init__(self) -> None:
        names = [move.name for move in self.moves]
        doubled = sorted({name for name in names if names.count(name) > 1})
        if doubled:
            raise ValueError(f"Workflow {self.name!r} lists a move twice: {', '.join(doubled)}.")
        unknown = sorted({state for move in self.moves for state in (*move.starts, move.ends)} - set(self.states))
        if unknown:
            raise ValueError(f"Workflow {self.name!r} uses unknown states: {', '.join(unknown)}.")

    def move(self, name: str) -> Move[State]:
        """The line of this name. Raises KeyError for a move the table does not list."""
        for move in self.moves:
            if move.name == name:
                return move
        raise KeyError(name)

    def allows(self, state: State, name: str) -> Verdict:
        """Whether a record in this state may make this move."""
        move = self.move(name)
        return require(state in move.starts, move.refusal)

    def leaving(self, state: State) -> tuple[Move[State], ...]:
        """The moves that start here, in the order of the table."""
        return tuple(move for move in self.moves if state in move.starts)


def states(*members: State) -> frozenset[State]:
    """The states a move may start from, written as a list: `states(ASKED, CHASED)`."""
    return frozenset(members)


def every(members: Iterable[State], *, but: Iterable[State] = ()) -> frozenset[State]:
    """All states of a workflow except those named."""
    return frozenset(members) - frozenset(but)
