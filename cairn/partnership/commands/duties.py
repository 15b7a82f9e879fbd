"""What the partnership owes each year: set by what guidance says, handed on with the office, recorded when done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from cairn.access.actor import Actor
from cairn.audit.commands import command, record
from cairn.guidance.deadlines import derive
from cairn.guidance.working_days import months_on
from cairn.kernel.verdict import Ground, Verdict, enforce, require
from cairn.partnership import policy
from cairn.partnership.clock import day_of
from cairn.partnership.commands.locking import locked
from cairn.partnership.models import PartnershipDuty, Seat, User
from cairn.partnership.queries import holidays
from cairn.partnership.states import FOLLOWS, LOCAL_STEPS, MET_TOGETHER


@dataclass(frozen=True)
class _Limit:
    due_on: date
    edition: str
    fingerprint: str = ""
    holidays_version: str = ""


@command
def owe_partnership_duty(*, duty: str, trigger_on: date, seat: Seat, by: Actor, at: datetime) -> PartnershipDuty:
    """The partnership begins to owe something for a period; its due date is derived, never typed."""
    enforce(policy.by_cairn_alone(by))
    owed = _owe(duty, trigger_on, seat, at)
    record(by=by, verb="owe_partnership_duty", at=at, about=owed)
    return owed


@command
def hand_on_partnership_duty(duty: PartnershipDuty, *, seat: Seat, by: Actor, at: datetime) -> PartnershipDuty:
    """What somebody owed who has left her seat is owed by the seat that followed."""
    duty = locked(duty)
    enforce(policy.by_cairn_alone(by) & require(duty.done_on is None, "What is done is owed by nobody."))
    duty.owed_by = seat
    duty.save()
    record(by=by, verb="hand_on_partnership_duty", at=at, about=duty)
    return duty


@command
def record_partnership_duty_done(
    duty: PartnershipDuty, *, done_on: date, evidence: str, late_reason: str = "", by: Actor, at: datetime
) -> PartnershipDuty:
    """Somebody says that a yearly duty was done, on which day, and where that can be seen; late, she says why."""
    duty = locked(duty)
    together = PartnershipDuty.unscoped.select_for_update().filter(
        duty__in=MET_TOGETHER.get(duty.duty, ()), done_on__isnull=True, trigger_on__lt=done_on
    )
    met = [duty, *together]
    enforce(
        policy.can(by, "keep_partnership_duties")
        & policy.not_yet_done(duty)
        & _done_makes_sense(duty, done_on, day_of(at))
        & policy.written(evidence, "Say where what was done can be seen or found.", "evidence")
        & _late_says_why(met, done_on, late_reason)
    )
    done_by = User.unscoped.get(key=by.key)
    for row in met:
        row.done_on, row.done_by, row.recorded_at, row.evidence = done_on, done_by, at, evidence.strip()
        row.late_reason = late_reason.strip() if done_on > row.due_on else ""
        row.save()
    for follower in FOLLOWS.get(duty.duty, ()):
        _owe(follower, done_on, duty.owed_by, at)
    record(by=by, verb="record_partnership_duty_done", at=at, about=duty)
    return duty


def _done_makes_sense(duty: PartnershipDuty, done_on: date, today: date) -> Verdict:
    return require(done_on <= today, "The day cannot be in the future.", Ground.INPUT, "done_on") & require(
        done_on >= duty.trigger_on, "It cannot have been done before it was owed.", Ground.INPUT, "done_on"
    )


def _late_says_why(met: list[PartnershipDuty], done_on: date, late_reason: str) -> Verdict:
    late = any(done_on > row.due_on for row in met)
    return require(
        not late or late_reason.strip(), "This was done late. Say why.", Ground.INPUT, "late_reason"
    ) & require(late or not late_reason.strip(), "This was not done late.", Ground.INPUT, "late_reason")


def _owe(duty: str, trigger_on: date, seat: Seat, at: datetime) -> PartnershipDuty:
    limit = _limit(duty, trigger_on, at)
    owed, _ = PartnershipDuty.unscoped.get_or_create(
        duty=duty,
        trigger_on=trigger_on,
        defaults={
            "owed_by": seat,
            "due_on": limit.due_on,
            "edition": limit.edition,
            "edition_fingerprint": limit.fingerprint,
            "holidays_version": limit.holidays_version,
        },
    )
    return owed


def _limit(duty: str, trigger_on: date, at: datetime) -> _Limit:
    if duty in LOCAL_STEPS:
        return _Limit(due_on=months_on(trigger_on, LOCAL_STEPS[duty].months), edition="local")
    deadline = derive(duty, trigger_on, holidays=holidays(at))
    return _Limit(deadline.due, deadline.edition.id, deadline.edition.fingerprint, deadline.holidays_version)
