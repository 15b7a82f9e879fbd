"""What stands under an item of a case in a pack. Each app that knows something of a case hands in its part.

A part is a function of who reads, the case, the moment and what she holds on the case; it answers with blocks of a
paper. The pack it goes into is for that one reader, so it says only what she may read: a part asks the queries of its
own app, which are scoped.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from cairn.access.actor import Actor
from cairn.cases import policy as cases
from cairn.cases.models import Case
from cairn.cases.policy import Rights
from cairn.documents.engine.papers.paper import Block

Content = Callable[[Actor, Case, datetime, Rights], Sequence[Block]]


@dataclass(frozen=True)
class Part:
    """One part: its name, where it stands among the others, and what it says."""

    name: str
    place: int
    says: Content


_registered: dict[str, Part] = {}


def item_content(name: str, place: int) -> Callable[[Content], Content]:
    """Hand in a part of every item of a case; those with a lower place come first. Its headings start at level 1.

    Raises ValueError if another part has the name.
    """

    def register(says: Content) -> Content:
        if name in _registered:
            raise ValueError(f"There is a part called {name!r} already.")
        _registered[name] = Part(name, place, says)
        return says

    return register


def content_of(actor: Actor, case: Case, at: datetime) -> Iterator[Block]:
    """What every part says of a case to this reader, in order."""
    rights = cases.rights(actor, case, at)
    for part in sorted(_registered.values(), key=lambda part: (part.place, part.name)):
        yield from part.says(actor, case, at, rights)
