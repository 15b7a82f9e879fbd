"""The words of a return are saved, section by section or as they are typed, and its key events row by row."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from cairn.access.actor import Actor
from cairn.audit.commands import command, record
from cairn.cases.commands.checks import current, signer, written
from cairn.kernel.verdict import ALLOWED, Ground, Verdict, enforce, require
from cairn.partnership.commands.locking import locked
from cairn.rapid_reviews import policy
from cairn.rapid_reviews.engine.questions import HOW, LONGEST, Given, Section
from cairn.rapid_reviews.engine.written_dates import understood
from cairn.rapid_reviews.models import KeyEvent, Return, ReturnAnswer, ReturnVersion

LONGEST_LINE = {"written_date": 80, "source": 200}


@command
def save_answers(
    agency_return: Return, *, section: Section, given: Mapping[str, Given], version: int, by: Actor, at: datetime
) -> ReturnVersion:
    """What was typed in one section is kept, finished or not. Only what changed is written.

    `version` counts the changes to this section that were there when typing began; if there are more by now,
    somebody else was typing, and nothing is overwritten.
    """
    agency_return = locked(agency_return)
    draft = agency_return.latest
    kept = {row.question: row for row in draft.answers.filter(question__in=[each.id for each in section.questions])}
    enforce(policy.can(by, "save_answers", agency_return, at) & _fits(section, given))
    changed = {each.id: new for each in section.questions if (new := _new(given, each.id, kept.get(each.id)))}
    # What is typed just as it is saved overwrites nothing, whoever saved it.
    enforce(current(version, sum(row.revision for row in kept.values())) if changed else ALLOWED)
    for question, new in changed.items():
        _keep(draft, question, kept.get(question), new, by, at)
    record(by=by, verb="save_answers", at=at, about=draft)
    return draft


def _new(given: Mapping[str, Given], question: str, row: ReturnAnswer | None) -> Given | None:
    """What was typed to a question, if it is not what is saved."""
    typed = given.get(question, Given())
    new = Given(typed.how, typed.words.strip())
    return new if new != (Given(row.how, row.words) if row else Given()) else None


def _keep(draft: ReturnVersion, question: str, row: ReturnAnswer | None, new: Given, by: Actor, at: datetime) -> None:
    if row is None:
        row = ReturnAnswer(case=draft.case, version=draft, question=question, revision=0)
    row.how, row.words = new.how, new.words
    row.saved_by_id, row.saved_at, row.revision = signer(by), at, row.revision + 1
    row.save()


def _fits(section: Section, given: Mapping[str, Given]) -> Verdict:
    verdict = ALLOWED
    for question in section.questions:
        new = given.get(question.id, Given())
        # A table of events has no radios of its own, but may say that there are none.
        known = {"", "none"} if question.kind == "key_events" else {"", *HOW[question.kind]}
        verdict &= require(new.how in known, "Choose one of those listed.", Ground.INPUT, question.id)
        fits = len(new.words) <= LONGEST
        verdict &= require(fits, f"Write {LONGEST:,} characters or fewer.", Ground.INPUT, question.id)
    return verdict


@command
def add_key_event(
    agency_return: Return,
    *,
    written_date: str,
    event: str,
    source: str,
    action: str = "",
    comment: str = "",
    by: Actor,
    at: datetime,
) -> KeyEvent:
    """Something that happened, with its date as the agency's records give it. A date that cannot be read is kept."""
    agency_return = locked(agency_return)
    enforce(policy.can(by, "add_key_event", agency_return, at) & _told(written_date, event, source))
    draft = agency_return.latest
    row = KeyEvent(case=draft.case, version=draft)
    _write(row, written_date, event, source, action, comment)
    row.saved_by_id, row.saved_at = signer(by), at
    row.save(force_insert=True)
    record(by=by, verb="add_key_event", at=at, about=row)
    return row


@command
def change_key_event(
    row: KeyEvent,
    *,
    written_date: str,
    event: str,
    source: str,
    action: str = "",
    comment: str = "",
    version: int,
    by: Actor,
    at: datetime,
) -> KeyEvent:
    """A key event of a version that is still being written is put right. `version` is its revision as read."""
    agency_return, row = locked(row.version.agency_return), locked(row)
    enforce(
        policy.can(by, "change_key_event", agency_return, at)
        & _of_the_draft(row, agency_return)
        & current(version, row.revision)
        & _told(written_date, event, source)
    )
    _write(row, written_date, event, source, action, comment)
    row.revision += 1
    row.saved_by_id, row.saved_at = signer(by), at
    row.save()
    record(by=by, verb="change_key_event", at=at, about=row)
    return row


@command
def remove_key_event(row: KeyEvent, *, by: Actor, at: datetime) -> KeyEvent:
    """A key event of a version that is still being written does not belong there. The row is kept, out of sight."""
    agency_return, row = locked(row.version.agency_return), locked(row)
    enforce(policy.can(by, "remove_key_event", agency_return, at) & _of_the_draft(row, agency_return))
    row.removed_at = at
    row.save()
    record(by=by, verb="remove_key_event", at=at, about=row)
    return row


def _of_the_draft(row: KeyEvent, agency_return: Return) -> Verdict:
    there = row.version_id == agency_return.latest.pk and row.removed_at is None
    return require(there, "This event is not in the version that is being written.")


def _told(written_date: str, event: str, source: str) -> Verdict:
    return (
        written(
            written_date,
            "Enter the date as your records give it, such as 14 August 2026 or spring 2019.",
            "written_date",
        )
        & written(event, "Say what happened.", "event")
        & written(source, "Say where this is recorded.", "source")
        & require(
            len(written_date) <= LONGEST_LINE["written_date"],
            "Write 80 characters or fewer.",
            Ground.INPUT,
            "written_date",
        )
        & require(len(source) <= LONGEST_LINE["source"], "Write 200 characters or fewer.", Ground.INPUT, "source")
    )


def _write(row: KeyEvent, written_date: str, event: str, source: str, action: str, comment: str) -> None:
    when = understood(written_date)
    row.written_date, row.earliest, row.latest = written_date.strip(), when.earliest, when.latest
    row.event, row.source = event.strip(), source.strip()
    row.action, row.comment = action.strip(), comment.strip()
