"""Whether somebody may do something about an action: open case, role, state; and never verify her own word."""

from __future__ import annotations

from datetime import datetime

from cairn.access.actor import Actor
from cairn.actions.models import Action
from cairn.actions.states import ACTION
from cairn.cases import policy as cases
from cairn.kernel.verdict import Ground, Verdict, require
from cairn.partnership.clock import day_of
from cairn.partnership.models import Agency, Seat
from cairn.partnership.policy import seat_held


def may(rights: cases.Rights, act: str, action: Action) -> Verdict:
    """Whether what somebody holds on the case lets her take this step with the action now."""
    verdict = rights.can(ACTION.move(act).action, action) & ACTION.allows(action.state, act)
    return verdict & _by_another(rights.actor, action) if act == "verify_action" else verdict


def can(actor: Actor, act: str, action: Action, at: datetime) -> Verdict:
    """The same, for somebody whose rights on the case were not read yet."""
    return may(cases.rights(actor, action.case, at), act, action)


def _by_another(actor: Actor, action: Action) -> Verdict:
    standing = action.standing
    own = standing is not None and standing.said_by_id == actor.user_id
    return require(not own, "You said yourself that it is done. Somebody else verifies it.", Ground.ROLE)


def can_own(agency: Agency, seat: Seat | None, at: datetime) -> Verdict:
    """An action is owed by an agency of today, and by a seat only if it is held now and speaks for that agency."""
    today = day_of(at)
    exists = agency.ends_on is None or agency.ends_on >= today
    verdict = require(exists, "This agency no longer exists.", Ground.INPUT, "agency")
    if seat is None:
        return verdict
    heard = {seat.employer_id, *(row.agency_id for row in seat.speaks_for.all())}
    return (
        verdict
        & seat_held(seat, at, "seat")
        & require(agency.pk in heard, "This seat does not speak for that agency.", Ground.INPUT, "seat")
    )
