"""The agency's own people are let in to answer. A part of commands, not one itself."""

from __future__ import annotations

from datetime import datetime

from cairn.access.actor import Actor
from cairn.cases import commands as cases
from cairn.rapid_reviews.models import Request, SafetyQuestion

ASKED = "Asked for what your agency knew."
ASKED_ON_SAFETY = "Asked whether the child is safe now."


def let_in(question: Request | SafetyQuestion, *, by: Actor, at: datetime) -> None:
    """Whoever answers for the agency that is asked sees the case until the question is closed."""
    reason = ASKED if isinstance(question, Request) else ASKED_ON_SAFETY
    cases.let_in(question.case, agency=question.agency, asked=question.key, reason=reason, by=by, at=at)
