"""How a question about children's safety stands."""

from __future__ import annotations

from enum import StrEnum

from cairn.kernel.workflow import Move, Workflow, states


class SafetyState(StrEnum):
    """A safety question is asked again and again until the subgroup closes it."""

    OPEN = "open"
    CLOSED = "closed"

    @property
    def label(self) -> str:
        """What it is called on a page."""
        return _SAFETY_LABELS[self]


_SAFETY_LABELS = {SafetyState.OPEN: "Updates are asked for", SafetyState.CLOSED: "Closed by the subgroup"}

SAFETY = Workflow(
    name="safety_question",
    states=tuple(SafetyState),
    moves=(
        Move(
            name="update_safety",
            starts=states(SafetyState.OPEN),
            ends=SafetyState.OPEN,
            action="answer_safety",
            reference="OB-035: the agency that holds the child's case reports back until the subgroup is satisfied.",
            refusal="The subgroup has closed this question.",
        ),
        Move(
            name="change_interval",
            starts=states(SafetyState.OPEN),
            ends=SafetyState.OPEN,
            action="keep_safety",
            reference="OB-059: contact with managers is kept up at an interval the subgroup sets.",
            refusal="The subgroup has closed this question.",
        ),
        Move(
            name="close_safety",
            starts=states(SafetyState.OPEN),
            ends=SafetyState.CLOSED,
            action="keep_safety",
            reference="OB-035: updates are given until the subgroup is satisfied.",
            refusal="The subgroup has closed this question already.",
        ),
    ),
)


def safety_state(*, closed: bool) -> SafetyState:
    """How a safety question stands."""
    return SafetyState.CLOSED if closed else SafetyState.OPEN
