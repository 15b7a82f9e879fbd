"""The doors to meetings. Each is scoped to who asks and when; an item whose case is closed to her is not there."""

from cairn.meetings.queries.agenda import ItemRow, OneItem, agenda_for, item, items, row_of_item
from cairn.meetings.queries.binding import agenda_paper, file_name, minutes_paper, pack
from cairn.meetings.queries.content import item_content
from cairn.meetings.queries.meetings import (
    MeetingRow,
    OfCase,
    OneMeeting,
    get,
    keeps,
    meetings,
    meetings_of_case,
    row,
    to_read,
)
from cairn.meetings.queries.taking_part import AttendanceRow, InterestRow, attendance, deputies, interests, lines_seen

__all__ = [
    "AttendanceRow",
    "InterestRow",
    "ItemRow",
    "MeetingRow",
    "OfCase",
    "OneItem",
    "OneMeeting",
    "agenda_for",
    "agenda_paper",
    "attendance",
    "deputies",
    "file_name",
    "get",
    "interests",
    "item",
    "item_content",
    "items",
    "keeps",
    "lines_seen",
    "meetings",
    "meetings_of_case",
    "minutes_paper",
    "pack",
    "row",
    "row_of_item",
    "to_read",
]
