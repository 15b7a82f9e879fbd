"""States follow from facts; each has a name of its own, and moves rest on actions that somebody holds."""

import pytest

from cairn.access.actions import ACTIONS
from cairn.kernel.verdict import Verdict
from cairn.rapid_reviews import policy, states
from cairn.rapid_reviews.states import PanelState, ReturnState, ReviewState, SafetyState, return_state

FRESH = {
    "withdrawn": False,
    "knew": None,
    "opened_as": "first",
    "submitted": False,
    "signed": False,
    "checked": False,
}
IN = {"submitted": True, "knew": True}


@pytest.mark.parametrize(
    ("facts", "state"),
    [
        ({}, ReturnState.ASKED),
        ({"knew": True}, ReturnState.KNOWN),
        ({"knew": False}, ReturnState.NIL),
        (IN, ReturnState.SUBMITTED),
        (IN | {"signed": True}, ReturnState.SIGNED),
        (IN | {"signed": True, "checked": True}, ReturnState.CHECKED),
        ({"knew": True, "opened_as": "sent_back"}, ReturnState.SENT_BACK),
        ({"knew": True, "opened_as": "correcting"}, ReturnState.CORRECTING),
        (IN | {"opened_as": "correcting"}, ReturnState.SUBMITTED),
        (IN | {"withdrawn": True}, ReturnState.WITHDRAWN),
    ],
)
def test_a_return(facts, state):
    assert return_state(**FRESH | facts) is state


def test_every_state_has_a_label_of_its_own():
    for kind in (ReviewState, ReturnState, SafetyState):
        labels = [state.label for state in kind]
        assert all(labels)
        assert len(set(labels)) == len(labels)


def test_who_is_waited_for_has_not_answered_in_full():
    waited = {state for state in ReturnState if states.is_waited_for(state)}
    whole = {state for state in ReturnState if states.is_answered_in_full(state)}
    assert waited == {ReturnState.ASKED, ReturnState.KNOWN, ReturnState.SENT_BACK, ReturnState.CORRECTING}
    assert whole == set(ReturnState) - waited - {ReturnState.WITHDRAWN}
    assert {state for state in ReturnState if not states.is_asked_for(state)} == {ReturnState.WITHDRAWN}


def test_nothing_more_is_awaited_of_the_panel_once_it_agreed_or_was_answered():
    assert {state for state in PanelState if state.settled} == {PanelState.SETTLED, PanelState.ANSWERED}


def test_words_are_written_between_known_and_sent_in():
    writing = {state for state in ReturnState if states.takes_writing(state) == Verdict()}
    assert writing == {ReturnState.KNOWN, ReturnState.SENT_BACK, ReturnState.CORRECTING}


def test_every_act_rests_on_an_action_of_the_matrix():
    moves = {move.action for workflow in states.WORKFLOWS for move in workflow.moves}
    assert moves | set(policy.ACTION_OF.values()) <= set(ACTIONS)


def test_an_act_nobody_named_is_an_error(world, stories):
    with pytest.raises(KeyError):
        policy.can(world.actor("chair"), "burn_return", stories.case_at("shared"), world.at)


def test_every_state_with_the_panel_has_a_label_of_its_own():
    labels = [state.label for state in PanelState]
    assert len(set(labels)) == len(labels)
    assert PanelState.SENT.label == "Sent: the Panel's reply is awaited"
