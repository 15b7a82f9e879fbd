"""A workflow is a table that answers for every state and move."""

from enum import StrEnum

import pytest

from cairn.kernel.workflow import Move, Workflow, every, states


class Stage(StrEnum):
    ASKED = "asked"
    ANSWERED = "answered"
    CLOSED = "closed"


ANSWER = Move("answer", states(Stage.ASKED), Stage.ANSWERED, "write_return", "B3", "It has been answered.")
CLOSE = Move("close", every(Stage, but={Stage.CLOSED}), Stage.CLOSED, "close_request", "B3", "It is closed.")
RETURNS = Workflow("agency return", tuple(Stage), (ANSWER, CLOSE))


@pytest.mark.parametrize(
    ("state", "name", "sentences"),
    [
        (Stage.ASKED, "answer", ()),
        (Stage.ANSWERED, "answer", ("It has been answered.",)),
        (Stage.CLOSED, "answer", ("It has been answered.",)),
        (Stage.ASKED, "close", ()),
        (Stage.ANSWERED, "close", ()),
        (Stage.CLOSED, "close", ("It is closed.",)),
    ],
)
def test_each_state_allows_what_the_table_says(state, name, sentences):
    assert RETURNS.allows(state, name).sentences == sentences


def test_the_moves_that_leave_a_state_come_in_the_order_of_the_table():
    assert RETURNS.leaving(Stage.ASKED) == (ANSWER, CLOSE)
    assert RETURNS.leaving(Stage.CLOSED) == ()


def test_a_move_the_table_does_not_list_is_a_fault_of_the_program():
    with pytest.raises(KeyError):
        RETURNS.move("reopen")


def test_a_move_listed_twice_is_refused_when_the_table_is_read():
    with pytest.raises(ValueError, match="lists a move twice: answer"):
        Workflow("agency return", tuple(Stage), (ANSWER, ANSWER))


def test_a_move_to_a_state_outside_the_table_is_refused_when_it_is_read():
    with pytest.raises(ValueError, match="unknown states: closed"):
        Workflow("agency return", (Stage.ASKED, Stage.ANSWERED), (ANSWER, CLOSE))
