"""The doors to the rows of rapid reviews. Each is scoped to who asks and when; what is not hers is not there."""

from cairn.cases.queries import OneCase
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
from cairn.rapid_reviews.queries.owed import asked_of
from cairn.rapid_reviews.queries.reading import Contents, contents, returns, shown_version
from cairn.rapid_reviews.queries.safety import OneQuestion, SafetyRow, safety_due, safety_question, safety_questions

__all__ = [
    "Board",
    "BoardRow",
    "Contents",
    "MergedEvent",
    "OneCase",
    "OneQuestion",
    "OneReturn",
    "OneReview",
    "SafetyRow",
    "agencies_to_ask",
    "asked_of",
    "board",
    "contents",
    "merged_key_events",
    "one_asked",
    "one_return",
    "returns",
    "review",
    "safety_due",
    "safety_question",
    "safety_questions",
    "shown_version",
    "to_chase",
]
