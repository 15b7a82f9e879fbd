"""The list of people and places that a reviewer keeps beside her files, as `cairn combine --people` reads it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from cairn.names.relabelling import Called

COLUMNS = ("kind", "value", "aliases", "label")
BETWEEN = ";"  # between the aliases of one
PERSON, PLACE = "person", "place"
_ACTS = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet would take for something to do


def sheet(called: Iterable[Called]) -> bytes:
    """A line for everybody who has a name, in UTF-8 that Excel opens as such; no cell is taken for a formula."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for each in called:
        names = [name.replace(BETWEEN, ",").strip() for name in each.names]
        value, *aliases = filter(None, names) if any(names) else [""]
        if value:
            cells = (PLACE if each.place else PERSON, value, BETWEEN.join(aliases), each.label)
            writer.writerow([_harmless(cell) for cell in cells])
    return out.getvalue().encode("utf-8-sig")


def plain(cell: str | None) -> str:
    """What a cell says, without the apostrophe that kept a spreadsheet from taking it for a formula."""
    text = (cell or "").strip()
    return text[1:].strip() if text.startswith("'") and text[1:].startswith(_ACTS) else text


def _harmless(text: str) -> str:
    return f"'{text}" if text.startswith(_ACTS) else text
