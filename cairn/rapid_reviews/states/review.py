"""How a rapid review stands towards the agencies asked."""

from __future__ import annotations

from enum import StrEnum

from cairn.kernel.workflow import Move, Workflow, states


class ReviewState(StrEnum):
    """Agencies are asked and let in while returns are gathered; then their people's access ends."""

    GATHERING = "gathering"
    CLOSED_TO_RETURNS = "closed_to_returns"

    @property
    def label(self) -> str:
        """What it is called on a page."""
        return _REVIEW_LABELS[self]


_REVIEW_LABELS = {
    ReviewState.GATHERING: "Returns are being gathered",
    ReviewState.CLOSED_TO_RETURNS: "Closed to returns",
}

_CLOSED_REFUSAL = "This review is closed to returns. Open it to returns again first."
_ASKING = "Local rule: each agency is asked what it knew, and reminded, while returns are gathered (practice B3)."

REVIEW = Workflow(
    name="rapid_review",
    states=tuple(ReviewState),
    moves=(
        Move(
            name="ask_agencies",
            starts=states(ReviewState.GATHERING),
            ends=ReviewState.GATHERING,
            action="ask_agencies",
            reference=_ASKING,
            refusal=_CLOSED_REFUSAL,
        ),
        Move(
            name="chase_agencies",
            starts=states(ReviewState.GATHERING),
            ends=ReviewState.GATHERING,
            action="ask_agencies",
            reference=_ASKING,
            refusal=_CLOSED_REFUSAL,
        ),
        Move(
            name="close_to_returns",
            starts=states(ReviewState.GATHERING),
            ends=ReviewState.CLOSED_TO_RETURNS,
            action="ask_agencies",
            reference="Local rule: access given to answer ends when the answers are in.",
            refusal="This review is closed to returns already.",
        ),
        Move(
            name="reopen_to_returns",
            starts=states(ReviewState.CLOSED_TO_RETURNS),
            ends=ReviewState.GATHERING,
            action="ask_agencies",
            reference="Local rule: one more agency may have to be asked.",
            refusal="This review is open to returns.",
        ),
    ),
)


def review_state(*, closed: bool) -> ReviewState:
    """How a rapid review stands towards those who are asked."""
    return ReviewState.CLOSED_TO_RETURNS if closed else ReviewState.GATHERING
