"""Rows of a chronology are put right by the agency whose they are, and by nobody else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from cairn.access.actor import Actor
from cairn.audit.commands import command, record
from cairn.cases.commands.checks import current, signer, written
from cairn.chronology import policy
from cairn.chronology.commands.intake import copy_of, fields_of, free_ident, keep_faults
from cairn.chronology.commands.versions import draft_of, next_of
from cairn.chronology.engine.asking import columns_by_label
from cairn.chronology.engine.checking import Checks
from cairn.chronology.engine.dates import read
from cairn.chronology.engine.headings import Column
from cairn.chronology.engine.rows import Row, understood, with_ids
from cairn.chronology.models import ChronologyRequest, ChronologyVersion, EntryFault, EntryText
from cairn.chronology.queries.rows import row_of, template
from cairn.kernel.verdict import Ground, enforce, require
from cairn.partnership.commands.locking import locked


@command
def correct_chronology(asked: ChronologyRequest, *, why: str, by: Actor, at: datetime) -> ChronologyVersion:
    """Rows that were sent in are wrong: a new version begins as a copy, and the one sent in stays to be read."""
    asked = locked(asked)
    enforce(policy.can(by, "correct_chronology", asked, at) & written(why, "Say what has to be corrected.", "why"))
    last = draft_of(asked)
    draft = next_of(asked, why, by, at)
    copy_of(last, draft)
    draft.save()
    record(by=by, verb="correct_chronology", at=at, about=draft)
    return draft


@command
def set_draft_aside(asked: ChronologyRequest, *, version: int, by: Actor, at: datetime) -> ChronologyVersion:
    """A draft was read in by mistake, or a correction is not needed: it is kept, and what stood before stands again.

    `version` is the revision of the draft when it was read.
    """
    asked = locked(asked)
    enforce(policy.can(by, "set_draft_aside", asked, at))
    draft = draft_of(asked)
    enforce(current(version, draft.revision))
    draft.set_aside_at, draft.set_aside_by_id = at, signer(by)
    draft.save()
    record(by=by, verb="set_draft_aside", at=at, about=draft)
    return draft


@command
def put_right(
    text: EntryText,
    *,
    columns: Mapping[Column, str],
    others: Mapping[str, str],
    version: int,
    by: Actor,
    at: datetime,
) -> EntryText:
    """Columns of one row of a draft are put right by its agency. What the file said is kept beside them.

    `version` is the revision of the draft when the row was read.
    """
    asked = locked(text.version.request)
    enforce(policy.can(by, "put_right", asked, at))
    draft, text = draft_of(asked), locked(text)
    enforce(
        require(text.version_id == draft.pk, "This row is not in the version that is being put right.")
        & current(version, draft.revision)
    )
    _rewrite(text, draft, columns, others)
    draft.revision += 1
    draft.save()
    record(by=by, verb="put_right", at=at, about=text)
    return text


def _rewrite(
    text: EntryText, draft: ChronologyVersion, columns: Mapping[Column, str], others: Mapping[str, str]
) -> None:
    """The row anew: what was understood of it, where it stands in order, and what is still wrong with it."""
    was = row_of(text)
    said = {column: word.strip() for column, word in {**was.texts, **columns}.items() if word.strip()}
    extra = {heading: word.strip() for heading, word in {**was.others, **others}.items() if word.strip()}
    enforce(require(said or extra, "A row says something.", Ground.INPUT, "event"))
    department = said.get(Column.DEPARTMENT, text.file.department)
    row = _checked(replace(was, texts=said, others=extra, department=department), draft)
    changed = {column.value: was.text(column) for column in columns if was.text(column) != said.get(column, "")}
    changed |= {f"*{it}": was.others.get(it, "") for it in others if was.others.get(it, "") != extra.get(it, "")}
    text.before = {**changed, **text.before}  # the first words that stood there count
    for name, value in fields_of(row, draft).items():
        setattr(text, name, value)
    text.save()
    EntryFault.unscoped.filter(version=draft, text=text).delete()
    keep_faults(draft, text.file, row.faults, {(text.table_number, text.row_number): text})


def _checked(row: Row, draft: ChronologyVersion) -> Row:
    asked_for = template(draft.request.chronology)
    read_again = understood(replace(row, faults=()), read)
    faults = tuple(Checks(columns_by_label(asked_for), asked_for, read).faults(read_again))
    (named,) = with_ids([replace(read_again, faults=faults)])
    others = EntryText.unscoped.filter(version=draft, ident__startswith=named.id).exclude(ident=row.id)
    return replace(named, id=free_ident(named.id, set(others.values_list("ident", flat=True))))
