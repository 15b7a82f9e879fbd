"""What a meeting takes, and what is laid before it."""

from __future__ import annotations

from datetime import datetime

from cairn.access.actor import Actor
from cairn.audit.commands import command, record
from cairn.cases.commands.checks import signer, written
from cairn.cases.models import Case
from cairn.documents import policy as documents
from cairn.documents.models import StoredFile
from cairn.kernel.verdict import ALLOWED, Ground, Verdict, enforce, refuse, require
from cairn.meetings import policy
from cairn.meetings.models import AgendaItem, Meeting, Paper, Part
from cairn.partnership.commands.locking import locked

TITLE = "Say what the item is, naming nobody."


@command
def put_on_agenda(meeting: Meeting, *, case: Case | None, title: str, by: Actor, at: datetime) -> AgendaItem:
    """A case is taken at a meeting, or other business of the group: then the title names no case."""
    meeting = locked(meeting)
    item = AgendaItem(meeting=meeting, part=Part.CASE if case else Part.OTHER, case=case, title=title.strip())
    enforce(
        policy.can_prepare(by, item, at)
        & written(title, TITLE, "title")
        & require(not _is_on(meeting, case), "This case is on the agenda already.", Ground.STATE, "case")
    )
    item.put_by_id, item.put_at = signer(by), at
    item.save()
    record(by=by, verb="put_on_agenda", at=at, about=item)
    return item


@command
def take_off_agenda(item: AgendaItem, *, by: Actor, at: datetime) -> AgendaItem:
    """An item is not taken after all. What opens and ends every meeting stays on."""
    item = locked(item)
    enforce(
        policy.can_prepare(by, item, at)
        & policy.on_agenda(item)
        & require(not item.standing, "This stands on the agenda of every meeting.")
    )
    item.off_by_id, item.off_at = signer(by), at
    item.save()
    record(by=by, verb="take_off_agenda", at=at, about=item)
    return item


@command
def put_paper(
    item: AgendaItem, *, title: str, words: str = "", file: StoredFile | None = None, by: Actor, at: datetime
) -> Paper:
    """Something is laid before the meeting for one item: words, or a document of the case the item is about."""
    item = locked(item)
    enforce(
        policy.can_write(by, item, at)
        & written(title, "Enter a title that names nobody.", "title")
        & require(bool(words.strip()) != (file is not None), "Write the paper, or choose one.", Ground.INPUT, "words")
        & _of_the_case(item, file, by, at)
    )
    paper = Paper.unscoped.create(
        item=item, title=title.strip(), words=words.strip(), file=file, put_by_id=signer(by), put_at=at
    )
    record(by=by, verb="put_paper", at=at, about=paper)
    return paper


def _is_on(meeting: Meeting, case: Case | None) -> bool:
    return case is not None and AgendaItem.unscoped.filter(meeting=meeting, case=case, off_at__isnull=True).exists()


def _of_the_case(item: AgendaItem, file: StoredFile | None, by: Actor, at: datetime) -> Verdict:
    """A document goes before a meeting only under its own case: nowhere else would its readers be the right ones."""
    if file is None:
        return ALLOWED
    same = item.case_id is not None and file.case_id == item.case_id
    if not same:
        return refuse("Choose a document of the case this item is about.", Ground.INPUT, "file")
    shared = require(
        file.read_action == policy.READ,
        "Choose a document that was put there for whoever reads the papers of meetings.",
        Ground.INPUT,
        "file",
    )
    return documents.can_read(by, file, at) & shared
