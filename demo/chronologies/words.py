"""The words of the worked example, as they stand in its YAML files: one an agency, and one for what lies between."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent
BETWEEN = "between"
AGENCIES = (
    "childrens-services",
    "hollin-community-nhs",
    "hollin-homes",
    "hollin-hospitals",
    "hollinshire-icb",
    "hollinshire-police",
)


@dataclass(frozen=True)
class Entry:
    """One row: the key it is spoken of by, which no file holds, and its cells in the order of the columns."""

    key: str
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Part:
    """One table, and what stands over it."""

    name: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Words:
    """What one agency sends: the headings of its columns by what each is for, its tables, and how it is written."""

    agency: str
    file: str
    form: str
    columns: Mapping[str, str]
    parts: tuple[Part, ...]
    title: str = ""
    above: tuple[tuple[str, ...], ...] = ()
    headings_again_below: tuple[str, ...] = ()
    dates_in_cells: bool = False
    encoding: str = "utf-8"
    between: str = ","
    stray_quote: str = ""
    tracked: Mapping[str, str] = field(default_factory=dict)
    planted: Mapping[str, Any] = field(default_factory=dict)
    corrected: Mapping[str, Any] = field(default_factory=dict)


@cache
def read(name: str) -> dict[str, Any]:
    """One of the YAML files, as it stands."""
    found: dict[str, Any] = yaml.safe_load((HERE / f"{name}.yaml").read_text())
    return found


@cache
def of(name: str) -> Words:
    """The words of one agency."""
    said = read(name)
    return Words(
        agency=said["agency"],
        file=said["file"],
        form=said["form"],
        columns=said["columns"],
        parts=tuple(Part(part["name"], tuple(map(entry, part["rows"]))) for part in said["tables"]),
        title=said.get("title", ""),
        above=tuple(map(tuple, said.get("above", ()))),
        headings_again_below=tuple(said.get("headings_again_below", ())),
        dates_in_cells=said.get("dates") == "cells",
        encoding=said.get("encoding", "utf-8"),
        between=said.get("between", ","),
        stray_quote=said.get("stray_quote", ""),
        tracked=said.get("tracked", {}),
        planted=said["planted"],
        corrected=said.get("corrected", {}),
    )


def every() -> Iterator[Words]:
    """The words of every agency, in the order of their names."""
    return map(of, AGENCIES)


def entry(written: list[str]) -> Entry:
    """A row as it stands in the YAML: its key, then its cells."""
    return Entry(written[0], tuple(written[1:]))
