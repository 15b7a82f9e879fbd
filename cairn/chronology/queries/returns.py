"""What one agency sent in, as far as a reader may see it: its versions, their rows, and what is to be put right."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.core.paginator import Page, Paginator

from cairn.cases.policy import Rights
from cairn.chronology import policy
from cairn.chronology.engine.comparing import differences
from cairn.chronology.engine.headings import Column
from cairn.chronology.engine.rows import Row
from cairn.chronology.engine.when import When, shown
from cairn.chronology.models import ChronologyRequest, ChronologyVersion, EntryFault, EntryText
from cairn.chronology.queries.rows import row_of

OneText = EntryText
OneVersion = ChronologyVersion
ROWS_ON_A_PAGE = 100
BESIDE = frozenset({Column.START_DATE, Column.START_TIME, Column.SOURCE, Column.EVENT, Column.SEQUENCE})


@dataclass(frozen=True)
class TextRow:
    """One row of a version, for reading."""

    key: str
    entry_key: str
    when: str
    written: str
    source: str
    event: str
    more: tuple[tuple[str, str], ...]
    before: tuple[tuple[str, str], ...]  # what the file said, of columns put right here
    faulty: bool
    note: bool


@dataclass(frozen=True)
class FaultRow:
    """One thing to put right: where, what was found, what is wrong, how to mend it; and the row, where it is one."""

    where: str
    found: str
    problem: str
    mend: str
    text_key: str


@dataclass(frozen=True)
class Difference:
    """One row of a corrected return that is not as it was."""

    kind: str  # changed, added or withdrawn
    when: str
    columns: tuple[str, ...]
    before: str
    after: str


def versions(rights: Rights, asked: ChronologyRequest) -> list[ChronologyVersion]:
    """The versions this reader may see, oldest first: those sent in; drafts for the agency itself and the office."""
    found = asked.standing
    if policy.reads_drafts(rights, asked):
        return found
    return [version for version in found if version.sent_at is not None]


def rows_of(version: ChronologyVersion, number: int) -> Page[EntryText]:
    """One page of the rows of a version that somebody may read, in the order of the file."""
    found = EntryText.unscoped.filter(version=version).select_related("entry", "version__agency", "file")
    return Paginator(found.order_by("place"), ROWS_ON_A_PAGE).get_page(number)


def text_row(text: EntryText, words: Callable[[str], str] = str) -> TextRow:
    """A stored row in words; `words` puts labels in place of names for those who work with labels."""
    row = row_of(text)
    more = [(column.label, said) for column, said in row.texts.items() if column not in BESIDE]
    called = {column.value: column.label for column in Column}
    before = [(called.get(name, name.removeprefix("*")), said) for name, said in text.before.items()]
    return TextRow(
        key=text.key,
        entry_key=text.entry.key,
        when=when_words(row),
        written=words(written_words(row)),
        source=words(row.source),
        event=words(row.text(Column.EVENT)),
        more=tuple((words(heading), words(said)) for heading, said in (*more, *row.others.items())),
        before=tuple((words(heading), words(said)) for heading, said in before),
        faulty=text.faulty,
        note=text.note,
    )


def when_words(row: Row) -> str:
    """When it happened, as it was understood and no more."""
    return shown(row.when) if isinstance(row.when, When) else "not known"


def written_words(row: Row) -> str:
    """The date and the time as the agency wrote them; blank where that is what is shown anyway."""
    written = " ".join(filter(None, (row.date_text, row.time_text)))
    return "" if written == when_words(row) else written


def faults(version: ChronologyVersion) -> list[FaultRow]:
    """All that is to be put right in a version that somebody may read, file by file and row by row."""
    found = EntryFault.unscoped.filter(version=version).select_related("file", "text")
    many = version.files.count() > 1
    return [
        FaultRow(_where(each, many), each.found, each.problem, each.mend, each.text.key if each.text else "")
        for each in found
    ]


def _where(fault: EntryFault, many: bool) -> str:
    place = [f"file {fault.file.number}"] if many else []
    place += [f"table {fault.table_number}"] if fault.table_number else []
    place += [f"row {fault.row_number}"] if fault.row_number else []
    place += [f"“{fault.column}”"] if fault.column else []
    said = ", ".join(place) or "the file"
    return said[:1].upper() + said[1:]


def text(version: ChronologyVersion, key: str) -> EntryText | None:
    """One row of a version that somebody may read, to act upon."""
    found = EntryText.unscoped.filter(version=version, key=key)
    return found.select_related("entry", "version__agency", "version__request", "file", "case").first()


def next_faulty(version: ChronologyVersion, after: EntryText) -> EntryText | None:
    """The next row of a draft in which something is to be put right; the first one after the last."""
    found = EntryText.unscoped.filter(version=version, faulty=True).exclude(pk=after.pk).order_by("place")
    return found.filter(place__gt=after.place).first() or found.first()


def differences_between(before: ChronologyVersion, after: ChronologyVersion) -> list[Difference]:
    """What changed from one version to a later one, row by row, in the order of the later; then what was withdrawn."""
    old = {text.entry_id: text for text in _texts(before)}
    found = []
    for text in _texts(after):
        was = old.pop(text.entry_id, None)
        if was is None:
            found.append(_told("added", None, row_of(text)))
        elif was.ident != text.ident:
            found.append(_told("changed", row_of(was), row_of(text)))
    return found + [_told("withdrawn", row_of(gone), None) for gone in old.values()]


def _texts(version: ChronologyVersion) -> list[EntryText]:
    found = EntryText.unscoped.filter(version=version).select_related("entry", "version__agency", "file")
    return list(found.order_by("place"))


def _told(kind: str, before: Row | None, after: Row | None) -> Difference:
    stands = after or before
    assert stands is not None
    columns = differences(before, after) if before and after else ()
    return Difference(kind, when_words(stands), columns, _said(before, columns), _said(after, columns))


def _said(row: Row | None, columns: tuple[str, ...]) -> str:
    """The columns that differ, as they stood; the event where the whole row came or went."""
    if row is None:
        return ""
    if not columns:
        return row.event
    by_label = {column.label: words for column, words in row.texts.items()} | dict(row.others)
    return "; ".join(f"{name}: {by_label.get(name) or 'blank'}" for name in columns)
