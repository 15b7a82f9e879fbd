"""What every meeting goes through, and what is gone through for each case, from the shipped checklist."""

from __future__ import annotations

from cairn.guidance.checklists import Item, checklist

AGENDA = "rapid_review_agenda"
OPENING, EACH_CASE, CLOSING = "at the start", "for each case", "at the end"


def points() -> tuple[Item, ...]:
    """What is gone through for each case, in the order of the checklist."""
    return tuple(item for item in checklist(AGENDA).items if item.when == EACH_CASE)
