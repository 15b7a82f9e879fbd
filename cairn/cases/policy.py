"""Whether somebody may: is the case open to her, does her role on it hold the action, does the state allow it.

A declared conflict comes first, by person, and beats every access. Everything that lists, counts, shows or changes
something of a case asks here (`open_to` inside the database, `rights` and `can` for one case). Unknown, missing,
expired: no.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from django.db.models import Q, QuerySet

from cairn.access import matrix
from cairn.access.actions import ACTIONS, Artefact, May
from cairn.access.actor import Actor
from cairn.access.matrix import Condition
from cairn.access.roles import OFFICE, Role
from cairn.cases import states
from cairn.cases.engine.deciding import QUESTIONS
from cairn.cases.models import (
    AccessGiven,
    Case,
    Clock,
    Conflict,
    Decision,
    Duty,
    LineOfEnquiry,
    Released,
    Stance,
)
from cairn.cases.models.in_case import InCase
from cairn.kernel.verdict import ALLOWED, Ground, Verdict, refuse, require
from cairn.kernel.workflow import Workflow
from cairn.partnership.models import Seat, User
from cairn.partnership.queries import actor_for, live_at

STANDING_RULE = "office_and_chair"
STANDING_ROLES = (Role.BUSINESS_MANAGER, Role.BUSINESS_OFFICER, Role.SUBGROUP_CHAIR)
STANDING_REASON = "Standing rule: the office and the chair of the subgroup see every case from the moment it is opened."

# Roles that come with access given to a named person. The others come with a seat only, so that nobody can be made
# business manager of one case.
ROLES_FOR_A_PERSON = (
    Role.REVIEWER,
    Role.PANEL_MEMBER,
    Role.LINKED_MEMBER,
    Role.AGENCY_AUTHOR,
    Role.AGENCY_SIGN_OFF,
    Role.LEGAL_ADVISER,
    Role.COMMUNICATIONS_LEAD,
)

ANSWERING = (Role.AGENCY_AUTHOR, Role.AGENCY_SIGN_OFF)  # those who write and sign for an agency

NOT_OPEN = "This case is not open to you."

# What each act needs, besides the moves of the workflows. An act that is in neither is an action of the matrix itself.
ACTION_OF = {
    "add_family": "change_people",
    "add_line": "keep_lines",
    "add_person": "change_people",
    "change_person": "change_people",
    "add_place": "change_people",
    "answer_fact": "change_people",
    "add_alias": "change_identity",
    "add_place_alias": "change_identity",
    "record_identity": "change_identity",
    "record_place_identity": "change_identity",
    "end_access": "give_access",
    "start_clock": "keep_clocks",
    "show_names": "read_identity",
}
_WORKFLOW_OF = {move.name: workflow for workflow in states.WORKFLOWS for move in workflow.moves}


@dataclass(frozen=True)
class Rights:
    """What one person holds on one case at one moment: the roles of the access that lets her in; none if none does."""

    actor: Actor
    case_id: int
    roles: frozenset[Role]
    at: datetime

    @property
    def open(self) -> bool:
        """Whether the case exists for her."""
        return bool(self.roles)

    def can(
        self, act: str, row: Case | InCase | None = None, *, person_id: int | None = None, names_shown: bool = False
    ) -> Verdict:
        """Whether she may do the act to this row of the case; without a row, whether her role holds it.

        `person_id` is whom it concerns, where it concerns a person of the partnership.
        """
        if not self.open:
            return refuse(NOT_OPEN, Ground.ROLE)
        workflow, action = _WORKFLOW_OF.get(act), _action_of(act)
        holding = _conditions(self.actor, row, person_id, names_shown or act == "show_names") | self._released(action)
        role = matrix.verdict(self.roles, action, holding)
        if not role or row is None or ACTIONS[action].may is May.READ:
            return role
        return _state(act, row, workflow)

    def can_of_own_agency(self, act: str) -> Verdict:
        """Whether her role holds the act for what is shared at least, or what her agency sent, owes or was asked."""
        action = _action_of(act)
        return matrix.verdict(
            self.roles, action, frozenset({Condition.OWN_AGENCY, Condition.SHARED}) | self._released(action)
        )

    def _released(self, action: str) -> frozenset[Condition]:
        """Asked of the database only where one of her roles waits for a release, and then once."""
        artefact = ACTIONS[action].artefact
        if not matrix.waits_for_release(self.roles, artefact) or artefact not in self._artefacts_released:
            return frozenset()
        return frozenset({Condition.RELEASED})

    @cached_property
    def _artefacts_released(self) -> frozenset[Artefact]:
        live = Released.unscoped.filter(live_at(self.at), case=self.case_id, user=self.actor.user_id)
        return frozenset(ACTIONS[action].artefact for action in live.values_list("action", flat=True))

    def sees_artefact_of(self, act: str) -> bool:
        """Whether the matrix gives any of her roles anything of what the act is about; if not, it is not there."""
        artefact = ACTIONS[_action_of(act)].artefact
        return any(matrix.cells(role, artefact) for role in self.roles)


def _conditions(
    actor: Actor, row: Case | InCase | None, person_id: int | None, names_shown: bool
) -> frozenset[Condition]:
    """What holds of a row: a row of any app says by `agency_id` whose it is, and by `is_shared` whether others meet."""
    holding = {
        Condition.OWN_SEAT: isinstance(row, Duty) and row.owed_by_id in actor.seat_ids,
        Condition.OWN_AGENCY: getattr(row, "agency_id", None) in actor.agency_ids,
        Condition.SHARED: bool(getattr(row, "is_shared", False)),
        Condition.NAMES_SHOWN: names_shown,
        Condition.ABOUT_YOURSELF: person_id is not None and person_id == actor.user_id,
    }
    return frozenset(condition for condition, holds in holding.items() if holds)


def _action_of(act: str) -> str:
    workflow = _WORKFLOW_OF.get(act)
    return workflow.move(act).action if workflow else ACTION_OF.get(act, act)


def _state(act: str, row: Case | InCase, workflow: Workflow | None) -> Verdict:
    case = row if isinstance(row, Case) else row.case
    verdict = states.takes(case.state, act)
    if workflow is not None and isinstance(row, Clock | Duty | Conflict | LineOfEnquiry):
        verdict &= workflow.allows(row.state, act)
    return verdict


def grants_of(actor: Actor, at: datetime, seat_ids: list[int] | None = None) -> QuerySet[AccessGiven]:
    """The access that lets somebody in at this moment, whatever the case; never to a case in which she has a conflict.

    With `seat_ids` only what comes through those of her seats, and what was given to herself.
    """
    if actor.user_id is None:
        return AccessGiven.unscoped.none()
    held = list(actor.seat_ids) if seat_ids is None else seat_ids
    seats = Seat.unscoped.filter(live_at(at), pk__in=held)
    let_in = (
        Q(user_id=actor.user_id)
        | Q(seat__in=seats.values("pk"))
        | Q(seat__isnull=True, user__isnull=True, role__in=seats.values("role"))
    )
    walled = Conflict.unscoped.filter(user_id=actor.user_id, second_lift_at__isnull=True).values("case_id")
    return AccessGiven.unscoped.filter(live_at(at), let_in).exclude(case_id__in=walled)


def open_to(actor: Actor, at: datetime, action: str = "read_case", met: frozenset[Condition] = frozenset()) -> Q:
    """The cases open to somebody through a role that holds the action, for use inside a query.

    Without a condition, or on a condition in `met`, which the caller then puts to each row.
    """
    holding = frozenset(role for role in Role if matrix.verdict((role,), action, met))
    seat_ids = [seat.id for seat in actor.seats if seat.role in holding]
    grants = grants_of(actor, at, seat_ids).exclude(user__isnull=False, role__in=set(Role) - holding)
    return Q(pk__in=grants.values("case_id"))


def rights(actor: Actor, case: Case, at: datetime) -> Rights:
    """What somebody holds on this case now, read from the database at the moment of use (two queries)."""
    seats = {pk: Role(role) for pk, role in _live_seats(actor, at)}
    roles: set[Role] = set()
    for grant in grants_of(actor, at).filter(case_id=case.pk):
        if grant.user_id is not None:
            roles.add(Role(grant.role))
            continue
        through = {grant.seat_id} if grant.seat_id else {pk for pk, role in seats.items() if role == grant.role}
        roles |= {seat.role for seat in actor.seats if seat.id in through}
    return Rights(actor, case.pk, frozenset(roles), at)


def may_be_released_to(user: User, case: Case, action: str, at: datetime) -> bool:
    """Whether the case is open to somebody in a role that would read this, once it is released to her."""
    held = rights(actor_for(user, at), case, at)
    return bool(matrix.verdict(held.roles, action, frozenset({Condition.RELEASED})))


def held(actor: Actor, case: Case, at: datetime, known: Rights | None = None) -> Rights:
    """What somebody holds on this case: what the page found at this moment if it hands it on, else read now.

    Rights of somebody else or on another case are never taken for hers: hers are read.
    """
    if known is not None and (known.actor, known.case_id) == (actor, case.pk):
        return known
    return rights(actor, case, at)


def _live_seats(actor: Actor, at: datetime) -> QuerySet[Seat, tuple[int, str]]:
    return Seat.unscoped.filter(live_at(at), pk__in=actor.seat_ids).values_list("pk", "role")


def can(
    actor: Actor,
    act: str,
    row: Case | InCase,
    at: datetime,
    *,
    person_id: int | None = None,
    names_shown: bool = False,
) -> Verdict:
    """Whether somebody may do this act to a case or to a row of one. All three layers.

    Raises KeyError for an act that nobody named.
    """
    case = row if isinstance(row, Case) else row.case
    return rights(actor, case, at).can(act, row, person_id=person_id, names_shown=names_shown)


def can_open_case(actor: Actor) -> Verdict:
    """Whether somebody may open a case: no case yet, so the roles of all her seats count."""
    return matrix.verdict(actor.roles, "open_case")


def may_receive(role: Role) -> Verdict:
    """Whether a seat with this role may be let into a case at all."""
    reads = bool(matrix.verdict((role,), "read_case"))
    return require(reads, f"A {role.label.lower()} reads no case.", Ground.INPUT, "to")


def may_lift(actor: Actor, conflict: Conflict) -> Verdict:
    """Two different people lift a conflict, neither of them the person who has it."""
    if conflict.user_id == actor.user_id:
        return refuse("You cannot lift a conflict of your own.", Ground.ROLE)
    if conflict.first_lift_by_id == actor.user_id:
        return refuse("You have agreed already. A second person has to.", Ground.ROLE)
    return ALLOWED


def may_give_voice(actor: Actor, decision: Decision, seat: Seat, stance: str, came_by: str, at: datetime) -> Verdict:
    """Each partner's delegate answers for herself, the scrutineer comments; the office records what came by mail."""
    question, role = QUESTIONS[decision.kind], Role(seat.role)
    partner = role is Role.SAFEGUARDING_PARTNER
    fits = partner if stance != Stance.COMMENTS else role is Role.SCRUTINEER
    verdict = require(fits, "Partners agree or dissent; the scrutineer comments.", Ground.INPUT, "stance")
    if came_by.strip():
        return can(actor, question.write, decision, at) & verdict
    own = any(held.id == seat.id and not held.as_deputy for held in actor.seats)
    act = question.sign if partner else question.comment or question.sign
    return can(actor, act, decision, at) & verdict & require(own, "Each answers for her own seat.", Ground.ROLE)


def keeps_a_keeper(ending: AccessGiven, at: datetime) -> Verdict:
    """Somebody who may give access must remain, or the case could never be opened to anyone again.

    Counted by the standing rule, because only the office and the chair hold the action.
    """
    remaining = AccessGiven.unscoped.filter(live_at(at), case_id=ending.case_id).exclude(pk=ending.pk)
    keepers = Q(role__in=[*OFFICE, Role.SUBGROUP_CHAIR], user__isnull=True)
    keepers |= Q(seat__in=Seat.unscoped.filter(live_at(at), role__in=[*OFFICE, Role.SUBGROUP_CHAIR]).values("pk"))
    return require(
        remaining.filter(keepers, ends_at__isnull=True).exists(),
        "This is the last access of somebody who can give access. Give it to another first.",
    )
