"""How a lane of a picture is told from others by more than its place: its colour, its letters, its name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import wrap

# Each at least 4.5 to 1 on white, on the grey behind every second lane and on the shade of a gap.
COLOURS = ("#1b4b5a", "#8a2d0c", "#4c2c92", "#005a30", "#174f8f", "#6b4600")
_SMALL = frozenset({"of", "the", "and", "for", "in", "at", "nhs"})
_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")
_LETTERS = 3
_LINE = 19  # letters of a name on one line
LONGEST = 60  # letters of a name where it is said again and again


@dataclass(frozen=True, slots=True)
class Lane:
    """One agency: its name, its letters, which no other has, and its colour, which another may have."""

    agency: str
    letters: str
    colour: str

    @property
    def said(self) -> str:
        """The name, cut where it is longer than anyone reads in a note beside a bar."""
        return self.agency if len(self.agency) <= LONGEST else f"{self.agency[: LONGEST - 1].rstrip()}…"

    @property
    def lines(self) -> list[str]:
        """The name over two lines at most."""
        return wrap(self.agency, _LINE, max_lines=2, placeholder="…", break_on_hyphens=False)


def lanes_of(agencies: Sequence[str]) -> list[Lane]:
    """A lane for each, in the order given."""
    taken: set[str] = set()
    lanes = []
    for place, agency in enumerate(agencies):
        letters = _letters(agency, taken)
        taken.add(letters)
        lanes.append(Lane(agency, letters, COLOURS[place % len(COLOURS)]))
    return lanes


def _letters(agency: str, taken: set[str]) -> str:
    """The first letters of its words, or of its one word; with a number where another agency has them."""
    words = [word for word in _WORD.findall(agency) if word.casefold() not in _SMALL] or ["?"]
    letters = ("".join(word[0] for word in words) if len(words) > 1 else words[0])[:_LETTERS].upper()
    number = 2
    found = letters
    while found in taken:
        found = f"{letters[: _LETTERS - 1]}{number}"
        number += 1
    return found
