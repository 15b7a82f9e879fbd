"""The tables of a rapid review."""

from cairn.rapid_reviews.models.answers import KeyEvent, ReturnAnswer
from cairn.rapid_reviews.models.asking import Chase, RapidReview, Request
from cairn.rapid_reviews.models.panel import SETTLES, OurAnswer, PanelPoint, PanelReply, PanelSays
from cairn.rapid_reviews.models.report import PanelReport, ReportAnswer, ThemeTag
from cairn.rapid_reviews.models.returns import CameBy, FirstAnswer, Knowledge, OpenedAs, Return, ReturnVersion
from cairn.rapid_reviews.models.safety import SafeNow, SafetyChild, SafetyQuestion, SafetyUpdate

__all__ = [
    "SETTLES",
    "CameBy",
    "Chase",
    "FirstAnswer",
    "KeyEvent",
    "Knowledge",
    "OpenedAs",
    "OurAnswer",
    "PanelPoint",
    "PanelReply",
    "PanelReport",
    "PanelSays",
    "RapidReview",
    "ReportAnswer",
    "Request",
    "Return",
    "ReturnAnswer",
    "ReturnVersion",
    "SafeNow",
    "SafetyChild",
    "SafetyQuestion",
    "SafetyUpdate",
    "ThemeTag",
]
