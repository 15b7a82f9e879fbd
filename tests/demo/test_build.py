"""The demonstration is built by commands alone, on fixed days, with somebody for each persona."""

from datetime import date

import pytest

from cairn.access.roles import Role
from cairn.audit.models import Event
from cairn.cases import queries as cases
from cairn.cases.models import Case
from cairn.meetings import queries as meetings
from cairn.partnership import clock, jobs, queries
from cairn.partnership.models import Partnership, User
from cairn.rapid_reviews import policy
from cairn.rapid_reviews import queries as rapid_reviews
from cairn.rapid_reviews.states import PanelState
from demo.area import FIRST_DAY
from demo.build import build
from demo.casework import at_ten
from demo.people import PEOPLE
from demo.register import Register
from tests.prepared import put_back

pytestmark = pytest.mark.django_db
NOW = at_ten(FIRST_DAY)


@pytest.fixture
def register() -> Register:
    put_back("hollinshire", build)
    return Register(users={person.handle: User.unscoped.get(email=person.email) for person in PEOPLE})


def labels(register: Register, handle: str) -> set[str]:
    return {case.label for case in cases.visible_to(register.actor(handle, NOW), NOW)}


def test_everybody_of_the_fiction_has_an_account_and_nobody_else(register):
    assert set(User.unscoped.values_list("name", flat=True)) == {person.name for person in PEOPLE}
    assert all(person.email.endswith(".example") for person in PEOPLE)


def test_every_role_is_played_by_somebody(register):
    seated = {role for handle in register.users for role in register.actor(handle, NOW).roles}
    assert seated | {Role.REVIEWER} == set(Role)  # a reviewer comes with one case, not with a seat


def test_it_is_a_demonstration_on_its_own_day_for_good(register):
    assert Partnership.unscoped.get().is_demo
    assert clock.day_of(clock.now()) == FIRST_DAY


def test_the_office_and_the_chair_see_every_case(register):
    everything = {
        "Child Lark",
        "Child Plover",
        "Child Teal",
        "Child Siskin",
        "Child Dunlin",
        "Child Wren",
        "Child Heron",
    }
    assert {case.label for case in Case.unscoped.all()} == everything
    for handle in ("business_manager", "business_officer", "chair"):
        assert labels(register, handle) == everything


@pytest.mark.parametrize(
    ("handle", "seen"),
    [
        ("designated_doctor", {"Child Wren", "Child Plover"}),
        ("deputy", {"Child Wren"}),
        ("head_teacher", {"Child Wren", "Child Teal"}),
        ("reviewer", {"Child Plover"}),
        ("former_reviewer", set()),
        ("conflicted", set()),
        ("author", {"Child Wren", "Child Plover"}),
        ("legal", {"Child Plover"}),
        ("communications", set()),
        ("administrator", set()),
        ("auditor", set()),
    ],
)
def test_everybody_else_sees_what_was_opened_to_her(register, handle, seen):
    assert labels(register, handle) == seen


def test_one_notification_is_late_one_is_due_and_one_review_runs(register):
    manager = register.actor("business_manager", NOW)
    running = {(row.label, row.what): (row.due_on, row.late) for row in cases.clocks_due(manager, NOW)}
    assert running == {
        ("Child Dunlin", "Notify a serious incident"): (date(2026, 8, 11), True),
        ("Child Heron", "Notify a serious incident"): (date(2026, 8, 19), False),
        ("Child Wren", "Send the rapid review"): (date(2026, 9, 2), False),
        ("Child Plover", "Complete and publish the practice review"): (date(2026, 12, 17), False),
    }


def test_the_yearly_duties_of_the_past_were_done_and_one_was_late_with_a_reason(register):
    manager = register.actor("business_manager", NOW)
    duties = [row.duty for row in queries.partnership_duties(manager, NOW)]
    assert {row.duty: row.due_on for row in duties if row.done_on is None} == {
        "publish_yearly_report": date(2026, 9, 30),
        "publish_within_twelve_months": date(2026, 9, 10),
        "check_reference_shelf": date(2026, 12, 17),
        "restate_membership_roll": date(2026, 12, 11),
    }
    assert [(row.duty, row.done_on) for row in duties if row.late_reason] == [
        ("check_reference_shelf", date(2025, 1, 22))
    ]
    jobs.set_partnership_duties(NOW)
    assert len(queries.partnership_duties(manager, NOW)) == len(duties)


def test_every_act_of_the_building_is_on_record_in_order(register):
    events = Event.unscoped.order_by("seq")
    assert [event.seq for event in events] == list(range(1, events.count() + 1))
    assert {event.verdict for event in events} == {"done"}
    assert queries.the_partnership() is not None


def test_the_subgroup_will_meet_on_two_cases_and_one_member_has_an_agenda_without_either(register):
    def agenda(handle):
        actor = register.actor(handle, NOW)
        (row,) = meetings.to_read(actor, NOW)
        meeting = meetings.get(actor, row.key)
        assert meeting is not None
        return [item.about.partition(", ")[2] for item in meetings.agenda_for(actor, meeting, NOW)]

    assert agenda("chair") == ["", "Child Wren", "Child Heron", "", ""]
    assert agenda("police_member") == ["", "Child Wren", "", ""]
    assert agenda("conflicted") == ["", "", ""]


def test_the_review_asks_three_questions_and_an_agency_that_was_let_in_may_read_them(register):
    reviewer = register.actor("reviewer", NOW)
    (case,) = cases.my_cases(reviewer, NOW)
    rows = cases.lines(reviewer, case, NOW)
    assert [(row.number, row.live) for row in rows] == [(1, True), (2, True), (3, True)]
    assert rows[2].came_from == "The national Panel's letter of 3 August 2026."


def test_one_report_went_in_time_and_the_panel_waits_for_an_answer(register):
    manager = register.actor("business_manager", NOW)
    (case,) = [found for found in cases.my_cases(manager, NOW) if found.label == "Child Plover"]
    review = rapid_reviews.review(manager, case, NOW)
    (report,) = rapid_reviews.reports(manager, case, NOW)
    assert (report.sent_on, report.gaps_blocking) == (date(2026, 6, 18), 0)
    assert policy.panel_state_of(review) is PanelState.ANSWER_OWED
    assert [(row.label, row.due_on) for row in rapid_reviews.points_due(manager, NOW)] == [
        ("Child Plover", date(2026, 8, 21))
    ]
