"""A chronology is read in, sent in, or comes by mail; or there is nothing to tell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from cairn.access.actor import Actor
from cairn.audit.commands import command, record
from cairn.cases.commands.checks import current, not_after_today, signer, written
from cairn.chronology import policy
from cairn.chronology.commands.intake import keep_rows
from cairn.chronology.commands.versions import draft_of, earlier_than, last_of, next_of
from cairn.chronology.engine.dates import read
from cairn.chronology.engine.returns import parse
from cairn.chronology.engine.tables import Table
from cairn.chronology.models import ChronologyFile, ChronologyRequest, ChronologyVersion
from cairn.chronology.queries.rows import template
from cairn.documents.commands import keep_file
from cairn.documents.engine.taking import Upload
from cairn.documents.models import Purpose, StoredFile
from cairn.kernel.verdict import ALLOWED, Ground, Verdict, enforce, require
from cairn.partnership.commands.locking import locked

NO_ROW = "No row was read from the file, so there is nothing to send in."


@dataclass(frozen=True)
class ReadIn:
    """A file that was looked at, and the tables that were read from it in the confined process."""

    upload: Upload
    tables: Sequence[Table]
    department: str = ""


@command
def take_chronology(
    asked: ChronologyRequest, *, read_in: ReadIn, version: int, why: str = "", by: Actor, at: datetime
) -> ChronologyVersion:
    """A file is read in as the next version, with every fault. Nothing is sent: the agency looks at it first.

    `version` is the number of the last version seen, 0 if there was none. After something was sent in, `why` says
    what is corrected.
    """
    asked = locked(asked)
    last = last_of(asked)
    enforce(
        policy.can(by, "take_chronology", asked, at)
        & current(version, last.number if last else 0)
        & _says_why(asked, why)
        & _holds_rows(read_in)
    )
    draft = next_of(asked, why, by, at)
    _read(draft, read_in, by, at)
    record(by=by, verb="take_chronology", at=at, about=draft)
    return draft


@command
def add_chronology_file(
    asked: ChronologyRequest, *, read_in: ReadIn, version: int, by: Actor, at: datetime
) -> ChronologyVersion:
    """The file of another department is read in beside what is there. `version` is the draft's revision as seen."""
    asked = locked(asked)
    enforce(policy.can(by, "add_chronology_file", asked, at))
    draft = draft_of(asked)
    enforce(
        current(version, draft.revision)
        & written(read_in.department, "Say which department it is from.", "department")
        & _holds_rows(read_in)
    )
    _read(draft, read_in, by, at)
    record(by=by, verb="add_chronology_file", at=at, about=draft)
    return draft


def _read(draft: ChronologyVersion, read_in: ReadIn, by: Actor, at: datetime) -> None:
    kept = keep_file(
        draft.case,
        upload=read_in.upload,
        purpose=Purpose.CHRONOLOGY,
        read_action="read_chronology_return",
        agency=draft.agency,
        is_shared=draft.sent_at is not None,
        by=by,
        at=at,
    )
    department = read_in.department.strip()
    file = ChronologyFile(case=draft.case, version=draft, file=kept, department=department)
    file.number = draft.files.count() + 1
    returned = parse(
        read_in.tables,
        file=f"file {file.number}",
        agency=draft.agency.name,
        read_when=read,
        template=template(draft.request.chronology),
        department=department,
    )
    file.blank, file.repeated, file.above = returned.blank, returned.repeated, returned.above
    file.unread = returned.unread
    file.save()
    keep_rows(draft, file, returned, earlier_than(draft))
    draft.revision += 1
    draft.save()


@command
def send_chronology(
    asked: ChronologyRequest, *, version: int, faults_known: bool = False, by: Actor, at: datetime
) -> ChronologyVersion:
    """The agency's chronology goes in. What is still to be put right stays marked, and is said to be known.

    `version` is the revision of the draft when it was read, so that what goes in is what was read.
    """
    asked = locked(asked)
    enforce(policy.can(by, "send_chronology", asked, at))
    draft = draft_of(asked)
    enforce(
        current(version, draft.revision)
        & require(draft.rows, NO_ROW)
        & require(
            faults_known or not draft.faults_left,
            "Put right what is listed, or say that you know of it.",
            Ground.INPUT,
            "faults_known",
        )
    )
    draft.sent_at, draft.sent_by_id = at, signer(by)
    draft.save()
    StoredFile.unscoped.filter(pk__in=draft.files.values("file")).update(is_shared=True)
    record(by=by, verb="send_chronology", at=at, about=draft)
    return draft


@command
def record_chronology(
    asked: ChronologyRequest,
    *,
    read_in: ReadIn,
    received_from: str,
    received_on: date,
    received_how: str,
    version: int,
    why: str = "",
    by: Actor,
    at: datetime,
) -> ChronologyVersion:
    """The office records a chronology that came by secure mail. It counts the same as one sent in here."""
    asked = locked(asked)
    last = last_of(asked)
    enforce(
        policy.can(by, "record_chronology", asked, at)
        & current(version, last.number if last else 0)
        & written(received_from, "Enter who sent it, with the post.", "received_from")
        & written(received_how, "Say how it came, such as by the council's secure mail.", "received_how")
        & not_after_today(received_on, at, "The day it came cannot be in the future.", "received_on")
        & _says_why(asked, why)
        & _holds_rows(read_in)
    )
    draft = next_of(asked, why, by, at)
    draft.sent_at, draft.sent_by_id = at, signer(by)
    draft.received_from, draft.received_on = received_from.strip(), received_on
    draft.received_how = received_how.strip()
    _read(draft, read_in, by, at)
    enforce(require(draft.rows, NO_ROW))
    record(by=by, verb="record_chronology", at=at, about=draft)
    return draft


@command
def say_nothing_to_tell(
    asked: ChronologyRequest, *, searched: str, confirmed_by: str, by: Actor, at: datetime
) -> ChronologyRequest:
    """The agency holds nothing for the days asked about: what was searched, and who confirms it."""
    asked = locked(asked)
    enforce(
        policy.can(by, "say_nothing_to_tell", asked, at)
        & written(searched, "Say under which names and in which records you searched.", "searched")
        & written(confirmed_by, "Enter who confirms this for the agency, with the post.", "confirmed_by")
    )
    asked.nil_at, asked.nil_by_id = at, signer(by)
    asked.nil_searched, asked.nil_confirmed_by = searched.strip(), confirmed_by.strip()
    asked.save()
    record(by=by, verb="say_nothing_to_tell", at=at, about=asked)
    return asked


def _says_why(asked: ChronologyRequest, why: str) -> Verdict:
    sent = asked.versions.filter(sent_at__isnull=False).exists()
    return written(why, "Say what is corrected.", "why") if sent else ALLOWED


def _holds_rows(read_in: ReadIn) -> Verdict:
    there = any(any(line.cells) for table in read_in.tables for line in table.lines)
    sentence = "No table with anything in it was found in this file."
    return require(there, sentence, Ground.INPUT, "upload")
