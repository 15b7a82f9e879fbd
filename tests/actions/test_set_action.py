"""Somebody must do something by an agreed day, and it is said why that helps children."""

from datetime import UTC, date, datetime

import pytest

from cairn.actions import commands, policy
from cairn.actions.models import Action
from cairn.audit.models import Event
from cairn.kernel.verdict import Ground
from tests.actions.acting import TODAY, set_action
from tests.refused import refused

NO_ROLE = "Your role may not set what somebody must do."


@pytest.fixture
def case(stories):
    return stories.case_at("shared")


def test_an_action_says_what_why_who_and_when(world, case):
    action = set_action(
        world,
        case,
        origin="reminder",
        repeats="The reminder of March 2025",
        raised_also_by="Child Death Overview Panel",
    )
    assert (action.agency, action.seat, action.state) == (world.agency("TRUST"), None, "open")
    assert (action.is_repeat, action.raised_also_by) == (True, "Child Death Overview Panel")
    assert (action.set_by, action.set_at) == (world.user("officer"), world.at)
    event = Event.unscoped.order_by("seq").last()
    assert (event.verb, event.object_key, event.case_key) == ("set_action", action.key, case.key)


@pytest.mark.parametrize("who", ["business_manager", "officer", "chair"])
def test_the_office_and_the_chair_set_actions(world, case, who):
    assert set_action(world, case, who=who).set_by == world.user(who)


@pytest.mark.parametrize("who", ["member", "partner_council", "scrutineer", "legal", "reviewer", "author", "comms"])
def test_nobody_else_does(world, case, who):
    with refused(NO_ROLE, ground=Ground.ROLE):
        set_action(world, case, who=who)
    assert not Action.unscoped.exists()


@pytest.mark.parametrize("who", ["outsider", "conflicted", "ex_reviewer", "administrator"])
def test_for_those_outside_there_is_no_case(world, case, who):
    with refused("This case is not open to you.", ground=Ground.ROLE):
        set_action(world, case, who=who)


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        ({"what": " "}, "Say what is to be done."),
        ({"why": ""}, "Say why that helps children."),
        ({"origin": "a dream"}, "Choose what asked for it."),
        ({"agency": "CCG"}, "This agency no longer exists."),
        ({"seat": "leaver", "agency": "POLICE"}, "Nobody holds this seat any more."),
        ({"seat": "member_education"}, "This seat does not speak for that agency."),
    ],
)
def test_what_was_typed_wrong_is_said(world, case, facts, sentence):
    with refused(sentence, ground=Ground.INPUT):
        set_action(world, case, **facts)


def test_an_agency_owes_to_the_end_of_its_last_day_in_london(world):
    agency = world.agency("TRUST")
    agency.ends_on = date(2026, 8, 14)
    assert policy.can_own(agency, None, datetime(2026, 8, 14, 22, 30, tzinfo=UTC))
    assert not policy.can_own(agency, None, datetime(2026, 8, 14, 23, 30, tzinfo=UTC))


@pytest.mark.parametrize(("seat", "agency"), [("member", "ICB"), ("member", "TRUST"), ("author", "TRUST")])
def test_a_seat_answers_for_its_employer_and_for_whom_it_speaks(world, case, seat, agency):
    assert set_action(world, case, seat=seat, agency=agency).seat == world.seat(seat)


def test_an_open_action_is_dropped_with_a_reason_and_stays_to_be_read(world, case):
    action = set_action(world, case)
    chair = world.actor("chair")
    with refused("Say why it is dropped."):
        commands.drop_action(action, reason=" ", by=chair, at=world.at)
    with refused(NO_ROLE):
        commands.drop_action(action, reason="No.", by=world.actor("member"), at=world.at)
    dropped = commands.drop_action(action, reason="Done by the national reminder.", by=chair, at=world.at)
    assert (dropped.state, dropped.dropped_by) == ("dropped", world.user("chair"))
    assert not dropped.is_late_on(TODAY.replace(year=2030))
    with refused("This action is not open: it was said to be done, verified or dropped.", ground=Ground.STATE):
        commands.drop_action(dropped, reason="Again.", by=chair, at=world.at)
