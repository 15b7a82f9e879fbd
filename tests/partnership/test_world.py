"""The people whom every test meets are who they are said to be."""

from cairn.access.actor import NOBODY
from cairn.access.roles import Role
from cairn.partnership.models import Agency, Seat, User
from tests.world import AT, EVERYBODY, PEOPLE


def test_everybody_holds_the_role_of_her_seat_and_leavers_none(world):
    roles = {who: world.actor(who).roles for who in PEOPLE}
    left = {"leaver", "ex_reviewer", "no_role"}
    expected = {who: frozenset({persona.role}) for who, persona in PEOPLE.items() if who not in left}
    expected |= {who: frozenset() for who in left} | {"deputy": frozenset({Role.BRIEFED_DEPUTY})}
    assert roles == expected
    assert world.actor("business_manager").roles == {Role.BUSINESS_MANAGER}
    assert world.actor("nobody") is NOBODY


def test_the_world_is_put_back_the_same_for_each_test(world):
    assert User.unscoped.count() == len(EVERYBODY)
    assert Seat.unscoped.count() == len(EVERYBODY) - 2
    assert Agency.unscoped.get(short_name="CCG").ends_on.isoformat() == "2022-06-30"


def test_the_world_stands_still_on_its_day(world):
    from cairn.partnership.clock import now

    assert now() == AT
