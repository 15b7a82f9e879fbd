"""What a row says, column by column, and what an earlier telling of the same entry said otherwise."""

from __future__ import annotations

from collections.abc import Mapping

from cairn.chronology.engine.comparing import differences
from cairn.chronology.engine.headings import Column
from cairn.chronology.engine.rows import Row

NOTHING = "Nothing stood there"
_OWN = "*"  # before the heading of a column that is the partnership's own
_BY_LABEL = {column.label: column for column in Column}

Told = tuple[tuple[str, str], ...]  # what stands over a column, and what stands in it


def told_otherwise(before: Row, after: Row) -> Told:
    """The columns that an earlier telling filled otherwise, each with what it said then."""
    return tuple((name, _said(before, name) or NOTHING) for name in differences(before, after))


def words_of_the_file(before: Mapping[str, str]) -> Told:
    """The columns that were put right after the file was read, each with what the file said."""
    return tuple((_heading(name), words or NOTHING) for name, words in before.items())


def _said(row: Row, name: str) -> str:
    column = _BY_LABEL.get(name)
    return (row.text(column) if column else "") or row.others.get(name, "")


def _heading(name: str) -> str:
    return name.removeprefix(_OWN) if name.startswith(_OWN) else Column(name).label
