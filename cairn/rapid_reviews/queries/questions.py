"""The questions of the report to the national Panel, each with its latest answer."""

from __future__ import annotations

from dataclasses import dataclass

from cairn.cases.models import Answer
from cairn.guidance.checklists import checklist
from cairn.rapid_reviews.models import RapidReview, ReportAnswer


@dataclass(frozen=True)
class QuestionRow:
    """One question of the report with its latest answer. `version` is 0 while nothing was recorded."""

    id: str
    question: str
    source: str
    answer: str
    words: str
    version: int

    @property
    def told(self) -> str:
        """The answer as the report prints it; blank while nothing was recorded."""
        if not self.version:
            return ""
        return self.words if self.answer == Answer.GIVEN else str(Answer(self.answer).label)


def questions(rapid_review: RapidReview) -> list[QuestionRow]:
    """Every question of the report in its order; for a reader whom a page let in to the rapid review."""
    latest: dict[str, ReportAnswer] = {}
    for row in ReportAnswer.unscoped.filter(rapid_review=rapid_review).order_by("version"):
        latest[row.question] = row
    return [_question(item.id, item.text, item.source, latest.get(item.id)) for item in checklist("panel_report").items]


def _question(name: str, text: str, source: str, row: ReportAnswer | None) -> QuestionRow:
    if row is None:
        return QuestionRow(name, text, source, "", "", 0)
    return QuestionRow(name, text, source, row.answer, row.words, row.version)
