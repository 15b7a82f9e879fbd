"""Where a yearly duty and a notice stand, and the partnership's own yearly steps. None is stored: each follows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

MOST_TRIES = 8  # with the waits below, a notice is given up after about four hours


class DutyState(StrEnum):
    """What is owed for a year is running, late, done or done late. It never pauses."""

    OWED = "Owed"
    LATE = "Late"
    DONE = "Done"
    DONE_LATE = "Done late"


class NoticeState(StrEnum):
    """A notice waits, has gone, or could not be delivered."""

    WAITING = "Waiting"
    SENT = "Sent"
    GIVEN_UP = "Not delivered"


@dataclass(frozen=True)
class LocalStep:
    """Something the partnership asks of itself every year; no statute sets it."""

    id: str
    title: str
    months: int
    reference: str


LOCAL_STEPS = {
    step.id: step
    for step in (
        LocalStep(
            "check_reference_shelf",
            "Check that the rulebook's editions and the partnership's own papers are the current ones",
            12,
            "Local yearly step",
        ),
        LocalStep(
            "restate_membership_roll", "Restate who sits on the case review subgroup", 12, "Local yearly step (OB-004)"
        ),
    )
}

# Publishing the report meets both of its limits: end of September, and twelve months since the last one.
MET_TOGETHER = {"publish_yearly_report": ("publish_within_twelve_months",)}
FOLLOWS = {"publish_yearly_report": ("publish_within_twelve_months", "send_yearly_report_copies")}


def duty_state(due_on: date, done_on: date | None, today: date) -> DutyState:
    """Where a duty stands today: due by the end of its day, done on the day the thing was done."""
    if done_on is None:
        return DutyState.OWED if today <= due_on else DutyState.LATE
    return DutyState.DONE if done_on <= due_on else DutyState.DONE_LATE


def notice_state(sent_at: datetime | None, tries: int) -> NoticeState:
    """Whether a notice has gone, still waits, or was tried as often as it will be."""
    if sent_at is not None:
        return NoticeState.SENT
    return NoticeState.GIVEN_UP if tries >= MOST_TRIES else NoticeState.WAITING


def wait_before_next(tries: int) -> int:
    """Minutes to wait after this many tries: longer each time, so that a mail server at rest is left at rest."""
    return 2**tries if tries else 0
