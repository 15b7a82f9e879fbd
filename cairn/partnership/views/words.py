"""Days and spans as they are written on the pages of the partnership."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from cairn.partnership.clock import LONDON, day_of

UNBROKEN = "\N{NO-BREAK SPACE}"


def day(on: date, *, whole: bool = False) -> str:
    """14 August 2026; whole, it stays on one line in the narrow column of a table."""
    return f"{on.day} {on:%B %Y}".replace(" ", UNBROKEN if whole else " ")


def days(starts_on: date, ends_on: date | None) -> str:
    """A span of days, both included."""
    return f"{day(starts_on)} to {day(ends_on)}" if ends_on else f"since {day(starts_on)}"


def span(starts_at: datetime, ends_at: datetime | None) -> str:
    """A span between two moments, by the days it touches; an end at midnight belongs to the day before."""
    last = day_of(ends_at - timedelta(microseconds=1)) if ends_at and ends_at > starts_at else ends_at
    return days(day_of(starts_at), day_of(last) if isinstance(last, datetime) else last)


def start_of(on: date) -> datetime:
    """The first moment of a London day."""
    return datetime.combine(on, time.min, LONDON)


def end_of(on: date, now: datetime) -> datetime:
    """When something whose last day this is ends: now, if it is today, otherwise when the day is over."""
    return now if on == day_of(now) else start_of(on + timedelta(days=1))
