"""The bank holidays of a moment: the list Cairn came with, and what was proclaimed since, as far as recorded."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Q, QuerySet

from cairn.access.actor import Actor
from cairn.guidance.working_days import BankHoliday, Holidays, england, with_changes
from cairn.partnership import policy
from cairn.partnership.models import ProclaimedHoliday

ProclaimedDay = ProclaimedHoliday  # for pages, which do not import tables
PROCLAIMED = "one_off"


def holidays(at: datetime) -> Holidays:
    """The bank holidays as they were known at a moment; their version names what was added. One query.

    What counts working days for a page or a clock asks here, never the shipped list alone.
    """
    return with_added(england(), at)


def with_added(base: Holidays, at: datetime) -> Holidays:
    """A list of bank holidays with what was proclaimed and recorded by a moment, and not withdrawn by then."""
    stands = Q(withdrawn_at__isnull=True) | Q(withdrawn_at__gt=at)
    rows = ProclaimedHoliday.unscoped.filter(stands, recorded_at__lte=at).order_by("day")
    known = {holiday.on for holiday in base.days}
    added, moved = [], []
    for row in rows:
        if row.day not in known:  # a later shipped list may have it by itself
            added.append(BankHoliday(row.day, row.name, PROCLAIMED))
        if row.moved_from in known:
            moved.append(row.moved_from)
    return with_changes(base, tuple(added), tuple(moved))


def proclaimed_holidays(actor: Actor, at: datetime) -> QuerySet[ProclaimedHoliday]:
    """What the office has recorded as proclaimed, withdrawn ones too, the latest day first."""
    if not policy.can(actor, "read_partnership"):
        return ProclaimedHoliday.unscoped.none()
    return ProclaimedHoliday.unscoped.filter(recorded_at__lte=at).select_related("recorded_by", "withdrawn_by")


def proclaimed_holiday(actor: Actor, key: str, at: datetime) -> ProclaimedHoliday | None:
    """One of them."""
    return proclaimed_holidays(actor, at).filter(key=key).first()
