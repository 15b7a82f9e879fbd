"""The report to the national Panel: answered question by question, made from the records, sent once it is whole."""

from __future__ import annotations

from datetime import date, datetime

from django.db.models import Max

from cairn.access.actor import Actor
from cairn.audit.commands import command, record
from cairn.cases.commands import meet_clock
from cairn.cases.commands.checks import current, not_after_today, one_of, signer, written
from cairn.cases.models import Answer, Clock, Person
from cairn.documents import queries as documents
from cairn.documents.commands import keep_file
from cairn.documents.commands.letters import filled
from cairn.documents.engine.papers import pdf, word
from cairn.documents.engine.papers.filling import Value
from cairn.documents.engine.papers.pdf import PapersOff
from cairn.documents.models import Origin, Purpose, StoredFile
from cairn.guidance.checklists import checklist
from cairn.guidance.vocabularies import vocabulary
from cairn.kernel.verdict import Ground, Verdict, enforce, refuse, require
from cairn.look.parts import day_in_words
from cairn.partnership.commands.locking import locked
from cairn.partnership.queries.area import the_partnership
from cairn.rapid_reviews import policy
from cairn.rapid_reviews.engine.panel_report import Material, gaps, paper
from cairn.rapid_reviews.models import PanelReport, RapidReview, ReportAnswer, ThemeTag
from cairn.rapid_reviews.queries.material import material_of

REPORT = "panel_report"
NOT_RECORDED = "Not recorded"
SENDING = "send_rapid_review"


@command
def answer_report(
    rapid_review: RapidReview, *, question: str, answer: str, words: str = "", version: int, by: Actor, at: datetime
) -> ReportAnswer:
    """The meeting answers one question of the report, or says none, not known or not asked (practice B4).

    `version` is that seen while typing, 0 if nothing was recorded.
    """
    rapid_review = locked(rapid_review)
    earlier = ReportAnswer.unscoped.filter(rapid_review=rapid_review, question=question)
    latest = earlier.aggregate(last=Max("version"))["last"] or 0
    asked = [item.id for item in checklist(REPORT).items]
    given = answer == Answer.GIVEN
    enforce(
        policy.can(by, "answer_report", rapid_review, at)
        & one_of(asked, question, "Choose a question of the report.", "question")
        & one_of(Answer.values, answer, "Say what is known, or choose none, not known or not asked.", "answer")
        & require(not given or words.strip(), "Write what is known.", Ground.INPUT, "answer")
        & current(version, latest)
    )
    row = ReportAnswer.unscoped.create(
        case=rapid_review.case,
        rapid_review=rapid_review,
        question=question,
        version=version + 1,
        answer=answer,
        words=words.strip() if given else "",
        recorded_by_id=signer(by),
        recorded_at=at,
    )
    record(by=by, verb="answer_report", at=at, about=row)
    return row


@command
def tag_theme(
    rapid_review: RapidReview,
    *,
    theme: str,
    person: Person | None = None,
    learning: str = "",
    by: Actor,
    at: datetime,
) -> ThemeTag:
    """A theme is put on the case or one child of it, with the learning that goes with it (OB-037, OB-134, OB-137)."""
    rapid_review = locked(rapid_review)
    there = ThemeTag.unscoped.filter(rapid_review=rapid_review, theme=theme, person=person, taken_off_at=None)
    known = [word.id for word in vocabulary("themes").terms]
    enforce(
        policy.can(by, "tag_theme", rapid_review, at)
        & one_of(known, theme, "Choose a theme from the list.", "theme")
        & require(not there.exists(), "This theme is on the case already.", Ground.INPUT, "theme")
    )
    tag = ThemeTag.unscoped.create(
        case=rapid_review.case,
        rapid_review=rapid_review,
        theme=theme,
        person=person,
        learning=learning.strip(),
        set_by_id=signer(by),
        set_at=at,
    )
    record(by=by, verb="tag_theme", at=at, about=tag)
    return tag


@command
def take_theme_off(tag: ThemeTag, *, by: Actor, at: datetime) -> ThemeTag:
    """A theme was put on by mistake; that it was there stays on record."""
    tag = locked(tag)
    enforce(
        policy.can(by, "take_theme_off", tag.rapid_review, at)
        & require(tag.taken_off_at is None, "This theme was taken off already.")
    )
    tag.taken_off_at, tag.taken_off_by_id = at, signer(by)
    tag.save()
    record(by=by, verb="take_theme_off", at=at, about=tag)
    return tag


