"""Somebody stands in for a seat: named for a time, acting only once briefed."""

from datetime import timedelta

import pytest

from cairn.access.roles import Role
from cairn.kernel.verdict import Ground
from cairn.partnership import queries
from cairn.partnership.commands import seats
from cairn.partnership.models import Deputy
from tests.refused import recorded, refused

MAY_NOT = "Your role may not appoint to a seat, name a deputy, end either."


def _name(world, **facts):
    usual = {
        "deputy": world.user("no_role"),
        "starts_at": world.at,
        "ends_at": world.at + timedelta(days=7),
        "by": world.actor("business_manager"),
        "at": world.at,
    }
    return seats.name_deputy(facts.pop("seat", world.seat("chair")), **(usual | facts))


def test_a_deputy_acts_once_briefed_and_until_her_time_is_over(world):
    with recorded("name_deputy"):
        deputy = _name(world)
    assert world.actor("no_role").roles == frozenset()
    with recorded("brief_deputy"):
        seats.brief_deputy(deputy, by=world.actor("business_manager"), at=world.at)
    actor = world.actor("no_role")
    assert (actor.roles, actor.seat_ids) == ({Role.BRIEFED_DEPUTY}, {world.seat("chair").pk})
    assert world.actor("no_role", world.at + timedelta(days=7)).roles == frozenset()
    assert list(queries.deputies(world.actor("member"), world.at, world.seat("chair"))) == [deputy]


def test_a_deputy_stands_in_no_longer_than_the_seat_is_held(world):
    deputy = _name(world)
    seats.brief_deputy(deputy, by=world.actor("business_manager"), at=world.at)
    seats.end_seat(world.seat("chair"), ends_at=world.at, by=world.actor("business_manager"), at=world.at)
    assert world.actor("no_role").roles == frozenset()


def test_standing_in_ends_when_it_is_said_to(world):
    deputy = Deputy.unscoped.get()
    with recorded("end_deputy"):
        seats.end_deputy(deputy, by=world.actor("business_manager"), at=world.at)
    assert world.actor("deputy").roles == frozenset()
    with refused("This deputy no longer stands in."):
        seats.end_deputy(deputy, by=world.actor("business_manager"), at=world.at)
    with refused("This deputy has been briefed.", "This deputy no longer stands in."):
        seats.brief_deputy(deputy, by=world.actor("business_manager"), at=world.at)


def test_a_deputy_to_come_may_be_ended_before_she_begins(world):
    deputy = _name(world, starts_at=world.at + timedelta(days=1))
    ended = seats.end_deputy(deputy, by=world.actor("business_manager"), at=world.at)
    assert ended.ends_at == ended.starts_at


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        ({"days": 0, "until": 0}, "The last day cannot be before the first."),
        ({"days": -200, "until": 7}, "The seat has not begun by then."),
    ],
)
def test_standing_in_falls_within_the_time_of_the_seat(world, facts, sentence):
    with refused(sentence, ground=Ground.INPUT):
        _name(
            world,
            starts_at=world.at + timedelta(days=facts["days"]),
            ends_at=world.at + timedelta(days=facts["until"]),
        )


def test_nobody_stands_in_for_herself_for_a_leaver_or_for_whom_she_appoints(world):
    with refused("Nobody can stand in for themselves.", ground=Ground.INPUT):
        _name(world, deputy=world.user("chair"))
    with refused("The seat has ended by then."):
        _name(world, seat=world.seat("leaver"))
    with refused("You cannot give a seat to yourself. Ask somebody else to appoint you.", ground=Ground.ROLE):
        _name(world, deputy=world.user("business_manager"))


def test_an_auditor_stands_in_for_nobody_who_sees_cases(world):
    with refused("This person would both keep or check the service and work on cases. Those are kept apart."):
        _name(world, deputy=world.user("auditor"))


@pytest.mark.parametrize("who", ["officer", "chair", "administrator"])
def test_others_neither_name_nor_brief_nor_end_a_deputy(world, who):
    by, deputy = world.actor(who), Deputy.unscoped.get()
    with refused(MAY_NOT, ground=Ground.ROLE):
        _name(world, by=by)
    with refused(MAY_NOT, "This deputy has been briefed.", ground=Ground.ROLE):
        seats.brief_deputy(deputy, by=by, at=world.at)
    with refused(MAY_NOT, ground=Ground.ROLE):
        seats.end_deputy(deputy, by=by, at=world.at)
