"""What people do to a chronology. One transaction each, one event each."""

from cairn.chronology.commands.asking import (
    ask_for_chronologies,
    change_scope,
    close_to_chronologies,
    open_chronology,
    remind_of_chronology,
    reopen_to_chronologies,
    take_back_request,
)
from cairn.chronology.commands.commenting import comment_on_entry, withdraw_comment
from cairn.chronology.commands.correcting import correct_chronology, put_right, set_draft_aside
from cairn.chronology.commands.judging import About, judge
from cairn.chronology.commands.marking import change_episode, make_episode, mark_entry, put_in_episode, take_mark_off
from cairn.chronology.commands.releasing import recall_chronology, release_chronology
from cairn.chronology.commands.returns import (
    ReadIn,
    add_chronology_file,
    record_chronology,
    say_nothing_to_tell,
    send_chronology,
    take_chronology,
)
from cairn.chronology.commands.saving import forget_view, save_view
from cairn.chronology.commands.signing import record_chronology_sign_off, send_chronology_back, sign_chronology

__all__ = [
    "About",
    "judge",
    "change_episode",
    "make_episode",
    "mark_entry",
    "put_in_episode",
    "take_mark_off",
    "ReadIn",
    "add_chronology_file",
    "ask_for_chronologies",
    "change_scope",
    "close_to_chronologies",
    "comment_on_entry",
    "correct_chronology",
    "forget_view",
    "open_chronology",
    "put_right",
    "recall_chronology",
    "record_chronology",
    "record_chronology_sign_off",
    "release_chronology",
    "remind_of_chronology",
    "reopen_to_chronologies",
    "save_view",
    "say_nothing_to_tell",
    "send_chronology",
    "send_chronology_back",
    "set_draft_aside",
    "sign_chronology",
    "take_back_request",
    "take_chronology",
    "withdraw_comment",
]
