"""Somebody leaves a seat, and with it what she could see through it."""

from datetime import timedelta

import pytest

from cairn.access.roles import Role
from cairn.kernel.verdict import Ground
from cairn.partnership.commands import seats
from tests.refused import recorded, refused

LAST_ONE = "Appoint another business manager first; nobody else can appoint."


def test_rights_end_with_the_seat_to_the_second(world):
    ends_at = world.at + timedelta(hours=1)
    with recorded("end_seat"):
        seats.end_seat(world.seat("chair"), ends_at=ends_at, by=world.actor("business_manager"), at=world.at)
    assert world.actor("chair", ends_at - timedelta(seconds=1)).roles == {Role.SUBGROUP_CHAIR}
    assert world.actor("chair", ends_at).roles == frozenset()


def test_an_end_to_come_may_be_moved_and_one_that_has_come_may_not(world):
    manager, seat = world.actor("business_manager"), world.seat("chair")
    seats.end_seat(seat, ends_at=world.at + timedelta(days=9), by=manager, at=world.at)
    seats.end_seat(seat, ends_at=world.at, by=manager, at=world.at)
    with refused("This seat has already ended."):
        seats.end_seat(seat, ends_at=world.at, by=manager, at=world.at)


def test_a_seat_does_not_end_before_it_began(world):
    seat = world.seat("chair")
    with refused("A seat cannot end before it starts.", ground=Ground.INPUT):
        seats.end_seat(
            seat, ends_at=seat.starts_at - timedelta(seconds=1), by=world.actor("business_manager"), at=world.at
        )


@pytest.mark.parametrize("who", ["officer", "chair", "administrator", "nobody"])
def test_others_end_no_seat(world, who):
    with refused("Your role may not appoint to a seat, name a deputy, end either.", ground=Ground.ROLE):
        seats.end_seat(world.seat("member"), ends_at=world.at, by=world.actor(who), at=world.at)


def test_the_last_business_manager_stays_until_another_is_appointed(world):
    manager, seat = world.actor("business_manager"), world.seat("business_manager")
    with refused(LAST_ONE):
        seats.end_seat(seat, ends_at=world.at, by=manager, at=world.at)
    seats.appoint(
        world.group("office"),
        holder=world.user("no_role"),
        title="Business manager",
        role=Role.BUSINESS_MANAGER,
        starts_at=world.at,
        by=manager,
        at=world.at,
    )
    seats.end_seat(seat, ends_at=world.at, by=manager, at=world.at)
    assert world.actor("business_manager").roles == frozenset()
