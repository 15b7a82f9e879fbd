"""One entry, as far as a reader may read it: how it is told now, and how it was told before."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from cairn.cases.models import Case
from cairn.cases.policy import Rights
from cairn.chronology.engine.combined import by_labels, columns_of, when_of
from cairn.chronology.engine.headings import Column
from cairn.chronology.engine.rows import Row
from cairn.chronology.engine.telling import Told, told_otherwise, words_of_the_file
from cairn.chronology.engine.when import shown
from cairn.chronology.models import ChronologyVersion, Entry, EntryText
from cairn.chronology.queries.combined import texts_read, versions_read
from cairn.chronology.queries.rows import called, row_of
from cairn.names.relabelling import Relabelling
from cairn.partnership.clock import day_of

OneEntry = Entry
SAID_APART = {Column.START_TIME.label, Column.END_DATE.label, Column.END_TIME.label}  # said with the day, as written
OneTelling = EntryText


@dataclass(frozen=True)
class EntryRead:
    """An entry that a reader found, with how every version that she may read tells it, the earliest first."""

    entry: Entry
    texts: tuple[EntryText, ...]
    gone_in: int  # the version that tells it no longer; 0 while it is told

    @property
    def now(self) -> EntryText:
        """How it is told now, or was told last."""
        return self.texts[-1]

    def in_version(self, number: int) -> EntryText | None:
        """How a version tells it."""
        return next((text for text in self.texts if text.version.number == number), None)


@dataclass(frozen=True)
class Account:
    """How one row tells an entry, in words for this reader."""

    entry_key: str
    agency: str
    when: str
    as_written: str
    source: str
    event: str
    department: str
    columns: Told
    version: int
    sent_on: date | None
    signed_by: str  # blank until it is signed off
    signed_on: date | None
    file: str
    row_number: int
    doubtful: bool
    note: bool


@dataclass(frozen=True)
class Earlier:
    """What an earlier version said of an entry, in the columns that the next one fills otherwise."""

    version: int
    sent_on: date | None
    said: Told


def read_entry(rights: Rights, case: Case, key: str) -> EntryRead | None:
    """An entry of the case, if a version that this reader may read tells it, even where a later one does no longer."""
    found = Entry.unscoped.filter(case=case, key=key).values_list("pk", flat=True)
    return next(iter(read_entries(rights, case, list(found)).values()), None)


def read_entries(rights: Rights, case: Case, entry_ids: Collection[int]) -> dict[int, EntryRead]:
    """Entries of the case by their ids, as far as this reader may read them: two queries however many there are."""
    told: dict[int, list[EntryText]] = {}
    for text in texts_read(rights, case).filter(entry__in=entry_ids):
        told.setdefault(text.entry_id, []).append(text)
    numbers: dict[int, list[int]] = {}
    for version in versions_read(rights, case):
        numbers.setdefault(version.request_id, []).append(version.number)
    return {entry_id: _read(texts, numbers[texts[-1].version.request_id]) for entry_id, texts in told.items()}


def _read(texts: list[EntryText], numbers: list[int]) -> EntryRead:
    last = texts[-1].version.number
    return EntryRead(texts[-1].entry, tuple(texts), next((number for number in numbers if number > last), 0))


def account(text: EntryText, labels: Relabelling | None) -> Account:
    """A row in words, with labels in place of names for those who read no names."""
    row = _for_reader(text, labels)
    version: ChronologyVersion = text.version
    written = " ".join(part for part in (row.date_text, row.time_text) if part)
    until = " ".join(part for part in (row.end_text, row.end_time_text) if part)
    return Account(
        entry_key=text.entry.key,
        agency=version.agency.name,
        when=shown(when_of(row)),
        as_written=f"{written} to {until}" if until else written,
        source=row.source,
        event=row.event,
        department=in_labels(text.department, labels),
        columns=tuple((name, words) for name, words in columns_of(row).items() if words and name not in SAID_APART),
        version=version.number,
        sent_on=day_of(version.sent_at) if version.sent_at else None,
        signed_by=version.signed_name,
        signed_on=day_of(version.signed_at) if version.signed_at else None,
        file=called(text),
        row_number=text.row_number,
        doubtful=text.doubtful,
        note=text.note,
    )


def history(found: EntryRead, labels: Relabelling | None) -> list[Earlier]:
    """What was said before, the latest change first: the versions that tell the entry otherwise than the next one."""
    told = [
        Earlier(
            before.version.number,
            day_of(before.version.sent_at) if before.version.sent_at else None,
            told_otherwise(_for_reader(before, labels), _for_reader(after, labels)),
        )
        for before, after in pairwise(found.texts)
    ]
    return [each for each in reversed(told) if each.said]


def put_right(found: EntryRead, labels: Relabelling | None) -> Told:
    """What the file said of the columns that its agency put right here before it was sent in."""
    said = words_of_the_file(found.now.before)
    return tuple((in_labels(heading, labels), in_labels(words, labels)) for heading, words in said)


def in_labels(text: str, labels: Relabelling | None) -> str:
    """A text as a reader is shown it."""
    return labels.of(text) if labels else text


def _for_reader(text: EntryText, labels: Relabelling | None) -> Row:
    row = row_of(text)
    return by_labels(row, labels) if labels else row
