"""The matrix: what is not written is a no, and those who keep or check the service see no case."""

import pytest

from cairn.access import matrix
from cairn.access.actions import ACTIONS, Artefact, May
from cairn.access.actor import MACHINE, NOBODY, Actor, HeldSeat
from cairn.access.matrix import MATRIX, Condition, cells, verdict
from cairn.access.roles import NO_CASE_CONTENT, OFFICE, Role
from cairn.kernel.verdict import Ground

OF_THE_PARTNERSHIP = {
    Artefact.PARTNERSHIP,
    Artefact.SEATS,
    Artefact.ACCOUNTS,
    Artefact.PARTNERSHIP_DUTY,
    Artefact.OUTBOX,
    Artefact.AUDIT,
    Artefact.REFERENCE,
    Artefact.LETTER,
    Artefact.PUBLISHED_REVIEW,
}
OF_A_CASE = set(Artefact) - OF_THE_PARTNERSHIP


@pytest.mark.parametrize("role", sorted(NO_CASE_CONTENT))
@pytest.mark.parametrize("artefact", sorted(OF_A_CASE))
def test_those_who_keep_or_check_the_service_see_no_case(role, artefact):
    assert cells(role, artefact) == ()


def test_every_artefact_has_its_row_and_its_actions():
    assert set(MATRIX) == set(Artefact)
    assert {action.artefact for action in ACTIONS.values()} == set(Artefact)


@pytest.mark.parametrize("name", sorted(ACTIONS))
def test_every_action_is_held_by_some_role_and_by_nobody_without_one(name):
    everything = frozenset(Condition)
    holders = {role for role in Role if verdict([role], name, everything)}
    assert holders
    refusal = verdict([], name, everything)
    assert refusal.sentences == (f"Your role may not {ACTIONS[name].says}.",)
    assert refusal.rests_on(Ground.ROLE)


def test_every_permission_has_an_action_that_uses_it():
    used = {(action.artefact, action.may) for action in ACTIONS.values()}
    written = {(artefact, cell.may) for artefact, row in MATRIX.items() for held in row.values() for cell in held}
    assert written == used


def test_an_action_that_is_not_named_is_a_fault_and_never_a_yes():
    with pytest.raises(KeyError):
        verdict([Role.BUSINESS_MANAGER], "read_everything")


@pytest.mark.parametrize(
    ("role", "action", "condition", "sentence"),
    [
        (Role.REVIEWER, "read_identity", Condition.NAMES_SHOWN, Condition.NAMES_SHOWN.sentence),
        (Role.AGENCY_AUTHOR, "do_duty", Condition.OWN_SEAT, Condition.OWN_SEAT.sentence),
        (Role.SUBGROUP_MEMBER, "declare_conflict", Condition.ABOUT_YOURSELF, Condition.ABOUT_YOURSELF.sentence),
    ],
)
def test_a_condition_that_does_not_hold_is_named_in_the_refusal(role, action, condition, sentence):
    assert verdict([role], action, frozenset({condition}))
    assert verdict([role], action).sentences == (sentence,)
    others = frozenset(Condition) - {condition}
    assert verdict([role], action, others).sentences == (sentence,)


def test_a_second_role_without_the_condition_is_enough():
    assert verdict([Role.REVIEWER, Role.SUBGROUP_CHAIR], "read_identity")


def test_every_condition_has_a_sentence_and_own_agency_waits_for_its_first_record():
    assert set(matrix.CONDITION_SENTENCES) == set(Condition)
    assert Condition.OWN_AGENCY.sentence == "You may do this for your own agency only."


@pytest.mark.parametrize(
    ("action", "roles"),
    [
        ("appoint", {Role.BUSINESS_MANAGER}),
        ("keep_accounts", {Role.BUSINESS_MANAGER, Role.SYSTEM_ADMINISTRATOR}),
        ("read_audit", {Role.AUDITOR}),
        ("open_case", set(OFFICE)),
        ("close_case", {Role.BUSINESS_MANAGER, Role.SUBGROUP_CHAIR}),
        ("lift_conflict", {Role.BUSINESS_MANAGER, Role.SUBGROUP_CHAIR, Role.SAFEGUARDING_PARTNER}),
        ("change_identity", set(OFFICE)),
        ("waive_duty", {Role.BUSINESS_MANAGER, Role.SUBGROUP_CHAIR}),
        ("read_case_history", {Role.BUSINESS_MANAGER, Role.SUBGROUP_CHAIR}),
        ("read_outbox", {Role.BUSINESS_MANAGER, Role.BUSINESS_OFFICER, Role.SYSTEM_ADMINISTRATOR}),
        ("read_reference", set(Role)),
    ],
)
def test_the_gravest_actions_are_held_by_exactly_these_roles(action, roles):
    assert {role for role in Role if verdict([role], action, frozenset(Condition))} == roles


def test_comms_sees_nothing_with_names():
    held = {
        artefact
        for artefact in OF_A_CASE
        if any(cell.may is May.READ for cell in cells(Role.COMMUNICATIONS_LEAD, artefact))
    }
    assert held == {Artefact.CASE, Artefact.ACCESS_GIVEN, Artefact.CLOCK, Artefact.DUTY}


def test_an_actor_is_her_seats():
    chair = HeldSeat(1, "k1", Role.SUBGROUP_CHAIR, agency_id=7, agency_key="a7", speaks_for=frozenset({8}))
    deputy = HeldSeat(2, "k2", Role.BRIEFED_DEPUTY, as_deputy=True)
    actor = Actor(user_id=3, key="her", seats=(chair, deputy))
    assert (actor.roles, actor.seat_ids) == ({Role.SUBGROUP_CHAIR, Role.BRIEFED_DEPUTY}, {1, 2})
    assert (actor.agency_ids, actor.first_seat) == ({7, 8}, chair)
    for none in (NOBODY, MACHINE):
        assert (none.roles, none.agency_ids, none.first_seat) == (frozenset(), frozenset(), None)


@pytest.mark.parametrize("role", Role)
def test_a_role_says_what_it_is_called_and_what_it_does(role):
    assert role.label
    assert role.work.endswith(".")
