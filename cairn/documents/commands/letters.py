"""The partnership's own letters: a new version is uploaded; the one in use is filled."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from cairn.access.actor import Actor
from cairn.audit.commands import command, record
from cairn.cases.commands.checks import one_of, signer, written
from cairn.documents import policy
from cairn.documents.commands.files import keep_file
from cairn.documents.engine.papers.fields import KINDS
from cairn.documents.engine.papers.filling import NotFilled, Value, fill
from cairn.documents.engine.taking import Upload
from cairn.documents.models import Letter, Purpose
from cairn.documents.queries import letter
from cairn.kernel.verdict import Refused, enforce, refuse
from cairn.partnership.commands.locking import locked
from cairn.partnership.models import Partnership


@command
def upload_letter(
    partnership: Partnership, *, kind: str, upload: Upload, note: str, seen: int, by: Actor, at: datetime
) -> Letter:
    """The partnership puts its own Word file in use, as the next version of one of its letters.

    `seen` is the version in use when she looked. Refused, with the name of each, for fields that do not exist; and for
    what must not go out under the partnership's name.
    """
    locked(partnership)  # versions of a letter come one after another
    enforce(
        policy.can(by, "change_letters")
        & one_of(KINDS, kind, "Choose which letter it is from the list.", "kind")
        & written(note, "Say what is new in it.", "note")
    )
    latest = Letter.unscoped.filter(kind=kind).order_by("-version").first()
    before = latest.version if latest else 0
    enforce(policy.same_version(seen, before) & policy.serves_as_letter(KINDS[kind], upload.content))
    file = keep_file(
        None,
        upload=upload,
        purpose=Purpose.TEMPLATE,
        read_action="read_letters",
        supersedes=latest.file if latest else None,
        by=by,
        at=at,
    )
    made = Letter.unscoped.create(
        kind=kind, version=before + 1, file=file, note=note.strip(), uploaded_by_id=signer(by), uploaded_at=at
    )
    record(by=by, verb="upload_letter", at=at, about=made)
    return made


def filled(kind: str, values: Mapping[str, Value], *, at: datetime) -> bytes:
    """The letter in use, filled, as part of a command, not one itself: it asks no policy and records nothing.

    `values` has an entry for each field of the kind: text, or blocks of a paper for a whole field. One that is blank
    refuses, with the field in words, if the letter in use names that field. Raises ValueError if a field is left out of
    `values`: a fault of the program.
    """
    fields = {field.name: field.says for field in KINDS[kind].fields}
    if left_out := fields.keys() - values.keys():
        raise ValueError(f"A letter was to be filled without {', '.join(sorted(left_out))}.")
    try:
        return fill(letter(kind, at), {name: values[name] for name in fields})
    except NotFilled as no:
        said = fields.get(no.name, "")
        raise Refused(refuse(f"The letter cannot be made. {no.sentence} {said}")) from no
