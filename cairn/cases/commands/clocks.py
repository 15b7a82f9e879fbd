"""What starts, corrects, meets and ends a statutory clock. The due day is derived, never typed, and never pauses."""

from __future__ import annotations

from datetime import date, datetime

from cairn.access.actor import Actor
from cairn.audit.commands import command, record
from cairn.cases import policy, states
from cairn.cases.clock import deadline_of
from cairn.cases.commands.checks import not_after_today, signer, written
from cairn.cases.models import Case, Clock
from cairn.guidance.deadlines import Deadline, derive
from cairn.guidance.refusals import CannotAnswer
from cairn.guidance.working_days import Holidays, england, in_words
from cairn.kernel.verdict import ALLOWED, Ground, Refused, Verdict, enforce, refuse, require
from cairn.partnership.commands.locking import locked
from cairn.partnership.policy import by_cairn_alone
from cairn.partnership.queries import holidays

BACK = "before"
KEPT_UP = "not_before"


def derived(duty: str, trigger_on: date, picked_on: date | None = None, *, at: datetime) -> Deadline:
    """The deadline guidance gives with the bank holidays known at the moment of recording.

    Raises Refused with guidance's own sentence where it gives none.
    """
    try:
        return derive(duty, trigger_on, picked_on=picked_on, holidays=holidays(at))
    except CannotAnswer as refusal:
        raise Refused(refuse(str(refusal), Ground.INPUT, "trigger_on")) from None


def new_clock(
    case: Case,
    deadline: Deadline,
    *,
    source: str,
    by: Actor,
    at: datetime,
    picked_on: date | None = None,
    correction: str = "",
    recorded_by_id: int | None = None,
) -> Clock:
    """Write a clock down with all that its date rests on; part of a command, not one itself.

    `recorded_by_id` is who recorded what started it, where that is not who acts.
    """
    return Clock.unscoped.create(
        case=case,
        duty=deadline.rule.duty,
        edition=deadline.edition.id,
        edition_fingerprint=deadline.edition.fingerprint,
        holidays_version=deadline.holidays_version,
        trigger_name=deadline.trigger_fact,
        trigger_on=deadline.trigger,
        trigger_source=source.strip(),
        picked_on=picked_on,
        counts_back=deadline.limit.direction == BACK,
        kept_up=deadline.rule.ends == KEPT_UP,
        correction=correction.strip(),
        recorded_by_id=recorded_by_id or signer(by),
        recorded_at=at,
        due_on=deadline.due,
    )


@command
def start_clock(
    case: Case,
    *,
    duty: str,
    trigger_on: date,
    source: str,
    picked_on: date | None = None,
    by: Actor,
    at: datetime,
) -> Clock:
    """Something happened that starts a limit; guidance says when it ends."""
    case = locked(case)
    enforce(policy.can(by, "start_clock", case, at) & written(source, "Say where this date comes from.", "source"))
    deadline = derived(duty, trigger_on, picked_on, at=at)
    same = Clock.unscoped.filter(case=case, duty=duty, trigger_on=trigger_on, ended_on=None, superseded_by=None)
    enforce(
        _trigger_in_order(deadline, at)
        & require(not same.exists(), "This clock is already on the case, from the same day.", Ground.STATE)
    )
    clock = new_clock(case, deadline, source=source, picked_on=picked_on, by=by, at=at)
    record(by=by, verb="start_clock", at=at, about=clock)
    return clock


@command
def correct_trigger(clock: Clock, *, trigger_on: date, source: str, why: str, by: Actor, at: datetime) -> Clock:
    """The day that started a clock was wrong: a new clock counts from the right one; the old one stays to be seen."""
    clock = locked(clock)
    enforce(
        policy.can(by, "correct_trigger", clock, at)
        & written(source, "Say where this date comes from.", "source")
        & written(why, "Say what was wrong.", "why")
        & require(trigger_on != clock.trigger_on, "This is the day it counts from now.", Ground.INPUT, "trigger_on")
    )
    deadline = derived(clock.duty, trigger_on, clock.picked_on, at=at)
    enforce(_trigger_in_order(deadline, at))
    right = new_clock(clock.case, deadline, source=source, picked_on=clock.picked_on, correction=why, by=by, at=at)
    clock.superseded_by = right
    clock.save()
    record(by=by, verb="correct_trigger", at=at, about=clock)
    return right


@command
def recompute_clock(clock: Clock, *, by: Actor, at: datetime) -> Clock:
    """Bank holidays changed under a running clock: a new one counts with them; the old date stays to be seen.

    Cairn itself does it. Refused for a clock that no longer runs, or whose day has not moved.
    """
    clock = locked(clock)
    known = holidays(at)
    deadline = deadline_of(clock, known)
    enforce(
        by_cairn_alone(by)
        & states.counts_on(clock.state)
        & require(deadline.due != clock.due_on, "The day of this clock has not moved.")
    )
    moved = new_clock(
        clock.case,
        deadline,
        source=clock.trigger_source,
        picked_on=clock.picked_on,
        correction=_why_moved(deadline, known),
        recorded_by_id=clock.recorded_by_id,
        by=by,
        at=at,
    )
    clock.superseded_by = moved
    clock.save()
    record(by=by, verb="recompute_clock", at=at, about=clock)
    return moved


