"""The report of a fictional rapid review: its answers, how it was made and sent, and what the national Panel wrote."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

from cairn.rapid_reviews import commands
from cairn.rapid_reviews import queries as rapid_reviews
from demo.casework import CHAIR, MANAGER, OFFICER, Desk, at_ten

if TYPE_CHECKING:
    from cairn.rapid_reviews.models import PanelReport, RapidReview

ANSWERS = Path(__file__).parent / "plovers_report.yaml"
PANELS_LETTER = (
    "The Panel agrees that a local review is right, and asks what is known of how fathers who live apart are included "
    "by the services that saw this child."
)
PANELS_POINT = "What is known of how services include fathers who live apart?"


def sent(desk: Desk, review: RapidReview, answered_on: date, on: date) -> PanelReport:
    """The office writes the meeting's answers down, makes the report, and sends it by its own secure mail."""
    answers: dict[str, str] = yaml.safe_load(ANSWERS.read_text())
    at = at_ten(answered_on)
    by = desk.register.actor(OFFICER, at)
    for question, words in answers.items():
        given = "given" if words else "not_asked"
        commands.answer_report(review, question=question, answer=given, words=words, version=0, by=by, at=at)
    at = at_ten(on)
    by = desk.register.actor(OFFICER, at)
    report = commands.make_report(review, by=by, at=at)
    return commands.send_report(report, sent_on=on, sent_how="By the council's secure mail", by=by, at=at)


def the_panel_asks(desk: Desk, report: PanelReport, on: date, title: str, due: date) -> None:
    """The Panel's letter comes; what it asks is given to a seat, with a day that was agreed."""
    at = at_ten(on)
    by = desk.register.actor(MANAGER, at)
    reply = commands.record_reply(report, received_on=on, says="asks", words=PANELS_LETTER, by=by, at=at)
    commands.set_point(reply, asks=PANELS_POINT, owed_by=desk.register.seats[title], due_on=due, by=by, at=at)


def over(desk: Desk, review: RapidReview, on: date) -> None:
    """What agencies were let in for has ended: returns are in, and the child's safety rests with the court's plan."""
    at = at_ten(on)
    commands.close_to_returns(
        review, reason="The report has gone to the national Panel.", by=desk.register.actor(MANAGER, at), at=at
    )
    by = desk.register.actor(CHAIR, at)
    for row in rapid_reviews.safety_questions(by, desk.case, at):
        question = rapid_reviews.safety_question(by, desk.case, row.key, at)
        assert question is not None
        commands.close_safety(
            question, reason="In foster care under an interim order; the court watches.", by=by, at=at
        )
