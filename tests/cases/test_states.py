"""States follow from facts, and each has a name a practitioner would use."""

from datetime import date, timedelta

import pytest

from cairn.access.actions import ACTIONS
from cairn.cases import policy, states
from cairn.cases.states import (
    CaseState,
    ClockState,
    ConflictState,
    DutyState,
    LineState,
    clock_state,
    conflict_state,
    duty_state,
)

DUE = date(2026, 8, 20)


@pytest.mark.parametrize(
    ("facts", "state"),
    [
        ({}, ClockState.RUNNING),
        ({"met_on": DUE}, ClockState.MET),
        ({"met_on": DUE + timedelta(1)}, ClockState.MET_LATE),
        ({"met_on": DUE + timedelta(1), "kept_up": True}, ClockState.MET),
        ({"ended_on": DUE}, ClockState.NO_LONGER_OWED),
        ({"met_on": DUE, "superseded": True}, ClockState.SUPERSEDED),
    ],
)
def test_a_clock(facts, state):
    assert clock_state(**{"due_on": DUE, "met_on": None, "ended_on": None, "superseded": False, **facts}) is state


@pytest.mark.parametrize(
    ("facts", "state"),
    [
        ({}, DutyState.OWED),
        ({"done_on": DUE}, DutyState.DONE),
        ({"done_on": DUE + timedelta(1)}, DutyState.DONE_LATE),
        ({"done_on": DUE + timedelta(1), "due_on": None}, DutyState.DONE),
        ({"waived_on": DUE}, DutyState.WAIVED),
    ],
)
def test_a_duty(facts, state):
    assert duty_state(**{"due_on": DUE, "done_on": None, "waived_on": None, **facts}) is state


@pytest.mark.parametrize(
    ("agreed", "lifted", "state"),
    [
        (False, False, ConflictState.STANDING),
        (True, False, ConflictState.AGREED_ONCE),
        (True, True, ConflictState.LIFTED),
    ],
)
def test_a_conflict(agreed, lifted, state):
    assert conflict_state(agreed=agreed, lifted=lifted) is state


def test_every_state_has_a_label():
    labels = [state.label for kind in (CaseState, ClockState, DutyState, ConflictState, LineState) for state in kind]
    assert all(labels)
    assert len(set(labels)) == len(labels)


def test_every_act_rests_on_an_action_of_the_matrix():
    moves = {move.action for workflow in states.WORKFLOWS for move in workflow.moves}
    assert moves | set(policy.ACTION_OF.values()) <= set(ACTIONS)


def test_an_act_nobody_named_is_an_error(world, stories):
    case = stories.case_at("opened")
    with pytest.raises(KeyError):
        policy.can(world.actor("chair"), "burn_case", case, world.at)