@command
def make_report(rapid_review: RapidReview, *, by: Actor, at: datetime) -> PanelReport:
    """The report is put together from the records as Word and as PDF. What is missing is counted, not hidden.

    The Word file is on the partnership's own paper where it has uploaded one.
    """
    rapid_review = locked(rapid_review)
    enforce(policy.can(by, "make_report", rapid_review, at))
    material = material_of(by, rapid_review, at)
    missing = gaps(material)
    number = (PanelReport.unscoped.filter(rapid_review=rapid_review).aggregate(last=Max("number"))["last"] or 0) + 1
    report = PanelReport.unscoped.create(
        case=rapid_review.case,
        rapid_review=rapid_review,
        number=number,
        word_file=_kept(rapid_review, "report.docx", _as_word(material, at), by, at),
        pdf_file=_as_pdf(rapid_review, material, by, at),
        gaps_blocking=sum(gap.blocks for gap in missing),
        gaps_told=sum(not gap.blocks for gap in missing),
        made_by_id=signer(by),
        made_at=at,
    )
    record(by=by, verb="make_report", at=at, about=report)
    return report


def _as_word(material: Material, at: datetime) -> bytes:
    """The report on the partnership's own paper, where it has put one in use; otherwise as it looks in the PDF."""
    report = paper(material)
    if not documents.is_own_letter(REPORT, at):
        return word.write(report)
    own = the_partnership()
    values: dict[str, Value] = {
        "today": day_in_words(material.made_on),
        "partnership_name": material.partnership or NOT_RECORDED,
        "partnership_email": own.email if own else NOT_RECORDED,
        "case_reference": material.reference,
        "guidance": next((decision.edition for decision in material.decisions if decision.edition), NOT_RECORDED),
        "child_labels": "\n".join(child.label for child in material.children) or NOT_RECORDED,
        "notified": material.notified_as or NOT_RECORDED,
        "report": report.blocks,
    }
    return filled(REPORT, values, at=at)


def _as_pdf(rapid_review: RapidReview, material: Material, by: Actor, at: datetime) -> StoredFile | None:
    """The same paper as PDF; none on a machine where PDFs are off, and the page says so."""
    try:
        content = pdf.write(paper(material))
    except PapersOff:
        return None
    return _kept(rapid_review, "report.pdf", content, by, at)


def _kept(rapid_review: RapidReview, name: str, content: bytes, by: Actor, at: datetime) -> StoredFile:
    return keep_file(
        rapid_review.case,
        content=content,
        name=name,
        purpose=Purpose.PANEL_REPORT,
        read_action="read_rapid_review",
        origin=Origin.MADE,
        by=by,
        at=at,
    )


@command
def send_report(
    report: PanelReport,
    *,
    sent_on: date,
    sent_how: str,
    late_reason: str = "",
    late_told: str = "",
    by: Actor,
    at: datetime,
) -> PanelReport:
    """The office sent this report by its own secure mail. It meets the clock; late, it says why and who was told.

    Refused while anything is missing: a blank is never silent, and every partner has agreed or dissented (WT23 ¶344).
    """
    report = locked(report)
    rapid_review = report.rapid_review
    latest = PanelReport.unscoped.filter(rapid_review=rapid_review).latest("number")
    clock = running_clock(rapid_review)
    enforce(
        policy.can(by, "send_report", rapid_review, at)
        & require(latest.pk == report.pk, "A later report was made. Send that one.")
        & _nothing_missing(report, by, at)
        & written(sent_how, "Say how it was sent, and to which address.", "sent_how")
        & not_after_today(sent_on, at, "The day it was sent cannot be in the future.", "sent_on")
    )
    report.sent_on, report.sent_how = sent_on, sent_how.strip()
    report.sent_recorded_by_id, report.sent_recorded_at = signer(by), at
    report.save()
    if clock:
        meet_clock(
            clock,
            met_on=sent_on,
            evidence=f"Report {report.number}: {sent_how.strip()}",
            late_reason=late_reason,
            late_told=late_told,
            by=by,
            at=at,
        )
    record(by=by, verb="send_report", at=at, about=report)
    return report


def _nothing_missing(report: PanelReport, by: Actor, at: datetime) -> Verdict:
    verdict = Verdict()
    if report.gaps_blocking:
        verdict &= refuse("Something was missing when this report was made. Mend it, then make the report again.")
    for gap in gaps(material_of(by, report.rapid_review, at)):
        verdict &= require(not gap.blocks, gap.sentence)
    return verdict


def running_clock(rapid_review: RapidReview) -> Clock | None:
    """The fifteen working days that run on this case; none where nothing was notified."""
    running = Clock.unscoped.filter(case=rapid_review.case, duty=SENDING, met_on=None, ended_on=None)
    return running.filter(superseded_by__isnull=True).first()
