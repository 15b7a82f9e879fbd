"""Every act of a rapid review, tried by everybody: those who may, those whose role may not, those outside."""

import pytest

from cairn.audit.models import Event
from cairn.cases import commands as cases
from cairn.cases.models import Clock, Duty
from cairn.cases.policy import NOT_OPEN
from cairn.kernel.verdict import Ground
from cairn.rapid_reviews import commands
from tests.cases.visible import seeing
from tests.rapid_reviews.acting import ACTS, BEFORE, TODAY, scene, tried
from tests.world import EVERYBODY

OFFICE = {"business_manager", "officer"}
OWN = {"author", "sign_off"}  # of the trust
MAY = {
    **dict.fromkeys(("ask_agencies", "chase_agencies", "withdraw_request", "close_to_returns"), OFFICE),
    # of the police: their author, who signs in once she has a second factor
    "say_known": OFFICE | {"no_second_factor"},
    **dict.fromkeys(("say_not_known", "save_answers", "add_key_event", "change_key_event"), OFFICE | OWN),
    **dict.fromkeys(("remove_key_event", "submit_return", "correct_return"), OFFICE | OWN),
    "record_return": OFFICE,
    "record_sign_off": OFFICE,
    "sign_return": {"sign_off"},
    **dict.fromkeys(("check_return", "send_back"), OFFICE | {"chair"}),
    **dict.fromkeys(("ask_safety", "change_interval", "close_safety"), OFFICE | {"chair"}),
    "update_safety": OFFICE | OWN | {"member"},  # she speaks for the trust
}


@pytest.fixture
def on(world, stories):
    return scene(world, stories)


def ready(on, name):
    BEFORE.get(name, lambda _: None)(on)


@pytest.mark.parametrize("name", ACTS)
def test_those_who_may_do_and_the_others_are_told_why_not(world, on, name):
    ready(on, name)
    inside = seeing(world, on.case)
    verdicts = {who: tried(ACTS[name], on, world.actor(who), world.at) for who in EVERYBODY}
    assert {who for who, verdict in verdicts.items() if verdict} == MAY[name]
    assert all(verdict.rests_on(Ground.ROLE) for verdict in verdicts.values() if not verdict)
    assert {who for who, verdict in verdicts.items() if NOT_OPEN in verdict.sentences} == set(EVERYBODY) - inside


@pytest.mark.parametrize("name", ACTS)
def test_nobody_and_the_machine_do_nothing(world, on, name):
    ready(on, name)
    for who in ("nobody", "machine"):
        assert NOT_OPEN in tried(ACTS[name], on, world.actor(who), world.at).sentences


@pytest.mark.parametrize("name", ACTS)
def test_a_conflict_stops_even_the_business_manager(world, on, name):
    ready(on, name)
    wall = world.user("business_manager")
    cases.declare_conflict(on.case, person=wall, nature="Her nephew.", by=world.actor("chair"), at=world.at)
    assert NOT_OPEN in tried(ACTS[name], on, world.actor("business_manager"), world.at).sentences


@pytest.mark.parametrize("name", ACTS)
def test_nothing_is_changed_on_a_closed_case(world, on, name):
    ready(on, name)
    by = world.actor("business_manager")
    cases.meet_clock(Clock.unscoped.get(), met_on=TODAY, evidence="The receipt.", by=by, at=world.at)
    cases.do_duty(Duty.unscoped.get(), done_on=TODAY, by=by, at=world.at)
    cases.close_case(on.case, reason="Nothing left.", by=by, at=world.at)
    who = "sign_off" if name == "sign_return" else "officer"
    verdict = tried(ACTS[name], on, world.actor(who), world.at)
    assert "This case is closed. It can be read but not changed." in verdict.sentences


@pytest.mark.parametrize("name", ACTS)
def test_an_act_that_is_done_leaves_its_event(world, on, name):
    ready(on, name)
    before = Event.unscoped.count()
    ACTS[name](on, world.actor("sign_off" if name == "sign_return" else "officer"), world.at)
    events = list(Event.unscoped.order_by("seq")[before:])
    own = [event for event in events if event.verb == name]
    assert [(event.verdict, event.case_key) for event in own] == [("done", on.case.key)]
    with_it = {event.verb for event in events} - {name}
    assert with_it <= {"give_access", "end_access", "involve_agency"}


@pytest.mark.parametrize("name", ACTS)
def test_a_refusal_is_on_record_and_nothing_else_is(world, on, name):
    ready(on, name)
    before = Event.unscoped.count()
    with pytest.raises(Exception, match="The act was refused"):
        ACTS[name](on, world.actor("outsider"), world.at)
    (event,) = Event.unscoped.order_by("seq")[before:]
    assert (event.verb, event.verdict, event.case_key) == (name, "refused", on.case.key)


def test_opening_the_review_is_for_the_office_and_the_chair(world, stories):
    case = stories.case_at("shared")

    def act(_, by, at):
        return commands.open_rapid_review(case, why="Notified.", by=by, at=at)

    assert {who for who in EVERYBODY if tried(act, None, world.actor(who), world.at)} == OFFICE | {"chair"}
