"""The partnership sets its own steps before the limits of the law, and when those it asked are reminded."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from cairn.guidance.refusals import CannotAnswer
from cairn.kernel.verdict import Ground
from cairn.partnership import queries
from cairn.partnership.commands import holidays, steps
from tests.refused import recorded, refused

RIGHT = {"kind": "agency_summary", "label": "Agency form in", "working_days": 6, "trigger": "requests_sent"}
MAY_NOT = "Your role may not change agencies, groups, neighbours and local names."


def test_as_cairn_comes_the_steps_are_those_of_the_partnerships_read(world):
    assert {step.kind: step.working_days for step in queries.local_steps(world.at)} == {
        "agency_known": 2,
        "agency_summary": 8,
        "progress_check": 10,
        "review_meeting": 11,
        "partners_agree": 14,
    }
    assert queries.reminder_days(world.at) == (-1, 0, 1, 2, 3, 4, 5)


def test_a_step_is_set_in_ones_own_words_and_the_earlier_setting_still_answers_for_its_time(world):
    later = world.at + timedelta(days=1)
    with recorded("set_local_step"):
        steps.set_local_step(**RIGHT, version=0, by=world.actor("officer"), at=later)
    assert queries.local_step("agency_summary", world.at).working_days == 8
    step = queries.local_step("agency_summary", later)
    assert (step.label, step.working_days, step.trigger, step.version) == ("Agency form in", 6, "requests_sent", 1)
    steps.set_local_step(**RIGHT | {"working_days": 7}, version=1, by=world.actor("officer"), at=later)
    assert [row.working_days for row in queries.steps_set(world.actor("member"), later)] == [7, 6]
    assert not queries.steps_set(world.actor("no_role"), later)


def test_a_step_comes_to_a_working_day_over_weekends_and_bank_holidays(world):
    assert queries.step_due("agency_known", date(2026, 8, 14), world.at) == date(2026, 8, 18)
    assert queries.step_due("agency_summary", date(2026, 8, 20), world.at) == date(2026, 9, 2)  # past 31 August
    by = world.actor("officer")
    holidays.proclaim_holiday(day=date(2026, 8, 17), name="A day", source="GOV.UK", by=by, at=world.at)
    assert queries.step_due("agency_known", date(2026, 8, 14), world.at) == date(2026, 8, 19)


def test_a_step_that_is_not_used_has_no_day_and_one_that_is_not_known_no_answer(world):
    steps.set_local_step(**RIGHT | {"working_days": None}, version=0, by=world.actor("officer"), at=world.at)
    assert queries.step_due("agency_summary", date(2026, 8, 14), world.at) is None
    with pytest.raises(KeyError):
        queries.step_due("tea", date(2026, 8, 14), world.at)
    with pytest.raises(CannotAnswer):
        queries.step_due("agency_known", date(2030, 12, 31), world.at)


@pytest.mark.parametrize(
    ("fault", "sentence"),
    [
        ({"kind": "tea"}, "Choose the step from the list."),
        ({"label": " "}, "Enter what your partnership calls this step."),
        ({"working_days": 61}, "Enter a whole number from 0 to 60."),
        ({"trigger": "tea"}, "Choose what it counts from."),
    ],
)
def test_a_step_that_makes_no_sense_is_refused_at_its_field(world, fault, sentence):
    with refused(sentence, ground=Ground.INPUT):
        steps.set_local_step(**RIGHT | fault, version=0, by=world.actor("officer"), at=world.at)


def test_two_who_set_at_once_do_not_overwrite_each_other(world):
    by = world.actor("officer")
    steps.set_local_step(**RIGHT, version=0, by=by, at=world.at)
    with refused(
        "Somebody else has changed this since you opened the page. Look at what it says now, then save again.",
        ground=Ground.STALE,
    ):
        steps.set_local_step(**RIGHT, version=0, by=by, at=world.at)
    days = {"days_before": 2, "on_the_day": False, "days_after": 3}
    steps.set_reminder_days(**days, version=0, by=by, at=world.at)
    with pytest.raises(Exception, match="refused"):
        steps.set_reminder_days(**days, version=0, by=by, at=world.at)


@pytest.mark.parametrize("who", ["chair", "member", "author", "partner_council", "administrator", "outsider"])
def test_only_the_office_sets_them(world, who):
    with refused(MAY_NOT, ground=Ground.ROLE):
        steps.set_local_step(**RIGHT, version=0, by=world.actor(who), at=world.at)
    with refused(MAY_NOT, ground=Ground.ROLE):
        steps.set_reminder_days(
            days_before=0, on_the_day=True, days_after=0, version=0, by=world.actor(who), at=world.at
        )


@pytest.mark.parametrize(
    ("before", "on_it", "after", "days", "come_to"),
    [
        (0, False, 0, (), ()),
        (2, False, 0, (-2,), (date(2026, 8, 27),)),
        (0, True, 1, (0, 1), (date(2026, 9, 1), date(2026, 9, 2))),
        (1, True, 2, (-1, 0, 1, 2), (date(2026, 8, 28), date(2026, 9, 1), date(2026, 9, 2), date(2026, 9, 3))),
    ],
)
def test_reminders_fall_on_working_days_round_the_due_day(world, before, on_it, after, days, come_to):
    with recorded("set_reminder_days"):
        steps.set_reminder_days(
            days_before=before, on_the_day=on_it, days_after=after, version=0, by=world.actor("officer"), at=world.at
        )
    assert queries.reminder_days(world.at) == days
    assert queries.reminded_on(date(2026, 9, 1), world.at) == come_to


def test_too_many_reminders_are_refused(world):
    with refused("Enter a whole number from 0 to 10.", "Enter a whole number from 0 to 10.", ground=Ground.INPUT):
        steps.set_reminder_days(
            days_before=11, on_the_day=True, days_after=11, version=0, by=world.actor("officer"), at=world.at
        )


def test_the_office_sets_them_on_its_pages_and_others_read_them(world):
    client = world.client("officer")
    typed = {"label": "Forms in", "working_days": "7", "trigger": "requests_sent", "version": "0"}
    assert client.post(reverse("set_local_step", args=["agency_summary"]), typed).status_code == 302
    days = {"days_before": "2", "on_the_day": "no", "days_after": "1", "version": "0"}
    assert client.post(reverse("set_reminder_days"), days).status_code == 302
    page = world.client("member").get(reverse("local_steps")).content.decode()
    for words in ("Forms in", "Working day 7", "2 working days before", "on the working day after"):
        assert words in page
    assert "Change the reminders" not in page
    assert (
        client.post(reverse("set_local_step", args=["agency_known"]), typed | {"working_days": "x"}).status_code == 400
    )
    again = client.post(reverse("set_local_step", args=["agency_summary"]), typed | {"label": "Mine"})
    assert (again.status_code, b"Mine" in again.content, b'name="version" value="1"' in again.content) == (
        409,
        True,
        True,
    )
    assert client.get(reverse("set_local_step", args=["tea"])).status_code == 404
    nothing = {"days_before": "0", "on_the_day": "no", "days_after": "0", "version": "1"}
    assert client.post(reverse("set_reminder_days"), nothing).status_code == 302
    assert "no reminders" in client.get(reverse("local_steps")).content.decode()
