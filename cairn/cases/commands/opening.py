"""A case is opened, with the clock that awareness starts, and closed when nothing on it is owed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from cairn.access.actor import Actor
from cairn.access.roles import OFFICE
from cairn.audit.commands import command, record
from cairn.cases import policy
from cairn.cases.clock import STARTED_BY_AWARENESS, rule_on, title_of
from cairn.cases.commands import findable
from cairn.cases.commands.checks import not_after_today, one_of, signer, written
from cairn.cases.commands.clocks import derived, new_clock
from cairn.cases.models import AccessGiven, Case, CaseKind, Clock, Duty, draw_reference
from cairn.kernel.verdict import enforce, require
from cairn.partnership.commands.locking import locked

AWARENESS_SOURCE = "Recorded when the case was opened; told by {who}."


@command
def open_case(*, kind: str, label: str, known_on: date, told_by: str, by: Actor, at: datetime) -> Case:
    """Somebody tells the partnership of a child; the case exists, and what must be notified is running at once.

    `known_on` is the day the council became aware. Access is given by the standing rule in the same moment.
    """
    enforce(
        policy.can_open_case(by)
        & one_of(CaseKind.values, kind, "Choose what brought the case here.", "kind")
        & written(label, "Enter a label that says nothing of who the child is, such as Child R.", "label")
        & written(told_by, "Enter who told the partnership.", "told_by")
        & not_after_today(known_on, at, "The day it became known cannot be in the future.", "known_on")
    )
    case = Case.unscoped.create(
        reference=unused_reference(),
        kind=kind,
        label=label.strip(),
        told_by=told_by.strip(),
        opened_at=at,
        opened_by_id=signer(by),
    )
    _let_in_by_standing_rule(case, by, at)
    findable.case_findable(case)
    notice = STARTED_BY_AWARENESS.get(CaseKind(kind))
    if notice:
        _owe(case, notice, known_on, by, at)
    record(by=by, verb="open_case", at=at, about=case)
    return case


def _let_in_by_standing_rule(case: Case, by: Actor, at: datetime) -> None:
    for role in policy.STANDING_ROLES:
        AccessGiven.unscoped.create(
            case=case,
            role=role.value,
            standing_rule=policy.STANDING_RULE,
            reason=policy.STANDING_REASON,
            given_by_id=signer(by),
            starts_at=at,
        )


def _owe(case: Case, notice: str, known_on: date, by: Actor, at: datetime) -> None:
    """A clock where the guidance of the day sets a number of days, a duty where it sets none, nothing before either."""
    rule = rule_on(notice, known_on)
    if rule is None:
        return
    if rule.limit:
        new_clock(
            case, derived(notice, known_on, at=at), source=AWARENESS_SOURCE.format(who=case.told_by), by=by, at=at
        )
        return
    Duty.unscoped.create(
        case=case,
        what=title_of(notice),
        strength=rule.strength,
        reference=str(rule.reference),
        owed_by_id=next(seat.id for seat in by.seats if seat.role in OFFICE),
        set_by_id=signer(by),
        set_at=at,
    )


def unused_reference(draw: Callable[[], str] = draw_reference) -> str:
    """A reference that no case has yet."""
    reference = draw()
    while Case.unscoped.filter(reference=reference).exists():
        reference = draw()
    return reference


@command
def close_case(case: Case, *, reason: str, by: Actor, at: datetime) -> Case:
    """Nothing on the case is owed any more, and somebody says why it ends here."""
    case = locked(case)
    running = Clock.unscoped.filter(case=case, met_on=None, ended_on=None, superseded_by=None).count()
    owed = Duty.unscoped.filter(case=case, done_on=None, waived_on=None).count()
    enforce(
        policy.can(by, "close_case", case, at)
        & written(reason, "Say why the case is closed.", "reason")
        & require(not running, "A clock is still running on this case. Meet it, or record the finding that ended it.")
        & require(not owed, "Something is still owed on this case. Record it as done, or waive it where that may be.")
    )
    case.closed_at, case.closed_by_id, case.closed_reason = at, signer(by), reason.strip()
    case.save()
    record(by=by, verb="close_case", at=at, about=case)
    return case
