"""The worked example, read once for all the tests that look at it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from cairn.chronology.engine.dates import read
from cairn.chronology.engine.finding import Findings, find
from cairn.chronology.engine.gaps import Stretches
from cairn.chronology.engine.merging import merge
from cairn.chronology.engine.opening import tables_of
from cairn.chronology.engine.returns import Return, parse
from cairn.chronology.engine.rows import Row
from demo.chronologies.making import BORN, AgencyFile, files


@dataclass(frozen=True)
class Example:
    """What the files of all agencies return, with the key of each row by its id."""

    returns: tuple[Return, ...]
    keys: Mapping[str, str]
    rows: tuple[Row, ...]
    found: Findings

    def row(self, key: str) -> Row:
        """The row of a key."""
        return next(row for row in self.rows if self.keys[row.id] == key)


def returned(file: AgencyFile) -> Return:
    """What one file returns."""
    return parse(tables_of(file.name, file.content), file=file.name, agency=file.agency, read_when=read)


def keys_of(file: AgencyFile, found: Return) -> dict[str, str]:
    """The key of each row of a file, by its id."""
    standing = {(place.table, place.row): key for key, place in file.places.items()}
    return {row.id: standing[row.table, row.number] for row in found.rows}


@cache
def example() -> Example:
    """All files read, merged and looked through."""
    sent = files()
    returns = tuple(map(returned, sent))
    keys = {id: key for file, found in zip(sent, returns, strict=True) for id, key in keys_of(file, found).items()}
    rows = merge(returns)
    return Example(returns, keys, tuple(rows), find(rows, Stretches(born=BORN)))
