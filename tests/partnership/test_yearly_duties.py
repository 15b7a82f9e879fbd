"""What the partnership owes each year: derived from guidance, reminded of, recorded when done (paragraph 109)."""

from datetime import UTC, date, datetime, timedelta

import pytest

from cairn.access.actor import MACHINE
from cairn.access.roles import Role
from cairn.kernel.verdict import Ground
from cairn.partnership import jobs, queries
from cairn.partnership.commands import duties, seats
from cairn.partnership.models import Message, PartnershipDuty
from cairn.partnership.states import DutyState
from tests.refused import recorded, refused

REPORT = "https://coldwater.example/yearly-report"


def _owed(world, at=None):
    jobs.set_partnership_duties(at or world.at)
    return {row.duty: row for row in PartnershipDuty.unscoped.filter(done_on__isnull=True)}


def _done(world, duty, done_on, **facts):
    usual = {"evidence": REPORT, "by": world.actor("officer"), "at": world.at}
    return duties.record_partnership_duty_done(duty, done_on=done_on, **(usual | facts))


def test_the_yearly_report_is_owed_by_the_end_of_september(world):
    owed = _owed(world)
    assert {duty: (row.trigger_on, row.due_on) for duty, row in owed.items()} == {
        "publish_yearly_report": (date(2026, 3, 31), date(2026, 9, 30)),
        "check_reference_shelf": (date(2026, 4, 1), date(2027, 4, 1)),
        "restate_membership_roll": (date(2026, 4, 1), date(2027, 4, 1)),
    }
    assert {row.owed_by for row in owed.values()} == {world.seat("business_manager")}


def test_deriving_again_adds_nothing_until_the_year_has_turned(world):
    _owed(world)
    _owed(world)
    _owed(world, datetime(2027, 3, 31, 12, tzinfo=UTC))
    assert PartnershipDuty.unscoped.count() == 3
    _owed(world, datetime(2027, 4, 1, 12, tzinfo=UTC))
    assert PartnershipDuty.unscoped.filter(duty="publish_yearly_report").count() == 2


def test_publishing_starts_the_copies_and_the_next_twelve_months(world):
    report = _owed(world)["publish_yearly_report"]
    with recorded("record_partnership_duty_done"):
        _done(world, report, date(2026, 8, 10))
    left = {row.duty: row.due_on for row in PartnershipDuty.unscoped.filter(done_on__isnull=True)}
    assert left["send_yearly_report_copies"] == date(2026, 8, 17)
    assert left["publish_within_twelve_months"] == date(2027, 8, 10)


def test_the_next_report_meets_both_of_its_limits(world):
    _done(world, _owed(world)["publish_yearly_report"], date(2026, 8, 10))
    later = datetime(2027, 9, 20, 9, tzinfo=UTC)
    report = _owed(world, later)["publish_yearly_report"]
    with refused("This was done late. Say why.", ground=Ground.INPUT):
        _done(world, report, date(2027, 9, 20), at=later)
    _done(world, report, date(2027, 9, 20), at=later, late_reason="Sign-off took a month.")
    met = PartnershipDuty.unscoped.filter(done_on=date(2027, 9, 20)).order_by("duty")
    assert [(row.duty, row.late_reason) for row in met] == [
        ("publish_within_twelve_months", "Sign-off took a month."),
        ("publish_yearly_report", ""),
    ]


def test_a_local_step_comes_again_the_day_after_it_was_done(world):
    _done(world, _owed(world)["check_reference_shelf"], date(2026, 8, 14))
    again = _owed(world)["check_reference_shelf"]
    assert (again.trigger_on, again.due_on, again.edition) == (date(2026, 8, 15), date(2027, 8, 15), "local")


def test_what_is_done_says_when_where_and_if_late_why(world):
    report = _owed(world)["publish_yearly_report"]
    with refused("The day cannot be in the future.", ground=Ground.INPUT):
        _done(world, report, date(2026, 8, 15))
    with refused("It cannot have been done before it was owed.", ground=Ground.INPUT):
        _done(world, report, date(2026, 3, 30))
    with refused("Say where what was done can be seen or found.", ground=Ground.INPUT):
        _done(world, report, date(2026, 8, 10), evidence=" ")
    with refused("This was not done late.", ground=Ground.INPUT):
        _done(world, report, date(2026, 8, 10), late_reason="It was not.")
    _done(world, report, date(2026, 8, 10))
    with refused("This is already recorded as done."):
        _done(world, report, date(2026, 8, 10))


