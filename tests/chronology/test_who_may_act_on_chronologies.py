"""Every act on a chronology, tried by everybody: those who may, those whose role may not, those outside."""

from functools import partial

import pytest

from cairn.audit.models import Event
from cairn.cases import commands as cases
from cairn.cases.models import Clock, Duty
from cairn.cases.policy import NOT_OPEN
from cairn.chronology.models import Chronology
from cairn.kernel.verdict import Ground, Refused
from tests.cases.visible import seeing
from tests.chronology.acting import On, scene
from tests.chronology.acts import ACTS, BEFORE, open_act, set_out
from tests.prepared import differences, everything, put_back
from tests.rapid_reviews.acting import tried
from tests.world import EVERYBODY

OFFICE = {"business_manager", "officer"}
OWN = {"author", "sign_off"}  # of the trust
KEPT = "Your role may not ask agencies for chronologies, and release the whole."
WRITTEN = "Your role may not send in an agency's chronology."
SIGNED = "Your role may not sign off an agency's chronology."
OWN_ONLY = "You may do this for your own agency only."
MAIL = "Only the office records what comes by mail."
KEEPING = (
    *("change_scope", "ask_for_chronologies", "remind_of_chronology", "take_back_request", "close_to_chronologies"),
    *("reopen_to_chronologies", "send_chronology_back", "release_chronology", "recall_chronology"),
)
WRITING = (
    *("take_chronology", "add_chronology_file", "put_right", "send_chronology", "say_nothing_to_tell"),
    *("correct_chronology", "set_draft_aside"),
)
BY_MAIL = ("record_chronology", "record_chronology_sign_off")
MAY = {
    **dict.fromkeys((*KEEPING, *BY_MAIL), OFFICE),
    **dict.fromkeys(WRITING, OFFICE | OWN),
    "sign_chronology": {"sign_off"},
}
WHY_NOT = {
    **{name: {KEPT} for name in KEEPING},
    **{name: {WRITTEN, OWN_ONLY} for name in WRITING},
    **{name: {WRITTEN, OWN_ONLY, MAIL} for name in BY_MAIL},
    "sign_chronology": {SIGNED},
}


@pytest.fixture
def on(world, stories):
    case = stories.case_at("shared")
    put_back("agencies asked for chronologies", partial(scene, world, stories))
    return On(world, case, Chronology.unscoped.get(case=case))


def ready(on, name):
    before = BEFORE.get(name)
    if before:
        put_back(f"agencies asked for chronologies; {before.__name__}", partial(before, on))
    return set_out(on)


def doer(name):
    return "sign_off" if name == "sign_chronology" else "officer"


def test_every_act_is_in_the_table():
    assert set(ACTS) == set(MAY) == set(WHY_NOT)


@pytest.mark.parametrize("name", ACTS)
def test_those_who_may_do_and_the_others_are_told_why_not(world, on, name):
    set_ready = ready(on, name)
    inside = seeing(world, on.case)
    verdicts = {who: tried(ACTS[name], set_ready, world.actor(who), world.at) for who in EVERYBODY}
    assert {who for who, verdict in verdicts.items() if verdict} == MAY[name]
    refusals = {who: verdict for who, verdict in verdicts.items() if not verdict}
    assert all(verdict.rests_on(Ground.ROLE) for verdict in refusals.values())
    assert {who for who, verdict in refusals.items() if NOT_OPEN in verdict.sentences} == set(EVERYBODY) - inside
    told = {sentence for who, verdict in refusals.items() if who in inside for sentence in verdict.sentences}
    assert told == WHY_NOT[name]


@pytest.mark.parametrize("name", ACTS)
def test_nobody_and_the_machine_do_nothing(world, on, name):
    set_ready = ready(on, name)
    for who in ("nobody", "machine"):
        assert NOT_OPEN in tried(ACTS[name], set_ready, world.actor(who), world.at).sentences


@pytest.mark.parametrize("name", ACTS)
def test_a_conflict_stops_even_the_business_manager(world, on, name):
    set_ready = ready(on, name)
    wall = world.user("business_manager")
    cases.declare_conflict(on.case, person=wall, nature="Her nephew.", by=world.actor("chair"), at=world.at)
    assert NOT_OPEN in tried(ACTS[name], set_ready, world.actor("business_manager"), world.at).sentences


@pytest.mark.parametrize("name", [name for name in ACTS if name != "recall_chronology"])
def test_nothing_is_changed_on_a_closed_case(world, on, name):
    set_ready = ready(on, name)
    by, day = world.actor("business_manager"), world.at.date()
    for clock in Clock.unscoped.filter(case=on.case):
        cases.meet_clock(clock, met_on=day, evidence="The receipt.", by=by, at=world.at)
    for duty in Duty.unscoped.filter(case=on.case):
        cases.do_duty(duty, done_on=day, by=by, at=world.at)
    cases.close_case(on.case, reason="Nothing left.", by=by, at=world.at)
    verdict = tried(ACTS[name], set_ready, world.actor(doer(name)), world.at)
    assert "This case is closed. It can be read but not changed." in verdict.sentences


@pytest.mark.parametrize("name", ACTS)
def test_an_act_that_is_done_leaves_its_event(world, on, name):
    set_ready = ready(on, name)
    before = Event.unscoped.count()
    ACTS[name](set_ready, world.actor(doer(name)), world.at)
    events = list(Event.unscoped.order_by("seq")[before:])
    own = [event for event in events if event.verb == name]
    assert [(event.verdict, event.case_key) for event in own] == [("done", on.case.key)]
    assert {event.verb for event in events} - {name} <= {"give_access", "end_access", "involve_agency"}


@pytest.mark.parametrize("name", ACTS)
def test_a_refusal_is_on_record_and_nothing_else_is_changed(world, on, name):
    set_ready = ready(on, name)
    before, rows = Event.unscoped.count(), everything()
    with pytest.raises(Refused):
        ACTS[name](set_ready, world.actor("reviewer"), world.at)
    (event,) = Event.unscoped.order_by("seq")[before:]
    assert (event.verb, event.verdict, event.case_key) == (name, "refused", on.case.key)
    assert {model._meta.app_label for model in differences(rows, everything())} == {"audit"}


def test_opening_the_chronology_is_for_the_office(world, stories):
    case = stories.case_at("shared")

    def act(_, by, at):
        return open_act(case, by, at)

    assert {who for who in EVERYBODY if tried(act, None, world.actor(who), world.at)} == OFFICE
    assert KEPT in tried(act, None, world.actor("reviewer"), world.at).sentences
