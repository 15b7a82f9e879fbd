"""A bank holiday is proclaimed, or what was recorded of one is withdrawn; whatever counts by working days is told."""

from __future__ import annotations

from datetime import date, datetime

from cairn.access.actor import Actor
from cairn.audit.commands import command, record
from cairn.guidance.refusals import CannotAnswer
from cairn.guidance.working_days import BankHoliday, Holidays, in_words, with_changes
from cairn.kernel.announce import announcement
from cairn.kernel.verdict import Ground, Verdict, enforce, refuse, require
from cairn.partnership import policy
from cairn.partnership.commands.locking import locked
from cairn.partnership.models import ProclaimedHoliday, User
from cairn.partnership.queries import holidays

bank_holidays_changed = announcement(
    "bank_holidays_changed",
    meaning="A bank holiday was proclaimed or withdrawn: dates that count working days may have moved.",
    facts=("at",),
)


@command
def proclaim_holiday(
    *, day: date, name: str, source: str, moved_from: date | None = None, by: Actor, at: datetime
) -> ProclaimedHoliday:
    """The office heard that a day becomes a bank holiday. Every running clock that counts over it moves at once."""
    enforce(
        policy.can(by, "change_partnership")
        & policy.written(name, "Enter what the day is called.", "name")
        & policy.written(source, "Say where it was proclaimed.", "source")
        & _counts_with(holidays(at), day, moved_from)
    )
    holiday = ProclaimedHoliday.unscoped.create(
        day=day,
        name=name.strip(),
        source=source.strip(),
        moved_from=moved_from,
        recorded_by=User.unscoped.get(key=by.key),
        recorded_at=at,
    )
    record(by=by, verb="proclaim_holiday", at=at, about=holiday)
    bank_holidays_changed(at=at)
    return holiday


@command
def withdraw_holiday(holiday: ProclaimedHoliday, *, reason: str, by: Actor, at: datetime) -> ProclaimedHoliday:
    """What was recorded of a bank holiday was wrong, or the day was taken back. It stays to be seen."""
    holiday = locked(holiday)
    enforce(
        policy.can(by, "change_partnership")
        & policy.written(reason, "Say why it no longer holds.", "reason")
        & require(holiday.withdrawn_at is None, "This is withdrawn already.")
    )
    holiday.withdrawn_by = User.unscoped.get(key=by.key)
    holiday.withdrawn_at, holiday.withdrawn_reason = at, reason.strip()
    holiday.save()
    record(by=by, verb="withdraw_holiday", at=at, about=holiday)
    bank_holidays_changed(at=at)
    return holiday


def _counts_with(known: Holidays, day: date, moved_from: date | None) -> Verdict:
    """Whether the day can be a bank holiday: within the years known, on a weekday, and not one already."""
    try:
        with_changes(known, (BankHoliday(day, "proclaimed"),))
    except CannotAnswer as refusal:
        return refuse(str(refusal), Ground.INPUT, "day")
    listed = {holiday.on for holiday in known.days}
    weekday = require(
        day.weekday() < 5, f"{in_words(day)} is no working day as it is. Enter the weekday.", Ground.INPUT, "day"
    )
    new = require(day not in listed, f"{in_words(day)} is a bank holiday already.", Ground.INPUT, "day")
    if moved_from is None:
        return weekday & new
    moves = require(moved_from in listed, f"{in_words(moved_from)} is no bank holiday.", Ground.INPUT, "moved_from")
    return weekday & new & moves