@pytest.mark.parametrize("who", ["chair", "partner_police", "scrutineer", "member", "administrator", "nobody"])
def test_others_do_not_record_it(world, who):
    report = _owed(world)["publish_yearly_report"]
    with refused("Your role may not record what the partnership has done.", ground=Ground.ROLE):
        _done(world, report, date(2026, 8, 10), by=world.actor(who))


def test_no_person_sets_or_hands_on_what_is_owed(world):
    manager, seat = world.actor("business_manager"), world.seat("business_manager")
    alone = "Cairn itself does this; nobody can do it by hand."
    with refused(alone, ground=Ground.ROLE):
        duties.owe_partnership_duty(
            duty="publish_yearly_report", trigger_on=date(2026, 3, 31), seat=seat, by=manager, at=world.at
        )
    report = _owed(world)["publish_yearly_report"]
    with refused(alone, ground=Ground.ROLE):
        duties.hand_on_partnership_duty(report, seat=world.seat("officer"), by=manager, at=world.at)
    _done(world, report, date(2026, 8, 10))
    with refused("What is done is owed by nobody."):
        duties.hand_on_partnership_duty(report, seat=world.seat("officer"), by=MACHINE, at=world.at)


def test_what_a_leaver_owed_is_owed_by_whoever_follows(world):
    _owed(world)
    manager = world.actor("business_manager")
    new = seats.appoint(
        world.group("office"),
        holder=world.user("no_role"),
        title="Business manager",
        role=Role.BUSINESS_MANAGER,
        starts_at=world.at,
        by=manager,
        at=world.at,
    )
    seats.end_seat(world.seat("business_manager"), ends_at=world.at, by=manager, at=world.at)
    assert {row.owed_by for row in _owed(world).values()} == {new}


def test_nothing_is_owed_by_nobody(world):
    person = world.user("business_manager")
    person.is_active, person.closed_at = False, world.at
    person.save()
    assert _owed(world) == {}


@pytest.mark.django_db
def test_nothing_is_owed_before_there_is_a_partnership():
    assert list(queries.duties_begun(datetime(2026, 8, 14, tzinfo=UTC))) == []


def test_arrangements_younger_than_the_year_owe_no_report_of_it(world):
    type(world.partnership).unscoped.update(arrangements_started_on=date(2026, 4, 1))
    assert "publish_yearly_report" not in _owed(world)


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (datetime(2026, 9, 1, 23, tzinfo=UTC), "due within four weeks"),
        (datetime(2026, 9, 23, 12, tzinfo=UTC), "due within a week"),
        (datetime(2026, 9, 30, 22, tzinfo=UTC), "due today"),
        (datetime(2026, 9, 30, 23, tzinfo=UTC), "late"),
    ],
)
def test_the_owner_is_reminded_once_at_each_stage_without_being_told_of_what(world, day, words):
    _owed(world)
    jobs.remind(day - timedelta(days=40))
    assert not Message.unscoped.exists()
    jobs.remind(day)
    jobs.remind(day)
    message = Message.unscoped.get()
    assert message.to_user == world.user("business_manager")
    assert message.subject == f"Something your partnership owes is {words}"
    assert "report" not in message.subject + message.body


def test_the_list_says_what_is_owed_by_whom_under_which_paragraph(world):
    report = _owed(world)["publish_yearly_report"]
    listed = queries.partnership_duties(world.actor("chair"), world.at)
    assert next(owed.title for owed in listed) == "Publish the yearly report by the end of September"
    first = queries.partnership_duty(world.actor("scrutineer"), report.key, world.at)
    assert (first.owed_by, first.state) == ("Bea Manager, Business manager", DutyState.OWED)
    assert "109" in first.reference
    late = queries.partnership_duties(world.actor("chair"), datetime(2026, 10, 1, tzinfo=UTC))
    assert late[0].state is DutyState.LATE
    _done(world, report, date(2026, 8, 10))
    done = queries.partnership_duty(world.actor("officer"), report.key, world.at)
    assert done.state is DutyState.DONE
    still = queries.partnership_duties(world.actor("officer"), world.at, done_too=False)
    assert report.key not in {owed.key for owed in still}
    assert {"Local yearly step", "Local yearly step (OB-004)"} <= {owed.reference for owed in still}


@pytest.mark.parametrize("who", ["member", "author", "administrator", "auditor", "no_role"])
def test_others_read_nothing_of_it(world, who):
    report = _owed(world)["publish_yearly_report"]
    assert queries.partnership_duties(world.actor(who), world.at) == ()
    assert queries.partnership_duty(world.actor(who), report.key, world.at) is None
