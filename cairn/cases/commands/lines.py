"""What a review asks: a line of enquiry is added, worded anew, put aside with a reason, and taken up again."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Max

from cairn.access.actor import Actor
from cairn.audit.commands import command, record
from cairn.cases import policy
from cairn.cases.commands.checks import current, signer, written
from cairn.cases.models import Case, EarlierWording, LineOfEnquiry, TimeAside
from cairn.kernel.verdict import Ground, Verdict, enforce, require
from cairn.partnership.commands.locking import locked

ASKS = "Enter what is asked."
ASKED_ALREADY = "This is asked already: it is line {number} of this case."


@command
def add_line(case: Case, *, question: str, came_from: str = "", by: Actor, at: datetime) -> LineOfEnquiry:
    """The review asks something more: it gets the next number of the case, which it keeps."""
    case = locked(case)
    there = LineOfEnquiry.unscoped.filter(case=case)
    enforce(policy.can(by, "add_line", case, at) & written(question, ASKS, "question"))
    enforce(_not_asked_yet(case, question))
    line = LineOfEnquiry.unscoped.create(
        case=case,
        number=(there.aggregate(last=Max("number"))["last"] or 0) + 1,
        question=question.strip(),
        came_from=came_from.strip(),
        recorded_by_id=signer(by),
        recorded_at=at,
    )
    record(by=by, verb="add_line", at=at, about=line)
    return line


@command
def change_line(
    line: LineOfEnquiry, *, question: str, came_from: str = "", version: int, by: Actor, at: datetime
) -> LineOfEnquiry:
    """What is asked is worded anew; how it was worded before is kept. `version` is that seen while typing."""
    line = locked(line)
    enforce(
        policy.can(by, "change_line", line, at)
        & current(version, line.version)
        & written(question, ASKS, "question")
        & _not_asked_yet(line.case, question, besides=line)
    )
    before = ("version", "question", "came_from", "recorded_by_id", "recorded_at")
    EarlierWording.unscoped.create(case=line.case, line=line, **{name: getattr(line, name) for name in before})
    line.question, line.came_from, line.version = question.strip(), came_from.strip(), version + 1
    line.recorded_by_id, line.recorded_at = signer(by), at
    line.save()
    record(by=by, verb="change_line", at=at, about=line)
    return line


@command
def put_line_aside(line: LineOfEnquiry, *, reason: str, by: Actor, at: datetime) -> TimeAside:
    """A line is not followed for now, and somebody says why. It is never deleted."""
    line = locked(line)
    enforce(policy.can(by, "put_line_aside", line, at) & written(reason, "Say why this line is put aside.", "reason"))
    aside = TimeAside.unscoped.create(
        case=line.case, line=line, reason=reason.strip(), put_aside_by_id=signer(by), put_aside_at=at
    )
    record(by=by, verb="put_line_aside", at=at, about=aside)
    return aside


@command
def take_line_up(line: LineOfEnquiry, *, by: Actor, at: datetime) -> TimeAside:
    """A line that was put aside is followed again; that it rested, and why, stays on record."""
    line = locked(line)
    enforce(policy.can(by, "take_line_up", line, at))
    aside = TimeAside.unscoped.get(line=line, taken_up_at__isnull=True)
    aside.taken_up_by_id, aside.taken_up_at = signer(by), at
    aside.save()
    record(by=by, verb="take_line_up", at=at, about=aside)
    return aside


def _not_asked_yet(case: Case, question: str, besides: LineOfEnquiry | None = None) -> Verdict:
    """One question is one line: a form that is sent twice adds nothing."""
    others = (line for line in LineOfEnquiry.unscoped.filter(case=case) if line != besides)
    same = next((line for line in others if _bare(line.question) == _bare(question)), None)
    return require(same is None, ASKED_ALREADY.format(number=same.number if same else ""), Ground.INPUT, "question")


def _bare(question: str) -> str:
    return " ".join(question.casefold().split())
