"""Calendar feeds: one's own, and who may read by a secret address."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime

from cairn.access.actor import Actor
from cairn.partnership.links import token_digest
from cairn.partnership.models import CalendarFeed, Seat
from cairn.partnership.queries.actors import actor_for

TOKEN = re.compile(r"[A-Za-z0-9_-]{43}")
OwnSeat = Seat  # for pages, which do not import tables


@dataclass(frozen=True)
class FeedRow:
    """One seat of one's own, and since when a calendar address shows what it owes."""

    seat: Seat
    feed: CalendarFeed | None


def own_feeds(actor: Actor, at: datetime) -> list[FeedRow]:
    """The seats that somebody holds herself now, each with its address if there is one."""
    ids = [seat.id for seat in actor.seats if not seat.as_deputy]
    found = CalendarFeed.unscoped.filter(user__key=actor.key, ended_at__isnull=True, seat__in=ids)
    feeds = {feed.seat_id: feed for feed in found}
    rows = Seat.unscoped.filter(pk__in=ids).select_related("group").order_by("group__name", "title", "pk")
    return [FeedRow(seat, feeds.get(seat.pk)) for seat in rows]


def own_feed(actor: Actor, seat_key: str, at: datetime) -> FeedRow | None:
    """One of them, by the key of the seat."""
    return next((row for row in own_feeds(actor, at) if row.seat.key == seat_key), None)


def looks_like_a_token(text: str) -> bool:
    """Whether this could be the secret of a feed at all."""
    return TOKEN.fullmatch(text) is not None


def reader_of(token: str, at: datetime) -> Actor | None:
    """Whoever made the feed of this secret, holding no more than the seat it was made for; nobody once it is over.

    Nobody is signed in: the secret is the proof. Account and seat are looked at anew each time.
    """
    feed = CalendarFeed.unscoped.filter(token_digest=token_digest(token), ended_at__isnull=True)
    found = feed.select_related("user").first()
    if found is None:
        return None
    actor = actor_for(found.user, at)
    seats = tuple(seat for seat in actor.seats if seat.id == found.seat_id and not seat.as_deputy)
    return replace(actor, seats=seats) if seats else None
