"""Which areas have a part in a case: who leads, who joins, whose yearly report counts it."""

from __future__ import annotations

from datetime import datetime

from cairn.access.actor import Actor
from cairn.audit.commands import command, record
from cairn.cases.commands.checks import one_of, signer
from cairn.cases.models import Case
from cairn.incidents import policy
from cairn.incidents.commands.parts import FROM_THE_LIST
from cairn.incidents.models import AreaRole, Role
from cairn.incidents.queries.incident import leads_here
from cairn.kernel.verdict import ALLOWED, Ground, Verdict, enforce, require
from cairn.partnership.commands.locking import locked
from cairn.partnership.models import Neighbour


@command
def record_area_role(
    case: Case,
    *,
    ourselves: bool = False,
    neighbour: Neighbour | None = None,
    area: str = "",
    role: str,
    counts_it: bool = False,
    different_because: str = "",
    by: Actor,
    at: datetime,
) -> AreaRole:
    """An area has a part in the case: this one, a neighbour, or another by name (OB-121, OB-126).

    An area has one part at a time, and one leads. Who leads may differ from the rule, with a reason.
    """
    case = locked(case)
    area = area.strip()
    enforce(
        policy.can(by, "record_area_role", case, at)
        & one_of(Role.values, role, FROM_THE_LIST, "role")
        & require(
            [ourselves, neighbour is not None, bool(area)].count(True) == 1,
            "Choose this area, a neighbour, or write the name of another area.",
            Ground.INPUT,
            "who",
        )
    )
    now = AreaRole.unscoped.filter(case=case, ends_at=None)
    same = now.filter(ourselves=ourselves, neighbour=neighbour, area=area)
    lead = now.filter(role=Role.LEAD)
    enforce(
        require(not same.exists(), "This area has a part already. End that one first.", Ground.STATE, "who")
        & require(
            role != Role.LEAD or not lead.exists(), "Another area leads already. End that first.", Ground.STATE, "role"
        )
        & _as_the_rule_has_it(case, ourselves, role, different_because)
    )
    row = AreaRole.unscoped.create(
        case=case,
        ourselves=ourselves,
        neighbour=neighbour,
        area=area,
        role=role,
        counts_it=counts_it,
        different_because=different_because.strip(),
        recorded_by_id=signer(by),
        starts_at=at,
    )
    record(by=by, verb="record_area_role", at=at, about=row)
    return row


@command
def end_area_role(area_role: AreaRole, *, by: Actor, at: datetime) -> AreaRole:
    """An area no longer has this part; that it had stays to be seen."""
    area_role = locked(area_role)
    enforce(
        policy.can(by, "end_area_role", area_role, at)
        & require(area_role.ends_at is None, "This part has ended already.")
    )
    area_role.ends_at, area_role.ended_by_id = at, signer(by)
    area_role.save()
    record(by=by, verb="end_area_role", at=at, about=area_role)
    return area_role


def _as_the_rule_has_it(case: Case, ourselves: bool, role: str, different_because: str) -> Verdict:
    """Whether the rule gives the lead to this side of the border, or somebody says why another leads."""
    by_rule = leads_here(case)
    if role != Role.LEAD or by_rule is None or by_rule == ourselves:
        return ALLOWED
    return require(
        different_because.strip(),
        "By the rule another area leads. Say why it was agreed otherwise.",
        Ground.INPUT,
        "different_because",
    )
