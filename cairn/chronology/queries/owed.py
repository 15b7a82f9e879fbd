"""Chronologies that agencies owe: the rows of home pages."""

from __future__ import annotations

from datetime import date, datetime

from cairn.access.actor import Actor
from cairn.access.roles import Role
from cairn.cases import queries as cases
from cairn.cases.policy import ANSWERING
from cairn.cases.queries import OwedRow
from cairn.chronology.models import ChronologyRequest
from cairn.chronology.queries.asking import requests_with_versions
from cairn.chronology.states import RETURN, is_waited_for
from cairn.guidance.working_days import Holidays
from cairn.partnership import queries as partnership
from cairn.partnership.clock import day_of

RULE = "source 004, methodology (OB-313)"


def chronologies_asked_of(actor: Actor, at: datetime) -> list[OwedRow]:
    """The chronologies that the agencies she writes or signs for still owe, the most urgent first.

    As many queries for fifty as for one. Each row's `key` is that of the request, whose page says what to do.
    """
    own = {seat.agency_id for seat in actor.seats if seat.role in ANSWERING}
    own = own.union(*(seat.speaks_for for seat in actor.seats if seat.role in ANSWERING))
    if not own - {None}:
        return []
    asked = ChronologyRequest.unscoped.filter(agency__in=own - {None}, withdrawn_at__isnull=True)
    rows = requests_with_versions(asked.filter(case__in=cases.visible_to(actor, at), case__closed_at__isnull=True))
    signs = any(seat.role is Role.AGENCY_SIGN_OFF for seat in actor.seats)
    kept = [row for row in rows if is_waited_for(row.state) or (signs and _to_sign(row))]
    owed = _rows(kept, at, own=True)
    return sorted(owed, key=lambda row: (row.due_on or date.max, row.reference, row.key))


def chronologies_waited_for(actor: Actor, at: datetime) -> list[OwedRow]:
    """Every agency that still owes a chronology on a case whose chronology she keeps, the most urgent first."""
    asked = ChronologyRequest.unscoped.filter(withdrawn_at__isnull=True, chronology__closed_at__isnull=True)
    watched = cases.visible_to(actor, at, "keep_chronology").filter(closed_at__isnull=True)
    rows = requests_with_versions(asked.filter(case__in=watched))
    owed = _rows([row for row in rows if is_waited_for(row.state)], at, own=False)
    return sorted(owed, key=lambda row: (row.due_on or date.max, row.reference, row.owed_by))


def _to_sign(row: ChronologyRequest) -> bool:
    return bool(RETURN.allows(row.state, "sign_chronology"))


def _rows(rows: list[ChronologyRequest], at: datetime, *, own: bool) -> list[OwedRow]:
    """Nobody asks for bank holidays where nothing is owed."""
    if not rows:
        return []
    today, known = day_of(at), partnership.holidays(at)
    return [_row(row, today, known, own=own) for row in rows]


def _row(row: ChronologyRequest, today: date, known: Holidays, own: bool) -> OwedRow:
    days = known.between(today, row.due_on)
    counted = f"{abs(days)} working day{'' if abs(days) == 1 else 's'}"
    late = today > row.due_on
    return OwedRow(
        key=row.key,
        case_key=row.case.key,
        reference=row.case.reference,
        label=row.case.label,
        what="Sign off your agency's chronology" if _to_sign(row) else "Send in your agency's chronology",
        owed_by=row.agency.name,
        due_on=row.due_on,
        done_on=None,
        state=row.state.value,
        state_label=row.state.label,
        late=late,
        words="due today" if today == row.due_on else f"{counted} {'late' if late else 'left'}",
        own=own,
        rule=RULE,
    )
