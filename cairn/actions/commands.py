"""What somebody must do is set, reported on, said to be done, verified or sent back, or dropped."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from cairn.access.actor import Actor
from cairn.actions import policy
from cairn.actions.models import Action, Origin, Progress, SaidDone
from cairn.audit.commands import command, record
from cairn.cases import policy as cases
from cairn.cases.commands import indexing
from cairn.cases.commands.checks import not_after_today, one_of, signer, written
from cairn.cases.models import Case, EntryKind
from cairn.kernel.verdict import enforce
from cairn.partnership.clock import day_of
from cairn.partnership.commands.locking import locked
from cairn.partnership.models import Agency, Seat


@command
def set_action(
    case: Case,
    *,
    what: str,
    why: str,
    origin: str,
    agency: Agency,
    due_on: date,
    seat: Seat | None = None,
    source_words: str = "",
    repeats: str = "",
    raised_also_by: str = "",
    by: Actor,
    at: datetime,
) -> Action:
    """An agency must do something by a day that was agreed, and somebody says why that helps children."""
    case = locked(case)
    enforce(
        cases.can(by, "set_action", case, at)
        & written(what, "Say what is to be done.", "what")
        & written(why, "Say why that helps children.", "why")
        & one_of(Origin.values, origin, "Choose what asked for it.", "origin")
        & policy.can_own(agency, seat, at)
    )
    action = Action.unscoped.create(
        case=case,
        what=what.strip(),
        why=why.strip(),
        origin=origin,
        source_words=source_words.strip(),
        agency=agency,
        seat=seat,
        due_on=due_on,
        repeats=repeats.strip(),
        raised_also_by=raised_also_by.strip(),
        set_by_id=signer(by),
        set_at=at,
    )
    indexing.write(_findable(action))
    record(by=by, verb="set_action", at=at, about=action)
    return action


@indexing.fills_search("actions")
def findable() -> Iterator[indexing.Findable]:
    """Every action, for the search index."""
    yield from map(_findable, Action.unscoped.select_related("case", "agency"))


def _findable(action: Action) -> indexing.Findable:
    return indexing.Findable(
        action.case,
        EntryKind.ACTION,
        action.key,
        action.what,
        "read_actions",
        words=(action.what, action.why, action.agency.name, action.agency.short_name),
        year=day_of(action.set_at).year,
        page="case_action",
        page_key=action.key,
    )


@command
def report_progress(action: Action, *, words: str, by: Actor, at: datetime) -> Progress:
    """Whoever owes it, or the office for her, says how far it has come."""
    action = locked(action)
    enforce(policy.can(by, "report_progress", action, at) & written(words, "Say how far it has come.", "words"))
    progress = Progress.unscoped.create(
        case=action.case, action=action, words=words.strip(), said_by_id=signer(by), said_at=at
    )
    record(by=by, verb="report_progress", at=at, about=progress)
    return progress


@command
def say_action_done(action: Action, *, done_on: date, evidence: str, by: Actor, at: datetime) -> SaidDone:
    """Whoever owes it says that it is done, on a day that may be earlier than today, and what shows it."""
    action = locked(action)
    enforce(
        policy.can(by, "say_action_done", action, at)
        & not_after_today(done_on, at, "The day it was done cannot be in the future.", "done_on")
        & written(evidence, "Say what shows that it was done.", "evidence")
    )
    said = SaidDone.unscoped.create(
        case=action.case,
        action=action,
        done_on=done_on,
        evidence=evidence.strip(),
        said_by_id=signer(by),
        said_at=at,
    )
    record(by=by, verb="say_action_done", at=at, about=said)
    return said


@command
def verify_action(action: Action, *, words: str, by: Actor, at: datetime) -> SaidDone:
    """Somebody other than the one who said so has seen that it is done, and says what she saw."""
    action = locked(action)
    enforce(policy.can(by, "verify_action", action, at) & written(words, "Say what you saw of it.", "words"))
    said = _standing(action)
    said.verified_on, said.verified_by_id, said.verified_at = day_of(at), signer(by), at
    said.verified_words = words.strip()
    said.save()
    record(by=by, verb="verify_action", at=at, about=said)
    return said


@command
def send_action_back(action: Action, *, reason: str, by: Actor, at: datetime) -> SaidDone:
    """What was said does not show that it is done: it goes back to its owner, and both words stay to be read."""
    action = locked(action)
    enforce(policy.can(by, "send_action_back", action, at) & written(reason, "Say what is missing.", "reason"))
    said = _standing(action)
    said.sent_back_by_id, said.sent_back_at, said.sent_back_reason = signer(by), at, reason.strip()
    said.save()
    record(by=by, verb="send_action_back", at=at, about=said)
    return said


@command
def drop_action(action: Action, *, reason: str, by: Actor, at: datetime) -> Action:
    """It no longer makes sense, or another action has taken its place; it stays to be read with the reason."""
    action = locked(action)
    enforce(policy.can(by, "drop_action", action, at) & written(reason, "Say why it is dropped.", "reason"))
    action.dropped_by_id, action.dropped_at, action.dropped_reason = signer(by), at, reason.strip()
    action.save()
    record(by=by, verb="drop_action", at=at, about=action)
    return action


def _standing(action: Action) -> SaidDone:
    """The word that stands; only after the policy has found that one does."""
    standing = action.standing
    assert standing is not None
    return locked(standing)
