"""Who came, who stood in, and which interests were declared."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from cairn.audit.models import Event
from cairn.cases import queries as cases
from cairn.kernel.verdict import Ground
from cairn.meetings import commands, policy, queries
from cairn.meetings.models import Attendance, Interest
from cairn.partnership import clock
from cairn.partnership.commands import seats
from cairn.partnership.models import Deputy
from tests.meetings.acting import agree, call, came, declare, hold, put, standing
from tests.refused import refused

STALE = "Somebody changed this while you were typing. Compare it with yours, then send yours again if it still stands."
NOT_OPEN = "This case is not open to you."
OVER = "The minutes of this meeting are agreed, or it was cancelled."


@pytest.fixture
def case(stories):
    return stories.case_at("shared")


@pytest.fixture
def meeting(world, case):
    return call(world)


def stand_in(world, meeting, deputy, seat="member_education", seen=0):
    row = commands.Came(world.seat(seat), "deputy", deputy)
    return commands.record_attendance(meeting, came=[row], seen=seen, by=world.actor("officer"), at=world.at)


def test_everybody_of_the_group_is_listed_and_each_answer_stays(world, meeting):
    rows = queries.attendance(meeting, world.at)
    assert {row.who for row in rows} == {"Clare Chair", "Mo Member", "Edie School", "Con Flict", "Lee Gal", "Otto Side"}
    assert {row.how_label for row in rows} == {"Not recorded yet"}
    came(world, meeting, "member", "chair", how="present")
    came(world, meeting, "member", "chair", how="present", seen=2)
    came(world, meeting, "member", how="apologies", seen=2)
    said = {row.who: row.how_label for row in queries.attendance(meeting, world.at)}
    assert (said["Mo Member"], said["Clare Chair"]) == ("Apologies", "Present")
    assert Attendance.unscoped.count() == queries.lines_seen(meeting) == 3


def test_whoever_comes_second_sees_that_somebody_was_quicker(world, meeting):
    came(world, meeting, "member")
    with refused(STALE, ground=Ground.STALE):
        came(world, meeting, "chair")


def test_only_the_office_records_who_came_and_what_is_said_is_on_the_list(world, meeting):
    for who in ("chair", "member"):
        with refused("Your role may not call a meeting, bind its papers and keep its minutes."):
            came(world, meeting, "member", who=who)
    with refused("Say whether Designated doctor came."):
        came(world, meeting, "member", how="perhaps")


def test_a_briefed_deputy_counts_and_no_other(world, meeting):
    deputy = Deputy.unscoped.get()
    assert [name for _, name in queries.deputies(meeting, world.at)] == ["Dee Puty"]
    stand_in(world, meeting, deputy)
    row = next(row for row in queries.attendance(meeting, world.at) if row.deputy_key)
    assert (row.who, row.how_label, row.holder) == ("Dee Puty for Edie School", "Deputy came", "Edie School")
    assert str(Attendance.unscoped.get()) == Attendance.unscoped.get().key
    for other in (None, deputy):
        with refused("Say who came as deputy for Designated doctor."):
            stand_in(world, meeting, other, seat="member", seen=1)
    manager, until = world.actor("business_manager"), world.at + timedelta(60)
    unbriefed = seats.name_deputy(
        world.seat("member"), deputy=world.user("no_role"), starts_at=world.at, ends_at=until, by=manager, at=world.at
    )
    late = seats.name_deputy(
        world.seat("member"),
        deputy=world.user("author"),
        starts_at=world.at + timedelta(20),
        ends_at=until,
        by=manager,
        at=world.at,
    )
    for other, name in ((unbriefed, "Nora Role"), (late, "Ava Author")):
        with refused(f"{name} has to be named and briefed as deputy before she counts."):
            stand_in(world, meeting, other, seat="member", seen=1)


@pytest.mark.parametrize("winter", [False, True])
@pytest.mark.parametrize(("days", "counts"), [(-1, False), (0, True), (1, True), (2, False), (None, True)])
def test_a_deputy_counts_on_the_days_in_london_for_which_she_is_named(world, meeting, winter, days, counts):
    first = date(2027, 1, 14) if winter else date(2026, 8, 14)
    midnight = datetime.combine(first, time(), clock.LONDON)
    ends_at = None if days is None else (midnight + timedelta(2)).astimezone(UTC)
    deputy = Deputy.unscoped.get()
    deputy.starts_at, deputy.ends_at = midnight.astimezone(UTC), ends_at
    meeting.held_on = first + timedelta(days or 0)
    assert bool(policy.may_stand_in(deputy, deputy.seat, meeting)) is counts


def test_whoever_is_invited_from_outside_the_group_reads_the_meeting_from_then_on(world, meeting):
    assert queries.get(world.actor("scrutineer"), meeting.key) is None
    came(world, meeting, "scrutineer", "author", how="invited")
    assert queries.get(world.actor("scrutineer"), meeting.key) == meeting
    assert queries.get(world.actor("author"), meeting.key) is None, "An author's role reads no meetings."
    rows = {row.who: row.of_the_group for row in queries.attendance(meeting, world.at)}
    assert (rows["Sol Scrutiny"], rows["Mo Member"]) == (False, True)


@pytest.mark.parametrize("who", ["member", "deputy", "chair", "legal", "officer"])
def test_whoever_reads_the_meeting_declares_her_own_interest(world, meeting, case, who):
    item = put(world, meeting, case)
    interest = declare(world, meeting, item, who=who)
    assert (interest.person, interest.declared_by) == (world.user(who), world.user(who))
    event = Event.unscoped.order_by("seq").last()
    assert (event.verb, event.case_key, str(interest)) == ("declare_interest", case.key, interest.key)


def test_the_office_declares_anothers_and_nobody_else_does(world, meeting, case):
    item = put(world, meeting, case)
    assert declare(world, meeting, item, who="officer", whose="outsider").person == world.user("outsider")
    with refused("Your role may not call a meeting, bind its papers and keep its minutes."):
        declare(world, meeting, who="chair", whose="member")


def test_an_item_that_is_not_there_for_her_takes_no_interest_of_hers(world, meeting, case):
    item = put(world, meeting, case)
    with refused(NOT_OPEN, ground=Ground.ROLE):
        declare(world, meeting, item, who="outsider")


def test_what_is_missing_or_of_another_meeting_is_said(world, meeting, case):
    with refused("Say what was agreed."):
        declare(world, meeting, agreed="perhaps")
    with refused("Choose the case in which it is a conflict."):
        declare(world, meeting, standing(meeting), also_conflict=True)
    elsewhere = standing(call(world))
    with refused("Choose an item of this meeting."):
        declare(world, meeting, elsewhere)
    assert not Interest.unscoped.exists()


def test_a_conflict_declared_with_it_closes_the_case_and_the_item_at_once(world, meeting, case):
    item = put(world, meeting, case)
    member = world.actor("member")
    assert queries.item(member, meeting, item.key, world.at) == item
    declare(world, meeting, item, also_conflict=True)
    assert cases.get(member, case.key, world.at) is None
    assert queries.item(member, meeting, item.key, world.at) is None
    assert queries.interests(member, meeting, world.at) == []
    (row,) = queries.interests(world.actor("chair"), meeting, world.at)
    assert (row.who, row.item_key, row.agreed) == ("Mo Member", item.key, "Leaves for this item")


def test_an_interest_in_the_meeting_as_a_whole_is_read_by_the_whole_group(world, meeting):
    interest = declare(world, meeting)
    (row,) = queries.interests(world.actor("outsider"), meeting, world.at)
    assert (row.who, row.item_key, interest.case_key) == ("Mo Member", "", "")


def test_nothing_is_added_once_the_minutes_are_agreed(world, meeting):
    hold(world, meeting)
    declare(world, meeting)
    agree(world, meeting)
    for act in (lambda: declare(world, meeting), lambda: came(world, meeting, "member")):
        with refused(OVER, ground=Ground.STATE):
            act()


def test_a_member_who_has_no_access_to_a_case_is_away_for_it_too(world, meeting, case):
    put(world, meeting, case)
    came(world, meeting, "outsider", "conflicted", "member", "chair", "legal")
    stand_in(world, meeting, Deputy.unscoped.get(), seen=5)
    (row,) = [row for row in queries.agenda_for(world.actor("chair"), meeting, world.at) if row.case_key]
    assert set(row.away) == {"Otto Side", "Con Flict"}
    came(world, meeting, "outsider", how="apologies", seen=6)
    (row,) = [row for row in queries.agenda_for(world.actor("chair"), meeting, world.at) if row.case_key]
    assert set(row.away) == {"Con Flict"}


def test_access_given_to_a_person_by_name_counts_as_being_there(world, meeting, case):
    put(world, meeting, case)
    came(world, meeting, "reviewer")
    (row,) = [row for row in queries.agenda_for(world.actor("chair"), meeting, world.at) if row.case_key]
    assert row.away == ()
