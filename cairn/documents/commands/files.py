"""Putting a file with a case: sealed in the folder first, then known by its row. Nothing is ever overwritten."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings

from cairn.access.actions import ACTIONS, May
from cairn.access.actor import Actor
from cairn.audit.commands import command, record
from cairn.cases.commands.checks import STALE, one_of, signer
from cairn.cases.models import Case
from cairn.documents import policy, queries
from cairn.documents.engine import sealing
from cairn.documents.engine.taking import Upload, made
from cairn.documents.models import PARTNERSHIP, FileKey, Origin, Purpose, Scanned, StoredFile
from cairn.kernel.key import draw_key
from cairn.kernel.verdict import Ground, enforce, require
from cairn.partnership.commands.locking import locked
from cairn.partnership.models import Agency


def keep_file(
    case: Case | None,
    *,
    upload: Upload | None = None,
    content: bytes = b"",
    name: str = "",
    purpose: str,
    read_action: str,
    agency: Agency | None = None,
    is_shared: bool = False,
    origin: str = Origin.RECEIVED,
    supersedes: StoredFile | None = None,
    by: Actor,
    at: datetime,
) -> StoredFile:
    """Keep a file as part of a command, not one itself: it asks no policy and records nothing; the command does both.

    What somebody sent comes as the `upload` a form has looked at; a paper Cairn made, as `content` with a `name` that
    ends in what it is. `read_action` is the reading action of the matrix whose holders may open it. A file that it
    `supersedes` stays, and says so. Refused as stale if that file was superseded meanwhile. Raises KeyError or
    ValueError for an action that is not one of reading, NotTaken for content that is not on the list: faults of a
    program, not of a person.
    """
    if ACTIONS[read_action].may is not May.READ:
        raise ValueError(f"{read_action} is not an action of reading.")
    kept = upload or made(name, content)
    before = locked(supersedes) if supersedes else None
    enforce(require(before is None or before.superseded_by_id is None, STALE, Ground.STALE))
    row = StoredFile(
        key=draw_key(),
        case=case,
        purpose=Purpose(purpose),
        name_given=kept.name,
        kind=kept.kind.value,
        size=len(kept.content),
        sha256=kept.sha256,
        origin=Origin(origin),
        scanned=_scanned(kept, origin),
        read_action=read_action,
        agency=agency,
        is_shared=is_shared,
        put_by_id=signer(by),
        put_at=at,
    )
    _seal(row, kept.content, at)
    if before:
        before.superseded_by = row
        before.save()
    return row


def _scanned(kept: Upload, origin: str) -> Scanned:
    if origin == Origin.MADE:
        return Scanned.MADE_HERE
    return Scanned.CLEAN if kept.scanned else Scanned.NO_SCANNER


def _seal(row: StoredFile, content: bytes, at: datetime) -> None:
    """The bytes first, then the row: a row never stands without its bytes.

    If the row cannot be written the bytes go again; if the transaction is undone later they lie there sealed, known to
    nobody, until `queries.orphans` finds them.
    """
    sealed = sealing.seal(content, _data_key(row.case, at), row.place)
    queries.store().write(row.key, sealed)
    try:
        row.save(force_insert=True)
    except BaseException:
        queries.store().forget(row.key)
        raise


def _data_key(case: Case | None, at: datetime) -> bytes:
    """The key of the case's files, made and wrapped with the first of them."""
    fresh, master = sealing.new_key(), bytes.fromhex(settings.FILES_KEY)
    place = case.key if case else PARTNERSHIP
    wrapped = sealing.wrap(fresh, master, place)
    held, _made = FileKey.unscoped.get_or_create(case=case, defaults={"wrapped": wrapped, "made_at": at})
    return sealing.unwrap(held.wrapped, master, place)


@command
def put_file(
    case: Case,
    *,
    upload: Upload,
    purpose: str,
    read_action: str = "read_files",
    agency: Agency | None = None,
    by: Actor,
    at: datetime,
) -> StoredFile:
    """The office puts a file with a case: what it is, whose it is, and who besides the office may read it."""
    case = locked(case)
    enforce(
        policy.can_put(by, case, at)
        & one_of(Purpose.values, purpose, "Choose what the file is from the list.", "purpose")
        & one_of(policy.READERS, read_action, "Choose who may read it from the list.", "read_action")
        & require(
            read_action != "read_return" or agency,
            "Choose whose it is, so that the agency may read it.",
            Ground.INPUT,
            "agency",
        )
    )
    kept = keep_file(case, upload=upload, purpose=purpose, read_action=read_action, agency=agency, by=by, at=at)
    record(by=by, verb="put_file", at=at, about=kept)
    return kept
