"""Local protocols as data: what somebody keeps in hand, item by item: who owes it, when, and where it is written."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from cairn.guidance import yaml_files
from cairn.guidance.refusals import CannotAnswer, FaultyFile, nearest

FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Item:
    """One thing to keep in hand. `source` is its obligation or paragraph."""

    id: str
    text: str
    owed_by: str
    when: str
    source: str


@dataclass(frozen=True)
class Checklist:
    """A protocol as a list, in the order of its source."""

    id: str
    title: str
    note: str
    source: str
    paragraph: str
    items: tuple[Item, ...]


def checklists() -> tuple[str, ...]:
    """The ids of every checklist shipped."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.yaml")))


@lru_cache(maxsize=64)
def checklist(name: str) -> Checklist:
    """The checklist of this id. Raises CannotAnswer with the nearest ids."""
    if name not in checklists():
        raise CannotAnswer(f"There is no checklist called {name!r}. {nearest(name, checklists())}")
    return load(FOLDER / f"{name}.yaml")


def load(path: Path) -> Checklist:
    """One checklist from its file. Raises FaultyFile for anything unknown, missing or doubled."""
    content = yaml_files.entry(
        yaml_files.read(path), where=path.name, required=("id", "title", "note", "source", "items")
    )
    if content["id"] != path.stem:
        raise FaultyFile(f"{path.name}: holds the id {content['id']!r}; file and id must agree")
    source = yaml_files.entry(content["source"], where=f"{path.name}, source", required=("text", "paragraph"))
    items = tuple(_item(row, path.name) for row in yaml_files.entries(content["items"], where=path.name))
    yaml_files.once((item.id for item in items), where=path.name)
    return Checklist(
        path.stem,
        yaml_files.text(content["title"], where=path.name),
        yaml_files.text(content["note"], where=path.name),
        yaml_files.text(source["text"], where=f"{path.name}, source"),
        yaml_files.text(source["paragraph"], where=f"{path.name}, paragraph"),
        items,
    )


def _item(row: object, where: str) -> Item:
    parts = ("id", "text", "owed_by", "when", "source")
    content = yaml_files.entry(row, where=where, required=parts)
    return Item(*(yaml_files.text(content[part], where=f"{where}, {part}") for part in parts))
