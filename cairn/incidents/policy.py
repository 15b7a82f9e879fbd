"""Whether somebody may record, correct or withdraw what concerns an incident: case, role, state."""

from __future__ import annotations

from datetime import date, datetime

from cairn.access import matrix
from cairn.access.actor import Actor
from cairn.cases import policy as cases
from cairn.cases.models import Case
from cairn.cases.models.in_case import InCase
from cairn.incidents import states
from cairn.incidents.models import Notification, Watch
from cairn.kernel.verdict import Ground, Verdict, require

# What each act needs, besides the moves of the workflows.
ACTION_OF = {
    "begin_incident": "record_incident",
    "say_who_told": "record_incident",
    "say_what_happened": "record_incident",
    "say_when_it_became_known": "record_incident",
    "say_where": "record_incident",
    "say_what_else": "record_incident",
    "record_area_role": "record_incident",
    "end_area_role": "record_incident",
    "describe_child": "record_incident",
    "record_criteria_fact": "keep_notifying",
    "record_notification": "keep_notifying",
    "record_notice": "keep_notifying",
    "watch_case": "keep_notifying",
}


def can(actor: Actor, act: str, row: Case | InCase, at: datetime) -> Verdict:
    """Whether somebody may do this act to a case, or to a row of one. Raises KeyError for an act that nobody named."""
    case = row if isinstance(row, Case) else row.case
    rights = cases.rights(actor, case, at)
    if isinstance(row, Notification):
        return rights.can(states.NOTIFICATION.move(act).action, row) & states.NOTIFICATION.allows(row.state, act)
    if isinstance(row, Watch):
        return rights.can(states.WATCH.move(act).action, row) & states.WATCH.allows(row.state, act)
    return rights.can(ACTION_OF[act], row)


def can_arrange_sheet(actor: Actor) -> Verdict:
    """Whether somebody may put the fields of the national form in the order the partnership meets them: no case."""
    return matrix.verdict(actor.roles, "keep_notifying")


def not_before_birth(last_day: date | None, born: list[date], about: str) -> Verdict:
    """An incident cannot be over before the child it is about was born."""
    before = last_day is not None and any(last_day < day for day in born)
    return require(not before, "This is before the child was born. Check both dates.", Ground.INPUT, about)
