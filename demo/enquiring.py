"""What a fictional practice review asks, as its reviewer wrote it down."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from cairn.cases import commands
from demo.casework import at_ten

if TYPE_CHECKING:
    from demo.casework import Desk

PLOVERS_LINES = (
    (
        "How was a bruise on a baby who cannot yet roll understood, and who was asked about it?",
        "The rapid review: no doctor was asked.",
        date(2026, 7, 22),
    ),
    (
        "What did each agency know of the worries that the others had, and when?",
        "The rapid review: four agencies each saw a separate worry.",
        date(2026, 7, 22),
    ),
    (
        "How did services include a father who lives apart?",
        "The national Panel's letter of 3 August 2026.",
        date(2026, 8, 4),
    ),
)


def asked(desk: Desk, handle: str) -> None:
    """Somebody who leads the review writes down what it asks."""
    for question, came_from, on in PLOVERS_LINES:
        at = at_ten(on)
        by = desk.register.actor(handle, at)
        commands.add_line(desk.case, question=question, came_from=came_from, by=by, at=at)
