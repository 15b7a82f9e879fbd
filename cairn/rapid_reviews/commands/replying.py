"""The national Panel replies; each point is answered; the partners keep or change their view, with reasons."""

from __future__ import annotations

from datetime import date, datetime

from cairn.access.actor import Actor
from cairn.audit.commands import command, record
from cairn.cases.commands.checks import not_after_today, one_of, signer, written
from cairn.cases.commands.decisions import standing_decision
from cairn.cases.models import DecisionKind
from cairn.documents.commands import keep_file
from cairn.documents.engine.taking import Upload
from cairn.documents.models import Purpose, StoredFile
from cairn.kernel.verdict import ALLOWED, Ground, Verdict, enforce, require
from cairn.partnership.commands.locking import locked
from cairn.partnership.models import Seat
from cairn.partnership.policy import seat_held
from cairn.rapid_reviews import policy
from cairn.rapid_reviews.models import OurAnswer, PanelPoint, PanelReply, PanelReport, PanelSays


@command
def record_reply(
    report: PanelReport,
    *,
    received_on: date,
    says: str,
    words: str,
    reference: str = "",
    upload: Upload | None = None,
    by: Actor,
    at: datetime,
) -> PanelReply:
    """The Panel's letter came: what it says in the office's words, and the letter itself (OB-027, OB-028, OB-124)."""
    report = locked(report)
    enforce(
        policy.can(by, "record_reply", report.rapid_review, at)
        & one_of(PanelSays.values, says, "Choose what the Panel says.", "says")
        & written(words, "Say what the Panel's letter says.", "words")
        & not_after_today(received_on, at, "The day it came cannot be in the future.", "received_on")
        & _after(report.sent_on, received_on, "That is before the report was sent.", "received_on")
    )
    reply = PanelReply.unscoped.create(
        case=report.case,
        report=report,
        received_on=received_on,
        says=says,
        words=words.strip(),
        reference=reference.strip(),
        file=_letter(report, upload, by, at),
        recorded_by_id=signer(by),
        recorded_at=at,
    )
    record(by=by, verb="record_reply", at=at, about=reply)
    return reply


@command
def set_point(reply: PanelReply, *, asks: str, owed_by: Seat, due_on: date, by: Actor, at: datetime) -> PanelPoint:
    """One thing the Panel wants answered is given to a seat, with a day that was agreed."""
    reply = locked(reply)
    enforce(
        policy.can(by, "set_point", reply, at)
        & written(asks, "Say what the Panel asks.", "asks")
        & seat_held(owed_by, at, "owed_by")
        & require(due_on >= reply.received_on, "That is before the letter came.", Ground.INPUT, "due_on")
    )
    point = PanelPoint.unscoped.create(
        case=reply.case, reply=reply, asks=asks.strip(), owed_by=owed_by, due_on=due_on, set_by_id=signer(by), set_at=at
    )
    record(by=by, verb="set_point", at=at, about=point)
    return point


@command
def answer_point(point: PanelPoint, *, answer: str, answered_on: date, by: Actor, at: datetime) -> PanelPoint:
    """What is answered to one point, in the words that will be sent."""
    point = locked(point)
    enforce(
        policy.can(by, "answer_point", point.reply, at)
        & require(point.answered_on is None, "This point was answered already.")
        & written(answer, "Write the answer.", "answer")
        & not_after_today(answered_on, at, "The day cannot be in the future.", "answered_on")
        & _after(point.reply.received_on, answered_on, "That is before the letter came.", "answered_on")
    )
    point.answer, point.answered_on, point.answered_by_id = answer.strip(), answered_on, signer(by)
    point.save()
    record(by=by, verb="answer_point", at=at, about=point)
    return point


@command
def answer_panel(
    reply: PanelReply, *, sent_on: date, words: str, upload: Upload | None = None, by: Actor, at: datetime
) -> OurAnswer:
    """The partners' letter went back. It rests on a decision of theirs, taken since the letter came (OB-029, OB-235).

    Refused while a point is unanswered. That the partners keep their view is a normal end.
    """
    reply = locked(reply)
    position = standing_decision(reply.case, DecisionKind.POSITION)
    fresh = position is not None and position.decided_on >= reply.received_on
    enforce(
        policy.can(by, "answer_panel", reply, at)
        & require(fresh, "The partners have not decided what they answer. Record that decision first.")
        & require(
            not PanelPoint.unscoped.filter(reply=reply, answered_on=None).exists(),
            "A point of the letter is not answered yet.",
        )
        & written(words, "Say what the partners answered.", "words")
        & not_after_today(sent_on, at, "The day it was sent cannot be in the future.", "sent_on")
        & _after(reply.received_on, sent_on, "That is before the letter came.", "sent_on")
    )
    assert position is not None
    sent = OurAnswer.unscoped.create(
        case=reply.case,
        reply=reply,
        decision=position,
        sent_on=sent_on,
        words=words.strip(),
        file=_letter(reply.report, upload, by, at),
        recorded_by_id=signer(by),
        recorded_at=at,
    )
    record(by=by, verb="answer_panel", at=at, about=sent)
    return sent


def _letter(report: PanelReport, upload: Upload | None, by: Actor, at: datetime) -> StoredFile | None:
    if upload is None:
        return None
    return keep_file(
        report.case, upload=upload, purpose=Purpose.PANEL_LETTER, read_action="read_panel_reply", by=by, at=at
    )


def _after(first: date | None, then: date, sentence: str, about: str) -> Verdict:
    return ALLOWED if first is None else require(then >= first, sentence, Ground.INPUT, about)
