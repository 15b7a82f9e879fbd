"""The doors to files. A list or a single one begins with what the reader may read; the bytes come only from a row."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings

from cairn.access.actor import Actor
from cairn.cases import policy as cases
from cairn.cases.models import Case
from cairn.documents import policy
from cairn.documents.engine import sealing
from cairn.documents.engine.kinds import Kind
from cairn.documents.engine.looking import look
from cairn.documents.engine.store import Kept, Missing, Store
from cairn.documents.models import FileKey, Purpose, StoredFile

OneFile = StoredFile  # pages hold one, and never import the table
READERS = list(policy.READERS.items())
MADE_ONLY = {Purpose.PACK, Purpose.TEMPLATE}  # put by the pages that make or check them
PURPOSES_RECEIVED = [(purpose.value, purpose.label) for purpose in Purpose if purpose not in MADE_ONLY]


class Altered(Exception):
    """The bytes of a file are not those that were put there."""


@dataclass(frozen=True)
class FileRow:
    """One file, as a list shows it to somebody who may read it."""

    key: str
    purpose: str
    purpose_label: str
    name_given: str
    kind: str
    kind_label: str
    size: int
    agency: str
    origin: str
    scanned: str
    put_by: str
    put_at: datetime
    superseded: bool
    read_action: str  # the action of the matrix that opens it
    there: bool  # whether its bytes lie where they should


def store() -> Store:
    """Where the sealed bytes lie."""
    return Store(settings.FILES)


def files(actor: Actor, case: Case, at: datetime) -> list[FileRow]:
    """The files of a case that somebody may read, newest first."""
    rights = cases.rights(actor, case, at)
    rows = StoredFile.unscoped.filter(case=case).select_related("case", "agency", "put_by")
    return [_row(row) for row in rows if policy.may_read(rights, row)]


def file(actor: Actor, case: Case | None, key: str, at: datetime) -> StoredFile | None:
    """The file with this key, of this case or (without one) of the partnership, if somebody may read it."""
    row = StoredFile.unscoped.filter(case=case, key=key).select_related("case", "agency").first()
    return row if row is not None and policy.can_read(actor, row, at) else None


def content(file: StoredFile) -> bytes:
    """The bytes of a file, as they were put there. The caller has asked `file` for the row.

    Raises Altered if they are not, Missing if they are gone, Unreadable if the master key is not the one in use.
    """
    sealed, key = store().read(file.key), data_key(file.case)
    try:
        found = sealing.unseal(sealed, key, file.place)
    except sealing.Unreadable as wrong:
        raise Altered from wrong
    if hashlib.sha256(found).hexdigest() != file.sha256:
        raise Altered
    return found


def text_of(file: StoredFile) -> str:
    """What a Word file, a PDF or a text says, read out by a child process each time: nothing of it is kept unsealed.

    Raises what `content` raises, and NotTaken if the file can no longer be looked into.
    """
    return look(content(file), Kind(file.kind), text=True).text


def data_key(case: Case | None) -> bytes:
    """The key that seals the files of a case, or of the partnership.

    Raises Unreadable if the master key is not the one that wrapped it, DoesNotExist if nothing was ever sealed.
    """
    held = FileKey.unscoped.select_related("case").get(case=case)
    return sealing.unwrap(held.wrapped, bytes.fromhex(settings.FILES_KEY), held.place)


def unsound(*, share: int = 1, of: int = 1) -> Iterator[StoredFile]:
    """Files whose bytes are gone, or are not those that were put there, for whoever runs the service.

    All are looked for; the bytes of one `share` `of` so many are read to the last.
    """
    for row in StoredFile.unscoped.select_related("case").order_by("pk").iterator():
        if not store().has(row.key) or (row.pk % of == share % of and not _is_sound(row)):
            yield row


def _is_sound(row: StoredFile) -> bool:
    try:
        content(row)
    except (Altered, Missing, sealing.Unreadable):
        return False
    return True


def orphans(before: datetime) -> Iterator[Kept]:
    """What lies in the folder, was written before this moment of the machine, and belongs to no row."""
    for kept in store().everything():
        if kept.written_at < before and not StoredFile.unscoped.filter(key=kept.name).exists():
            yield kept


def _row(row: StoredFile) -> FileRow:
    return FileRow(
        key=row.key,
        purpose=row.purpose,
        purpose_label=row.get_purpose_display(),
        name_given=row.name_given,
        kind=row.kind,
        kind_label=Kind(row.kind).label,
        size=row.size,
        agency=row.agency.name if row.agency else "",
        origin=row.get_origin_display(),
        scanned=row.get_scanned_display(),
        put_by=row.put_by.name,
        put_at=row.put_at,
        superseded=row.superseded_by_id is not None,
        read_action=row.read_action,
        there=store().has(row.key),
    )
