"""States follow from facts; each has a name of its own, and each act moves a chronology from where the table says."""

import pytest

from cairn.access.actions import ACTIONS
from cairn.chronology import policy, states
from cairn.chronology.states import RETURN, ChronologyState, GatheringState, chronology_state
from cairn.kernel.verdict import Verdict

S = ChronologyState
FRESH = {
    "withdrawn": False,
    "nil": False,
    "versions": 0,
    "sent_before": False,
    "sent": False,
    "signed": False,
    "sent_back": False,
}
READ = {"versions": 1}
IN = {"versions": 1, "sent_before": True, "sent": True}


@pytest.mark.parametrize(
    ("facts", "state"),
    [
        ({}, S.ASKED),
        ({"nil": True}, S.NIL),
        (READ, S.DRAFT),
        (READ | {"nil": True}, S.DRAFT),
        (IN, S.SENT),
        (IN | {"nil": True}, S.SENT),
        (IN | {"signed": True}, S.SIGNED),
        (IN | {"sent_back": True}, S.SENT_BACK),
        ({"versions": 2, "sent_before": True}, S.CORRECTING),
        (IN | {"versions": 2, "signed": True}, S.SIGNED),
        ({"withdrawn": True}, S.WITHDRAWN),
        (READ | {"withdrawn": True}, S.WITHDRAWN),
        ({"nil": True, "withdrawn": True}, S.WITHDRAWN),
    ],
)
def test_a_chronology(facts, state):
    assert chronology_state(**FRESH | facts) is state


EVERY = set(S) - {S.WITHDRAWN}
DRAFTS = {S.DRAFT, S.CORRECTING}


@pytest.mark.parametrize(
    ("act", "starts"),
    [
        ("take_chronology", EVERY),
        ("record_chronology", EVERY),
        ("add_chronology_file", DRAFTS),
        ("put_right", DRAFTS),
        ("send_chronology", DRAFTS),
        ("set_draft_aside", DRAFTS),
        ("correct_chronology", {S.SENT, S.SIGNED, S.SENT_BACK}),
        ("say_nothing_to_tell", {S.ASKED}),
        ("sign_chronology", {S.SENT}),
        ("record_chronology_sign_off", {S.SENT}),
        ("send_chronology_back", {S.SENT}),
        ("take_back_request", {S.ASKED, S.NIL, S.DRAFT}),
    ],
)
def test_an_act_is_done_from_these_states_and_refused_with_its_sentence_from_all_others(act, starts):
    verdicts = {state: RETURN.allows(state, act) for state in S}
    assert {state for state, verdict in verdicts.items() if verdict} == starts
    refusal = (RETURN.move(act).refusal,)
    assert {verdict.sentences for verdict in verdicts.values() if not verdict} == {refusal}


def test_every_move_of_the_table_is_tried_here():
    (marks,) = (
        mark
        for mark in test_an_act_is_done_from_these_states_and_refused_with_its_sentence_from_all_others.pytestmark
        if mark.name == "parametrize"
    )
    assert {act for act, _ in marks.args[1]} == {move.name for move in RETURN.moves}


def test_nothing_leaves_a_request_that_was_taken_back():
    assert RETURN.leaving(S.WITHDRAWN) == ()


def test_gathering_ends_and_begins_again():
    names = {state: {move.name for move in states.GATHERING.leaving(state)} for state in GatheringState}
    assert names[GatheringState.CLOSED] == {"reopen_to_chronologies"}
    assert names[GatheringState.GATHERING] == {
        "ask_for_chronologies",
        "remind_of_chronology",
        "close_to_chronologies",
    }


def test_every_state_has_a_label_of_its_own():
    labels = [state.label for state in S]
    assert all(labels)
    assert len(set(labels)) == len(labels)


def test_who_is_waited_for_owes_a_chronology_or_an_answer_to_questions():
    waited = {state for state in S if states.is_waited_for(state)}
    assert waited == {S.ASKED, S.DRAFT, S.SENT_BACK, S.CORRECTING}


def test_every_act_rests_on_an_action_of_the_matrix():
    moves = {move.action for workflow in states.WORKFLOWS for move in workflow.moves}
    assert moves | set(policy.ACTION_OF.values()) | {policy.CHECKS, policy.READS_RETURNS} <= set(ACTIONS)
    assert policy.action_of("read_chronology") == "read_chronology"


def test_an_act_nobody_named_is_an_error(world, stories):
    case = stories.case_at("shared")
    with pytest.raises(KeyError):
        policy.can(world.actor("chair"), "burn_chronology", case, world.at)
    assert policy.can(world.actor("officer"), "ask_for_chronologies", case, world.at) == Verdict()
