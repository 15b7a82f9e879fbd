"""Rows of a file become entries of a version. Parts of commands, not commands themselves."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date, time
from itertools import count
from typing import Any

from cairn.chronology.engine.comparing import compare
from cairn.chronology.engine.outcomes import child_seen
from cairn.chronology.engine.returns import Return
from cairn.chronology.engine.rows import Fault, Row
from cairn.chronology.models import ChronologyFile, ChronologyRequest, ChronologyVersion, Entry, EntryFault, EntryText
from cairn.chronology.queries.rows import row_of
from cairn.kernel.key import draw_key

UNKNOWN = date.max  # what puts a row of which no day is known behind all others; never shown
UNNUMBERED = 1e9
MOST_LETTERS = 200
COPIED = (
    *("entry_id", "file_id", "ident", "place", "table_number", "row_number", "department", "columns", "others"),
    *("before", "first_day", "last_day", "sort_day", "sort_time", "sort_sequence", "sort_agency"),
    *("doubtful", "faulty", "note", "seen"),
)
FAULT_COPIED = ("file_id", "table_number", "row_number", "column", "found", "problem", "mend")


def keep_rows(
    version: ChronologyVersion, file: ChronologyFile, returned: Return, earlier: ChronologyVersion | None
) -> None:
    """Store what was read from a file: rows in their place, each the same entry as the row it replaces, and faults."""
    rows = _unlike(returned.rows, version)
    entries = _entries(version, file, rows, earlier)
    first = version.rows
    texts = [
        EntryText(
            case_id=version.case_id,
            entry=entries[row.id],
            version=version,
            file=file,
            place=first + place,
            **fields_of(row, version),
        )
        for place, row in enumerate(rows, 1)
    ]
    EntryText.unscoped.bulk_create(texts, batch_size=500)
    by_place = {(text.table_number, text.row_number): text for text in texts}
    keep_faults(version, file, returned.faults, by_place)
    version.rows += len(rows)


def fields_of(row: Row, version: ChronologyVersion) -> dict[str, Any]:
    """What is stored of a row, but for whose it is: the words, what was understood, and what puts it in order."""
    moment = row.when.sort_key if row.when is not None else (UNKNOWN, time.min)
    return {
        "ident": row.id,
        "table_number": row.table,
        "row_number": row.number,
        "department": row.department[:MOST_LETTERS],
        "columns": {column.value: text for column, text in row.texts.items()},
        "others": dict(row.others),
        "first_day": row.first_day,
        "last_day": row.last_day if row.first_day is None or row.last_day is None else max(row.first_day, row.last_day),
        "sort_day": moment[0],
        "sort_time": moment[1],
        "sort_sequence": UNNUMBERED if row.sequence is None else row.sequence,
        "sort_agency": version.agency.name.casefold()[:MOST_LETTERS],
        "doubtful": row.when is not None and row.when.doubtful,
        "faulty": bool(row.faults),
        "note": row.note,
        "seen": child_seen(row).value,
    }


def keep_faults(
    version: ChronologyVersion,
    file: ChronologyFile,
    faults: Iterable[Fault],
    by_place: dict[tuple[int, int], EntryText],
) -> None:
    """Store all that is to be put right, each beside its row."""
    EntryFault.unscoped.bulk_create(
        (
            EntryFault(
                case_id=version.case_id,
                version=version,
                file=file,
                text=by_place.get((fault.table, fault.row)),
                table_number=fault.table,
                row_number=fault.row,
                column=fault.column[:MOST_LETTERS],
                found=fault.found,
                problem=fault.problem,
                mend=fault.mend,
            )
            for fault in faults
        ),
        batch_size=500,
    )
    version.faults_left = EntryFault.unscoped.filter(version=version).count()


def stored_rows(version: ChronologyVersion) -> list[EntryText]:
    """The rows of a version in their places."""
    found = EntryText.unscoped.filter(version=version).select_related("entry", "version__agency", "file")
    return list(found.order_by("place"))


def copy_of(before: ChronologyVersion, version: ChronologyVersion) -> None:
    """All rows, files and faults of a version stand in the next one as they are, until the agency changes them."""
    files = {}
    for file in before.files.all():
        files[file.pk] = ChronologyFile.unscoped.create(
            case_id=version.case_id,
            version=version,
            **{
                name: getattr(file, name)
                for name in ("file_id", "number", "department", "blank", "repeated", "above", "unread")
            },
        )
    texts = {}
    for text in stored_rows(before):
        same = {name: getattr(text, name) for name in COPIED} | {"file_id": files[text.file_id].pk}
        texts[text.pk] = EntryText(case_id=version.case_id, version=version, **same)
    EntryText.unscoped.bulk_create(texts.values(), batch_size=500)
    EntryFault.unscoped.bulk_create(
        (
            EntryFault(
                case_id=version.case_id,
                version=version,
                text=texts[fault.text_id] if fault.text_id else None,
                **{name: getattr(fault, name) for name in FAULT_COPIED} | {"file_id": files[fault.file_id].pk},
            )
            for fault in before.faults.all()
        ),
        batch_size=500,
    )
    version.rows, version.faults_left = before.rows, before.faults_left


def _entries(
    version: ChronologyVersion, file: ChronologyFile, rows: Sequence[Row], earlier: ChronologyVersion | None
) -> dict[str, Entry]:
    """Whose entry each row is: that of the row it leaves as it was or puts right, or a new one."""
    known = _matched(version, file, rows, earlier) if earlier is not None else {}
    asked: ChronologyRequest = version.request
    made = {
        row.id: Entry(key=draw_key(), case_id=version.case_id, request=asked, agency_id=version.agency_id)
        for row in rows
        if row.id not in known
    }
    Entry.unscoped.bulk_create(made.values(), batch_size=500)
    return known | made


def _matched(
    version: ChronologyVersion, file: ChronologyFile, rows: Sequence[Row], earlier: ChronologyVersion
) -> dict[str, Entry]:
    """A row that says the same is the same entry wherever it stood; a changed one is looked for in its department."""
    taken = set(EntryText.unscoped.filter(version=version).values_list("entry_id", flat=True))
    before = {text.ident: text for text in stored_rows(earlier) if text.entry_id not in taken}
    same = {row.id: before.pop(row.id).entry for row in rows if row.id in before}
    own = [text for text in before.values() if text.file.department == file.department]
    departments = set(earlier.files.values_list("department", flat=True))
    old = own if file.department in departments else before.values()
    compared = compare([row_of(text) for text in old], [row for row in rows if row.id not in same])
    return same | {after.id: before[row.id].entry for row, after in compared.changed}


def _unlike(rows: Sequence[Row], version: ChronologyVersion) -> list[Row]:
    """Two files of one version may hold the same row: the second of the two has an id that says so."""
    taken = set(EntryText.unscoped.filter(version=version).values_list("ident", flat=True))
    told = []
    for row in rows:
        told.append(replace(row, id=free_ident(row.id, taken)))
        taken.add(told[-1].id)
    return told


def free_ident(ident: str, taken: Collection[str]) -> str:
    """The ident of a row, with a number where another row of the version says the same."""
    tried = (f"{ident}-{times}" if times > 1 else ident for times in count(1))
    return next(each for each in tried if each not in taken)
