"""What stands beside a form while somebody decides: the case as far as this reader may see it.

An app above adds its own part by `@beside`; a part that the reader may not see is empty.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from cairn.cases import queries
from cairn.cases.views.inside import Inside
from cairn.look.parts import Link, Row, day_in_words


@dataclass(frozen=True)
class Part:
    """One part: its heading, its facts in short lines, and where to read the whole."""

    heading: str
    rows: tuple[Row, ...] = ()
    link: Link | None = None


Gives = Callable[[Inside], Part | None]
_registered: list[Gives] = []


def beside(gives: Gives) -> Gives:
    """Register a part, once however often the app is loaded; it is shown in the order in which apps are loaded."""
    if gives not in _registered:
        _registered.append(gives)
    return gives


def parts(inside: Inside) -> list[Part]:
    """The parts that this reader may see."""
    found = (gives(inside) for gives in _registered)
    return [part for part in found if part is not None and (part.rows or part.link)]


@beside
def people(inside: Inside) -> Part | None:
    """Who is in the case, by label."""
    if not inside.rights.can("read_people"):
        return None
    rows = queries.people(inside.request.actor, inside.case, inside.at, inside.rights, labels_only=True)
    told = tuple(Row(row.label, row.relationship[:1].upper() + row.relationship[1:] or row.kind_label) for row in rows)
    return Part("Who is in it", told, Link("Children and family", inside.url("case_people")))


@beside
def clocks(inside: Inside) -> Part | None:
    """Which clocks run, and until when."""
    if not inside.rights.can("read_clocks"):
        return None
    rows = queries.clocks(inside.request.actor, inside.case, inside.at, inside.rights)
    told = tuple(
        Row(row.what, f"{row.words}, due {day_in_words(row.due_on)}") for row in rows if row.still_owed and row.due_on
    )
    return Part("Clocks that run", told, Link("All clocks", inside.url("case_clocks")))


def decided(rows: list[queries.DecisionRow]) -> Part:
    """What was decided before, from the decisions that the page has read already."""
    told = tuple(Row(row.title, f"{row.outcome_label}, {day_in_words(row.decided_on)}") for row in rows)
    return Part("Decided so far", told)
