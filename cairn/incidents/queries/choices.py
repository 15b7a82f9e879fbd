"""What the forms of an incident offer to choose from."""

from __future__ import annotations

from datetime import datetime

from cairn.access.actor import Actor
from cairn.guidance.vocabularies import vocabulary
from cairn.incidents.models import (
    CameBy,
    Certainty,
    Moved,
    Nature,
    NoticeKind,
    Role,
    Said,
    Suspicion,
    When,
    Whose,
)
from cairn.partnership.queries import neighbours, own_partnership

Choices = list[tuple[str, str]]

CAME_BY: Choices = list(CameBy.choices)
WHEN: Choices = list(When.choices)
SUSPICION: Choices = list(Suspicion.choices)
NATURES: Choices = list(Nature.choices)
WHOSE: Choices = list(Whose.choices)
MOVED: Choices = list(Moved.choices)
SAID: Choices = list(Said.choices)
CERTAINTY: Choices = list(Certainty.choices)
AREA_ROLES: Choices = list(Role.choices)
NOTICES: Choices = list(NoticeKind.choices)
OURSELVES, ANOTHER = "ourselves", "another"


def words(name: str) -> Choices:
    """The words of a vocabulary."""
    return [(term.id, term.label) for term in vocabulary(name).terms]


def areas(actor: Actor, at: datetime) -> Choices:
    """This area, the neighbours, or another by name."""
    own = own_partnership(actor, at)
    ours = (OURSELVES, own.name if own else "This area")
    return [ours, *((row.key, row.name) for row in neighbours(actor, at)), (ANOTHER, "Another area")]
