"""Where a meeting stands, and which acts move it or may still add to its record. Derived from facts, never stored."""

from __future__ import annotations

from enum import StrEnum

from cairn.kernel.verdict import Verdict, require
from cairn.kernel.workflow import Move, Workflow, states


class MeetingState(StrEnum):
    """A meeting is planned, held, and settled once its minutes are agreed; or it is cancelled."""

    PLANNED = "planned"
    HELD = "held"
    MINUTES_AGREED = "minutes_agreed"
    CANCELLED = "cancelled"

    @property
    def label(self) -> str:
        """What it is called on a page."""
        return _LABELS[self]


_LABELS = {
    MeetingState.PLANNED: "Planned",
    MeetingState.HELD: "Held",
    MeetingState.MINUTES_AGREED: "Minutes agreed",
    MeetingState.CANCELLED: "Cancelled",
}
_NOT_PLANNED = "This meeting was held or cancelled."
_LOCAL = "Local rule: a meeting is called, prepared, held and minuted by the office."
_PLANNED = states(MeetingState.PLANNED)

MEETING = Workflow(
    name="meeting",
    states=tuple(MeetingState),
    moves=(
        Move(
            name="change_meeting",
            starts=_PLANNED,
            ends=MeetingState.PLANNED,
            action="keep_meeting",
            reference=_LOCAL,
            refusal=_NOT_PLANNED,
        ),
        Move(
            name="cancel_meeting",
            starts=_PLANNED,
            ends=MeetingState.CANCELLED,
            action="keep_meeting",
            reference="Local rule: a meeting that does not take place says why.",
            refusal=_NOT_PLANNED,
        ),
        Move(
            name="hold_meeting",
            starts=_PLANNED,
            ends=MeetingState.HELD,
            action="keep_meeting",
            reference="OB-110: a rapid review meeting is held for each serious incident referred.",
            refusal=_NOT_PLANNED,
        ),
        Move(
            name="agree_minutes",
            starts=states(MeetingState.HELD),
            ends=MeetingState.MINUTES_AGREED,
            action="keep_meeting",
            reference="Local rule: minutes are agreed by those who met, and do not change afterwards.",
            refusal="Minutes are agreed after the meeting, and once.",
        ),
    ),
)

RECORDED = _PLANNED | states(MeetingState.HELD)  # while its record is being written


def takes(state: MeetingState) -> Verdict:
    """Whether something may still be added to the record of a meeting in this state."""
    return require(state in RECORDED, "The minutes of this meeting are agreed, or it was cancelled.")


def meeting_state(*, held: bool, agreed: bool, cancelled: bool) -> MeetingState:
    """How a meeting stands, from its facts."""
    if cancelled:
        return MeetingState.CANCELLED
    if agreed:
        return MeetingState.MINUTES_AGREED
    return MeetingState.HELD if held else MeetingState.PLANNED
