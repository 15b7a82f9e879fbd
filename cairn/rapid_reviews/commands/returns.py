"""A summary is sent in, comes by secure mail, or is opened again to be corrected."""

from __future__ import annotations

from datetime import date, datetime

from cairn.access.actor import Actor
from cairn.audit.commands import command, record
from cairn.cases.commands.checks import current, not_after_today, signer, written
from cairn.documents.commands import keep_file
from cairn.documents.engine.taking import Upload
from cairn.documents.models import Purpose, StoredFile
from cairn.kernel.verdict import ALLOWED, Ground, Verdict, enforce, refuse
from cairn.partnership.commands.locking import locked
from cairn.rapid_reviews import policy
from cairn.rapid_reviews.commands.first_answers import first_answer
from cairn.rapid_reviews.engine.questions import Given, Section, lacks, sections
from cairn.rapid_reviews.models import (
    CameBy,
    KeyEvent,
    Knowledge,
    OpenedAs,
    Return,
    ReturnAnswer,
    ReturnVersion,
)

ANSWER = ("question", "how", "words", "saved_by_id", "saved_at")
EVENT = ("written_date", "earliest", "latest", "event", "source", "action", "comment", "saved_by_id", "saved_at")


@command
def submit_return(agency_return: Return, *, version: int, by: Actor, at: datetime) -> ReturnVersion:
    """The agency's summary is whole and goes in. `version` counts its saved changes when it was last read."""
    agency_return = locked(agency_return)
    draft = agency_return.latest
    enforce(policy.can(by, "submit_return", agency_return, at) & current(version, changes_of(draft)) & _whole(draft))
    draft.submitted_at, draft.submitted_by_id, draft.came_by = at, signer(by), CameBy.FORM
    draft.save()
    record(by=by, verb="submit_return", at=at, about=draft)
    return draft


@command
def upload_return(agency_return: Return, *, upload: Upload, by: Actor, at: datetime) -> ReturnVersion:
    """The agency sends its own file instead of filling the form. What was written in the form goes in with it."""
    agency_return = locked(agency_return)
    enforce(policy.can(by, "upload_return", agency_return, at))
    draft = agency_return.latest
    draft.file = _kept(agency_return, upload, by, at)
    draft.submitted_at, draft.submitted_by_id, draft.came_by = at, signer(by), CameBy.FILE
    draft.save()
    record(by=by, verb="upload_return", at=at, about=draft)
    return draft


@command
def record_return(
    agency_return: Return,
    *,
    received_from: str,
    received_on: date,
    received_how: str,
    upload: Upload | None = None,
    by: Actor,
    at: datetime,
) -> ReturnVersion:
    """The office records a summary that came by secure mail: from whom, when, how, and its file.

    It counts the same as one written here.
    """
    agency_return = locked(agency_return)
    draft = agency_return.latest
    enforce(
        policy.can(by, "record_return", agency_return, at)
        & written(received_from, "Enter who sent it, with the post.", "received_from")
        & written(received_how, "Say how it came, such as by the council's secure mail.", "received_how")
        & not_after_today(received_on, at, "The day it came cannot be in the future.", "received_on")
    )
    first = agency_return.first_answer
    if first is None or not first.knew:
        told = f"Recorded with the return that came from {received_from.strip()}."
        first_answer(agency_return, Knowledge.KNOWN, told_how=told, by=by, at=at)
    draft.submitted_at, draft.submitted_by_id, draft.came_by = at, signer(by), CameBy.MAIL
    draft.received_from, draft.received_on = received_from.strip(), received_on
    draft.received_how = received_how.strip()
    draft.file = _kept(agency_return, upload, by, at) if upload else None
    draft.save()
    record(by=by, verb="record_return", at=at, about=draft)
    return draft


def _kept(agency_return: Return, upload: Upload, by: Actor, at: datetime) -> StoredFile:
    """The file, read by whoever may read the return: the agency itself, and those who meet."""
    return keep_file(
        agency_return.case,
        upload=upload,
        purpose=Purpose.AGENCY_RETURN,
        read_action="read_return",
        agency=agency_return.agency,
        is_shared=True,
        by=by,
        at=at,
    )


@command
def correct_return(agency_return: Return, *, why: str, by: Actor, at: datetime) -> ReturnVersion:
    """Something that was sent in is wrong: a new version begins as a copy, and the one sent in stays to be read."""
    agency_return = locked(agency_return)
    enforce(policy.can(by, "correct_return", agency_return, at) & written(why, "Say what has to be corrected.", "why"))
    version = next_version(agency_return, OpenedAs.CORRECTING, why, by=by, at=at)
    record(by=by, verb="correct_return", at=at, about=version)
    return version


def next_version(agency_return: Return, opened_as: str, why: str, *, by: Actor, at: datetime) -> ReturnVersion:
    """Begin the next version with all that stands in the last one; part of a command, not one itself."""
    last = agency_return.latest
    version = ReturnVersion.unscoped.create(
        case=agency_return.case,
        agency_return=agency_return,
        number=last.number + 1,
        opened_as=opened_as,
        why=why.strip(),
        opened_by_id=signer(by),
        opened_at=at,
    )
    ReturnAnswer.unscoped.bulk_create(
        ReturnAnswer(case=version.case, version=version, **{name: getattr(row, name) for name in ANSWER})
        for row in last.answers.all()
    )
    KeyEvent.unscoped.bulk_create(
        KeyEvent(case=version.case, version=version, **{name: getattr(row, name) for name in EVENT})
        for row in last.key_events.filter(removed_at__isnull=True)
    )
    return version


def changes_of(version: ReturnVersion) -> int:
    """How often a version was changed, so that what is sent in is what was read."""
    events = version.key_events.all()
    removed = sum(row.removed_at is not None for row in events)
    return sum(row.revision for row in version.answers.all()) + sum(row.revision for row in events) + removed


def _whole(draft: ReturnVersion) -> Verdict:
    """Whether every question that must be answered is: none, not known and not asked are answers."""
    given = {row.question: Given(row.how, row.words) for row in draft.answers.all()}
    events = draft.key_events.filter(removed_at__isnull=True).count()
    verdict = ALLOWED
    for section in sections():
        open_questions = _lacking(section, given, events)
        if open_questions:
            verdict &= refuse(f"{section.title}: {open_questions} still to be answered.", Ground.INPUT, section.id)
    return verdict


def _lacking(section: Section, given: dict[str, Given], events: int) -> str:
    count = sum(bool(lacks(each, given.get(each.id, Given()), events)) for each in section.questions)
    return f"{count} question{'' if count == 1 else 's'}" if count else ""
