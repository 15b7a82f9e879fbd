"""The worked example as files, and the list of what was planted in them on purpose."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from demo.chronologies import forms
from demo.chronologies.forms import Place
from demo.chronologies.words import BETWEEN, HERE, Entry, Words, entry, every, read

CHILD = "Child Plover"  # the case of the demonstration that it belongs to
BORN = date(2026, 2, 14)


@dataclass(frozen=True)
class AgencyFile:
    """One file as an agency sends it, and where each of its rows stands, by the key that the lists speak of it by."""

    agency: str
    name: str
    content: bytes
    places: Mapping[str, Place]


@dataclass(frozen=True)
class PlantedFault:
    """Something to put right: where it stands, what kind of fault it is, and words of what is said of it."""

    file: str
    place: Place
    column: str  # as the file heads it; blank where it is the whole row
    kind: str
    says: str


@dataclass(frozen=True)
class KeptDate:
    """A date that is not one full day, or is written oddly, and how it is to be shown."""

    row: str
    written: str
    shown: str
    doubtful: bool


@dataclass(frozen=True)
class PlantedDifference:
    """Two rows of two agencies that tell one event differently, and what about."""

    rows: tuple[str, str]
    about: str


@dataclass(frozen=True)
class PlantedGap:
    """A stretch in which something is lacking, and why it is there."""

    lack: str
    agency: str
    begins: date
    ends: date
    why: str


@dataclass(frozen=True)
class Correction:
    """What the corrected return changes, by the keys of rows; all other rows stay as they were."""

    changed: tuple[str, ...]
    withdrawn: tuple[str, ...]
    added: tuple[str, ...]


@dataclass(frozen=True)
class Planted:
    """All that was planted: a reader that finds exactly this has read the example right."""

    faults: tuple[PlantedFault, ...]
    kept: tuple[KeptDate, ...]
    notes: tuple[str, ...]  # rows that are their author's own notes
    duplicates: tuple[tuple[str, str], ...]
    differences: tuple[PlantedDifference, ...]
    gaps: tuple[PlantedGap, ...]
    correction: Correction


def files() -> tuple[AgencyFile, ...]:
    """The file of each agency."""
    return tuple(map(_file, every()))


def corrected() -> AgencyFile:
    """What one agency sends a second time, with some of its rows put right."""
    return _file(_put_right(_correcting()))


def people() -> bytes:
    """The list of people and places with their labels, as a reviewer keeps it beside the files."""
    return (HERE / "people.csv").read_bytes()


def planted() -> Planted:
    """What was planted in the files, and between them."""
    said = read(BETWEEN)
    right = _correcting().corrected
    return Planted(
        faults=tuple(fault for words in every() for fault in _faults(words)),
        kept=tuple(KeptDate(**kept) for words in every() for kept in words.planted.get("kept", ())),
        notes=tuple(key for words in every() for key in words.planted.get("notes", ())),
        duplicates=tuple((one, other) for one, other in said["duplicates"]),
        differences=tuple(PlantedDifference(tuple(each["rows"]), each["about"]) for each in said["disagreements"]),
        gaps=tuple(_gap(**each) for each in said["gaps"]),
        correction=Correction(
            changed=tuple(row[0] for row in right["changed"]),
            withdrawn=tuple(right["withdrawn"]),
            added=tuple(row[0] for row in right["added"]),
        ),
    )


def _file(words: Words) -> AgencyFile:
    made = forms.made(words)
    return AgencyFile(words.agency, words.file, made.content, made.places)


def _correcting() -> Words:
    return next(words for words in every() if words.corrected)


def _put_right(words: Words) -> Words:
    """The words with the corrections in them: what is added stands at the end, as agencies add it."""
    right = words.corrected
    changed = {each.key: each for each in map(entry, right["changed"])}
    parts = tuple(
        replace(part, entries=tuple(changed.get(each.key, each) for each in _left(part.entries, right["withdrawn"])))
        for part in words.parts
    )
    last = replace(parts[-1], entries=(*parts[-1].entries, *map(entry, right["added"])))
    return replace(words, file=right["file"], parts=(*parts[:-1], last))


def _left(entries: tuple[Entry, ...], withdrawn: list[str]) -> Iterator[Entry]:
    return (each for each in entries if each.key not in withdrawn)


def _faults(words: Words) -> Iterator[PlantedFault]:
    places = forms.made(words).places
    for each in words.planted["faults"]:
        column = words.columns.get(each["column"], "")
        yield PlantedFault(words.file, places[each["row"]], column, each["fault"], each["says"])


def _gap(lack: str, agency: str, begins: str, ends: str, why: str) -> PlantedGap:
    return PlantedGap(lack, agency, date.fromisoformat(begins), date.fromisoformat(ends), why)
