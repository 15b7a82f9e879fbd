"""What was not notified is decided anew: it is notified after all, its clocks count again, and nothing is watched."""

from datetime import date

import pytest

from cairn.cases.models import Clock, Decision
from cairn.incidents import commands, queries
from cairn.incidents.models import Account, Incident, Watch
from cairn.incidents.states import WatchState
from tests.cases.deciding import decide
from tests.incidents.furnished import AHEAD, TODAY, begun, not_notified
from tests.stories import KNOWN_ON

NOTIFY, TELL = "notify_serious_incident", "tell_safeguarding_partners"


@pytest.fixture
def on(world, stories):
    return not_notified(world, stories)


def notify_after_all(on, **facts):
    old = Decision.unscoped.get(case=on.case, kind="notify", replaced_by=None)
    return decide(on.world, on.case, "notify", "notify", instead_of=old.key, **facts)


def running(on, duty=NOTIFY):
    return list(Clock.unscoped.filter(case=on.case, duty=duty, ended_on=None, superseded_by=None))


def test_the_clock_of_notifying_counts_again_from_the_day_of_awareness(on):
    assert running(on) == []
    notify_after_all(on)
    [clock] = running(on)
    assert (clock.trigger_on, clock.trigger_name, clock.due_on) == (KNOWN_ON, "aware_of_incident", date(2026, 8, 20))
    assert clock.trigger_source == (
        "The day the council became aware. Decided anew, on Friday 14 August 2026, that it is notified."
    )
    assert running(on, TELL) == []  # it was never owed on this case, which began without it


def test_the_case_is_no_longer_listed_as_watched(world, on):
    notify_after_all(on, reasons="The bloods show opiates.")
    on.watch.refresh_from_db()
    assert queries.watched(world.actor("officer"), world.at) == []
    assert queries.rail_facts(world.actor("officer"), on.case, world.at).watched_until is None
    assert (on.watch.state, on.watch.ended_on) == (WatchState.CLOSED, TODAY)
    assert on.watch.finding == "Decided anew that it is notified: The bloods show opiates."


def test_it_counts_from_the_day_of_awareness_as_it_was_put_right_meanwhile(on):
    Account.unscoped.filter(incident=on.incident).update(aware_on=date(2026, 8, 11))
    notify_after_all(on)
    assert [clock.trigger_on for clock in running(on)] == [date(2026, 8, 11)]


def test_where_nothing_is_recorded_of_what_happened_it_counts_as_it_did_before(on):
    Account.unscoped.filter(incident=on.incident).delete()
    Incident.unscoped.filter(pk=on.incident.pk).delete()
    notify_after_all(on)
    assert [clock.trigger_on for clock in running(on)] == [KNOWN_ON]


def test_a_clock_that_runs_already_since_it_was_reopened_is_the_only_one(world, on):
    by = world.actor("officer")
    commands.reopen(on.watch, finding="Opiates.", found_on=TODAY, by=by, at=world.at)
    notify_after_all(on)
    assert [clock.trigger_source for clock in running(on)] == ["Reopened: Opiates."]
    on.watch.refresh_from_db()
    assert (on.watch.state, on.watch.finding) == (WatchState.REOPENED, "Opiates.")


def test_the_partners_are_told_in_time_again_where_that_had_ended(world):
    facts = {"kind": "serious_incident", "label": "Child T", "aware_on": KNOWN_ON, "told_by": "Ann"}
    by = world.actor("officer")
    case = commands.open_incident(**facts, by=by, at=world.at).case
    no = decide(world, case, "notify", "not_notify")
    commands.watch_case(no, events=["toxicology"], look_again_on=AHEAD, by=by, at=world.at)
    decide(world, case, "notify", "notify", instead_of=no.key)
    owed = Clock.unscoped.filter(case=case, ended_on=None, superseded_by=None).order_by("duty")
    assert [(clock.duty, clock.trigger_on) for clock in owed] == [(NOTIFY, KNOWN_ON), (TELL, KNOWN_ON)]


def test_what_no_guidance_of_that_day_asks_for_is_not_owed_again(on):
    Account.unscoped.filter(incident=on.incident).update(aware_on=date(2005, 1, 3))
    notify_after_all(on)
    assert running(on) == []


def test_other_decisions_start_no_clock_and_leave_what_is_watched(world, on):
    decide(world, on.case)
    decide(world, on.case, "notify", "not_notify", instead_of=on.decision.key)
    assert running(on) == []
    assert Watch.unscoped.get(case=on.case).state is WatchState.WATCHED


def test_said_again_with_other_reasons_it_starts_no_second_clock(world, stories):
    on = begun(world, stories)
    decide(world, on.case, "notify", "notify")
    notify_after_all(on, reasons="The same, in better words.")
    assert len(running(on)) == 1
