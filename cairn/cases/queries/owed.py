"""What is late, what is due, who owes it: clocks and duties of one case, or of every case somebody can see."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Prefetch, QuerySet

from cairn.access.actor import Actor
from cairn.cases import clock as counting
from cairn.cases import policy
from cairn.cases.models import Case, Clock, Duty, Strength
from cairn.cases.queries.facts import days_known
from cairn.cases.queries.scope import visible_to
from cairn.cases.states import ClockState, DutyState
from cairn.guidance.working_days import Holidays, in_words
from cairn.partnership.clock import day_of
from cairn.partnership.models import Seat
from cairn.partnership.queries import holidays


@dataclass(frozen=True)
class OwedRow:
    """One clock or duty in words, for a list: what, on which case, owed by whom, when."""

    key: str
    case_key: str
    reference: str
    label: str
    what: str
    owed_by: str
    due_on: date | None
    done_on: date | None
    state: str
    state_label: str
    late: bool
    words: str  # "working day 6 of 15", "3 days late"
    waivable: bool = False
    still_owed: bool = True
    own: bool = False  # owed by a seat of the reader
    duty: str = ""  # its id in guidance, of a clock
    rule: str = ""  # the text and paragraph that ask for it
    advice: str = ""  # of a running clock: what a stricter reading of another series says


def clocks(actor: Actor, case: Case, at: datetime, rights: policy.Rights | None = None) -> list[OwedRow]:
    """The clocks of a case, those corrected and those no longer owed too, by the day they are due."""
    readable = case if policy.held(actor, case, at, rights).can("read_clocks", case) else None
    rows = list(Clock.unscoped.filter(case=readable).select_related("case").order_by("due_on", "id"))
    known, facts = holidays(at), {**facts_counted_from(rows), **days_known(actor, case, at, rights)}
    return [_clock_row(row, day_of(at), known, facts) for row in rows]


def facts_counted_from(rows: Iterable[Clock]) -> dict[str, date]:
    """The days of facts that clocks of one case count from, by guidance's names; corrected ones left out."""
    return {row.trigger_name: row.trigger_on for row in rows if not row.superseded_by_id}


def clock(actor: Actor, case: Case, key: str, at: datetime, rights: policy.Rights | None = None) -> Clock | None:
    """One clock of a case, to show why its date is what it is, or to act upon."""
    readable = case if policy.held(actor, case, at, rights).can("read_clocks", case) else None
    people = ("recorded_by", "met_recorded_by", "ended_by", "superseded_by", "superseded_by__recorded_by", "supersedes")
    return Clock.unscoped.filter(case=readable, key=key).select_related("case", *people).first()


def called(clock: Clock) -> str:
    """A clock in words, by what it asks for and by when."""
    return f"{counting.title_of(clock.duty)}, due {in_words(clock.due_on)}"


def moved_clocks(at: datetime) -> list[Clock]:
    """Every running clock whose day the bank holidays now known have moved, for the job that counts them anew."""
    known = holidays(at)
    running = Clock.unscoped.filter(met_on__isnull=True, ended_on__isnull=True, superseded_by__isnull=True)
    return [row for row in running.order_by("id") if counting.deadline_of(row, known).due != row.due_on]


def duties(actor: Actor, case: Case, at: datetime, rights: policy.Rights | None = None) -> list[OwedRow]:
    """The duties of a case, by the day they are due."""
    readable = case if policy.held(actor, case, at, rights).can("read_duties", case) else None
    rows = _duties().filter(case=readable)
    return [_duty_row(row, day_of(at), actor) for row in rows]


def duty(actor: Actor, case: Case, key: str, at: datetime) -> Duty | None:
    """One duty of a case, to act upon."""
    readable = case if policy.can(actor, "read_duties", case, at) else None
    return _duties().filter(case=readable, key=key).first()


def clocks_due(actor: Actor, at: datetime) -> list[OwedRow]:
    """Every running clock on every case somebody can see, the most urgent first. One query whatever their number."""
    running = Clock.unscoped.filter(met_on__isnull=True, ended_on__isnull=True, superseded_by__isnull=True)
    rows = running.filter(case__in=visible_to(actor, at, "read_clocks")).select_related("case")
    rows = rows.only(*OF_CLOCK, "superseded_by_id", *OF_CASE)
    known = holidays(at)
    return [_clock_row(row, day_of(at), known) for row in rows.order_by("due_on", "id")]


def duties_due(actor: Actor, at: datetime, *, own: bool = False) -> list[OwedRow]:
    """Every duty still owed on every case somebody can see, or those her own seats owe. Three queries."""
    owed = Duty.unscoped.only(*OF_DUTY).filter(done_on__isnull=True, waived_on__isnull=True)
    owed = owed.prefetch_related(  # each case and seat is read once, however many duties it has
        Prefetch("case", Case.unscoped.only("key", "reference", "label")),
        Prefetch("owed_by", Seat.unscoped.only("title", "holder__name").select_related("holder")),
    )
    if own:
        owed = owed.filter(owed_by__in=actor.seat_ids)
    return [_duty_row(row, day_of(at), actor) for row in owed.filter(case__in=visible_to(actor, at, "read_duties"))]


# What a line of a list says of a row, its case and its seat: a list may hold a thousand.
OF_CASE = ("case__key", "case__reference", "case__label")
OF_DUTY = ("key", "case_id", "owed_by_id", "what", "due_on", "done_on", "waived_on", "strength", "reference")
OF_CLOCK = ("key", "case_id", "duty", "edition", "trigger_on", "picked_on", "due_on", "kept_up", "met_on", "ended_on")


def _duties() -> QuerySet[Duty]:
    return Duty.unscoped.select_related("case", "owed_by", "owed_by__holder")


def _clock_row(row: Clock, today: date, known: Holidays, dates: Mapping[str, date] | None = None) -> OwedRow:
    deadline = counting.deadline_of(row, known, dates)
    running = row.state is ClockState.RUNNING
    return OwedRow(
        key=row.key,
        case_key=row.case.key,
        reference=row.case.reference,
        label=row.case.label,
        what=deadline.title,
        owed_by=counting.owed_by(deadline),
        due_on=row.due_on,
        done_on=row.met_on,
        state=row.state.value,
        state_label=row.state.label,
        late=row.is_late_on(today),
        words=counting.words_on(deadline, today, known) if running else "",
        still_owed=running,
        duty=row.duty,
        rule=deadline.reference,
        advice=counting.stricter_reading(deadline) if running else "",
    )


def _duty_row(row: Duty, today: date, reader: Actor) -> OwedRow:
    return OwedRow(
        key=row.key,
        case_key=row.case.key,
        reference=row.case.reference,
        label=row.case.label,
        what=row.what,
        owed_by=f"{row.owed_by.title} ({row.owed_by.holder.name})",
        due_on=row.due_on,
        done_on=row.done_on,
        state=row.state.value,
        state_label=row.state.label,
        late=row.is_late_on(today),
        words=days_words(row.due_on, today) if row.state is DutyState.OWED and row.due_on else "",
        waivable=row.strength != Strength.MUST,
        still_owed=row.state is DutyState.OWED,
        own=row.owed_by_id in reader.seat_ids,
        rule=row.reference,
    )


def days_words(due: date, today: date) -> str:
    """How far off an agreed day is: 3 days left, due today, 1 day late."""
    days = (due - today).days
    if days == 0:
        return "due today"
    counted = f"{abs(days)} day{'' if abs(days) == 1 else 's'}"
    return f"{counted} left" if days > 0 else f"{counted} late"
