"""Where an action stands, and which acts move it. Derived from facts, never stored."""

from __future__ import annotations

from enum import StrEnum

from cairn.kernel.workflow import Move, Workflow, states


class ActionState(StrEnum):
    """An action is open until its owner says it is done, and settled once another has verified it."""

    OPEN = "open"
    SAID_DONE = "said_done"
    VERIFIED = "verified"
    DROPPED = "dropped"

    @property
    def label(self) -> str:
        """What it is called on a page."""
        return _LABELS[self]


_LABELS = {
    ActionState.OPEN: "To do",
    ActionState.SAID_DONE: "Said to be done",
    ActionState.VERIFIED: "Verified",
    ActionState.DROPPED: "Dropped",
}
_NOT_OPEN = "This action is not open: it was said to be done, verified or dropped."
_NOT_SAID_DONE = "Nobody says that this action is done, or it was answered already."

ACTION = Workflow(
    name="action",
    states=tuple(ActionState),
    moves=(
        Move(
            name="report_progress",
            starts=states(ActionState.OPEN),
            ends=ActionState.OPEN,
            action="report_on_action",
            reference="Local rule: whoever owes an action says how far it has come.",
            refusal=_NOT_OPEN,
        ),
        Move(
            name="say_action_done",
            starts=states(ActionState.OPEN),
            ends=ActionState.SAID_DONE,
            action="report_on_action",
            reference="OB-034: what follows from a rapid review is dealt with promptly and tracked.",
            refusal=_NOT_OPEN,
        ),
        Move(
            name="verify_action",
            starts=states(ActionState.SAID_DONE),
            ends=ActionState.VERIFIED,
            action="verify_action",
            reference="Local rule: an action is done when somebody else has seen that it is.",
            refusal=_NOT_SAID_DONE,
        ),
        Move(
            name="send_action_back",
            starts=states(ActionState.SAID_DONE),
            ends=ActionState.OPEN,
            action="verify_action",
            reference="Local rule: what was not shown to be done goes back to its owner, with the reason.",
            refusal=_NOT_SAID_DONE,
        ),
        Move(
            name="drop_action",
            starts=states(ActionState.OPEN),
            ends=ActionState.DROPPED,
            action="set_action",
            reference="Local rule: what no longer makes sense is dropped with a reason, and stays to be read.",
            refusal=_NOT_OPEN,
        ),
    ),
)


def action_state(*, dropped: bool, said_done: bool, verified: bool) -> ActionState:
    """How an action stands, from its facts: dropped, and whether the word that it is done stands or was verified."""
    if dropped:
        return ActionState.DROPPED
    if verified:
        return ActionState.VERIFIED
    return ActionState.SAID_DONE if said_done else ActionState.OPEN
