"""The jobs of each day: once a product day, each undone if it fails, moved on by a trainer in a demonstration."""

import logging
from datetime import date, timedelta

import pytest
from django.contrib.sessions.models import Session

from cairn.access.actor import NOBODY
from cairn.kernel.verdict import Ground
from cairn.partnership import clock, jobs
from cairn.partnership.models import DailyRun, PartnershipDuty, ProductDay
from tests.demonstration import become_demonstration
from tests.refused import refused


@pytest.fixture
def only(monkeypatch):
    """A registry with nothing in it."""
    monkeypatch.setattr(jobs, "_registered", {})


def test_the_jobs_of_the_partnership_run_in_their_order_once_a_day(world):
    names = [job.name for job in jobs.registered()]
    assert [name for name in names if name in {"partnership_duties", "remind", "clear_sessions"}] == [
        "partnership_duties",
        "remind",
        "clear_sessions",
    ]
    assert jobs.run_due(world.at).done == names
    assert jobs.run_due(world.at + timedelta(hours=3)) == jobs.Ran()
    assert jobs.run_due(world.at + timedelta(hours=14)).done == names
    assert PartnershipDuty.unscoped.count() == 3
    assert set(DailyRun.unscoped.values_list("day", flat=True)) == {date(2026, 8, 14), date(2026, 8, 15)}


def test_a_job_that_fails_is_undone_tried_again_and_keeps_nobody_waiting(world, only, caplog):
    days, broken = [], [True]

    @jobs.daily("shaky", "Fails at first.")
    def shaky(at):
        DailyRun.unscoped.create(job="trace", day=clock.day_of(at), done_at=at)
        if broken:
            raise ValueError("Child R")

    jobs.daily("steady", "Never fails.")(days.append)
    with caplog.at_level(logging.ERROR):
        assert jobs.run_due(world.at) == jobs.Ran(done=["steady"], failed=["shaky"])
    assert caplog.messages == ["The daily job shaky failed: ValueError."]
    assert not DailyRun.unscoped.filter(job__in=["shaky", "trace"]).exists()
    broken.clear()
    assert jobs.run_due(world.at) == jobs.Ran(done=["shaky"])
    assert days == [world.at]


def test_two_jobs_do_not_share_a_name(only):
    jobs.daily("same", "One.")(print)
    with pytest.raises(ValueError, match="'same'"):
        jobs.daily("same", "Two.")(print)


def test_sessions_that_have_ended_are_removed(world):
    Session.objects.create(session_key="over", session_data="", expire_date=world.at - timedelta(seconds=1))
    Session.objects.create(session_key="live", session_data="", expire_date=world.at + timedelta(hours=1))
    jobs.clear_sessions(world.at)
    assert list(Session.objects.values_list("session_key", flat=True)) == ["live"]


def test_a_trainer_moves_a_demonstration_on_and_that_days_jobs_are_done(world):
    become_demonstration()
    ProductDay.unscoped.create(day=date(2026, 8, 14))
    names = [job.name for job in jobs.registered()]
    assert jobs.move_on(by=world.actor("author"), at=clock.now()) == jobs.Moved(date(2026, 8, 15), jobs.Ran(done=names))
    assert clock.day_of(clock.now()) == date(2026, 8, 15)
    assert set(DailyRun.unscoped.values_list("day", flat=True)) == {date(2026, 8, 15)}


def test_a_real_partnerships_day_is_never_moved(world):
    with refused("Only a demonstration has a day of its own. This partnership is on the calendar's."):
        jobs.move_on(by=world.actor("business_manager"), at=world.at)
    assert not ProductDay.unscoped.exists()


def test_who_holds_no_seat_moves_no_day(world):
    become_demonstration()
    ProductDay.unscoped.create(day=date(2026, 8, 14))
    for by in (NOBODY, world.actor("no_role")):
        with refused("Sign in as somebody who holds a seat.", ground=Ground.ROLE):
            jobs.move_on(by=by, at=world.at)
