"""What the national Panel replied, what it asked, and what the partners answered."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from django.forms import Form
from django.http import HttpResponse

from cairn.cases import queries as cases
from cairn.cases.queries import choices
from cairn.cases.views.inside import ACTS, READS, Inside, in_case
from cairn.look import answers
from cairn.look.parts import Cell, Link, Row, day_in_words
from cairn.partnership import queries as partnership
from cairn.rapid_reviews import commands, policy, queries
from cairn.rapid_reviews.forms.panel import OurAnswerForm, PointAnswerForm, PointForm, ReplyForm
from cairn.rapid_reviews.queries.panel import OnePoint, OneReply
from cairn.rapid_reviews.views.acting import Row as Acted
from cairn.rapid_reviews.views.acting import act, links, sent

POINTS = ("What the Panel asks", "Who answers", "By", "The answer", "Next")


@in_case(*READS)
def panel(inside: Inside) -> HttpResponse:
    actor, at = inside.request.actor, inside.at
    if not inside.rights.can("read_panel_reply"):
        return answers.absent()
    rapid_review = queries.review(actor, inside.case, at, inside.rights)
    state = policy.panel_state_of(rapid_review) if rapid_review else None
    gone = [row for row in queries.reports(actor, inside.case, at, inside.rights) if row.sent_on]
    record = "record_reply", "Record a letter from the Panel", inside.url("rapid_review_record_reply")
    shown = {
        "state": state.label if state else "No rapid review is held on this case",
        "sent": [_sent(row.number, row.sent_on, row.sent_how) for row in gone if row.sent_on],
        "replies": [_reply(inside, row) for row in queries.replies(actor, inside.case, at, inside.rights)],
        "point_columns": POINTS,
        "acts": links(inside, rapid_review, record) if rapid_review and gone else [],
    }
    return inside.page("rapid_reviews/panel.html", shown, read="read_panel_reply")


def _sent(number: int, on: date, how: str) -> Row:
    return Row(f"Report {number}", f"Sent {day_in_words(on)}: {how}")


def _reply(inside: Inside, row: OneReply) -> dict[str, object]:
    facts = [
        Row("Came", day_in_words(row.received_on)),
        Row("Says", row.get_says_display()),
        Row("In short", row.words),
    ]
    if row.reference:
        facts.append(Row("Reference", row.reference))
    if row.file:
        facts.append(Row("The letter", "Kept with the case", [Link("Open", inside.url("case_file", row.file.key))]))
    ours = getattr(row, "our_answer", None)
    if ours:
        position = cases.shown_decision(ours.decision, inside.at)
        facts += [
            Row("The partners answered", day_in_words(ours.sent_on)),
            Row("They decided", position.outcome_label),
            Row("Because", position.reasons),
            Row("They wrote", ours.words),
        ]
        if ours.file:
            facts.append(
                Row("Their letter", "Kept with the case", [Link("Open", inside.url("case_file", ours.file.key))])
            )
    owed = bool(policy.verdict(inside.rights, "answer_panel", row))
    offered = []
    if owed:
        offered = [
            Link("Add a point to answer", inside.url("rapid_review_set_point", row.key)),
            Link("Decide what to answer", inside.url("case_decide", "position")),
            Link("Record the partners' answer", inside.url("rapid_review_answer_panel", row.key)),
        ]
    points = [_point(inside, point, owed) for point in row.points.all()]
    return {"title": f"Letter of {day_in_words(row.received_on)}", "facts": facts, "points": points, "links": offered}


def _point(inside: Inside, point: OnePoint, open_still: bool) -> tuple[object, ...]:
    who = f"{point.owed_by.title} ({point.owed_by.holder.name})"
    done = f"{point.answer} ({day_in_words(point.answered_on)})" if point.answered_on else "Not answered yet"
    answer = Cell("Answer", href=inside.url("rapid_review_answer_point", point.key), hidden=point.asks)
    return point.asks, who, day_in_words(point.due_on), done, answer if open_still and not point.answered_on else ""


@in_case(*ACTS)
def record_reply(inside: Inside) -> HttpResponse:
    actor, at = inside.request.actor, inside.at
    gone = next((row for row in queries.reports(actor, inside.case, at) if row.sent_on), None)
    if gone is None:
        return answers.absent()

    def keep(typed: dict[str, Any]) -> None:
        commands.record_reply(gone, **typed, by=actor, at=at)

    form = ReplyForm(sent(inside), inside.request.FILES or None, says=queries.SAYS)
    return _act(inside, "record_reply", gone.rapid_review, form, keep, "Record a letter from the national Panel")


@in_case(*ACTS)
def set_point(inside: Inside, key: str) -> HttpResponse:
    actor, at = inside.request.actor, inside.at
    row = queries.reply(actor, inside.case, key, at)
    if row is None:
        return answers.absent()

    def add(typed: dict[str, Any]) -> None:
        seat = partnership.seat(actor, typed.pop("owed_by"), at)
        assert seat is not None
        commands.set_point(row, owed_by=seat, **typed, by=actor, at=at)

    form = PointForm(sent(inside), seats=choices.seats(actor, at))
    return _act(inside, "set_point", row, form, add, "Add a point to answer")


@in_case(*ACTS)
def answer_point(inside: Inside, key: str) -> HttpResponse:
    actor, at = inside.request.actor, inside.at
    point = queries.point(actor, inside.case, key, at)
    if point is None:
        return answers.absent()
    return _act(
        inside,
        "answer_point",
        point.reply,
        PointAnswerForm(sent(inside)),
        lambda typed: commands.answer_point(point, **typed, by=actor, at=at),
        "Answer a point of the Panel",
        more={"said": [point.asks]},
        template="rapid_reviews/point.html",
    )


@in_case(*ACTS)
def answer_panel(inside: Inside, key: str) -> HttpResponse:
    actor, at = inside.request.actor, inside.at
    row = queries.reply(actor, inside.case, key, at)
    if row is None:
        return answers.absent()
    form = OurAnswerForm(sent(inside), inside.request.FILES or None)

    def send(typed: dict[str, Any]) -> None:
        commands.answer_panel(row, **typed, by=actor, at=at)

    return _act(inside, "answer_panel", row, form, send, "Record the partners' answer to the Panel")


def _act(
    inside: Inside,
    name: str,
    row: Acted,
    form: Form,
    do: Callable[[dict[str, Any]], object],
    title: str,
    **shown: Any,
) -> HttpResponse:
    back, said = inside.url("rapid_review_panel"), "It is on record."
    return act(inside, name, row, form, do, title=title, button="Record it", leads_to=back, said=said, **shown)
