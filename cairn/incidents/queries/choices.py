"""What the forms of an incident offer to choose from."""

from __future__ import annotations

from cairn.guidance.vocabularies import vocabulary
from cairn.incidents.models import CameBy, Moved, Nature, Said, Suspicion, When, Whose

Choices = list[tuple[str, str]]

CAME_BY: Choices = list(CameBy.choices)
WHEN: Choices = list(When.choices)
SUSPICION: Choices = list(Suspicion.choices)
NATURES: Choices = list(Nature.choices)
WHOSE: Choices = list(Whose.choices)
MOVED: Choices = list(Moved.choices)
SAID: Choices = list(Said.choices)


def words(name: str) -> Choices:
    """The words of a vocabulary."""
    return [(term.id, term.label) for term in vocabulary(name).terms]
