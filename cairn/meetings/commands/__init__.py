"""What people do about meetings. One transaction each, one event each."""

from cairn.meetings.commands.agenda import put_on_agenda, put_paper, take_off_agenda
from cairn.meetings.commands.calling import Times, call_meeting, cancel_meeting, change_meeting, hold_meeting
from cairn.meetings.commands.minutes import agree_minutes, hand_over, minute_item, set_action_at_item
from cairn.meetings.commands.reading import note_read
from cairn.meetings.commands.taking_part import Came, declare_interest, record_attendance

__all__ = [
    "Came",
    "Times",
    "agree_minutes",
    "call_meeting",
    "cancel_meeting",
    "change_meeting",
    "declare_interest",
    "hand_over",
    "hold_meeting",
    "minute_item",
    "note_read",
    "put_on_agenda",
    "put_paper",
    "record_attendance",
    "set_action_at_item",
    "take_off_agenda",
]
