"""What somebody can do: her seats now, and the cases that both she and the reader may see."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from cairn.access.actor import Actor
from cairn.access.roles import Role
from cairn.cases import queries as cases
from cairn.partnership import queries as partnership
from cairn.partnership.clock import day_of


@dataclass(frozen=True)
class SeatHeld:
    """One seat through which somebody has rights: what it is, in which group, in what role, since when."""

    title: str
    group: str
    role: Role
    employer: str
    since: date
    as_deputy: bool


@dataclass(frozen=True)
class CaseShared:
    """A case that the reader may see, and the person too."""

    key: str
    reference: str
    label: str


@dataclass(frozen=True)
class Looked:
    """One person of the partnership, as everybody with a role may know her."""

    name: str
    post: str
    closed: bool
    seats: tuple[SeatHeld, ...]
    roles: tuple[Role, ...]
    cases: tuple[CaseShared, ...]


def choices(actor: Actor, at: datetime) -> list[tuple[str, str]]:
    """Everybody with an account, for choosing one: key, and name with post."""
    return [
        (user.key, f"{user.name}, {user.post}" if user.post else user.name) for user in partnership.people(actor, at)
    ]


def looked_up(actor: Actor, key: str, at: datetime) -> Looked | None:
    """The person with this key; none for whoever may not read who sits where. The same queries for any number."""
    user = partnership.person(actor, key, at)
    if user is None:
        return None
    she = partnership.actor_for(user, at)
    held = {seat.key: seat for seat in she.seats}
    rows = list(partnership.seats(actor, at).filter(key__in=held))
    seats = tuple(
        SeatHeld(
            title=row.title,
            group=row.group.name,
            role=held[row.key].role,
            employer=row.employer.name if row.employer else "",
            since=day_of(row.starts_at),
            as_deputy=held[row.key].as_deputy,
        )
        for row in rows
    )
    shared = cases.visible_to(actor, at, "read_access_given").filter(pk__in=cases.visible_to(she, at).values("pk"))
    return Looked(
        name=user.name,
        post=user.post,
        closed=not user.is_active,
        seats=seats,
        roles=tuple(role for role in Role if role in she.roles),
        cases=tuple(CaseShared(row.key, row.reference, row.label) for row in shared),
    )


def own_cases(actor: Actor, at: datetime) -> tuple[CaseShared, ...]:
    """The cases open to the reader of whose access she may read."""
    rows = cases.visible_to(actor, at, "read_access_given").filter(closed_at__isnull=True)
    return tuple(CaseShared(row.key, row.reference, row.label) for row in rows)
