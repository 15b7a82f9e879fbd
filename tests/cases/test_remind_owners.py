"""Those who owe something on a case are reminded, by a notice that tells nothing of it."""

from datetime import timedelta

import pytest

from cairn.cases import commands, jobs
from cairn.partnership.jobs import registered
from cairn.partnership.models import Message
from tests.cases.acting import TODAY
from tests.stories import ADDRESS, ALIAS, NAME

LATE, TOMORROW = "Something you owe is late", "Something you owe is due tomorrow"


@pytest.fixture
def case(stories):
    return stories.case_at("shared")


def _owe(world, case, left, *, who="member", what="Ask about Larkspur Yard"):
    facts = {"what": what, "strength": "should", "owed_by": world.seat(who), "due_on": TODAY + timedelta(left)}
    return commands.set_duty(case, by=world.actor("officer"), at=world.at, **facts)


def _reminded():
    return set(Message.unscoped.filter(once__startswith="owed:").values_list("to_address", "subject"))


@pytest.mark.parametrize(
    ("left", "subject"),
    [
        (2, None),
        (1, TOMORROW),
        (0, None),
        (-1, LATE),
        (-2, None),
        (-7, None),
        (-8, LATE),
        (-15, LATE),
    ],
)
def test_reminders_come_the_day_before_the_day_after_and_weekly_while_late(world, case, left, subject):
    _owe(world, case, left)
    jobs.remind_owners(world.at)
    assert _reminded() == ({("member@coldwater.example", subject)} if subject else set())


def test_one_notice_a_day_says_the_gravest_however_much_is_owed(world, case):
    for left in (1, 1, -1, -8):
        _owe(world, case, left)
    jobs.remind_owners(world.at)
    jobs.remind_owners(world.at + timedelta(hours=1))
    assert [message.subject for message in Message.unscoped.filter(once__startswith="owed:")] == [LATE]


def test_the_notice_names_nobody_and_no_case(world, case):
    _owe(world, case, -1)
    jobs.remind_owners(world.at)
    notice = Message.unscoped.get(once__startswith="owed:")
    told = f"{notice.subject} {notice.body} {notice.once}"
    for secret in (*NAME, ALIAS, ADDRESS, "Larkspur", case.label, case.reference, case.key, "Mo Member"):
        assert secret not in told


def test_what_is_done_waived_or_without_a_day_reminds_nobody(world, case):
    done = _owe(world, case, 1)
    commands.do_duty(done, done_on=TODAY, by=world.actor("member"), at=world.at)
    waived = _owe(world, case, 1)
    commands.waive_duty(waived, reason="Asked already.", by=world.actor("chair"), at=world.at)
    facts = {"what": "Some day", "strength": "should", "owed_by": world.seat("member")}
    commands.set_duty(case, by=world.actor("officer"), at=world.at, **facts)
    jobs.remind_owners(world.at)
    assert _reminded() == set()


def test_whoever_cannot_see_the_case_is_not_told_of_it(world, case):
    _owe(world, case, -1, who="member")
    _owe(world, case, -1, who="outsider")
    jobs.remind_owners(world.at)
    assert _reminded() == {("member@coldwater.example", LATE)}


def test_the_briefed_deputy_of_an_owner_is_reminded_too(world, case):
    _owe(world, case, 1, who="member_education")
    jobs.remind_owners(world.at)
    assert ("member.education@coldwater.example", TOMORROW) in _reminded()


def test_who_has_left_is_not_reminded(world, case):
    _owe(world, case, -1)
    person = world.user("member")
    person.is_active, person.closed_at = False, world.at
    person.save()
    jobs.remind_owners(world.at)
    assert _reminded() == set()


def test_it_is_one_of_the_jobs_of_the_day():
    assert "remind_owners" in {job.name for job in registered()}
