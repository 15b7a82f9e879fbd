"""What people do about an incident and its notification. One transaction each, one event each."""

from cairn.incidents.commands.accounts import (
    say_what_else,
    say_what_happened,
    say_when_it_became_known,
    say_where,
    say_who_told,
)
from cairn.incidents.commands.areas import end_area_role, record_area_role
from cairn.incidents.commands.criteria import describe_child, record_criteria_fact
from cairn.incidents.commands.notices import record_notice
from cairn.incidents.commands.notifying import Sent, correct_notification, record_notification, withdraw_notification
from cairn.incidents.commands.opening import Child, begin_incident, open_incident
from cairn.incidents.commands.opening import Place as FirstPlace
from cairn.incidents.commands.parts import Happened, Place, Suspected
from cairn.incidents.commands.sheet import arrange_sheet
from cairn.incidents.commands.watching import close_watch, renew_watch, reopen, watch_case

__all__ = [
    "Child",
    "FirstPlace",
    "Happened",
    "Place",
    "Sent",
    "Suspected",
    "arrange_sheet",
    "begin_incident",
    "close_watch",
    "correct_notification",
    "describe_child",
    "end_area_role",
    "open_incident",
    "record_area_role",
    "record_criteria_fact",
    "record_notice",
    "record_notification",
    "renew_watch",
    "reopen",
    "say_what_else",
    "say_what_happened",
    "say_when_it_became_known",
    "say_where",
    "say_who_told",
    "watch_case",
    "withdraw_notification",
]
