"""The duties by name: which date picks the edition that governs each, and which series of guidance that is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from cairn.guidance import yaml_files
from cairn.guidance.refusals import CannotAnswer, FaultyFile, nearest

FILE = Path(__file__).parent / "applies.yaml"


@dataclass(frozen=True)
class Duty:
    """Something guidance asks for, whatever the edition. `picked_by` is the fact whose day picks the edition."""

    id: str
    title: str
    picked_by: str
    series: str


@dataclass(frozen=True)
class Applies:
    """The whole of applies.yaml: the words for series, bodies and facts, and every duty in a case's order."""

    series: Mapping[str, str]
    bodies: Mapping[str, str]
    facts: Mapping[str, str]
    duties: Mapping[str, Duty]


def load(path: Path) -> Applies:
    """Read and check the file. Raises FaultyFile for a duty with an unknown series or fact."""
    content = yaml_files.entry(yaml_files.read(path), where=path.name, required=("series", "bodies", "facts", "duties"))
    series, bodies, facts = (_words(content[part], f"{path.name}, {part}") for part in ("series", "bodies", "facts"))
    if not isinstance(content["duties"], dict):
        raise FaultyFile(f"{path.name}: duties must be names with values")
    duties = {name: _duty(name, row, path.name, series, facts) for name, row in content["duties"].items()}
    return Applies(series, bodies, facts, MappingProxyType(duties))


def _words(value: object, where: str) -> Mapping[str, str]:
    if not isinstance(value, dict):
        raise FaultyFile(f"{where}: expected names with words, found {value!r}")
    return MappingProxyType({name: yaml_files.text(words, where=where) for name, words in value.items()})


def _duty(name: str, row: object, file: str, series: Mapping[str, str], facts: Mapping[str, str]) -> Duty:
    where = f"{file}, {name}"
    content = yaml_files.entry(row, where=where, required=("title", "picked_by", "series"))
    return Duty(
        name,
        yaml_files.text(content["title"], where=where),
        yaml_files.choice(content["picked_by"], facts, where=where),
        yaml_files.choice(content["series"], series, where=where),
    )


@lru_cache(maxsize=1)
def applies() -> Applies:
    """The file shipped."""
    return load(FILE)


def duties() -> tuple[Duty, ...]:
    """Every duty, in the order in which a case meets them."""
    return tuple(applies().duties.values())


def duty(name: str) -> Duty:
    """The duty of this name. Raises CannotAnswer with the nearest names."""
    found = applies().duties.get(name)
    if found is None:
        raise CannotAnswer(f"There is no duty called {name!r}. {nearest(name, applies().duties)}")
    return found
