"""What views hand to the components: plain records, one for each thing a component lists."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from django.utils import dateformat


@dataclass(frozen=True)
class Link:
    """A place to go. `hidden` is read aloud after the text, so that ten links called "Change" can be told apart."""

    text: str
    href: str
    current: bool = False
    hidden: str = ""


@dataclass(frozen=True)
class Row:
    """One line of a summary list: what it is called, what it says, what can be done about it."""

    key: str
    value: object
    actions: Sequence[Link] = ()


@dataclass(frozen=True)
class Task:
    """One line of a task list. A task without address cannot be started yet; a state without colour is plain text."""

    title: str
    state: str
    href: str = ""
    colour: str | None = None
    hint: str = ""
    cannot_start: bool = False


@dataclass(frozen=True)
class Cell:
    """One cell of a table, where a bare text is not enough: a link, a coloured state, a value to sort by."""

    text: object
    href: str = ""
    hidden: str = ""
    colour: str | None = None
    sort: str = ""


@dataclass(frozen=True)
class Column:
    """One column of a table. `sort` is empty where it cannot be sorted, else none, ascending or descending."""

    text: str
    numeric: bool = False
    sort: str = ""


@dataclass(frozen=True)
class Step:
    """One step of a case's rail. `state` is done, now, late, waiting or passed; `words` say it to the reader."""

    name: str
    state: str
    words: str
    href: str = ""
    note: str = ""


@dataclass(frozen=True)
class Happening:
    """One entry of a timeline: what, when (`day` in words, `iso` for machines), who, and more about it."""

    title: str
    day: str
    iso: str
    by: str = ""
    text: str = ""


@dataclass(frozen=True)
class Chosen:
    """The filters in force under one heading; each link takes its filter away."""

    heading: str
    links: Sequence[Link] = field(default_factory=tuple)


@dataclass(frozen=True)
class Upload:
    """A file already received: its name as shown, and the value that the remove button sends."""

    name: str
    key: str
    message: str = ""


def day_in_words(day: date) -> str:
    """14 August 2026."""
    return dateformat.format(day, "j F Y")


def weekday_in_words(day: date) -> str:
    """Friday 14 August."""
    return dateformat.format(day, "l j F")
