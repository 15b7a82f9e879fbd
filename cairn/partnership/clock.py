"""The product's day: what people see and what statutory clocks count.

In a real partnership it is the machine's time. A demonstration has a day of its own, which a trainer moves on; the
time of day stays the machine's. The machine's time itself (sessions, tokens, limits) is `cairn.kernel.clock`.
"""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from cairn.kernel import clock as machine
from cairn.partnership.models import ProductDay

LONDON = ZoneInfo("Europe/London")


def now() -> datetime:
    """The product's moment, aware, in London time."""
    moment = machine.now().astimezone(LONDON)
    moved = ProductDay.unscoped.first()
    if moved is None:
        return moment
    return datetime.combine(moved.day, moment.timetz().replace(tzinfo=None), LONDON)


def day_of(moment: datetime) -> date:
    """The London day on which a moment falls."""
    return moment.astimezone(LONDON).date()
