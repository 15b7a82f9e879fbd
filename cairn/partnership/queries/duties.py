"""What the partnership owes without a case: for those who may read it, and for the jobs that set and remind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Q

from cairn.access.actor import Actor
from cairn.access.roles import Role
from cairn.guidance.applies import duty as duty_in_guidance
from cairn.guidance.editions import edition
from cairn.partnership import policy
from cairn.partnership.clock import day_of
from cairn.partnership.models import Partnership, PartnershipDuty, Seat, User
from cairn.partnership.queries.actors import live_at
from cairn.partnership.states import LOCAL_STEPS, DutyState, duty_state

YEAR_END = (3, 31)


@dataclass(frozen=True)
class Owed:
    """One line of the list: what, for which period, by whom, until when, and where it stands today."""

    duty: PartnershipDuty
    key: str
    title: str
    reference: str
    owed_by: str
    trigger_on: date
    due_on: date
    state: DutyState


@dataclass(frozen=True)
class Reminder:
    """A notice that is due to somebody who owes something."""

    once: str
    reader: User
    subject: str
    body: str


def partnership_duties(actor: Actor, at: datetime, *, done_too: bool = True) -> tuple[Owed, ...]:
    """What is owed without a case, soonest first, with what was done."""
    if not policy.can(actor, "read_partnership_duties"):
        return ()
    rows = PartnershipDuty.unscoped.select_related("owed_by__holder", "done_by").order_by("due_on", "duty")
    rows = rows if done_too else rows.filter(done_on__isnull=True)
    return tuple(_owed(row, day_of(at)) for row in rows)


def partnership_duty(actor: Actor, key: str, at: datetime) -> Owed | None:
    """One of them."""
    found = (owed for owed in partnership_duties(actor, at) if owed.key == key)
    return next(found, None)


def title_of(duty: str) -> str:
    """What a duty asks, in words."""
    return LOCAL_STEPS[duty].title if duty in LOCAL_STEPS else duty_in_guidance(duty).title


def seat_of_the_office(at: datetime) -> Seat | None:
    """Whose name stands under what the partnership owes: the longest-serving business manager now."""
    managers = Seat.unscoped.filter(live_at(at), role=Role.BUSINESS_MANAGER, holder__is_active=True)
    return managers.order_by("starts_at", "id").first()


def duties_begun(at: datetime) -> Iterator[tuple[str, date]]:
    """Each yearly duty that has begun and is not yet on record, with the day that began it."""
    partnership = Partnership.unscoped.first()
    if partnership is None:
        return
    year_end = _last_year_end(day_of(at))
    if year_end >= partnership.arrangements_started_on and not _owed_since("publish_yearly_report", year_end):
        yield "publish_yearly_report", year_end
    for step in LOCAL_STEPS:
        latest = PartnershipDuty.unscoped.filter(duty=step).order_by("trigger_on").last()
        if latest is None:
            yield step, day_of(partnership.founded_at)
        elif latest.done_on is not None:
            yield step, latest.done_on + timedelta(days=1)


def duties_left_behind(at: datetime) -> tuple[PartnershipDuty, ...]:
    """What is still owed by a seat that nobody sits in any more."""
    sat_in = Seat.unscoped.filter(live_at(at), holder__is_active=True)
    return tuple(PartnershipDuty.unscoped.filter(done_on__isnull=True).exclude(owed_by__in=sat_in))


def reminders(at: datetime) -> Iterator[Reminder]:
    """Who is to be reminded today, of the stage that each duty has reached."""
    today = day_of(at)
    open_ones = PartnershipDuty.unscoped.filter(
        Q(done_on__isnull=True), due_on__lte=today + timedelta(days=28), owed_by__holder__is_active=True
    )
    for row in open_ones.select_related("owed_by__holder"):
        stage, words = _stage(row.due_on, today)
        yield Reminder(
            once=f"remind:{row.key}:{stage}",
            reader=row.owed_by.holder,
            subject=f"Something your partnership owes is {words}",
            body=f"A yearly duty of your partnership is {words}. Sign in to Cairn to see which, and to record it.",
        )


def _stage(due_on: date, today: date) -> tuple[str, str]:
    left = (due_on - today).days
    if left < 0:
        return "late", "late"
    if left == 0:
        return "today", "due today"
    return ("week", "due within a week") if left <= 7 else ("month", "due within four weeks")


def _owed_since(duty: str, trigger_on: date) -> bool:
    return PartnershipDuty.unscoped.filter(duty=duty, trigger_on=trigger_on).exists()


def _last_year_end(today: date) -> date:
    end = date(today.year, *YEAR_END)
    return end if end < today else date(today.year - 1, *YEAR_END)


def _owed(row: PartnershipDuty, today: date) -> Owed:
    local = LOCAL_STEPS.get(row.duty)
    return Owed(
        duty=row,
        key=row.key,
        title=title_of(row.duty),
        reference=local.reference if local else _reference(row),
        owed_by=f"{row.owed_by.holder.name}, {row.owed_by.title}",
        trigger_on=row.trigger_on,
        due_on=row.due_on,
        state=duty_state(row.due_on, row.done_on, today),
    )


def _reference(row: PartnershipDuty) -> str:
    return str(edition(row.edition).rules[row.duty].reference)
