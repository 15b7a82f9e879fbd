"""What other apps know of an entry. Each hands in its part; the page of the entry shows them under their headings."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from cairn.cases.models import Case
from cairn.cases.policy import Rights
from cairn.chronology.models import Entry
from cairn.names.relabelling import Relabelling


@dataclass(frozen=True)
class Line:
    """One line about an entry: its words, and the page of the case that it leads to, by its name and key."""

    words: str
    page: str
    key: str
    act: bool = False  # something to do, shown last


Part = Callable[[Rights, Case, Entry, "Relabelling | None"], Sequence[Line]]
_parts: dict[str, Part] = {}


def beside_entry(heading: str) -> Callable[[Part], Part]:
    """Hand in what is shown beside every entry under a heading; a part with no line for a reader is not there."""

    def register(part: Part) -> Part:
        _parts[heading] = part
        return part

    return register


def beside(
    rights: Rights, case: Case, entry: Entry, labels: Relabelling | None
) -> Iterator[tuple[str, Sequence[Line]]]:
    """What every part says of an entry to this reader, who found it."""
    for heading, part in _parts.items():
        lines = part(rights, case, entry, labels)
        if lines:
            yield heading, lines
