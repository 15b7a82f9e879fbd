"""Who is acting: a person with the seats she holds at a moment."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from django.db.models import Q

from cairn.access.actor import NOBODY, Actor, HeldSeat
from cairn.access.roles import Role
from cairn.partnership.models import Deputy, Seat, User


def live_at(at: datetime) -> Q:
    """Rows whose span `starts_at` to `ends_at` holds the moment: from its start on, and no longer at its end."""
    return Q(starts_at__lte=at) & (Q(ends_at__isnull=True) | Q(ends_at__gt=at))


def actor_for(user: User, at: datetime) -> Actor:
    """The person with the seats she holds or stands in for at this moment; nobody if her account is closed."""
    if not user.is_active:
        return NOBODY
    held = Seat.unscoped.filter(live_at(at), holder=user).select_related("employer").prefetch_related("speaks_for")
    seats = [_held(seat) for seat in held.order_by("starts_at", "id")]
    standing_in = (
        Deputy.unscoped.filter(live_at(at), user=user, briefed_at__lte=at)
        .select_related("seat", "seat__employer")
        .prefetch_related("seat__speaks_for")
    )
    seats += [_held(row.seat, as_deputy=True) for row in standing_in.order_by("starts_at", "id") if _live(row.seat, at)]
    return Actor(user_id=user.pk, key=user.key, name=user.name, seats=tuple(seats))


def everybody_seated(at: datetime) -> Iterator[tuple[User, Actor]]:
    """Each person who holds a seat or stands in for one at this moment, for the jobs that write to them."""
    for user in User.unscoped.filter(is_active=True).order_by("id"):
        actor = actor_for(user, at)
        if actor.seats:
            yield user, actor


def _live(seat: Seat, at: datetime) -> bool:
    return seat.starts_at <= at and (seat.ends_at is None or seat.ends_at > at)


def _held(seat: Seat, *, as_deputy: bool = False) -> HeldSeat:
    return HeldSeat(
        id=seat.pk,
        key=seat.key,
        role=Role.BRIEFED_DEPUTY if as_deputy else Role(seat.role),
        agency_id=seat.employer_id,
        agency_key=seat.employer.key if seat.employer else "",
        speaks_for=frozenset(row.agency_id for row in seat.speaks_for.all()),
        as_deputy=as_deputy,
    )
