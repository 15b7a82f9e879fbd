"""Every act, tried by everybody: the office may; others are told why not, or find nothing there."""

from __future__ import annotations

import pytest

from cairn.audit.models import Event
from cairn.cases import commands as cases
from cairn.cases.models import Clock
from cairn.cases.policy import NOT_OPEN
from cairn.incidents import commands
from cairn.kernel.verdict import Ground, Refused
from tests.cases.acting import tried
from tests.cases.deciding import decide
from tests.cases.visible import seeing
from tests.incidents.furnished import AHEAD, BEGUN, NOTIFIED, TODAY, WATCHED, begun, not_notified, notified
from tests.world import EVERYBODY

OFFICE = {"business_manager", "officer"}
SCENES = {**dict.fromkeys(BEGUN, begun), **dict.fromkeys(NOTIFIED, notified), **dict.fromkeys(WATCHED, not_notified)}
ACTS = {**BEGUN, **NOTIFIED, **WATCHED}


@pytest.mark.parametrize("name", ACTS)
def test_the_office_may_and_the_others_are_told_why_not(world, stories, name):
    on = SCENES[name](world, stories)
    inside = seeing(world, on.case)
    verdicts = {who: tried(ACTS[name], on, world.actor(who), world.at) for who in EVERYBODY}
    assert {who for who, verdict in verdicts.items() if verdict} == OFFICE
    assert all(verdict.rests_on(Ground.ROLE) for verdict in verdicts.values() if not verdict)
    assert {who for who, verdict in verdicts.items() if NOT_OPEN in verdict.sentences} == set(EVERYBODY) - inside


@pytest.mark.parametrize("name", ACTS)
def test_an_act_leaves_events_of_its_own_name_and_a_refusal_leaves_one(world, stories, name):
    on = SCENES[name](world, stories)
    before = Event.unscoped.count()
    with pytest.raises(Refused):
        ACTS[name](on, world.actor("outsider"), world.at)
    (event,) = Event.unscoped.order_by("seq")[before:]
    assert (event.verb, event.verdict, event.case_key) == (name, "refused", on.case.key)
    ACTS[name](on, world.actor("officer"), world.at)
    last = Event.unscoped.order_by("seq").last()
    assert (last.verb, last.verdict, last.case_key) == (name, "done", on.case.key)


@pytest.mark.parametrize("name", ACTS)
def test_a_conflict_stops_even_the_business_manager(world, stories, name):
    on = SCENES[name](world, stories)
    cases.declare_conflict(
        on.case, person=world.user("business_manager"), nature="Her nephew.", by=world.actor("chair"), at=world.at
    )
    assert NOT_OPEN in tried(ACTS[name], on, world.actor("business_manager"), world.at).sentences


@pytest.mark.parametrize("name", ACTS)
def test_a_closed_case_is_read_but_not_changed(world, stories, name):
    on, by = SCENES[name](world, stories), world.actor("business_manager")
    for clock in Clock.unscoped.filter(met_on=None, ended_on=None, superseded_by=None):
        cases.end_clock(clock, finding="Over.", ended_on=TODAY, by=by, at=world.at)
    cases.close_case(on.case, reason="Nothing left.", by=by, at=world.at)
    verdict = tried(ACTS[name], on, by, world.at)
    assert verdict.sentences[0] == "This case is closed. It can be read but not changed."


@pytest.mark.parametrize("who", EVERYBODY)
def test_only_the_office_keeps_a_case_in_view_and_begins_or_ends_what_is_kept(world, stories, who):
    on, by = begun(world, stories), world.actor("officer")
    decision = decide(world, on.case, "notify", "not_notify")
    area = commands.record_area_role(on.case, area="Northmoor", role="joint", by=by, at=world.at)
    facts = {"kind": "serious_incident", "label": "Child S", "known_on": TODAY, "told_by": "Ann"}
    other = cases.open_case(**facts, by=by, at=world.at)
    acts = (
        lambda s, by, at: commands.watch_case(decision, events=["disclosure"], look_again_on=AHEAD, by=by, at=at),
        lambda s, by, at: commands.end_area_role(area, by=by, at=at),
        lambda s, by, at: commands.begin_incident(other, aware_on=TODAY, by=by, at=at),
    )
    assert {bool(tried(act, on, world.actor(who), world.at)) for act in acts} == {who in OFFICE}
