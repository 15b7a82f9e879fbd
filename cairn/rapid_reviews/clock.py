"""By which working days agencies should answer, and on which they are reminded: local steps, not law."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from cairn.guidance.working_days import england
from cairn.partnership.clock import day_of


@dataclass(frozen=True)
class Steps:
    """The partnership's own steps, in working days (practice B0: internal dates differ by place)."""

    known_in: int  # after the day the agency is asked
    summary_on: int  # after the day the review is opened
    remind_on: tuple[int, ...]  # after the day the agency is asked
    safety_every: int  # calendar days between updates on safety, unless the subgroup says otherwise


DEFAULT = Steps(known_in=2, summary_on=8, remind_on=(3, 6, 8), safety_every=7)


def local_steps(at: datetime) -> Steps:
    """The steps that hold at a moment."""
    return DEFAULT


def known_by(asked_at: datetime) -> date:
    """The day by which an agency says whether it knew anybody."""
    return england().after(day_of(asked_at), local_steps(asked_at).known_in)


def summary_by(opened_at: datetime, asked_at: datetime) -> date:
    """The day by which a summary is in: counted from the opening, never before the agency's own first answer."""
    return max(england().after(day_of(opened_at), local_steps(opened_at).summary_on), known_by(asked_at))


def step_reached(asked_at: datetime, today: date) -> int | None:
    """The last reminder whose day has come, by its working day; none before the first."""
    reached = [step for step in local_steps(asked_at).remind_on if england().after(day_of(asked_at), step) <= today]
    return max(reached, default=None)


def next_reminder(asked_at: datetime, today: date) -> date | None:
    """The day of the next reminder that Cairn sends by itself, if there is one."""
    days = (england().after(day_of(asked_at), step) for step in local_steps(asked_at).remind_on)
    return min((day for day in days if day > today), default=None)


def waited(asked_at: datetime, until: date) -> int:
    """Working days that an agency has taken so far."""
    return england().between(day_of(asked_at), until)
