"""An agency comes into a case, or takes part in another way from now on."""

from __future__ import annotations

from datetime import datetime

from cairn.access.actor import Actor
from cairn.audit.commands import command, record
from cairn.cases import policy
from cairn.cases.commands import findable
from cairn.cases.commands.checks import STALE, one_of, signer
from cairn.cases.models import AgencyInvolved, Case, Mode
from cairn.kernel.verdict import Ground, Verdict, enforce, require
from cairn.partnership.commands.locking import locked
from cairn.partnership.models import Agency, Seat


@command
def involve_agency(
    case: Case,
    *,
    agency: Agency,
    mode: str,
    linked_through: Seat | None = None,
    contact_name: str = "",
    contact_address: str = "",
    instead_of: str = "",
    by: Actor,
    at: datetime,
) -> AgencyInvolved:
    """How an agency takes part, from now on. `instead_of` is the key of the row seen while typing, blank if none was.

    The way in which it took part before ends and stays to be seen.
    """
    case = locked(case)
    before = AgencyInvolved.unscoped.filter(case=case, agency=agency, ends_at__isnull=True).first()
    enforce(
        policy.can(by, "involve_agency", case, at)
        & one_of(Mode.values, mode, "Choose how the agency takes part.", "mode")
        & _linked(agency, mode, linked_through)
        & require((before.key if before else "") == instead_of, STALE, Ground.STALE)
    )
    if before:
        before.ends_at = at
        before.save()
    involved = AgencyInvolved.unscoped.create(
        case=case,
        agency=agency,
        mode=mode,
        linked_through=linked_through if mode == Mode.LINKED else None,
        contact_name=contact_name.strip(),
        contact_address=contact_address.strip(),
        starts_at=at,
        recorded_by_id=signer(by),
    )
    findable.agency_findable(involved)
    record(by=by, verb="involve_agency", at=at, about=involved)
    return involved


def _linked(agency: Agency, mode: str, through: Seat | None) -> Verdict:
    if mode != Mode.LINKED:
        return Verdict()
    if through is None:
        return require(False, "Choose the seat through which the agency is linked.", Ground.INPUT, "linked_through")
    another = through.employer_id != agency.pk
    return require(another, "An agency is linked through a seat of another agency.", Ground.INPUT, "linked_through")
