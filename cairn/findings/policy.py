"""Whether somebody may, with a finding: what the case and the matrix say, and then whether it still stands."""

from __future__ import annotations

from datetime import datetime

from cairn.access.actor import Actor
from cairn.cases import policy as cases
from cairn.cases.models import Case
from cairn.findings.models import Finding, Ground
from cairn.kernel.verdict import Verdict, require

Row = Finding | Ground | Case

ACTION_OF = dict.fromkeys(
    ("write_finding", "change_finding", "withdraw_finding", "rest_on_entry", "drop_ground", "confirm_ground"),
    "keep_findings",
)
WITHDRAWN = "This finding is withdrawn. It can be read but not changed."
DROPPED = "The finding rests on this entry no longer."


def action_of(act: str) -> str:
    """The action of the matrix that an act of this app needs. Raises KeyError for no act of ours."""
    return ACTION_OF[act]


def verdict(rights: cases.Rights, act: str, row: Row) -> Verdict:
    """Whether she may do the act to this row, given what she holds on its case. Raises KeyError for no act of ours."""
    held = rights.can(action_of(act), row)
    if isinstance(row, Ground):
        held &= require(row.dropped_at is None, DROPPED)
    finding = row.finding if isinstance(row, Ground) else row
    if isinstance(finding, Finding):
        held &= require(finding.withdrawn_at is None, WITHDRAWN)
    return held


def can(actor: Actor, act: str, row: Row, at: datetime) -> Verdict:
    """Whether somebody may do this act to a case, a finding or a ground of one. All three layers."""
    case = row if isinstance(row, Case) else row.case
    return verdict(cases.rights(actor, case, at), act, row)
