"""What was not notified is looked at again on a day, until somebody closes it or it is decided anew."""

from __future__ import annotations

from datetime import date, datetime

from cairn.access.actor import Actor
from cairn.audit.commands import command, record
from cairn.cases import commands as cases
from cairn.cases.clock import rule_on
from cairn.cases.commands.checks import not_after_today, signer, written
from cairn.cases.commands.clocks import derived, new_clock
from cairn.cases.commands.decisions import decision_recorded
from cairn.cases.models import Case, Clock, Decision
from cairn.guidance.vocabularies import vocabulary
from cairn.guidance.working_days import in_words
from cairn.incidents import policy
from cairn.incidents.commands.notifying import NOTIFY
from cairn.incidents.commands.parts import FROM_THE_LIST
from cairn.incidents.models import Account, Watch
from cairn.kernel.verdict import Ground, Verdict, enforce, require
from cairn.partnership.clock import day_of
from cairn.partnership.commands.locking import locked

NOTIFIED, NOT_NOTIFY = ("notify", "notify"), ("notify", "not_notify")
ENDS = (NOTIFY, "tell_safeguarding_partners")  # no longer owed once it is decided that there is nothing to notify
OTHER = "other"
ANEW = "Decided anew that it is notified: {reasons}"
OWED_AGAIN = "The day the council became aware. Decided anew, on {day}, that it is notified."


@command
def watch_case(
    decision: Decision, *, events: list[str], other_event: str = "", look_again_on: date, by: Actor, at: datetime
) -> Watch:
    """It was decided not to notify: what would reopen that, and on which day it is looked at again.

    The clocks of the notification are no longer owed, by the decision.
    """
    decision = locked(decision)
    watched = Watch.unscoped.filter(case=decision.case_id, ended_on=None)
    enforce(
        policy.can(by, "watch_case", decision, at)
        & require(
            (decision.kind, decision.outcome) == NOT_NOTIFY and not decision.is_replaced,
            "Only a standing decision not to notify is watched.",
        )
        & require(not watched.exists(), "This case is watched already.")
        & _events_are_said(events, other_event)
        & _ahead(look_again_on, at)
    )
    for clock in _running(decision.case, ENDS):
        finding = f"Decided not to notify: {decision.reasons}"
        cases.end_clock(clock, finding=finding, ended_on=decision.decided_on, by=by, at=at)
    row = _new(decision, events, other_event, look_again_on, by, at)
    record(by=by, verb="watch_case", at=at, about=row)
    return row


@command
def renew_watch(watch: Watch, *, finding: str, look_again_on: date, by: Actor, at: datetime) -> Watch:
    """Somebody looked, found nothing that changes the answer, and looks again on another day."""
    watch = locked(watch)
    enforce(
        policy.can(by, "renew_watch", watch, at)
        & written(finding, "Say what was found.", "finding")
        & _ahead(look_again_on, at)
    )
    row = _new(watch.decision, watch.events, watch.other_event, look_again_on, by, at)
    watch.renewed_by = row
    _end(watch, finding, day_of(at), by, at)
    record(by=by, verb="renew_watch", at=at, about=watch)
    return row


@command
def close_watch(watch: Watch, *, finding: str, found_on: date, by: Actor, at: datetime) -> Watch:
    """Nothing more is expected that would change the answer. The case leaves the home page."""
    watch = locked(watch)
    enforce(policy.can(by, "close_watch", watch, at) & _found(watch, finding, found_on, at))
    _end(watch, finding, found_on, by, at)
    record(by=by, verb="close_watch", at=at, about=watch)
    return watch


@command
def reopen(watch: Watch, *, finding: str, found_on: date, by: Actor, at: datetime) -> Watch:
    """A finding may change the answer: it is decided anew, and the five days count from the day of the finding."""
    watch = locked(watch)
    enforce(policy.can(by, "reopen", watch, at) & _found(watch, finding, found_on, at))
    watch.reopened = True
    _end(watch, finding, found_on, by, at)
    rule = rule_on(NOTIFY, found_on)
    if rule is not None and rule.limit is not None and not _running(watch.case, (NOTIFY,)):
        source = f"Reopened: {finding.strip()}"[:200]
        cases.start_clock(watch.case, duty=NOTIFY, trigger_on=found_on, source=source, by=by, at=at)
    record(by=by, verb="reopen", at=at, about=watch)
    return watch


@decision_recorded.heard_by
def follow_decision(decision: Decision, by: Actor, at: datetime) -> None:
    """It is notified after all: nothing is watched any more, and what the decision before had ended is owed again."""
    before = decision.instead_of
    if before is None or [(each.kind, each.outcome) for each in (before, decision)] != [NOT_NOTIFY, NOTIFIED]:
        return
    for watch in Watch.unscoped.filter(case=decision.case_id, ended_on=None).select_related("decision"):
        found_on = max(decision.decided_on, watch.decision.decided_on)
        _end(watch, ANEW.format(reasons=decision.reasons), found_on, by, at)
    _owe_again(decision, by, at)


def _owe_again(decision: Decision, by: Actor, at: datetime) -> None:
    """The clocks that had ended count again, from the day of awareness as it is known now; each duty runs once."""
    case, source = decision.case, OWED_AGAIN.format(day=in_words(decision.decided_on))
    known = Account.unscoped.filter(incident__case=case).order_by("-version").first()
    clocks = Clock.unscoped.filter(case=case, duty__in=ENDS, superseded_by=None).order_by("id")
    owed = {clock.duty for clock in clocks if clock.ended_on is None}
    ended = {clock.duty: clock for clock in clocks if clock.duty not in owed}
    for duty, clock in ended.items():
        day = known.aware_on if known else clock.trigger_on
        rule = rule_on(duty, day)
        if rule is not None and rule.limit is not None:
            new_clock(case, derived(duty, day, at=at), source=source, by=by, at=at)


def _running(case: Case, duties: tuple[str, ...]) -> list[Clock]:
    return list(Clock.unscoped.filter(case=case, duty__in=duties, met_on=None, ended_on=None, superseded_by=None))


def _new(
    decision: Decision, events: list[str], other_event: str, look_again_on: date, by: Actor, at: datetime
) -> Watch:
    return Watch.unscoped.create(
        case=decision.case,
        decision=decision,
        events=sorted(set(events)),
        other_event=other_event.strip() if OTHER in events else "",
        look_again_on=look_again_on,
        recorded_by_id=signer(by),
        recorded_at=at,
    )


def _end(watch: Watch, finding: str, found_on: date, by: Actor, at: datetime) -> None:
    watch.finding, watch.ended_on = finding.strip(), found_on
    watch.ended_by_id, watch.ended_at = signer(by), at
    watch.save()


def _events_are_said(events: list[str], other_event: str) -> Verdict:
    known = {term.id for term in vocabulary("reopening_events").terms}
    return (
        require(events, "Choose what would reopen it.", Ground.INPUT, "events")
        & require(set(events) <= known, FROM_THE_LIST, Ground.INPUT, "events")
        & require(OTHER not in events or other_event.strip(), "Say what else.", Ground.INPUT, "other_event")
    )


def _ahead(look_again_on: date, at: datetime) -> Verdict:
    return require(look_again_on > day_of(at), "The day to look again lies ahead.", Ground.INPUT, "look_again_on")


def _found(watch: Watch, finding: str, found_on: date, at: datetime) -> Verdict:
    return (
        written(finding, "Say what was found.", "finding")
        & not_after_today(found_on, at, "The day of the finding cannot be in the future.", "found_on")
        & require(found_on >= watch.decision.decided_on, "That is before it was decided.", Ground.INPUT, "found_on")
    )
