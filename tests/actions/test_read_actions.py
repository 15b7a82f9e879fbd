"""Who reads which actions: on a case, on the home page, in reminders."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cairn.actions import commands, jobs, queries
from cairn.partnership.jobs import registered
from cairn.partnership.models import Message
from tests.actions.acting import TODAY, WEEK, say_done, set_action
from tests.world import EVERYBODY

ALL = {
    *("business_manager", "officer", "chair", "partner_council", "partner_health", "scrutineer", "member"),
    *("member_education", "deputy", "legal", "reviewer", "panel_member", "linked_member"),
}


@pytest.fixture
def case(stories):
    return stories.case_at("shared")


def test_a_role_that_reads_all_reads_all_and_an_author_those_of_her_agency(world, case):
    trust, school = set_action(world, case), set_action(world, case, agency="SCHOOLS", what="Ask the schools")
    for who in EVERYBODY:
        actor = world.actor(who)
        found = {row.key for row in queries.actions(actor, case, world.at)}
        due = {row.key for row in queries.due(actor, world.at)}
        reads = {trust.key, school.key} if who in ALL else {trust.key} if who in ("author", "sign_off") else set()
        assert (found, due) == (reads, reads), who
        assert (queries.action(actor, case, school.key, world.at) is not None) == (school.key in reads), who


def test_what_is_late_comes_first_then_by_state(world, case):
    done = set_action(world, case, what="Said done", due_on=TODAY - WEEK)
    say_done(world, done)
    set_action(world, case, what="Next week")
    late = set_action(world, case, what="Late", due_on=TODAY - timedelta(1), seat="author")
    rows = queries.actions(world.actor("chair"), case, world.at)
    assert [(row.what, row.late, row.words) for row in rows] == [
        ("Late", True, "1 day late"),
        ("Next week", False, "7 days left"),
        ("Said done", False, ""),
    ]
    assert rows[0].owner == "Coldwater Community Health Trust, Named nurse (Ava Author)"
    assert late.is_late_on(TODAY)
    assert not late.is_late_on(TODAY - timedelta(1))


def test_what_she_owes_is_her_seats_or_where_no_seat_was_named_her_agencys(world, case):
    set_action(world, case, what="Trust")
    set_action(world, case, what="Author", seat="author")
    own = {who: {row.what for row in queries.due(world.actor(who), world.at, own=True)} for who in ALL | {"author"}}
    assert own["author"] == {"Trust", "Author"}
    assert own["member"] == own["panel_member"] == {"Trust"}
    assert own["chair"] == own["officer"] == set()
    marked = {row.what: row.own for row in queries.due(world.actor("member"), world.at)}
    assert marked == {"Trust": True, "Author": False}


def test_what_waits_to_be_verified_is_listed_for_those_who_may(world, case):
    action = set_action(world, case, due_on=TODAY - WEEK)
    assert queries.waiting_for_verification(world.actor("chair"), world.at) == []
    say_done(world, action)
    (row,) = queries.waiting_for_verification(world.actor("chair"), world.at)
    assert (row.what, row.late, row.words, row.state_label) == (action.what, False, "", "Said to be done")
    assert queries.due(world.actor("chair"), world.at) == []
    assert queries.waiting_for_verification(world.actor("officer"), world.at) == []


def test_an_action_that_was_dropped_is_no_longer_due(world, case):
    commands.drop_action(set_action(world, case), reason="No need.", by=world.actor("chair"), at=world.at)
    assert queries.due(world.actor("chair"), world.at) == []


def test_many_actions_cost_one_query(world, case):
    for number in range(5):
        set_action(world, case, what=f"Number {number}")
    with CaptureQueriesContext(connection) as asked:
        assert len(queries.due(world.actor("chair"), world.at)) == 5
    actor_costs = 6  # reading who she is and where she sits
    assert len(asked) <= 1 + actor_costs
    chair = world.actor("chair")
    with CaptureQueriesContext(connection) as asked:
        queries.due(chair, world.at)
    assert len(asked) == 1


def _reminded(prefix="actions:"):
    return set(Message.unscoped.filter(once__startswith=prefix).values_list("to_address", "subject"))


@pytest.mark.parametrize(
    ("left", "subject"),
    [
        (8, None),
        (7, "An action of yours is due in a week"),
        (1, "An action of yours is due tomorrow"),
        (0, None),
        (-1, "An action of yours is late"),
        (-7, None),
        (-8, "An action of yours is late"),
    ],
)
def test_whoever_owes_it_is_reminded_by_a_notice_that_tells_nothing(world, case, left, subject):
    set_action(world, case, due_on=TODAY + timedelta(left), seat="author", what="Ask about Larkspur Yard")
    jobs.remind_of_actions(world.at)
    jobs.remind_of_actions(world.at)
    assert _reminded() == ({("author@coldwater.example", subject)} if subject else set())
    told = " ".join(f"{notice.subject} {notice.body}" for notice in Message.unscoped.all())
    assert not [word for word in ("Larkspur", case.reference, case.label, case.key) if word in told]


def test_nobody_is_reminded_of_a_case_that_is_closed_to_her(world, case):
    set_action(world, case, agency="POLICE", due_on=TODAY - timedelta(1))
    jobs.remind_of_actions(world.at)
    assert _reminded() == set()
    assert "remind_of_actions" in {job.name for job in registered()}
