"""What somebody is asked for her own agency: the rows of her home page."""

from __future__ import annotations

from datetime import date, datetime

from cairn.access.actor import Actor
from cairn.access.roles import Role
from cairn.cases import queries as cases
from cairn.cases.policy import ANSWERING
from cairn.cases.queries import OwedRow
from cairn.partnership.clock import day_of
from cairn.rapid_reviews import clock
from cairn.rapid_reviews.models import Return
from cairn.rapid_reviews.queries.asking import due_on, returns_with_all
from cairn.rapid_reviews.states import RETURN, is_waited_for


def asked_of(actor: Actor, at: datetime) -> list[OwedRow]:
    """What the agencies she writes or signs for still owe, the most urgent first. As many queries for fifty as for one.

    Each row's `key` is that of the return, whose page says what to do.
    """
    own = {seat.agency_id for seat in actor.seats if seat.role in ANSWERING}
    own = own.union(*(seat.speaks_for for seat in actor.seats if seat.role in ANSWERING))
    asked = Return.unscoped.filter(agency__in=own - {None}, request__withdrawn_at__isnull=True)
    rows = returns_with_all(asked.filter(case__in=cases.visible_to(actor, at), case__closed_at__isnull=True))
    signs = any(seat.role is Role.AGENCY_SIGN_OFF for seat in actor.seats)
    today, days = day_of(at), clock.counting(at)
    owed = [_row(row, today, days, own=True) for row in rows if is_waited_for(row.state) or (signs and _to_sign(row))]
    return sorted(owed, key=lambda row: (row.due_on or date.max, row.reference, row.key))


def waited_for(actor: Actor, at: datetime) -> list[OwedRow]:
    """Every agency that still owes an answer on a case whose requests she watches over, the most urgent first."""
    asked = Return.unscoped.filter(request__withdrawn_at__isnull=True, request__rapid_review__closed_at__isnull=True)
    watched = cases.visible_to(actor, at, "read_requests").filter(closed_at__isnull=True)
    today, days = day_of(at), clock.counting(at)
    rows = returns_with_all(asked.filter(case__in=watched))
    owed = [_row(row, today, days, own=False) for row in rows if is_waited_for(row.state)]
    return sorted(owed, key=lambda row: (row.due_on or date.max, row.reference, row.owed_by))


def _to_sign(row: Return) -> bool:
    return bool(RETURN.allows(row.state, "sign_return"))


def _row(row: Return, today: date, counted_by: clock.Days, own: bool) -> OwedRow:
    what, due = "Say whether your agency knew anybody", due_on(row)
    if _to_sign(row):
        what = "Sign off what your agency sent in"
    elif row.first_answer is not None:
        what = "Send in what your agency knew"
    days = counted_by.left(today, due)
    counted = f"{abs(days)} working day{'' if abs(days) == 1 else 's'}"
    return OwedRow(
        key=row.key,
        case_key=row.case.key,
        reference=row.case.reference,
        label=row.case.label,
        what=what,
        owed_by=row.agency.name,
        due_on=due,
        done_on=None,
        state=row.state.value,
        state_label=row.state.label,
        late=today > due,
        words="due today" if today == due else f"{counted} {'late' if today > due else 'left'}",
        own=own,
        rule="practice B3",
    )
