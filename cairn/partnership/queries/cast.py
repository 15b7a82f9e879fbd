"""The people of a demonstration, as the page shows them on which one is chosen to be played."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from cairn.access.roles import Role
from cairn.partnership.models import Deputy, Partnership, Seat, User
from cairn.partnership.queries.accounts import personas
from cairn.partnership.queries.actors import live_at

WITHOUT_SEAT = "Without a seat"
NO_SEAT = "Sees a case only while it is opened to this very person."


@dataclass(frozen=True)
class Persona:
    """One person, and where she sits or for whom she stands in, unless her post says it."""

    user: User
    sits: str


@dataclass(frozen=True)
class Part:
    """What one sees as these people, and who they are."""

    shows: str
    people: tuple[Persona, ...]


@dataclass(frozen=True)
class Company:
    """One group, part by part; those who sit nowhere come last."""

    name: str
    parts: tuple[Part, ...]


def cast(partnership: Partnership | None, at: datetime) -> tuple[Company, ...]:
    """Everybody who can be played, by group; nobody in a real partnership."""
    seats = _seats(at)
    companies: dict[str, dict[str, list[Persona]]] = {seat.group.name: {} for seat, _ in seats.values()}
    companies[WITHOUT_SEAT] = {}
    for person in personas(partnership, at):
        seat, stands_in = seats.get(person.user.pk, (None, False))
        parts = companies[seat.group.name if seat else WITHOUT_SEAT]
        parts.setdefault(_shows(seat, stands_in), []).append(Persona(person.user, _sits(person.user, seat, stands_in)))
    return tuple(
        Company(name, tuple(Part(shows, tuple(people)) for shows, people in parts.items()))
        for name, parts in companies.items()
        if parts
    )


def _seats(at: datetime) -> dict[int, tuple[Seat, bool]]:
    """The first seat that each person holds, or else the one for which she stands in."""
    held = Seat.unscoped.filter(live_at(at)).select_related("group", "holder").order_by("group_id", "starts_at", "pk")
    found: dict[int, tuple[Seat, bool]] = {}
    for seat in held:
        found.setdefault(seat.holder_id, (seat, False))
    sitting = {seat.pk for seat in held}
    standing_in = Deputy.unscoped.filter(live_at(at), briefed_at__lte=at).select_related("seat__group", "seat__holder")
    for deputy in standing_in.order_by("pk"):
        if deputy.seat_id in sitting:
            found.setdefault(deputy.user_id, (deputy.seat, True))
    return found


def _shows(seat: Seat | None, stands_in: bool) -> str:
    if seat is None:
        return NO_SEAT
    return Role.BRIEFED_DEPUTY.work if stands_in else Role(seat.role).work


def _sits(user: User, seat: Seat | None, stands_in: bool) -> str:
    if seat is None:
        return ""
    if stands_in:
        return f"Stands in for {seat.holder.name}"
    return "" if seat.title == user.post else seat.title
