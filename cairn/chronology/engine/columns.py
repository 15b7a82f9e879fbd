"""What the columns of a table mean: told from its headings, in any order."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from cairn.chronology.engine.headings import Column, known_as, plain, without_brackets
from cairn.chronology.engine.tables import Table

MANDATORY = frozenset({Column.START_DATE, Column.SOURCE})
_LOOKED_AT = 20  # rows: titles and instructions may stand above the headings
_DATE = re.compile(r"\d{4}|\d[./-]\d")


@dataclass(frozen=True)
class Template:
    """What the administrator of a review asks agencies for: headings of her own, what must be filled, how to fill it.

    A heading of hers that keeps a usual role is given with it; one that is hers alone is kept as it is. One that she
    does not speak of has its usual role.
    """

    headings: Mapping[str, Column] = field(default_factory=dict)
    kept: frozenset[str] = frozenset()  # headings that are hers alone, whatever they usually mean
    mandatory: frozenset[Column] = MANDATORY
    mandatory_headings: frozenset[str] = frozenset()  # of columns that are hers alone
    instructions: Mapping[Column, str] = field(default_factory=dict)

    def column(self, heading: str) -> Column | None:
        """What a column with this heading is for: her own words come before the usual ones."""
        if plain(heading) in {plain(words) for words in self.kept}:
            return None
        own = {plain(words): column for words, column in self.headings.items()}
        return own.get(plain(heading)) or known_as(heading)


USUAL = Template()


@dataclass(frozen=True)
class Columns:
    """The columns of one table: where each with a role stands, and the headings of the others."""

    roles: Mapping[Column, int]
    headings: tuple[str, ...]

    @property
    def others(self) -> dict[int, str]:
        """The columns without a role, by their place, each with its own heading, no two the same."""
        taken: dict[str, int] = {}
        places = set(self.roles.values())
        for place, heading in enumerate(self.headings):
            if place not in places:
                name = heading or f"Column {place + 1}"
                taken.setdefault(name if name not in taken else f"{name} ({place + 1})", place)
        return {place: name for name, place in taken.items()}

    def heading(self, column: Column) -> str:
        """What the file itself writes over a column; the usual words where it has none."""
        return self.headings[self.roles[column]] if column in self.roles else column.label


def recognise(headings: Sequence[str], template: Template = USUAL) -> Columns:
    """What each column is for. Where two headings mean the same, the first has the role and the other is kept."""
    roles: dict[Column, int] = {}
    for place, heading in enumerate(headings):
        column = template.column(heading)
        if column is not None:
            roles.setdefault(column, place)
    return Columns(roles, tuple(" ".join(heading.split()) for heading in headings))


def heading_line(table: Table, template: Template = USUAL) -> int | None:
    """Which of the first rows holds the headings: the one with most that are known, and with at least two.

    A row in which a date is written is none, though an event may be told as “Contact” and a child as “Seen”.
    """
    known = [
        0
        if any(_DATE.search(without_brackets(cell)) for cell in line.cells)
        else len(recognise(line.cells, template).roles)
        for line in table.lines[:_LOOKED_AT]
    ]
    most = max(known, default=0)
    return known.index(most) if most >= 2 else None
