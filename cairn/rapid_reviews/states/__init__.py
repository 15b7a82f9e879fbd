"""Where a rapid review, a return and a safety question stand, and which acts move them. Derived, never stored."""

from cairn.rapid_reviews.states.panel import PANEL, PanelState, letter_state, panel_state
from cairn.rapid_reviews.states.returns import (
    RETURN,
    ReturnState,
    is_answered_in_full,
    is_asked_for,
    is_waited_for,
    return_state,
    takes_writing,
)
from cairn.rapid_reviews.states.review import REVIEW, ReviewState, review_state
from cairn.rapid_reviews.states.safety import SAFETY, SafetyState, safety_state

WORKFLOWS = (REVIEW, RETURN, SAFETY, PANEL)

__all__ = [
    "PANEL",
    "RETURN",
    "REVIEW",
    "SAFETY",
    "WORKFLOWS",
    "PanelState",
    "ReturnState",
    "ReviewState",
    "SafetyState",
    "is_answered_in_full",
    "is_asked_for",
    "is_waited_for",
    "letter_state",
    "panel_state",
    "return_state",
    "review_state",
    "safety_state",
    "takes_writing",
]
