"""Which areas have a part in a case."""

from __future__ import annotations

from datetime import datetime

from cairn.access.actor import Actor
from cairn.cases import policy as cases
from cairn.cases.models import Case
from cairn.incidents.models import AreaRole
from cairn.partnership.queries import the_partnership

OneArea = AreaRole  # what a page calls a row of an area's part


def area_roles(actor: Actor, case: Case, at: datetime, *, ended: bool = False) -> list[AreaRole]:
    """The parts areas have now; with `ended`, those they had."""
    readable = case if cases.can(actor, "read_incident", case, at) else None
    rows = AreaRole.unscoped.filter(case=readable, ends_at__isnull=not ended).select_related("neighbour", "case")
    return list(rows)


def area_role(actor: Actor, case: Case, key: str, at: datetime) -> AreaRole | None:
    """One part an area has now, to end it."""
    return next((row for row in area_roles(actor, case, at) if row.key == key), None)


def area_name(row: AreaRole) -> str:
    """The area in words."""
    own = the_partnership()
    return row.name or (own.name if own else "")
