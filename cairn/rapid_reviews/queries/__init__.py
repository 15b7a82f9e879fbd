"""The doors to the rows of rapid reviews. Each is scoped to who asks and when; what is not hers is not there."""

from cairn.cases.queries import OneCase
from cairn.rapid_reviews.queries import in_packs  # hands its parts to the packs of meetings
from cairn.rapid_reviews.queries.asking import (
    Board,
    BoardRow,
    OneReturn,
    OneReview,
    agencies_to_ask,
    board,
    one_asked,
    one_return,
    review,
    to_chase,
)
from cairn.rapid_reviews.queries.key_events import MergedEvent, merged_key_events
from cairn.rapid_reviews.queries.owed import asked_of, waited_for
from cairn.rapid_reviews.queries.panel import (
    SAYS,
    OnePoint,
    OneReply,
    panel_state_of,
    point,
    points_due,
    replies,
    reply,
)
from cairn.rapid_reviews.queries.questions import QuestionRow, questions
from cairn.rapid_reviews.queries.reading import Contents, contents, returns, said_in_returns, shown_version
from cairn.rapid_reviews.queries.report import (
    OneReport,
    OneTheme,
    missing,
    report,
    reports,
    theme,
    theme_choices,
    theme_words,
    themes,
)
from cairn.rapid_reviews.queries.safety import OneQuestion, SafetyRow, safety_due, safety_question, safety_questions

__all__ = [
    "Board",
    "BoardRow",
    "Contents",
    "MergedEvent",
    "OneCase",
    "OnePoint",
    "OneQuestion",
    "OneReply",
    "OneReport",
    "OneReturn",
    "OneReview",
    "OneTheme",
    "QuestionRow",
    "SAYS",
    "SafetyRow",
    "agencies_to_ask",
    "asked_of",
    "board",
    "contents",
    "in_packs",
    "merged_key_events",
    "missing",
    "one_asked",
    "one_return",
    "panel_state_of",
    "point",
    "points_due",
    "questions",
    "replies",
    "reply",
    "report",
    "reports",
    "returns",
    "review",
    "safety_due",
    "said_in_returns",
    "safety_question",
    "safety_questions",
    "shown_version",
    "theme",
    "theme_choices",
    "theme_words",
    "themes",
    "to_chase",
    "waited_for",
]
