"""Why this date? The rule, the trigger and who recorded it, the days one by one, how far verified, other readings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from cairn.access.actor import Actor
from cairn.cases import clock as counting
from cairn.cases import policy
from cairn.cases.models import Case, Clock
from cairn.cases.queries.facts import days_known
from cairn.cases.queries.owed import clock as one_clock
from cairn.cases.queries.owed import facts_counted_from
from cairn.cases.states import ClockState
from cairn.guidance.explaining import explain
from cairn.guidance.working_days import in_words
from cairn.partnership.clock import day_of
from cairn.partnership.queries import holidays


@dataclass(frozen=True)
class DayRow:
    """One day on the way from the trigger to the due day."""

    day: str
    counts: str
    why: str


@dataclass(frozen=True)
class Why:
    """The answer to "why this date?" for one clock."""

    clock: Clock
    title: str
    due: str
    stands: str
    late: bool
    sentences: tuple[str, ...]
    trigger: str
    days: tuple[DayRow, ...]
    agrees: bool
    may_change: bool
    stricter: str  # what a stricter reading of another series says
    replaced_by: str  # the day of the clock that took its place, and why
    was_due: str  # the day of the clock whose place it took


def why(actor: Actor, case: Case, key: str, at: datetime, rights: policy.Rights | None = None) -> Why | None:
    """Everything a clock's date rests on, if this reader may read the clock."""
    found = one_clock(actor, case, key, at, rights)
    if found is None:
        return None
    running = found.state is ClockState.RUNNING
    # A date that no longer runs is explained with the bank holidays of the day it was derived.
    known = holidays(at if running else found.recorded_at)
    others = facts_counted_from(Clock.unscoped.filter(case=case)) | days_known(actor, case, at, rights)
    deadline = counting.deadline_of(found, known, others)
    today, after, before = day_of(at), found.superseded_by, getattr(found, "supersedes", None)
    return Why(
        clock=found,
        title=deadline.title,
        due=in_words(found.due_on),
        stands=counting.words_on(deadline, today, known) if running else _ended(found),
        late=found.is_late_on(today),
        sentences=explain(deadline),
        trigger=in_words(found.trigger_on),
        days=tuple(DayRow(in_words(day.on), "Yes" if day.counted else "No", day.why) for day in deadline.days),
        agrees=counting.still_agrees(found, deadline),
        may_change=running,
        stricter=counting.stricter_reading(deadline) if running else "",
        replaced_by=f"{in_words(after.due_on)}. {after.correction}" if after else "",
        was_due=in_words(before.due_on) if before else "",
    )


def _ended(found: Clock) -> str:
    on: date | None = found.met_on or found.ended_on
    return f"{found.state.label} on {in_words(on)}" if on else found.state.label
