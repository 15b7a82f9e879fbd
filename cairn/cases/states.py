"""Where a case, a clock, a duty and a conflict stand, and which acts move them. Derived from facts, never stored."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from cairn.kernel.verdict import Verdict, require
from cairn.kernel.workflow import Move, Workflow, states


class CaseState(StrEnum):
    """A case is worked on until it is closed; a closed one is read."""

    OPEN = "open"
    CLOSED = "closed"

    @property
    def label(self) -> str:
        """What it is called on a page."""
        return self.value.capitalize()


class ClockState(StrEnum):
    """How a statutory clock stands. It never pauses."""

    RUNNING = "running"
    MET = "met"
    MET_LATE = "met_late"
    NO_LONGER_OWED = "no_longer_owed"
    SUPERSEDED = "superseded"

    @property
    def label(self) -> str:
        """What it is called on a page."""
        return _CLOCK_LABELS[self]


class DutyState(StrEnum):
    """How a duty stands."""

    OWED = "owed"
    DONE = "done"
    DONE_LATE = "done_late"
    WAIVED = "waived"

    @property
    def label(self) -> str:
        """What it is called on a page."""
        return _DUTY_LABELS[self]


class ConflictState(StrEnum):
    """A conflict stands until two people have agreed to lift it."""

    STANDING = "standing"
    AGREED_ONCE = "agreed_once"
    LIFTED = "lifted"

    @property
    def label(self) -> str:
        """What it is called on a page."""
        return _CONFLICT_LABELS[self]


class LineState(StrEnum):
    """A line of enquiry is asked, or rests until somebody takes it up again."""

    ASKED = "asked"
    PUT_ASIDE = "put_aside"

    @property
    def label(self) -> str:
        """What it is called on a page."""
        return {LineState.ASKED: "Asked", LineState.PUT_ASIDE: "Put aside"}[self]


_CLOCK_LABELS = {
    ClockState.RUNNING: "Running",
    ClockState.MET: "Met",
    ClockState.MET_LATE: "Met late",
    ClockState.NO_LONGER_OWED: "No longer owed",
    ClockState.SUPERSEDED: "Trigger corrected",
}
_DUTY_LABELS = {
    DutyState.OWED: "Owed",
    DutyState.DONE: "Done",
    DutyState.DONE_LATE: "Done late",
    DutyState.WAIVED: "Waived",
}
_CONFLICT_LABELS = {
    ConflictState.STANDING: "Stands",
    ConflictState.AGREED_ONCE: "One of two has agreed to lift it",
    ConflictState.LIFTED: "Lifted by two people",
}

CASE = Workflow(
    name="case",
    states=tuple(CaseState),
    moves=(
        Move(
            name="close_case",
            starts=states(CaseState.OPEN),
            ends=CaseState.CLOSED,
            action="close_case",
            reference="Local rule: a case is closed when nothing on it is owed.",
            refusal="This case is closed already.",
        ),
    ),
)

CLOCK = Workflow(
    name="clock",
    states=tuple(ClockState),
    moves=(
        Move(
            name="correct_trigger",
            starts=states(ClockState.RUNNING, ClockState.MET, ClockState.MET_LATE),
            ends=ClockState.SUPERSEDED,
            action="keep_clocks",
            reference="Local rule: a wrong trigger gives a new clock, and the old one stays to be seen.",
            refusal="Only the clock that counts now can have its trigger corrected.",
        ),
        Move(
            name="correct_met",
            starts=states(ClockState.MET, ClockState.MET_LATE),
            ends=ClockState.SUPERSEDED,
            action="keep_clocks",
            reference="Local rule: a wrong day of doing gives a new clock, and the old one stays to be seen.",
            refusal="This clock is not met.",
        ),
        Move(
            name="meet_clock",
            starts=states(ClockState.RUNNING),
            ends=ClockState.MET,
            action="keep_clocks",
            reference="Local rule: a clock is met on the day the thing was done, with evidence.",
            refusal="This clock is not running.",
        ),
        Move(
            name="end_clock",
            starts=states(ClockState.RUNNING),
            ends=ClockState.NO_LONGER_OWED,
            action="keep_clocks",
            reference="Local rule: what is no longer owed names the finding that ended it.",
            refusal="This clock is not running.",
        ),
    ),
)

DUTY = Workflow(
    name="duty",
    states=tuple(DutyState),
    moves=(
        Move(
            name="do_duty",
            starts=states(DutyState.OWED),
            ends=DutyState.DONE,
            action="do_duty",
            reference="Local rule: a duty is done, or late with a reason.",
            refusal="This duty is no longer owed.",
        ),
        Move(
            name="hand_over_duty",
            starts=states(DutyState.OWED),
            ends=DutyState.OWED,
            action="set_duty",
            reference="Local rule: a duty is always owed by a seat that somebody holds.",
            refusal="This duty is no longer owed.",
        ),
        Move(
            name="waive_duty",
            starts=states(DutyState.OWED),
            ends=DutyState.WAIVED,
            action="waive_duty",
            reference="Local rule: only what guidance says should be done, and local steps, can be waived.",
            refusal="This duty is no longer owed.",
        ),
    ),
)

CONFLICT = Workflow(
    name="conflict",
    states=tuple(ConflictState),
    moves=(
        Move(
            name="agree_to_lift_conflict",
            starts=states(ConflictState.STANDING),
            ends=ConflictState.AGREED_ONCE,
            action="lift_conflict",
            reference="Local rule: a conflict is raised by one person and lifted by two.",
            refusal="Somebody has agreed already, or the conflict is lifted.",
        ),
        Move(
            name="lift_conflict",
            starts=states(ConflictState.AGREED_ONCE),
            ends=ConflictState.LIFTED,
            action="lift_conflict",
            reference="Local rule: a conflict is raised by one person and lifted by two.",
            refusal="A first person must agree before a second can lift the conflict.",
        ),
    ),
)

LINE = Workflow(
    name="line of enquiry",
    states=tuple(LineState),
    moves=(
        Move(
            name="change_line",
            starts=states(LineState.ASKED),
            ends=LineState.ASKED,
            action="keep_lines",
            reference="Local rule: a question may be worded anew, and the earlier wording stays to be read.",
            refusal="This line of enquiry is put aside. Take it up again before you change its words.",
        ),
        Move(
            name="put_line_aside",
            starts=states(LineState.ASKED),
            ends=LineState.PUT_ASIDE,
            action="keep_lines",
            reference="Local rule: a question that is not followed is put aside with a reason, never deleted.",
            refusal="This line of enquiry is put aside already.",
        ),
        Move(
            name="take_line_up",
            starts=states(LineState.PUT_ASIDE),
            ends=LineState.ASKED,
            action="keep_lines",
            reference="Local rule: a question that was put aside can be taken up again.",
            refusal="This line of enquiry is not put aside.",
        ),
    ),
)

WORKFLOWS = (CASE, CLOCK, DUTY, CONFLICT, LINE)

# A closed case is read, but who may read it and who must not can always change.
TAKEN_WHEN_CLOSED = frozenset(
    {"give_access", "end_access", "declare_conflict", "agree_to_lift_conflict", "lift_conflict"}
)


def takes(state: CaseState, act: str) -> Verdict:
    """Whether a case in this state takes an act that changes it or something in it."""
    if act == "close_case":
        return CASE.allows(state, act)
    open_enough = state is CaseState.OPEN or act in TAKEN_WHEN_CLOSED
    return require(open_enough, "This case is closed. It can be read but not changed.")


def counts_on(state: ClockState) -> Verdict:
    """Whether a change of bank holidays can still move a clock: only while it runs. Cairn alone does it."""
    return require(state is ClockState.RUNNING, "Only a clock that runs is counted anew.")


def clock_state(
    *, due_on: date, met_on: date | None, ended_on: date | None, superseded: bool, kept_up: bool = False
) -> ClockState:
    """How a clock stands, from its facts. Late means after the due day: it is due by the end of that day.

    What is only kept up until the due day (`kept_up`) is never late.
    """
    if superseded:
        return ClockState.SUPERSEDED
    if ended_on is not None:
        return ClockState.NO_LONGER_OWED
    if met_on is None:
        return ClockState.RUNNING
    return ClockState.MET if kept_up or met_on <= due_on else ClockState.MET_LATE


def duty_state(*, due_on: date | None, done_on: date | None, waived_on: date | None) -> DutyState:
    """How a duty stands, from its facts. Without a due day it cannot be late."""
    if waived_on is not None:
        return DutyState.WAIVED
    if done_on is None:
        return DutyState.OWED
    return DutyState.DONE if due_on is None or done_on <= due_on else DutyState.DONE_LATE


def conflict_state(*, agreed: bool, lifted: bool) -> ConflictState:
    """How a conflict stands, from whether a first and a second person have signed."""
    if lifted:
        return ConflictState.LIFTED
    return ConflictState.AGREED_ONCE if agreed else ConflictState.STANDING
