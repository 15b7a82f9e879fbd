"""What a seat owes on a case is set, handed over, done, or waived where guidance lets it be."""

from __future__ import annotations

from datetime import date, datetime

from cairn.access.actor import Actor
from cairn.audit.commands import command, record
from cairn.cases import policy
from cairn.cases.commands.checks import not_after_today, one_of, signer, written
from cairn.cases.models import Case, Duty, Strength
from cairn.kernel.verdict import ALLOWED, Ground, Verdict, enforce, require
from cairn.partnership.clock import day_of
from cairn.partnership.commands.locking import locked
from cairn.partnership.models import Seat
from cairn.partnership.policy import seat_held


@command
def set_duty(
    case: Case,
    *,
    what: str,
    strength: str,
    owed_by: Seat,
    due_on: date | None = None,
    reference: str = "",
    by: Actor,
    at: datetime,
) -> Duty:
    """Somebody owes something on a case: a named seat, by a day that was agreed or as soon as it can be done."""
    case = locked(case)
    binding = strength == Strength.MUST
    enforce(
        policy.can(by, "set_duty", case, at)
        & written(what, "Say what is owed.", "what")
        & one_of(Strength.values, strength, "Say whether it must or should be done, or is a local step.", "strength")
        & require(not binding or reference.strip(), "Name the rule that says so.", Ground.INPUT, "reference")
        & seat_held(owed_by, at, "owed_by")
    )
    duty = Duty.unscoped.create(
        case=case,
        what=what.strip(),
        strength=strength,
        reference=reference.strip(),
        owed_by=owed_by,
        due_on=due_on,
        set_by_id=signer(by),
        set_at=at,
    )
    record(by=by, verb="set_duty", at=at, about=duty)
    return duty


@command
def hand_over_duty(duty: Duty, *, to: Seat, by: Actor, at: datetime) -> Duty:
    """Another seat owes it from now on, as when somebody leaves. The record of events keeps who owed it before."""
    duty = locked(duty)
    enforce(policy.can(by, "hand_over_duty", duty, at) & seat_held(to, at, "owed_by"))
    duty.owed_by = to
    duty.save()
    record(by=by, verb="hand_over_duty", at=at, about=duty)
    return duty


@command
def do_duty(duty: Duty, *, done_on: date, late_reason: str = "", by: Actor, at: datetime) -> Duty:
    """It is done, on a day that may be earlier than today. Late, it says why."""
    duty = locked(duty)
    enforce(
        policy.can(by, "do_duty", duty, at)
        & not_after_today(done_on, at, "The day it was done cannot be in the future.", "done_on")
        & _late_is_explained(duty, done_on, late_reason)
    )
    late = duty.due_on is not None and done_on > duty.due_on
    duty.done_on, duty.done_by_id, duty.recorded_at = done_on, signer(by), at
    duty.late_reason = late_reason.strip() if late else ""
    duty.save()
    record(by=by, verb="do_duty", at=at, about=duty)
    return duty


@command
def waive_duty(duty: Duty, *, reason: str, by: Actor, at: datetime) -> Duty:
    """What only should be done, or is a local step, is not done here, and somebody says why."""
    duty = locked(duty)
    enforce(
        policy.can(by, "waive_duty", duty, at)
        & require(duty.strength != Strength.MUST, "What must be done cannot be waived.")
        & written(reason, "Say why it is waived.", "reason")
    )
    duty.waived_on, duty.waived_by_id, duty.waived_reason = day_of(at), signer(by), reason.strip()
    duty.save()
    record(by=by, verb="waive_duty", at=at, about=duty)
    return duty


def _late_is_explained(duty: Duty, done_on: date, late_reason: str) -> Verdict:
    if duty.due_on is None or done_on <= duty.due_on:
        return ALLOWED
    return written(late_reason, "It was done late. Say why.", "late_reason")
