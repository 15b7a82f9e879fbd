"""Somebody makes the secret address of her own deadlines, for her calendar, or ends it."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime

from cairn.access.actor import Actor
from cairn.audit.commands import command, record
from cairn.kernel.verdict import enforce, require
from cairn.partnership import policy
from cairn.partnership.commands.locking import locked
from cairn.partnership.links import token_digest
from cairn.partnership.models import CalendarFeed, Seat, User


@dataclass(frozen=True)
class MadeFeed:
    """A feed that was just made, with its secret, which nobody can be shown again."""

    feed: CalendarFeed
    token: str


@command
def make_feed(seat: Seat, *, by: Actor, at: datetime) -> MadeFeed:
    """The holder of a seat asks for an address that shows what the seat owes; an earlier one dies with it."""
    seat = locked(seat)
    enforce(policy.holds(by, seat))
    holder = User.unscoped.get(key=by.key)
    CalendarFeed.unscoped.filter(seat=seat, user=holder, ended_at__isnull=True).update(ended_at=at)
    token = secrets.token_urlsafe(32)
    feed = CalendarFeed.unscoped.create(seat=seat, user=holder, token_digest=token_digest(token), made_at=at)
    record(by=by, verb="make_feed", at=at, about=feed)
    return MadeFeed(feed, token)


@command
def end_feed(feed: CalendarFeed, *, by: Actor, at: datetime) -> CalendarFeed:
    """She wants the address no longer: from now on it is not there."""
    feed = locked(feed)
    enforce(policy.own_feed(by, feed) & require(feed.ended_at is None, "This address has ended already."))
    feed.ended_at = at
    feed.save()
    record(by=by, verb="end_feed", at=at, about=feed)
    return feed
