"""A trainer moves a demonstration on by a day."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from cairn.access.actor import Actor
from cairn.audit.commands import command, record
from cairn.kernel.verdict import enforce
from cairn.partnership import policy
from cairn.partnership.commands.locking import locked
from cairn.partnership.models import Partnership, ProductDay


@command
def move_day(*, by: Actor, at: datetime) -> date:
    """The day of a demonstration becomes the next one. A real partnership's day cannot be moved."""
    partnership = Partnership.unscoped.first()
    enforce(policy.in_a_demonstration(partnership) & policy.holds_a_seat(by))
    moved = locked(ProductDay.unscoped.get())
    moved.day += timedelta(days=1)
    moved.save()
    record(by=by, verb="move_day", at=at, about=partnership)
    return moved.day
