"""A notification is corrected after a bank holiday moved the clock that it started: the clock still follows."""

from dataclasses import replace
from datetime import date, timedelta

from cairn.cases.jobs import recompute_clocks
from cairn.partnership.commands import holidays
from tests.incidents.test_notify import RAPID_REVIEW, SENT, TODAY, clock, correct, notified


def test_the_clock_counted_anew_for_a_holiday_follows_the_right_day(world, stories):
    on, later = notified(world, stories), world.at + timedelta(days=1)
    facts = {"day": date(2026, 8, 24), "name": "Day of mourning", "source": "GOV.UK, 15 August 2026"}
    holidays.proclaim_holiday(**facts, by=world.actor("business_manager"), at=later)
    recompute_clocks(later)
    moved = clock(on, RAPID_REVIEW)
    assert on.notification.rapid_review_clock != moved
    new = correct(on, on.notification, replace(SENT, sent_at=world.at))
    right = clock(on, RAPID_REVIEW)
    assert (right.trigger_on, right.supersedes) == (TODAY, moved)
    assert new.rapid_review_clock == right
