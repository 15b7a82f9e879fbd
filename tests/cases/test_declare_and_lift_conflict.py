"""A conflict of interest walls a person off from a case, and two others take the wall down."""

import pytest

from cairn.cases import commands, policy, queries
from cairn.cases.models import Conflict
from cairn.kernel.verdict import Ground
from tests.cases.acting import refusal
from tests.cases.visible import seeing

NATURE = "Line manager of the officer involved."


@pytest.fixture
def case(stories):
    return stories.case_at("shared")


def declare(world, case, whom, by):
    return commands.declare_conflict(case, person=world.user(whom), nature=NATURE, by=world.actor(by), at=world.at)


def agree(world, conflict, by, reason="Moved post."):
    return commands.agree_to_lift_conflict(conflict, reason=reason, by=world.actor(by), at=world.at)


def lift(world, conflict, by, reason="Moved post."):
    return commands.lift_conflict(conflict, reason=reason, by=world.actor(by), at=world.at)


@pytest.mark.parametrize("who", ["member", "deputy", "reviewer", "chair", "business_manager", "partner_council"])
def test_anyone_in_a_case_declares_her_own_and_is_out_at_once(world, case, who):
    declare(world, case, who, who)
    assert who not in seeing(world, case)
    assert queries.rights(world.actor(who), case, world.at).roles == frozenset()


def test_the_wall_follows_the_person_and_not_the_seat(world, case):
    declare(world, case, "member_education", "chair")
    assert {"member_education", "deputy"} & seeing(world, case) == {"deputy"}


def test_a_conflict_stops_access_given_afterwards_by_every_way(world, case):
    declare(world, case, "outsider", "officer")
    commands.give_access(case, to=world.seat("outsider"), reason="Asked.", by=world.actor("chair"), at=world.at)
    assert "outsider" not in seeing(world, case)


def test_a_member_does_not_declare_anothers(world, case):
    verdict = refusal(lambda: declare(world, case, "reviewer", "member"))
    assert verdict.sentences[0].startswith("You may declare a conflict of your own")
    assert verdict.rests_on(Ground.ROLE)


def test_a_conflict_says_what_it_is_and_is_declared_once(world, case):
    def blank():
        commands.declare_conflict(case, person=world.user("member"), nature=" ", by=world.actor("member"), at=world.at)

    assert refusal(blank).reasons[0].about == "nature"
    verdict = refusal(lambda: declare(world, case, "conflicted", "chair"))
    assert verdict.sentences == ("This conflict is already declared.",)


def test_two_people_lift_a_conflict_and_then_the_access_counts_again(world, case):
    conflict = Conflict.unscoped.get(case=case)
    agree(world, conflict, "chair")
    assert "conflicted" not in seeing(world, case)
    lift(world, conflict, "partner_council")
    assert "conflicted" in seeing(world, case)
    row = Conflict.unscoped.get(pk=conflict.pk)
    assert (row.first_lift_by, row.second_lift_by) == (world.user("chair"), world.user("partner_council"))
    assert (row.first_lift_reason, row.second_lift_reason) == ("Moved post.", "Moved post.")


def test_one_person_is_not_two(world, case):
    conflict = Conflict.unscoped.get(case=case)
    verdict = refusal(lambda: lift(world, conflict, "chair"))
    assert verdict.sentences == ("A first person must agree before a second can lift the conflict.",)
    agree(world, conflict, "chair")
    verdict = refusal(lambda: lift(world, conflict, "chair"))
    assert verdict.sentences == ("You have agreed already. A second person has to.",)
    assert refusal(lambda: agree(world, conflict, "partner_council")).sentences[0].startswith("Somebody has agreed")


def test_lifting_says_why(world, case):
    conflict = Conflict.unscoped.get(case=case)
    assert refusal(lambda: agree(world, conflict, "chair", " ")).reasons[0].about == "reason"


def test_nobody_lifts_her_own_even_if_the_case_were_open_to_her(world, case):
    conflict = Conflict.unscoped.get(case=case)
    verdict = policy.may_lift(world.actor("conflicted"), conflict)
    assert verdict.sentences == ("You cannot lift a conflict of your own.",)


def test_a_lifted_conflict_can_be_declared_again(world, case):
    conflict = Conflict.unscoped.get(case=case)
    agree(world, conflict, "chair")
    lift(world, conflict, "partner_council")
    again = declare(world, case, "conflicted", "conflicted")
    assert again.pk != conflict.pk
    assert "conflicted" not in seeing(world, case)


def test_conflicts_are_read_by_those_who_keep_them(world, case):
    readers = {
        who
        for who in ("business_manager", "officer", "chair", "partner_council", "legal", "member", "scrutineer")
        if queries.conflicts(world.actor(who), case, world.at)
    }
    assert readers == {"business_manager", "officer", "chair", "partner_council", "legal"}
    (row,) = queries.conflicts(world.actor("partner_council"), case, world.at)
    assert (row.name, row.nature, row.state_label, row.may_agree, row.may_lift) == (
        "Con Flict", NATURE, "Stands", True, False,
    )  # fmt: skip
    agree(world, Conflict.unscoped.get(case=case), "chair")
    (row,) = queries.conflicts(world.actor("partner_council"), case, world.at)
    assert (row.state, row.agreed_by, row.may_agree, row.may_lift) == ("agreed_once", "Clare Chair", False, True)


def test_one_conflict_is_found_by_those_who_keep_them(world, case):
    key = Conflict.unscoped.get(case=case).key
    assert queries.one_conflict(world.actor("chair"), case, key, world.at).key == key
    assert queries.one_conflict(world.actor("member"), case, key, world.at) is None
