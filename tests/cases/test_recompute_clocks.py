"""A bank holiday is declared while clocks run: each whose day moves is counted anew, and nothing is overwritten."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from cairn.access.actor import MACHINE
from cairn.audit.models import Event
from cairn.cases import commands, queries
from cairn.cases.jobs import recompute_clocks
from cairn.cases.models import Clock
from cairn.kernel.verdict import Ground
from cairn.partnership import queries as partnership
from cairn.partnership.commands import holidays
from cairn.partnership.models import Message
from tests.refused import refused
from tests.stories import KNOWN_ON

AUGUST_24 = date(2026, 8, 24)
NINE_DAYS_BEFORE = timedelta(days=1)  # the world stands on 14 August: a Saturday's announcement of a Monday


@pytest.fixture
def case(world, stories):
    return stories.case_at("shared")


def started(world, case):
    """The rapid review runs, and reaches past the day that will be proclaimed."""
    by = world.actor("business_manager")
    facts = {"duty": "send_rapid_review", "trigger_on": KNOWN_ON, "source": "The council's copy."}
    return commands.start_clock(case, **facts, by=by, at=world.at)


def proclaim(world, at, **other):
    facts = {"day": AUGUST_24, "name": "Day of mourning", "source": "GOV.UK, 15 August 2026"}
    return holidays.proclaim_holiday(**facts | other, by=world.actor("business_manager"), at=at)


def test_a_day_announced_nine_days_before_moves_every_running_clock_over_it_at_once(world, case):
    old, at = started(world, case), world.at + NINE_DAYS_BEFORE
    untouched = Clock.unscoped.get(case=case, duty="notify_serious_incident")
    proclaim(world, at)
    old.refresh_from_db()
    new = old.superseded_by
    assert old.due_on == partnership.holidays(world.at).after(KNOWN_ON, 15) < new.due_on
    assert new.due_on == partnership.holidays(at).after(KNOWN_ON, 15)
    assert (new.trigger_on, new.trigger_source, new.edition) == (old.trigger_on, old.trigger_source, old.edition)
    assert (new.recorded_by, new.recorded_at) == (old.recorded_by, at)
    assert new.correction == "Bank holidays changed: Day of mourning, Monday 24 August 2026."
    assert new.holidays_version != old.holidays_version
    untouched.refresh_from_db()
    assert untouched.superseded_by is None
    events = Event.unscoped.filter(verb="recompute_clock")
    assert [(event.object_key, event.person_key, event.verdict) for event in events] == [(old.key, MACHINE.key, "done")]


def test_the_old_date_and_why_it_moved_stay_to_be_seen(world, case):
    old, at = started(world, case), world.at + NINE_DAYS_BEFORE
    proclaim(world, at)
    old.refresh_from_db()
    reader = world.actor("business_manager", at)
    before = queries.why(reader, case, old.key, at)
    assert before.agrees
    assert "Bank holidays changed: Day of mourning" in before.replaced_by
    after = queries.why(reader, case, old.superseded_by.key, at)
    assert after.was_due == before.due
    assert any("Day of mourning" in day.why for day in after.days)
    assert {row.state for row in queries.clocks(reader, case, at) if row.duty == "send_rapid_review"} == {
        "running",
        "superseded",
    }


def test_a_withdrawn_day_moves_the_clock_back(world, case):
    old, at = started(world, case), world.at + NINE_DAYS_BEFORE
    holiday = proclaim(world, at)
    later = at + timedelta(hours=1)
    holidays.withdraw_holiday(holiday, reason="Taken back.", by=world.actor("business_manager"), at=later)
    last = Clock.unscoped.get(case=case, duty="send_rapid_review", superseded_by=None)
    assert last.due_on == old.due_on
    assert last.correction == "Bank holidays changed: one that was counted with no longer holds."
    assert Clock.unscoped.filter(case=case, duty="send_rapid_review").count() == 3


def test_what_is_met_or_no_longer_owed_keeps_its_date(world, case):
    clock, by = started(world, case), world.actor("business_manager")
    commands.meet_clock(clock, met_on=date(2026, 8, 14), evidence="Sent.", by=by, at=world.at)
    proclaim(world, world.at + NINE_DAYS_BEFORE)
    clock.refresh_from_db()
    assert clock.superseded_by is None


def test_the_office_is_told_once_and_nobody_to_whom_the_case_is_closed(world, case):
    started(world, case)
    proclaim(world, world.at + NINE_DAYS_BEFORE)
    told = Message.unscoped.filter(subject="A date has moved because bank holidays changed")
    assert {message.to_user for message in told} == {world.user("business_manager"), world.user("officer")}
    assert not [message for message in told if case.reference in message.body or case.label in message.body]
    recompute_clocks(world.at + NINE_DAYS_BEFORE)  # nothing is left to move
    assert Clock.unscoped.filter(case=case, duty="send_rapid_review").count() == 2


def test_an_office_with_a_conflict_is_not_told_of_the_case_closed_to_it(world, case):
    started(world, case)
    by = world.actor("chair")
    commands.declare_conflict(case, person=world.user("officer"), nature="A relative.", by=by, at=world.at)
    proclaim(world, world.at + NINE_DAYS_BEFORE)
    told = Message.unscoped.filter(subject="A date has moved because bank holidays changed")
    assert {message.to_user for message in told} == {world.user("business_manager")}


def test_only_cairn_counts_anew_and_only_what_runs_and_has_moved(world, case):
    clock = started(world, case)
    with refused("The day of this clock has not moved."):
        commands.recompute_clock(clock, by=MACHINE, at=world.at)
    with refused("Cairn itself does this; nobody can do it by hand.", "The day of this clock has not moved."):
        commands.recompute_clock(clock, by=world.actor("business_manager"), at=world.at)
    commands.end_clock(clock, finding="Withdrawn.", ended_on=KNOWN_ON, by=world.actor("business_manager"), at=world.at)
    with refused(
        "Only a clock that runs is counted anew.", "The day of this clock has not moved.", ground=Ground.STATE
    ):
        commands.recompute_clock(clock, by=MACHINE, at=world.at)


def test_the_page_of_the_clock_shows_what_it_was_due_before(world, case):
    old, at = started(world, case), world.at
    proclaim(world, at)
    old.refresh_from_db()
    client = world.client("business_manager")
    page = client.get(reverse("case_clock", args=[case.key, old.superseded_by.key])).content.decode()
    assert "Was due before" in page
    assert "Counted anew because" in page
    assert "Replaced by a clock due" in client.get(reverse("case_clock", args=[case.key, old.key])).content.decode()
