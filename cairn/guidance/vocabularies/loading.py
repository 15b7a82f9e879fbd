"""Reads the vocabulary files, strictly, and checks that what a word maps to exists."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from cairn.guidance import yaml_files
from cairn.guidance.refusals import CannotAnswer, FaultyFile, nearest
from cairn.guidance.written_dates import PartialDate, read_partial

FOLDER = Path(__file__).parent
VERIFIED = ("read", "secondary", "not_verified")
_REQUIRED = ("id", "title", "version", "source", "valid_from", "valid_to", "verified", "note", "overlapping", "terms")


@dataclass(frozen=True)
class Term:
    """One word of a list. Age bands have whole years from and to (both included; None: no upper end).

    `maps_to` names, by vocabulary id, the word that means exactly the same there; a list not named has none.
    """

    id: str
    label: str
    from_age: int | None
    to_age: int | None
    when_not_known: bool
    maps_to: Mapping[str, str]


@dataclass(frozen=True)
class Vocabulary:
    """A list of words of one source and version. `overlapping` lists can be counted but never added up."""

    id: str
    title: str
    version: str
    source: str
    valid_from: PartialDate
    valid_to: PartialDate | None
    verified: str
    note: str
    overlapping: bool
    terms: tuple[Term, ...]


def vocabularies() -> tuple[str, ...]:
    """The ids of every vocabulary shipped."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.yaml")))


@lru_cache(maxsize=64)
def vocabulary(name: str) -> Vocabulary:
    """The vocabulary of this id. Raises CannotAnswer with the nearest ids."""
    if name not in vocabularies():
        raise CannotAnswer(f"There is no vocabulary called {name!r}. {nearest(name, vocabularies())}")
    return load(FOLDER / f"{name}.yaml")


def load(path: Path) -> Vocabulary:
    """One vocabulary from its file. Raises FaultyFile for anything unknown, missing or doubled."""
    where = path.name
    content = yaml_files.entry(yaml_files.read(path), where=where, required=_REQUIRED)
    if content["id"] != path.stem:
        raise FaultyFile(f"{where}: holds the id {content['id']!r}; file and id must agree")
    if not isinstance(content["overlapping"], bool):
        raise FaultyFile(f"{where}: overlapping must be true or false")
    terms = tuple(_term(row, where) for row in yaml_files.entries(content["terms"], where=where))
    yaml_files.once((term.id for term in terms), where=where)
    return Vocabulary(
        id=path.stem,
        title=yaml_files.text(content["title"], where=where),
        version=yaml_files.text(content["version"], where=where),
        source=yaml_files.text(content["source"], where=where),
        valid_from=_partial(content["valid_from"], where),
        valid_to=_partial(content["valid_to"], where) if content["valid_to"] is not None else None,
        verified=yaml_files.choice(content["verified"], VERIFIED, where=where),
        note=yaml_files.text(content["note"], where=where),
        overlapping=content["overlapping"],
        terms=terms,
    )


def _partial(value: object, where: str) -> PartialDate:
    try:
        return read_partial(yaml_files.text(value, where=where))
    except CannotAnswer as fault:
        raise FaultyFile(f"{where}: {fault}") from fault


def _term(row: object, where: str) -> Term:
    content = yaml_files.entry(
        row,
        where=where,
        required=("id", "label"),
        optional=("from_age", "to_age", "when_not_known", "maps_to"),
    )
    ages = (content.get("from_age"), content.get("to_age"))
    if any(age is not None and (type(age) is not int or age < 0) for age in ages):
        raise FaultyFile(f"{where}, {content['id']}: ages are whole years from 0")
    maps_to = content.get("maps_to", {})
    if not isinstance(maps_to, dict):
        raise FaultyFile(f"{where}, {content['id']}: maps_to must be names with values")
    return Term(
        id=yaml_files.text(content["id"], where=where),
        label=yaml_files.text(content["label"], where=where),
        from_age=ages[0],
        to_age=ages[1],
        when_not_known=content.get("when_not_known") is True,
        maps_to=MappingProxyType(dict(maps_to)),
    )
