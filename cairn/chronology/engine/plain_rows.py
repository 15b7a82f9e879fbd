"""Rows of a Word table in which nothing is out of the ordinary, read in one search that the parser makes itself.

Nearly every row of a chronology is one: cells, in them paragraphs, in them runs of text. Of what else a file holds,
borders and fonts among it, nothing is looked at. Where anything stands in another place, or is merged, tracked or
nested, the answer is None, and the row is for `word_tables` to read with care.
"""

from __future__ import annotations

from cairn.documents.engine.child import xml
from cairn.documents.engine.child.xml import NAMES

SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
CHANGES = ("ins", "del", "moveFrom", "moveTo")
_NOT_PLAIN = ("tr", "vMerge", "gridSpan", "gridBefore", *CHANGES)
_LOOKED_AT = xml.anywhere(("tc", "p", "t", *SIGNS, *_NOT_PLAIN))
_WHAT = xml.ByName(lambda name: "" if name in _NOT_PLAIN else SIGNS.get(name, name))


def cells_of(row: xml.Element) -> tuple[str, ...] | None:
    """What the cells of a plain row say; None for a row that is not plain."""
    said: list[list[str]] = []
    cell = paragraph = None
    for element in row.iterdescendants(*_LOOKED_AT):
        what, above = _WHAT[element.tag], element.getparent()
        if what == "tc" and above is row:
            cell = element
            said.append([])
        elif what == "p" and above is cell:
            paragraph = element
            said[-1].append("\n")
        elif what not in ("", "tc", "p") and NAMES[above.tag] == "r" and above.getparent() is paragraph:
            said[-1].append(element.text or "" if what == "t" else what)
        else:
            return None
    return tuple("".join(pieces).strip() for pieces in said)
