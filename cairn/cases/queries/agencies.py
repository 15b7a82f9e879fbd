"""Which agencies take part in a case, and how."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from cairn.access.actor import Actor
from cairn.cases import policy
from cairn.cases.models import AgencyInvolved, Case


@dataclass(frozen=True)
class AgencyRow:
    """How one agency takes part: now, or until it changed."""

    key: str
    agency_key: str
    name: str
    mode: str
    mode_label: str
    through: str
    contact_name: str
    contact_address: str
    since: datetime
    until: datetime | None


def agencies(
    actor: Actor, case: Case, at: datetime, rights: policy.Rights | None = None, *, earlier: bool = False
) -> list[AgencyRow]:
    """The agencies that take part now; with `earlier`, the ways in which they did before."""
    rows = _rows(actor, case, at, rights).filter(ends_at__isnull=not earlier)
    return [
        AgencyRow(
            key=row.key,
            agency_key=row.agency.key,
            name=row.agency.name,
            mode=row.mode,
            mode_label=row.get_mode_display(),
            through=row.linked_through.title if row.linked_through else "",
            contact_name=row.contact_name,
            contact_address=row.contact_address,
            since=row.starts_at,
            until=row.ends_at,
        )
        for row in rows
    ]


def agency_involved(actor: Actor, case: Case, key: str, at: datetime) -> AgencyInvolved | None:
    """How one agency takes part now, to change it."""
    return _rows(actor, case, at).filter(key=key, ends_at__isnull=True).first()


def _rows(actor: Actor, case: Case, at: datetime, rights: policy.Rights | None = None) -> QuerySet[AgencyInvolved]:
    readable = case if policy.held(actor, case, at, rights).can("read_agencies_involved", case) else None
    return AgencyInvolved.unscoped.filter(case=readable).select_related("case", "agency", "linked_through")
