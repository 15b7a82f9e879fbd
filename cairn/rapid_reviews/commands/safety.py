"""Is the child safe now? Asked with each rapid review, and again until the subgroup is satisfied."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime, timedelta

from cairn.access.actor import Actor
from cairn.audit.commands import command, record
from cairn.cases.commands import shut_out, tell_agency
from cairn.cases.commands.checks import current, not_after_today, one_of, signer, written
from cairn.cases.models import Case, Person
from cairn.kernel.verdict import Ground, Verdict, enforce, require
from cairn.partnership.clock import day_of
from cairn.partnership.commands.locking import locked
from cairn.partnership.models import Agency
from cairn.rapid_reviews import policy
from cairn.rapid_reviews.commands.letting_in import let_in
from cairn.rapid_reviews.engine import notices
from cairn.rapid_reviews.models import SafeNow, SafetyChild, SafetyQuestion, SafetyUpdate

SAFE = "Say whether the child is safe now."


@command
def ask_safety(
    case: Case,
    *,
    children: Collection[Person],
    safe_now: str,
    done: str,
    agency: Agency,
    interval: int,
    by: Actor,
    at: datetime,
) -> SafetyQuestion:
    """Whether these children are safe now, what was done, and which agency reports back every so many days."""
    case = locked(case)
    enforce(
        policy.can(by, "ask_safety", case, at)
        & require(children, "Choose the child, or the children.", Ground.INPUT, "children")
        & require(all(each.case_id == case.pk for each in children), "Choose children of this case.", Ground.INPUT)
        & one_of(SafeNow.values, safe_now, SAFE, "safe_now")
        & written(done, "Say what was done, or why nothing had to be.", "done")
        & _every(interval)
    )
    question = SafetyQuestion.unscoped.create(
        case=case,
        agency=agency,
        safe_now=safe_now,
        done=done.strip(),
        interval=interval,
        next_due_on=day_of(at) + timedelta(days=interval),
        asked_by_id=signer(by),
        asked_at=at,
    )
    for child in children:
        SafetyChild.unscoped.create(case=case, question=question, child=child)
    let_in(question, by=by, at=at)
    record(by=by, verb="ask_safety", at=at, about=question)
    return question


@command
def update_safety(
    question: SafetyQuestion,
    *,
    safe_now: str,
    words: str,
    as_of: date,
    told_by: str = "",
    by: Actor,
    at: datetime,
) -> SafetyUpdate:
    """The agency that holds the child's case reports; or the office records what it was told, and by whom."""
    question = locked(question)
    own = policy.speaks_for_agency(by, question)
    enforce(
        policy.can(by, "update_safety", question, at)
        & one_of(SafeNow.values, safe_now, SAFE, "safe_now")
        & written(words, "Say what is known, and what was done.", "words")
        & not_after_today(as_of, at, "The day of which this is true cannot be in the future.", "as_of")
        & require(own or told_by.strip(), "Say who told the office.", Ground.INPUT, "told_by")
    )
    update = SafetyUpdate.unscoped.create(
        case=question.case,
        question=question,
        safe_now=safe_now,
        words=words.strip(),
        as_of=as_of,
        told_by=told_by.strip(),
        said_by_id=signer(by),
        said_at=at,
    )
    question.next_due_on = day_of(at) + timedelta(days=question.interval)
    question.version += 1
    question.save()
    record(by=by, verb="update_safety", at=at, about=update)
    return update


@command
def change_interval(
    question: SafetyQuestion, *, interval: int, version: int, by: Actor, at: datetime
) -> SafetyQuestion:
    """The subgroup sets how often the agency reports; the next update is due that many days after the last one."""
    question = locked(question)
    enforce(policy.can(by, "change_interval", question, at) & current(version, question.version) & _every(interval))
    last = question.updates.order_by("-said_at").first()
    question.interval = interval
    question.next_due_on = day_of(last.said_at if last else question.asked_at) + timedelta(days=interval)
    question.version += 1
    question.save()
    record(by=by, verb="change_interval", at=at, about=question)
    return question


@command
def close_safety(question: SafetyQuestion, *, reason: str, by: Actor, at: datetime) -> SafetyQuestion:
    """The subgroup is satisfied, and says why: no more updates are asked for."""
    question = locked(question)
    enforce(
        policy.can(by, "close_safety", question, at) & written(reason, "Say why no more updates are needed.", "reason")
    )
    question.closed_at, question.closed_by_id, question.closed_reason = at, signer(by), reason.strip()
    question.save()
    shut_out([question.key], by=by, at=at)
    record(by=by, verb="close_safety", at=at, about=question)
    return question


@command
def remind_of_safety(question: SafetyQuestion, *, by: Actor, at: datetime) -> None:
    """Cairn itself tells the agency that an update is due, or overdue; once a day, and naming nobody."""
    address = question.agency.contact_point
    if address:
        tell_agency(notices.SAFETY, once=f"safety:{question.key}:{day_of(at)}", address=address, at=at)
    record(by=by, verb="remind_of_safety", at=at, about=question)


def _every(interval: int) -> Verdict:
    sentence = "Ask for an update every 1 to 366 days."
    return require(1 <= interval <= 366, sentence, Ground.INPUT, "interval")
