"""The master key that wraps the keys of files is changed, without touching a file."""

from __future__ import annotations

from datetime import datetime

from cairn.access.actor import Actor
from cairn.audit.commands import command, record
from cairn.documents.engine import sealing
from cairn.documents.models import FileKey


@command
def change_files_key(*, old: bytes, new: bytes, by: Actor, at: datetime) -> int:
    """Every data key is wrapped anew with the new master key, all or none; says how many were.

    Safe to run again: what the new key opens already is left as it is. Raises Unreadable if a key opens with neither.
    Asks no policy: whoever runs it holds both keys, and with them every file.
    """
    changed = 0
    for held in FileKey.unscoped.select_for_update(of=("self",)).select_related("case").order_by("pk"):
        if _opens(held, new):
            continue
        held.wrapped = sealing.rewrap(held.wrapped, old=old, new=new, place=held.place)
        held.save()
        changed += 1
    record(by=by, verb="change_files_key", at=at, kind=FileKey._meta.label_lower)
    return changed


def _opens(held: FileKey, master: bytes) -> bool:
    try:
        sealing.unwrap(held.wrapped, master, held.place)
    except sealing.Unreadable:
        return False
    return True
