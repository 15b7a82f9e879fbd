"""What people do in a rapid review. One transaction each, one event each."""

from cairn.rapid_reviews.commands.answers import add_key_event, change_key_event, remove_key_event, save_answers
from cairn.rapid_reviews.commands.asking import (
    Asked,
    NotAsked,
    ask_agencies,
    close_to_returns,
    open_rapid_review,
    reopen_to_returns,
    withdraw_request,
)
from cairn.rapid_reviews.commands.chasing import chase_agencies, remind_agency
from cairn.rapid_reviews.commands.checking import check_return, record_sign_off, send_back, sign_return
from cairn.rapid_reviews.commands.first_answers import say_known, say_not_known
from cairn.rapid_reviews.commands.letters import make_letter
from cairn.rapid_reviews.commands.replying import answer_panel, answer_point, record_reply, set_point
from cairn.rapid_reviews.commands.reporting import answer_report, make_report, send_report, tag_theme, take_theme_off
from cairn.rapid_reviews.commands.returns import correct_return, record_return, submit_return, upload_return
from cairn.rapid_reviews.commands.safety import (
    ask_safety,
    change_interval,
    close_safety,
    remind_of_safety,
    update_safety,
)

__all__ = [
    "Asked",
    "NotAsked",
    "add_key_event",
    "answer_panel",
    "answer_point",
    "answer_report",
    "ask_agencies",
    "ask_safety",
    "change_interval",
    "change_key_event",
    "chase_agencies",
    "check_return",
    "close_safety",
    "close_to_returns",
    "correct_return",
    "make_report",
    "make_letter",
    "open_rapid_review",
    "record_reply",
    "record_return",
    "record_sign_off",
    "remind_agency",
    "remind_of_safety",
    "remove_key_event",
    "reopen_to_returns",
    "save_answers",
    "say_known",
    "say_not_known",
    "send_back",
    "send_report",
    "set_point",
    "sign_return",
    "submit_return",
    "tag_theme",
    "take_theme_off",
    "update_safety",
    "upload_return",
    "withdraw_request",
]
