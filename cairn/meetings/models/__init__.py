"""The tables of meetings."""

from cairn.meetings.models.agenda import AgendaItem, HandOver, ItemAction, ItemMinute, Paper, Part
from cairn.meetings.models.meeting import Meeting, MeetingKind
from cairn.meetings.models.taking_part import Agreed, Attendance, How, Interest

__all__ = [
    "AgendaItem",
    "Agreed",
    "Attendance",
    "HandOver",
    "How",
    "Interest",
    "ItemAction",
    "ItemMinute",
    "Meeting",
    "MeetingKind",
    "Paper",
    "Part",
]
