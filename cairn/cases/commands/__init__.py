"""What people do to a case. One transaction each, one event each."""

from cairn.cases.commands.access import end_access, give_access
from cairn.cases.commands.agencies import involve_agency
from cairn.cases.commands.clocks import (
    correct_met,
    correct_trigger,
    end_clock,
    meet_clock,
    recompute_clock,
    start_clock,
)
from cairn.cases.commands.conflicts import agree_to_lift_conflict, declare_conflict, lift_conflict
from cairn.cases.commands.decisions import LimbAnswer, Reasoning, give_voice, record_decision, tell_of_decision
from cairn.cases.commands.duties import do_duty, hand_over_duty, set_duty, waive_duty
from cairn.cases.commands.identities import (
    Known,
    add_alias,
    add_place_alias,
    record_identity,
    record_place_identity,
    show_names,
)
from cairn.cases.commands.letting_in import let_in, shut_out
from cairn.cases.commands.lines import add_line, change_line, put_line_aside, take_line_up
from cairn.cases.commands.opening import close_case, open_case
from cairn.cases.commands.people import add_family, add_person, add_place, answer_fact, change_person
from cairn.cases.commands.reading import note_read
from cairn.cases.commands.releasing import recall, release_to
from cairn.cases.commands.telling import can_be_asked, tell_agency

__all__ = [
    "Known",
    "LimbAnswer",
    "Reasoning",
    "add_alias",
    "add_family",
    "add_line",
    "add_person",
    "add_place",
    "add_place_alias",
    "agree_to_lift_conflict",
    "answer_fact",
    "can_be_asked",
    "change_line",
    "change_person",
    "close_case",
    "correct_met",
    "correct_trigger",
    "declare_conflict",
    "do_duty",
    "end_access",
    "end_clock",
    "give_access",
    "give_voice",
    "hand_over_duty",
    "involve_agency",
    "lift_conflict",
    "let_in",
    "meet_clock",
    "note_read",
    "open_case",
    "recall",
    "put_line_aside",
    "recompute_clock",
    "record_decision",
    "record_identity",
    "record_place_identity",
    "release_to",
    "set_duty",
    "show_names",
    "shut_out",
    "start_clock",
    "tell_agency",
    "take_line_up",
    "tell_of_decision",
    "waive_duty",
]
