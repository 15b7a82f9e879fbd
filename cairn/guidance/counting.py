"""The arithmetic of a limit: the due date in one look-up, and the days counted one by one for those who ask why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from cairn.guidance.editions.rules import Limit
from cairn.guidance.working_days import Holidays, days_on, months_on


@dataclass(frozen=True)
class CountedDay:
    """One day on the way from the trigger to the due date: counted or not, and why."""

    on: date
    counted: bool
    why: str


def due_date(limit: Limit, trigger: date, holidays: Holidays) -> date:
    """The last day of the limit (due by its end), or the day it runs back to.

    Raises CannotAnswer outside the holidays known.
    """
    if limit.unit == "working_days":
        day_counts = limit.count_from == "same_day"
        if limit.direction == "after":
            return holidays.after(trigger, limit.number, day_counts=day_counts)
        return holidays.before(trigger, limit.number, day_counts=day_counts)
    holidays.check(trigger)
    return holidays.check(_by_calendar(limit, trigger))


def _by_calendar(limit: Limit, trigger: date) -> date:
    if limit.unit == "date":
        this_year = date(trigger.year, limit.month, limit.day)
        return this_year if this_year > trigger else this_year.replace(year=trigger.year + 1)
    sign = 1 if limit.direction == "after" else -1
    if limit.unit == "calendar_days":
        return days_on(trigger, sign * (limit.number - (limit.count_from == "same_day")))
    return months_on(trigger, sign * limit.number * (12 if limit.unit == "years" else 1))


def days_counted(limit: Limit, trigger: date, due: date, holidays: Holidays) -> tuple[CountedDay, ...]:
    """Every day from trigger to due date for days; only the two ends for months, years and named dates."""
    if limit.unit not in ("working_days", "calendar_days"):
        return (_day_nought(trigger, limit), CountedDay(due, True, _by_calendar_in_words(limit, trigger, due)))
    same_day = limit.count_from == "same_day"
    step = 1 if due >= trigger else -1
    listed = [] if same_day else [_day_nought(trigger, limit)]
    reached = 0
    for offset in range(0 if same_day else 1, abs((due - trigger).days) + 1):
        day = days_on(trigger, step * offset)
        why_not = holidays.why_not_working(day) if limit.unit == "working_days" else ""
        reached += not why_not
        listed.append(CountedDay(day, not why_not, why_not or f"{_singular(limit)} {reached}"))
    return tuple(listed)


def _day_nought(trigger: date, limit: Limit) -> CountedDay:
    start = "the clock starts" if limit.direction == "after" else "counting back starts"
    return CountedDay(trigger, False, f"day 0: {start}")


def _singular(limit: Limit) -> str:
    return limit.unit.replace("_", " ").removesuffix("s")


def _by_calendar_in_words(limit: Limit, trigger: date, due: date) -> str:
    if limit.unit == "date":
        return f"the first {limit} after the start"
    way = "on" if limit.direction == "after" else "back"
    if due.day == trigger.day:
        return f"the same date, {limit} {way}"
    return f"the last day of the month, {limit} {way}, for it has no day {trigger.day}"
