"""The office puts the fields of the national form in the order in which it meets them."""

from __future__ import annotations

from datetime import datetime

from cairn.access.actor import Actor
from cairn.audit.commands import command, record
from cairn.cases.commands.checks import signer
from cairn.guidance.vocabularies import vocabulary
from cairn.incidents import policy
from cairn.incidents.models import SheetOrder
from cairn.kernel.verdict import Ground, enforce, require


@command
def arrange_sheet(*, order: list[str], by: Actor, at: datetime) -> SheetOrder:
    """The order of the real screens is not verified: this is the order the partnership found. Each field comes once."""
    known = sorted(term.id for term in vocabulary("notification_fields").terms)
    enforce(
        policy.can_arrange_sheet(by)
        & require(sorted(order) == known, "Each field has a place of its own.", Ground.INPUT, "order")
    )
    row = SheetOrder.unscoped.create(fields=order, set_by_id=signer(by), set_at=at)
    record(by=by, verb="arrange_sheet", at=at, about=row)
    return row
