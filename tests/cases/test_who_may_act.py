"""Every act, tried by everybody: those who may, those whose role may not, those for whom the case does not exist."""

import pytest

from cairn.audit.models import Event
from cairn.cases import commands
from cairn.cases.models import Clock, Duty
from cairn.cases.policy import NOT_OPEN
from cairn.kernel.verdict import Ground
from tests.cases.acting import ACTS, TODAY, scene, tried
from tests.cases.visible import seeing
from tests.world import EVERYBODY

OFFICE = {"business_manager", "officer"}
SWITCHES = {"partner_council", "partner_health", "panel_member", "linked_member", "reviewer", "legal"}
WITHOUT_SWITCH = {"chair", "member", "member_education", "deputy", "author", "sign_off"}
MAY = dict.fromkeys(ACTS, OFFICE) | {
    "show_names": OFFICE | SWITCHES | WITHOUT_SWITCH,
    "give_access": OFFICE | {"chair"},
    "end_access": OFFICE | {"chair"},
    "declare_conflict": OFFICE | {"chair"},
    "agree_to_lift_conflict": {"business_manager", "chair", "partner_council", "partner_health"},
    "lift_conflict": {"chair", "partner_council", "partner_health"},  # the manager was the first of the two
    "do_duty": OFFICE | {"member"},  # the member's own seat owes it
    **dict.fromkeys(("add_line", "change_line", "put_line_aside", "take_line_up"), OFFICE | {"chair", "reviewer"}),
    "waive_duty": {"business_manager", "chair"},
    "close_case": {"business_manager", "chair"},
}
WHEN_CLOSED = {"give_access", "end_access", "declare_conflict", "agree_to_lift_conflict", "lift_conflict", "show_names"}


@pytest.fixture
def on(world, stories):
    return scene(world, stories)


@pytest.mark.parametrize("name", ACTS)
def test_those_who_may_do_and_the_others_are_told_why_not(world, on, name):
    if name == "close_case":
        _owe_nothing(world, on)
    inside = seeing(world, on.case)
    verdicts = {who: tried(ACTS[name], on, world.actor(who), world.at) for who in EVERYBODY}
    assert {who for who, verdict in verdicts.items() if verdict} == MAY[name]
    assert all(verdict.rests_on(Ground.ROLE) for verdict in verdicts.values() if not verdict)
    assert {who for who, verdict in verdicts.items() if NOT_OPEN in verdict.sentences} == set(EVERYBODY) - inside


@pytest.mark.parametrize("name", ACTS)
def test_nobody_and_the_machine_do_nothing_on_a_case(world, on, name):
    for who in ("nobody", "machine"):
        assert NOT_OPEN in tried(ACTS[name], on, world.actor(who), world.at).sentences


@pytest.mark.parametrize("name", ACTS)
def test_a_conflict_stops_even_the_business_manager(world, on, name):
    commands.declare_conflict(
        on.case, person=world.user("business_manager"), nature="Her nephew.", by=world.actor("chair"), at=world.at
    )
    assert NOT_OPEN in tried(ACTS[name], on, world.actor("business_manager"), world.at).sentences


@pytest.mark.parametrize("name", ACTS)
def test_a_closed_case_is_read_but_who_reads_it_can_change(world, on, name):
    _owe_nothing(world, on)
    commands.close_case(on.case, reason="Nothing left.", by=world.actor("business_manager"), at=world.at)
    verdict = tried(ACTS[name], on, world.actor("chair" if name == "lift_conflict" else "business_manager"), world.at)
    assert bool(verdict) is (name in WHEN_CLOSED)
    if name == "close_case":
        assert verdict.sentences == ("This case is closed already.",)
    elif not verdict:
        assert verdict.sentences[0] == "This case is closed. It can be read but not changed."
        assert verdict.rests_on(Ground.STATE)


@pytest.mark.parametrize("name", ACTS)
def test_a_refusal_is_on_record_and_nothing_else_is(world, on, name):
    before = Event.unscoped.count()
    with pytest.raises(Exception, match="The act was refused"):
        ACTS[name](on, world.actor("outsider"), world.at)
    (event,) = Event.unscoped.order_by("seq")[before:]
    assert (event.verb, event.verdict, event.case_key) == (name, "refused", on.case.key)
    assert event.person_key == world.user("outsider").key


@pytest.mark.parametrize("name", [name for name in ACTS if name != "close_case"])
def test_an_act_that_is_done_leaves_one_event(world, on, name):
    before = Event.unscoped.count()
    ACTS[name](on, world.actor("chair" if name == "lift_conflict" else "business_manager"), world.at)
    (event,) = Event.unscoped.order_by("seq")[before:]
    assert (event.verb, event.verdict, event.case_key) == (name, "done", on.case.key)


def _owe_nothing(world, on):
    by = world.actor("business_manager")
    if Clock.unscoped.filter(met_on=None).exists():
        commands.meet_clock(on.clock, met_on=TODAY, evidence="The receipt.", by=by, at=world.at)
    if Duty.unscoped.filter(done_on=None).exists():
        commands.do_duty(on.duty, done_on=TODAY, by=by, at=world.at)
