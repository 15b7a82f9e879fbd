"""The day a thing was done was recorded wrongly: a new clock is met on the right day, and the old stays to be seen."""

from datetime import date

import pytest

from cairn.cases import commands
from cairn.cases.models import Clock
from cairn.cases.policy import NOT_OPEN
from cairn.kernel.verdict import Ground, Refused
from tests.cases.acting import scene, tried
from tests.cases.visible import seeing
from tests.refused import refused
from tests.stories import KNOWN_ON
from tests.world import EVERYBODY

TODAY = date(2026, 8, 14)


@pytest.fixture
def on(world, stories):
    on = scene(world, stories)
    by = world.actor("officer")
    on.clock = commands.meet_clock(on.clock, met_on=KNOWN_ON, evidence="The receipt.", by=by, at=world.at)
    return on


def correct(on, by, at, **changes):
    facts = {"met_on": TODAY, "evidence": "The receipt itself.", "why": "A day out.", **changes}
    return commands.correct_met(on.clock, **facts, by=by, at=at)


def test_the_new_clock_is_met_on_the_right_day_and_names_why(world, on):
    right = correct(on, world.actor("officer"), world.at)
    on.clock.refresh_from_db()
    assert (on.clock.superseded_by, on.clock.met_on, on.clock.state.value) == (right, KNOWN_ON, "superseded")
    assert (right.met_on, right.correction, right.due_on) == (TODAY, "A day out.", on.clock.due_on)
    assert (right.trigger_on, right.trigger_source) == (on.clock.trigger_on, on.clock.trigger_source)


def test_only_the_office_corrects_and_for_others_the_case_may_not_be_there(world, on):
    verdicts = {who: tried(correct, on, world.actor(who), world.at) for who in EVERYBODY}
    assert {who for who, verdict in verdicts.items() if verdict} == {"business_manager", "officer"}
    outside = {who for who, verdict in verdicts.items() if NOT_OPEN in verdict.sentences}
    assert outside == set(EVERYBODY) - seeing(world, on.case)


@pytest.mark.parametrize(
    ("changes", "about"),
    [({"why": " "}, "why"), ({"met_on": KNOWN_ON}, "met_on"), ({"evidence": ""}, "evidence")],
)
def test_what_was_typed_wrong_is_said_beside_its_field(world, on, changes, about):
    with pytest.raises(Refused) as refusal:
        correct(on, world.actor("officer"), world.at, **changes)
    assert [reason.about for reason in refusal.value.verdict.reasons] == [about]
    assert Clock.unscoped.filter(case=on.case).count() == 1


def test_what_is_not_met_has_no_day_to_correct(world, stories):
    on = scene(world, stories)
    with refused("This clock is not met.", ground=Ground.STATE):
        correct(on, world.actor("officer"), world.at)
