"""Somebody acting: a person, and the seats she holds at this moment. Built anew for every request, kept by nobody."""

from __future__ import annotations

from dataclasses import dataclass

from cairn.access.roles import Role


@dataclass(frozen=True)
class HeldSeat:
    """A seat as its holder, or a briefed deputy, holds it now."""

    id: int
    key: str
    role: Role
    agency_id: int | None = None  # the employer
    agency_key: str = ""
    speaks_for: frozenset[int] = frozenset()  # ids of the agencies the seat answers for
    as_deputy: bool = False


@dataclass(frozen=True)
class Actor:
    """Who is asking. Nobody and the machine are actors too, and hold nothing."""

    user_id: int | None
    key: str
    name: str = ""
    seats: tuple[HeldSeat, ...] = ()

    @property
    def roles(self) -> frozenset[Role]:
        """The roles of all seats held now, whatever the case."""
        return frozenset(seat.role for seat in self.seats)

    @property
    def seat_ids(self) -> frozenset[int]:
        """The ids of all seats held now."""
        return frozenset(seat.id for seat in self.seats)

    @property
    def agency_ids(self) -> frozenset[int]:
        """The agencies this person works in or answers for through a seat."""
        employers = {seat.agency_id for seat in self.seats if seat.agency_id is not None}
        return frozenset(employers).union(*(seat.speaks_for for seat in self.seats))

    @property
    def first_seat(self) -> HeldSeat | None:
        """The seat an event is put down to."""
        return self.seats[0] if self.seats else None


NOBODY = Actor(user_id=None, key="nobody", name="Nobody")
MACHINE = Actor(user_id=None, key="cairn", name="Cairn")
