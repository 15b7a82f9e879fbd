"""The report to the national Panel: what it answers, what is missing, what was made of it and sent."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse

from cairn.cases.forms.acting import NothingForm
from cairn.cases.views.inside import ACTS, READS, Inside, in_case
from cairn.look import answers
from cairn.look.fields import Answer as Answered
from cairn.look.fields import HowAnswered
from cairn.look.parts import Cell, Link, Task, day_in_words
from cairn.partnership.clock import day_of
from cairn.rapid_reviews import commands, policy, queries
from cairn.rapid_reviews.forms.report import ReportAnswerForm, SendForm
from cairn.rapid_reviews.queries.questions import QuestionRow
from cairn.rapid_reviews.queries.report import OneReport
from cairn.rapid_reviews.views.acting import act, links, sent

REPORTS = ("Report", "Made", "By", "Word", "PDF", "Missing then", "Sent")
# The page on which each kind of gap is mended.
MENDED_ON = {
    "people": "case_people",
    "decisions": "case_decisions",
    "signatures": "case_decisions",
    "safety": "safety_questions",
    "agencies": "rapid_review_requests",
}


@in_case(*READS)
def report(inside: Inside) -> HttpResponse:
    actor, at = inside.request.actor, inside.at
    if not inside.rights.can("read_rapid_review"):
        return answers.absent()
    rapid_review = queries.review(actor, inside.case, at, inside.rights)
    if rapid_review is None:
        return inside.page("rapid_reviews/report.html", {"rapid_review": None}, read="read_report")
    asked, found = queries.questions(rapid_review), queries.missing(actor, rapid_review, at, inside.rights)
    made = queries.reports(actor, inside.case, at, inside.rights)
    shown = {
        "rapid_review": rapid_review,
        "answered": sum(bool(row.version) for row in asked),
        "tasks": [_task(inside, row) for row in asked],
        "blocking": [_gap(inside, gap.sentence, gap.about) for gap in found if gap.blocks and gap.about != "answers"],
        "unanswered": sum(not row.version for row in asked),
        "open": [_gap(inside, gap.sentence, gap.about) for gap in found if not gap.blocks],
        "report_columns": REPORTS,
        "reports": [_made(inside, row) for row in made],
        "acts": _acts(inside, rapid_review, made),
        "state": policy.panel_state_of(rapid_review).label,
    }
    return inside.page("rapid_reviews/report.html", shown, read="read_report", about=rapid_review)


def _task(inside: Inside, row: QuestionRow) -> Task:
    state, colour = ("Answered", None) if row.version else ("Not answered", "blue")
    if row.version and row.answer != HowAnswered.GIVEN:
        state = row.told
    return Task(row.question, state, href=inside.url("rapid_review_answer_report", row.id), colour=colour)


def _gap(inside: Inside, sentence: str, about: str) -> Link:
    name = MENDED_ON.get(about)
    return Link(sentence, inside.url(name) if name else "")


def _made(inside: Inside, row: OneReport) -> tuple[object, ...]:
    number = f"Report {row.number}"
    pdf = Cell("PDF", href=inside.url("case_file", row.pdf_file.key), hidden=number) if row.pdf_file else "PDFs are off"
    return (
        number,
        day_in_words(day_of(row.made_at)),
        row.made_by.name,
        Cell("Word", href=inside.url("case_file", row.word_file.key), hidden=number),
        pdf,
        "Nothing" if not row.gaps_blocking else str(row.gaps_blocking),
        f"{day_in_words(row.sent_on)}, {row.sent_how}" if row.sent_on else "",
    )


def _acts(inside: Inside, rapid_review: queries.OneReview, made: list[OneReport]) -> list[Link]:
    offered = [("make_report", "Make the report", inside.url("rapid_review_make_report"))]
    if made:
        words = f"Record that report {made[0].number} was sent"
        offered.append(("send_report", words, inside.url("rapid_review_send_report")))
    return links(inside, rapid_review, *offered)


@in_case(*ACTS)
def answer_report(inside: Inside, question: str) -> HttpResponse:
    actor, at = inside.request.actor, inside.at
    review = queries.review(actor, inside.case, at)
    row = next((row for row in queries.questions(review) if row.id == question), None) if review else None
    if review is None or row is None:
        return answers.absent()

    def save(typed: dict[str, Any]) -> None:
        given = typed["answer"]
        facts = {"answer": given.how.value, "words": given.words, "version": typed["version"]}
        commands.answer_report(review, question=question, **facts, by=actor, at=at)

    return act(
        inside,
        "answer_report",
        review,
        _answer_form(inside, row),
        save,
        title="Answer a question of the report",
        button="Save and go on",
        leads_to=_next(inside, review, question),
        said="It is saved.",
        about=row.source,
        latest=lambda: next(now.version for now in queries.questions(review) if now.id == question),
        more={"said": queries.said_in_returns(actor, inside.case, question, at)},
        template="rapid_reviews/answer.html",
    )


def _answer_form(inside: Inside, row: QuestionRow) -> ReportAnswerForm:
    before = Answered(HowAnswered(row.answer), row.words) if row.version else None
    initial = {"answer": before, "version": row.version}
    return ReportAnswerForm(inside.request.POST or None, question=row.question, initial=initial)


def _next(inside: Inside, review: queries.OneReview, question: str) -> str:
    """Saving leads to the next question that is still blank, so that the report is filled in one go."""
    rows = queries.questions(review)
    here = next(place for place, row in enumerate(rows) if row.id == question)
    after = [row for row in (*rows[here + 1 :], *rows[:here]) if not row.version]
    return inside.url("rapid_review_answer_report", after[0].id) if after else inside.url("rapid_review_report")


@in_case(*ACTS)
def make_report(inside: Inside) -> HttpResponse:
    actor, at = inside.request.actor, inside.at
    review = queries.review(actor, inside.case, at)
    if review is None:
        return answers.absent()
    return act(
        inside,
        "make_report",
        review,
        NothingForm(sent(inside)),
        lambda _typed: commands.make_report(review, by=actor, at=at),
        title="Make the report to the national Panel",
        button="Make the report",
        leads_to=inside.url("rapid_review_report"),
        said="The report is made.",
        intro="The report is put together from what is recorded now, as Word and as PDF. What is missing is listed on "
        "the page of the report. A report made before stays as it is.",
    )


@in_case(*ACTS)
def send_report(inside: Inside) -> HttpResponse:
    actor, at = inside.request.actor, inside.at
    made = queries.reports(actor, inside.case, at)
    if not made:
        return answers.absent()
    return act(
        inside,
        "send_report",
        made[0].rapid_review,
        SendForm(sent(inside)),
        lambda typed: commands.send_report(made[0], **typed, by=actor, at=at),
        title="Record that the report was sent",
        button="Record it",
        leads_to=inside.url("rapid_review_report"),
        said="It is recorded that the report was sent.",
        about=f"Report {made[0].number}",
    )
