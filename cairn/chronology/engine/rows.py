"""A row of a chronology as its agency wrote it, and what is wrong with it."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Protocol

from cairn.chronology.engine.headings import Column

NOTE_MARKS = ("#", "^", "¬", "~")


class Dated(Protocol):
    """What is known of when something happened: from the earliest day to the latest, and how it is put in order."""

    @property
    def earliest(self) -> date | None:
        """The first day it can have been; None if it is not known, as in “before 3 May 2016”."""
        ...

    @property
    def latest(self) -> date | None:
        """The last day it can have been; None if it is not known, as in “after 3 May 2016”."""
        ...

    @property
    def doubtful(self) -> bool:
        """Whether the record itself doubts it."""
        ...

    @property
    def problem(self) -> str:
        """Why it could not be understood, as a sentence; blank if it was."""
        ...

    @property
    def sort_key(self) -> Any:
        """What it is put in order by; compared only where its first day or its last is known."""
        ...


ReadWhen = Callable[[str, str], Dated]  # the date as written, the time as written


@dataclass(frozen=True)
class Fault:
    """Something to put right: where it stands, what was found, what is wrong with it and how to mend it.

    Row 0 is the table as a whole, table 0 the file; without a column it is the whole row.
    """

    table: int
    row: int
    column: str
    found: str
    problem: str
    mend: str


@dataclass(frozen=True)
class Row:
    """One event as an agency told it, with where it stands; nothing in it is altered."""

    id: str
    agency: str
    department: str
    file: str
    table: int
    number: int
    texts: Mapping[Column, str]
    others: Mapping[str, str]
    when: Dated | None  # None where no date is written
    until: Dated | None = None
    note: bool = False  # of the author, to herself
    faults: tuple[Fault, ...] = ()
    known: Dated | None = None  # when the agency learnt of it; None where nothing is written

    def text(self, column: Column) -> str:
        """What stands in a column; blank if nothing does."""
        return self.texts.get(column, "")

    @property
    def date_text(self) -> str:
        """The date as written."""
        return self.text(Column.START_DATE)

    @property
    def time_text(self) -> str:
        """The time as written."""
        return self.text(Column.START_TIME)

    @property
    def end_text(self) -> str:
        """The last day as written."""
        return self.text(Column.END_DATE)

    @property
    def end_time_text(self) -> str:
        """The time of the end as written."""
        return self.text(Column.END_TIME)

    @property
    def known_text(self) -> str:
        """The day it became known, as written."""
        return self.text(Column.KNOWN_ON)

    @property
    def source(self) -> str:
        """Where the agency has it from."""
        return self.text(Column.SOURCE)

    @property
    def event(self) -> str:
        """What happened; where no column says so, all that the others say."""
        return self.text(Column.EVENT) or " ".join(self.others.values())

    @property
    def first_day(self) -> date | None:
        """The earliest day it can have been."""
        return self.when.earliest if self.when is not None else None

    @property
    def last_day(self) -> date | None:
        """The latest day it can have lasted to."""
        days = [dated.latest for dated in (self.when, self.until) if dated is not None and dated.latest is not None]
        return max(days, default=None)

    @property
    def sequence(self) -> float | None:
        """The place among the events of a day that the author gave it."""
        return number(self.text(Column.SEQUENCE))


def number(text: str) -> float | None:
    """A number as people write one in a sequence; None for anything else."""
    whole, _, part = text.strip().partition(".")
    if not (whole + part).isascii() or not whole.isdecimal() or (part and not part.isdecimal()) or len(text) > 20:
        return None
    return float(f"{whole}.{part or 0}")


def is_note(source: str) -> bool:
    """Whether the row is a note of its author: its source begins with one of four marks."""
    return source.lstrip().startswith(NOTE_MARKS)


def understood(row: Row, read_when: ReadWhen) -> Row:
    """The row with its dates read from what is written in it, and whether it is a note of its author."""
    known = row.known_text
    return replace(
        row,
        when=read_when(row.date_text, row.time_text) if row.date_text else None,
        until=read_when(row.end_text, row.end_time_text) if row.end_text else None,
        known=read_when(known, "") if known else None,
        note=is_note(row.source),
    )


def with_ids(rows: Iterable[Row]) -> tuple[Row, ...]:
    """Rows with an id each that depends on what they say alone, not on where they stand.

    A corrected return gives the rows it leaves alone the ids they had. Rows that say the same are counted.
    """
    seen: Counter[str] = Counter()
    named = []
    for row in rows:
        content = _content(row)
        seen[content] += 1
        told = f"{content}\x1d{seen[content]}"
        named.append(replace(row, id=hashlib.sha256(told.encode()).hexdigest()[:16]))
    return tuple(named)


def _content(row: Row) -> str:
    """What a row says, without the spaces and the order of its columns."""
    said = [(column.value, _plain(text)) for column, text in row.texts.items()]
    said += [(f"*{_plain(heading)}", _plain(text)) for heading, text in row.others.items()]
    return "\x1e".join([_plain(row.agency), *(f"{name}\x1f{text}" for name, text in sorted(said) if text)])


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