def _why_moved(deadline: Deadline, known: Holidays) -> str:
    first, last = sorted((deadline.trigger, deadline.due))
    came = [day for day in known.days if day not in england().days and first <= day.on <= last]
    if not came:
        return "Bank holidays changed: one that was counted with no longer holds."
    return "Bank holidays changed: " + "; ".join(f"{day.name}, {in_words(day.on)}" for day in came)[:270] + "."


@command
def meet_clock(
    clock: Clock,
    *,
    met_on: date,
    evidence: str,
    late_reason: str = "",
    late_told: str = "",
    by: Actor,
    at: datetime,
) -> Clock:
    """The thing was done on a day, and this shows it. Late, it says why and who was told."""
    clock = locked(clock)
    enforce(
        policy.can(by, "meet_clock", clock, at)
        & written(evidence, "Say what shows that it was done.", "evidence")
        & not_after_today(met_on, at, "The day it was done cannot be in the future.", "met_on")
        & _met_in_order(clock, met_on)
        & _late_is_explained(clock, met_on, late_reason, late_told)
    )
    late = not clock.kept_up and met_on > clock.due_on
    clock.met_on, clock.met_recorded_by_id, clock.met_recorded_at = met_on, signer(by), at
    clock.evidence = evidence.strip()
    clock.late_reason, clock.late_told = (late_reason.strip(), late_told.strip()) if late else ("", "")
    clock.save()
    record(by=by, verb="meet_clock", at=at, about=clock)
    return clock


@command
def correct_met(
    clock: Clock,
    *,
    met_on: date,
    evidence: str,
    why: str,
    late_reason: str = "",
    late_told: str = "",
    by: Actor,
    at: datetime,
) -> Clock:
    """The day it was done was recorded wrongly: a new clock, from the same trigger, is met on the right day."""
    clock = locked(clock)
    enforce(
        policy.can(by, "correct_met", clock, at)
        & written(why, "Say what was wrong.", "why")
        & require(met_on != clock.met_on, "This is the day recorded now.", Ground.INPUT, "met_on")
    )
    deadline = derived(clock.duty, clock.trigger_on, clock.picked_on, at=at)
    source, picked_on = clock.trigger_source, clock.picked_on
    right = new_clock(clock.case, deadline, source=source, picked_on=picked_on, correction=why, by=by, at=at)
    clock.superseded_by = right
    clock.save()
    late = {"late_reason": late_reason, "late_told": late_told}
    right = meet_clock(right, met_on=met_on, evidence=evidence, **late, by=by, at=at)
    record(by=by, verb="correct_met", at=at, about=clock)
    return right


@command
def end_clock(clock: Clock, *, finding: str, ended_on: date, by: Actor, at: datetime) -> Clock:
    """It is no longer owed, because of a finding: withdrawn, or not a serious case."""
    clock = locked(clock)
    enforce(
        policy.can(by, "end_clock", clock, at)
        & written(finding, "Say which finding ended it.", "finding")
        & not_after_today(ended_on, at, "The day of the finding cannot be in the future.", "ended_on")
    )
    clock.ended_on, clock.ended_by_id, clock.ended_at = ended_on, signer(by), at
    clock.finding = finding.strip()
    clock.save()
    record(by=by, verb="end_clock", at=at, about=clock)
    return clock


def _trigger_in_order(deadline: Deadline, at: datetime) -> Verdict:
    """What starts a clock has happened; only what is counted back from may lie ahead, as a day of publication."""
    if deadline.limit.direction == BACK:
        return ALLOWED
    return not_after_today(deadline.trigger, at, "The day that starts the clock cannot be in the future.", "trigger_on")


def _met_in_order(clock: Clock, met_on: date) -> Verdict:
    if clock.kept_up:
        return require(met_on >= clock.due_on, "It has to be kept up until the day shown.", Ground.INPUT, "met_on")
    in_order = clock.counts_back or met_on >= clock.trigger_on
    return require(in_order, "It cannot have been done before what started the clock.", Ground.INPUT, "met_on")


def _late_is_explained(clock: Clock, met_on: date, late_reason: str, late_told: str) -> Verdict:
    if clock.kept_up or met_on <= clock.due_on:
        return ALLOWED
    return written(late_reason, "It was done late. Say why.", "late_reason") & written(
        late_told, "It was done late. Say who was told, and when.", "late_told"
    )
