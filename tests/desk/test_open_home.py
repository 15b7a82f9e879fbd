"""The first screen: what is late, what is due, who owes it; and for each person only what is hers."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from benchmarks import rows
from cairn.cases import commands
from cairn.cases.models import Case, Clock, Duty
from cairn.partnership.jobs import run_due
from cairn.partnership.models import PartnershipDuty
from tests.desk.seen import main, section
from tests.stories import Stories
from tests.world import World

LATE = "Late Nothing is late."
SOON = "Due in the next ten working days"
WAITING = "Waiting for others"
MINE = "My cases"
NO_CASE = "No case is open to you. A case appears here once somebody gives you access to it."


def owe(world: World, case: Case, who: str, what: str, due_on: date | None) -> Duty:
    """A duty as the office sets it."""
    return commands.set_duty(
        case,
        what=what,
        strength="local",
        reference="",
        owed_by=world.seat(who),
        due_on=due_on,
        by=world.actor("business_manager"),
        at=world.at,
    )


def test_a_running_clock_is_due_in_words(world: World, stories: Stories) -> None:
    case = stories.case_at("opened")
    shown = main(world.client("business_manager"), reverse("home"))
    due = section(shown, SOON, WAITING)
    assert "Notify a serious incident" in due
    assert case.reference in due
    assert "Working day 1 of 5, due Thursday 20 August" in due
    assert "The local authority" in due


def test_a_clock_leads_the_office_to_the_work_and_others_to_the_reason_for_its_day(
    world: World, stories: Stories
) -> None:
    case = stories.case_at("shared")
    notifying = reverse("notifying", args=[case.key])
    by_office = world.client("officer").get(reverse("home")).content.decode()
    assert "Decide and notify" in by_office
    assert f'href="{notifying}"' in by_office
    by_chair = world.client("chair").get(reverse("home")).content.decode()
    assert "Why this date?" in by_chair
    assert "Decide and notify" not in by_chair


def test_what_is_past_its_day_is_late(world: World, stories: Stories) -> None:
    case = stories.case_at("shared")
    owe(world, case, "author", "Send what the agency knows", world.at.date() - timedelta(days=1))
    late = section(main(world.client("chair"), reverse("home")), "Late", SOON)
    assert "Send what the agency knows" in late
    assert "1 day late, due Thursday 13 August" in late
    assert "Named nurse (Ava Author)" in late


def test_what_others_owe_further_off_or_without_a_day_waits(world: World, stories: Stories) -> None:
    case = stories.case_at("shared")
    owe(world, case, "member", "Check the return", None)
    owe(world, case, "legal", "Advise on disclosure", world.at.date() + timedelta(days=60))
    waiting = section(main(world.client("chair"), reverse("home")), WAITING, MINE)
    assert "Check the return" in waiting
    assert "No day set" in waiting
    assert "60 days left, due Tuesday 13 October" in waiting


def test_an_author_sees_what_her_own_seat_owes_and_nothing_else(world: World, stories: Stories) -> None:
    case = stories.case_at("shared")
    owe(world, case, "author", "Send what the agency knows", world.at.date() + timedelta(days=3))
    owe(world, case, "member", "Check the return", world.at.date() + timedelta(days=3))
    shown = main(world.client("author"), reverse("home"))
    assert "Send what the agency knows" in shown
    assert "(you)" in shown
    assert "Check the return" not in shown
    assert "Notify a serious incident" not in shown
    assert WAITING not in shown


def test_what_is_done_is_no_longer_there(world: World, stories: Stories) -> None:
    case = stories.case_at("shared")
    duty = owe(world, case, "author", "Send what the agency knows", world.at.date() + timedelta(days=3))
    commands.do_duty(duty, done_on=world.at.date(), late_reason="", by=world.actor("author"), at=world.at)
    assert "Send what the agency knows" not in main(world.client("chair"), reverse("home"))


def test_empty_lists_say_what_would_appear(world: World) -> None:
    shown = main(world.client("member"), reverse("home"))
    assert "Nothing is late. What passes the day it was due appears here, if your seat owes it." in shown
    assert "Nothing is due. What is owed within ten working days appears here, if your seat owes it." in shown
    assert NO_CASE in shown


@pytest.mark.parametrize("who", ["outsider", "conflicted", "ex_reviewer", "leaver", "no_role"])
def test_a_hidden_case_leaves_the_page_as_it_would_be_without_it(world: World, stories: Stories, who: str) -> None:
    before = main(world.client(who), reverse("home"))
    stories.case_at("shared")
    assert main(world.client(who), reverse("home")) == before


@pytest.mark.parametrize(
    ("who", "heading", "link"),
    [
        ("administrator", "Keeping the service running", "accounts"),
        ("auditor", "Checking the record of events", "events"),
    ],
)
def test_those_who_keep_or_check_the_service_find_their_work(
    world: World, stories: Stories, who: str, heading: str, link: str
) -> None:
    case = stories.case_at("shared")
    response = world.client(who).get(reverse("home"))
    html = response.content.decode()
    assert heading in html
    assert reverse(link) in html
    assert case.reference not in html
    assert MINE not in html


def test_fifty_cases_take_as_many_queries_as_one(world: World, stories: Stories) -> None:
    stories.case_at("opened", label="Child 0")
    client = world.client("chair")
    client.get(reverse("home"))
    with CaptureQueriesContext(
        connection,
    ) as one:
        client.get(reverse("home"))
    for number in range(1, 50):
        stories.case_at("opened", label=f"Child {number}")
    with CaptureQueriesContext(connection) as fifty:
        client.get(reverse("home"))
    assert len(fifty) == len(one)


def test_the_page_shows_a_reference_and_no_name_in_its_title(world: World, stories: Stories) -> None:
    case = stories.case_at("shared")
    html = world.client("chair").get(reverse("home")).content.decode()
    title = html[html.index("<title>") : html.index("</title>")]
    assert case.label not in title
    assert case.reference not in title


def test_what_the_partnership_owes_is_for_those_who_may_read_it(world: World) -> None:
    run_due(world.at)
    due = PartnershipDuty.unscoped.get(duty="publish_yearly_report")
    shown = main(world.client("scrutineer"), reverse("home"))
    assert "Publish the yearly report by the end of September The partnership Bea Manager, Business manager" in shown
    assert "47 days left, due Wednesday 30 September" in shown
    assert reverse("partnership_duty", args=[due.key]) in world.client("chair").get(reverse("home")).content.decode()
    assert "yearly report" not in main(world.client("member"), reverse("home"))


def test_each_line_leads_to_one_act(world: World, stories: Stories) -> None:
    case = stories.case_at("shared")
    duty = owe(world, case, "author", "Send what the agency knows", world.at.date() + timedelta(days=3))
    clock = Clock.unscoped.get(case=case)
    manager = world.client("business_manager").get(reverse("home")).content.decode()
    author = world.client("author").get(reverse("home")).content.decode()
    assert reverse("notifying", args=[case.key]) in manager
    assert (
        reverse("case_clock", args=[case.key, clock.key]) in world.client("chair").get(reverse("home")).content.decode()
    )
    assert reverse("case_duties", args=[case.key]) in manager
    assert reverse("case_do_duty", args=[case.key, duty.key]) not in manager
    assert reverse("case_do_duty", args=[case.key, duty.key]) in author


@pytest.mark.parametrize(("who", "offered"), [("business_manager", True), ("officer", True), ("chair", False)])
def test_a_case_is_opened_from_here_by_those_who_may(world: World, who: str, offered: bool) -> None:
    assert (reverse("open_incident") in world.client(who).get(reverse("home")).content.decode()) is offered


def test_a_long_list_shows_its_first_lines_and_the_rest_on_pages_of_its_own(world):
    made = rows.write(130, 120, office=world.user("business_manager"), at=world.at)
    client = world.client("chair")
    page = client.get(reverse("home")).content.decode()
    mine = page.split('id="mine"')[1]
    assert mine.count("CR-") == 40
    assert "See all 120" in mine
    whole = f"{reverse('owed_list')}?list=mine"
    assert whole in page
    first, second = (client.get(f"{whole}&page={number}").content.decode() for number in (1, 2))
    assert [case.reference in first + second for case in made] == [True] * 120 + [False] * 10
    assert "page=2" in first
    assert "Next page" not in second


@pytest.mark.parametrize("name", ["late", "soon", "waiting", "later", "mine"])
def test_a_whole_list_holds_nothing_that_is_closed_to_its_reader(world, stories, name):
    case = stories.case_at("shared")
    for who in ("outsider", "conflicted", "ex_reviewer"):
        page = world.client(who).get(reverse("owed_list"), {"list": name}).content.decode()
        assert case.reference not in page
        assert "Nothing is on this list." in page


@pytest.mark.parametrize("asked", ["list=everything", "list="])
def test_a_list_that_there_is_not_is_absent(world, asked):
    assert world.client("chair").get(f"{reverse('owed_list')}?{asked}").status_code == 404


@pytest.mark.parametrize("number", ["0", "-1", "x", "9999999", "77"])
def test_a_page_beyond_the_list_is_empty_or_the_first(world, number):
    assert world.client("chair").get(reverse("owed_list"), {"page": number}).status_code == 200


def test_those_who_keep_the_service_have_no_lists(world):
    assert world.client("administrator").get(reverse("owed_list")).status_code == 404
