"""Every move has a command and a role; every command says who and when; announcements are few."""

from enum import StrEnum

import pytest

from cairn.audit.commands import command
from cairn.kernel import announce
from cairn.kernel.workflow import Move, Workflow, states
from tests.gates import workflows


class Stage(StrEnum):
    ASKED = "asked"
    GIVEN = "given"


def table(name: str, action: str) -> dict[str, list[Workflow]]:
    move = Move(name, states(Stage.ASKED), Stage.GIVEN, action, "ADR 0004", "It was given already.")
    return {"cases": [Workflow("planted", tuple(Stage), (move,))]}


def test_every_move_is_made_by_a_command_of_its_app():
    assert (
        workflows.moves_without_a_command(
            workflows.workflows(workflows.modules("states")), workflows.commands(workflows.modules("commands"))
        )
        == []
    )


def test_a_move_that_no_command_makes_is_found():
    acts = workflows.commands(workflows.modules("commands"))
    assert workflows.moves_without_a_command(table("vanish", "open_case"), acts) == ["cases: planted.vanish"]


def test_every_move_can_be_made_by_some_role():
    assert workflows.moves_without_a_role(workflows.workflows(workflows.modules("states"))) == []


def test_a_move_for_which_there_is_no_action_is_found():
    assert workflows.moves_without_a_role(table("vanish", "make_vanish")) == ["cases: planted.vanish needs make_vanish"]


def test_commands_are_found_and_each_takes_who_and_when():
    acts = workflows.commands(workflows.modules("commands"))
    assert {"partnership", "cases"} <= set(acts)
    assert workflows.misshapen(acts) == []


def test_a_command_that_forgets_when_is_found():
    def act(case: object, *, by: object) -> None:
        """Does something, nobody knows when."""

    assert workflows.is_command(command(act))
    assert workflows.misshapen({"cases": {"act": command(act)}}) == ["cases.act"]


def test_announcements_are_a_dozen_at_most():
    workflows.modules("commands")
    assert len(announce.declared()) <= announce.MOST == 12


def test_a_thirteenth_announcement_is_refused(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(announce, "_declared", {})
    for number in range(announce.MOST):
        announce.announcement(f"planted_{number}", meaning="Something happened.", facts=())
    with pytest.raises(ValueError, match="import downwards"):
        announce.announcement("planted_12", meaning="One too many.", facts=())
