"""What waits for the reader's own eyes: decisions to sign, papers to read before a meeting, cases that are watched."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from cairn.access.actor import Actor
from cairn.cases import queries as cases


@dataclass(frozen=True)
class ToSign:
    """One decision to which a seat of the reader has not said how it stands."""

    case_key: str
    reference: str
    key: str
    what: str
    decided: str
    decided_on: date


def to_sign(actor: Actor, at: datetime) -> list[ToSign]:
    """The decisions that wait for the reader's word, the oldest first. Nothing for whoever signs none."""
    rows = [
        ToSign(case.key, case.reference, row.key, row.title, row.outcome_label, row.decided_on)
        for case, row in cases.decisions_to_sign(actor, at)
    ]
    return sorted(rows, key=lambda row: (row.decided_on, row.reference, row.what))
