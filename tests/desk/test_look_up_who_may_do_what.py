"""Choose a person, a role, a record or a rule, and read who may and why."""

from __future__ import annotations

import pytest
from django.urls import reverse

from cairn.access import matrix
from cairn.access.actions import ACTIONS, Artefact
from cairn.access.explaining import source_of, title_of, what_can
from cairn.access.roles import Role
from tests.desk.seen import main
from tests.stories import Stories
from tests.world import World


def person_page(world: World, reader: str, person: str) -> str:
    return main(world.client(reader), f"{reverse('access_person')}?person={world.user(person).key}")


def test_a_person_is_shown_with_her_seats_and_what_they_let_her_do(world: World) -> None:
    shown = person_page(world, "author", "member")
    assert "What Mo Member can do" in shown
    assert "Designated doctor Case Review and Governance Group Subgroup member Fellside Integrated Care Board" in shown
    assert "Real names, birth dates and addresses read Read real names, birth dates and addresses Always" in shown


def test_a_deputy_is_shown_as_standing_in(world: World) -> None:
    assert "Briefed deputy, standing in for the holder" in person_page(world, "author", "deputy")


def test_a_person_without_a_seat_can_do_nothing(world: World) -> None:
    assert "No seat is held now, so no role either." in person_page(world, "chair", "no_role")


def test_only_cases_that_both_may_see_are_named(world: World, stories: Stories) -> None:
    case = stories.case_at("shared")
    assert case.reference in person_page(world, "chair", "member")
    assert case.reference in person_page(world, "member", "chair")
    assert case.reference not in person_page(world, "outsider", "member")
    assert case.reference not in person_page(world, "member", "outsider")
    assert case.reference not in person_page(world, "chair", "conflicted")
    assert case.reference not in person_page(world, "conflicted", "chair")


@pytest.mark.parametrize("role", list(Role))
def test_a_role_is_shown_with_every_action_it_holds(world: World, role: Role) -> None:
    shown = main(world.client("auditor"), f"{reverse('access_role')}?role={role.value}")
    held = {row.action.name for row in what_can(role)}
    assert held == {
        name
        for name in ACTIONS
        if any(cell.may is ACTIONS[name].may for cell in matrix.cells(role, ACTIONS[name].artefact))
    }
    for name, action in ACTIONS.items():
        assert (f"{action.says[:1].upper()}{action.says[1:]} " in shown.split("Look up another role")[0]) is (
            name in held
        )


@pytest.mark.parametrize("artefact", list(Artefact))
def test_a_record_is_shown_with_who_can_see_it_and_where_the_rule_comes_from(world: World, artefact: Artefact) -> None:
    shown = main(world.client("member"), f"{reverse('access_record')}?record={artefact.value}")
    assert f"{title_of(artefact)}: who can see it" in shown
    assert source_of(artefact) in shown


def test_a_rule_is_shown_with_its_conditions(world: World) -> None:
    shown = main(world.client("member"), f"{reverse('access_rule')}?rule=do_duty")
    assert "Say that a duty is done: who may" in shown
    assert "Agency author If owed by your own seat" in shown
    assert "Business manager Always" in shown
    assert "System administrator" not in shown.split("Look up another action")[0]


def test_a_case_of_mine_leads_to_its_page_and_another_is_not_named(world: World, stories: Stories) -> None:
    case = stories.case_at("shared")
    assert reverse("case_access", args=[case.key]) in world.client("member").get(reverse("access")).content.decode()
    assert case.reference not in main(world.client("outsider"), reverse("access"))


@pytest.mark.parametrize(
    "address", ["person/", "person/?person=none", "role/?role=king", "record/?record=x", "rule/?rule=fly"]
)
def test_what_nobody_named_is_not_there(world: World, address: str) -> None:
    absent = world.client("chair").get("/never/was/")
    response = world.client("chair").get(reverse("access") + address)
    assert (response.status_code, response.content) == (404, absent.content)


def test_an_action_nobody_named_has_no_rule() -> None:
    from cairn.access.explaining import rule

    with pytest.raises(KeyError):
        rule("fly")
