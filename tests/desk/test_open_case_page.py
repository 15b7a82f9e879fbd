"""The first page of a case, for each person as far as she may see it."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cairn.audit.models import Event
from cairn.cases import commands
from cairn.cases.models import Case, Clock
from tests.desk.seen import main, section
from tests.stories import ADDRESS, ALIAS, NAME, Stories
from tests.world import World

READERS = ("business_manager", "officer", "chair", "partner_council", "scrutineer", "member", "legal", "reviewer")


def address(case: Case) -> str:
    return reverse("case", args=[case.key])


@pytest.fixture
def case(stories: Stories) -> Case:
    return stories.case_at("shared")


@pytest.mark.parametrize("who", [*READERS, "panel_member", "linked_member", "author", "sign_off", "comms", "deputy"])
def test_whoever_was_let_in_finds_the_case_by_reference_and_label(world: World, case: Case, who: str) -> None:
    html = world.client(who).get(address(case)).content.decode()
    assert case.reference in html
    assert case.label in html


@pytest.mark.parametrize(
    "who", ["outsider", "conflicted", "ex_reviewer", "no_role", "administrator", "auditor", "leaver"]
)
def test_for_everybody_else_it_was_never_there(world: World, case: Case, who: str) -> None:
    nowhere = world.client(who).get("/never/was/")
    response = world.client(who).get(address(case))
    assert (response.status_code, response.content) == (404, nowhere.content)


def test_one_must_sign_in_first(case: Case) -> None:
    assert Client().get(address(case)).status_code == 302


def test_the_rail_shows_what_the_facts_say_and_the_rest_waits(world: World, case: Case) -> None:
    shown = section(main(world.client("chair"), address(case)), "How far it has come", "What is needed now")
    assert "Referred Opened 14 August 2026" in shown
    assert "Notified Working day 1 of 5 Due 20 August 2026" in shown
    assert "Scoping Nothing on record yet" in shown
    assert "Working Together 2023, paragraph 343" in shown


def test_a_clock_that_is_met_shows_when(world: World, case: Case) -> None:
    clock = Clock.unscoped.get(case=case)
    commands.meet_clock(clock, met_on=world.at.date(), evidence="Copy held.", by=world.actor("officer"), at=world.at)
    shown = main(world.client("chair"), address(case))
    assert "Notified 14 August 2026" in shown
    assert "Nothing is owed that you may see." in shown
    assert "Notify a serious incident The local authority Met 14 August 2026" in shown


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("concern", "A concern that is not a serious incident is not notified."),
        ("other_area", "The other area notifies it."),
    ],
)
def test_what_does_not_apply_is_passed_over(world: World, kind: str, words: str) -> None:
    case = commands.open_case(
        kind=kind,
        label="Child P",
        known_on=world.at.date(),
        told_by="A head teacher",
        by=world.actor("officer"),
        at=world.at,
    )
    assert f"Passed over {words}" in main(world.client("chair"), address(case))


def test_what_is_needed_names_owner_day_and_paragraph(world: World, case: Case) -> None:
    shown = section(main(world.client("member"), address(case)), "What is needed now", "People")
    assert "Notify a serious incident The local authority Running Working day 1 of 5, due Thursday 20 August" in shown
    assert "Working Together to Safeguard Children 2026" in shown


@pytest.mark.parametrize(("who", "named"), [("member", True), ("chair", True), ("reviewer", False), ("legal", False)])
def test_real_names_are_for_those_who_work_with_them(world: World, case: Case, who: str, named: bool) -> None:
    html = world.client(who).get(address(case)).content.decode()
    assert (NAME[0] in html) is named
    assert ALIAS not in html
    assert ADDRESS not in html
    title = html[html.index("<title>") : html.index("</title>")]
    assert case.reference in title
    assert NAME[0] not in title


@pytest.mark.parametrize(
    ("who", "people", "agencies"), [("comms", False, False), ("author", True, False), ("member", True, True)]
)
def test_parts_without_right_are_not_there(world: World, case: Case, who: str, people: bool, agencies: bool) -> None:
    html = world.client(who).get(address(case)).content.decode()
    assert ('id="people"' in html) is people
    assert ('id="agencies"' in html) is agencies


def test_a_declared_conflict_is_said_to_those_who_may_read_it(world: World, case: Case) -> None:
    said = "A conflict of interest is declared on this case."
    assert said in main(world.client("chair"), address(case))
    assert said not in main(world.client("member"), address(case))


def test_opening_the_page_is_one_event(world: World, case: Case) -> None:
    before = Event.unscoped.count()
    world.client("member").get(address(case))
    added = list(Event.unscoped.order_by("seq"))[before:]
    assert [(row.verb, row.verdict, row.case_key, row.person_key) for row in added] == [
        ("read_case", "read", case.key, world.user("member").key)
    ]


def test_a_closed_case_says_so(world: World, stories: Stories) -> None:
    case = stories.case_at("opened")
    commands.meet_clock(
        Clock.unscoped.get(case=case),
        met_on=world.at.date(),
        evidence="Copy held.",
        by=world.actor("officer"),
        at=world.at,
    )
    commands.close_case(case, reason="Nothing is owed.", by=world.actor("business_manager"), at=world.at)
    assert "Closed 14 August 2026. It can be read but not changed." in main(world.client("chair"), address(case))


def test_a_fuller_case_takes_as_many_queries(world: World, case: Case) -> None:
    client = world.client("chair")
    client.get(address(case))
    with CaptureQueriesContext(connection) as few:
        client.get(address(case))
    for number in range(20):
        commands.add_person(case, kind="relative", label=f"Relative {number}", by=world.actor("officer"), at=world.at)
    with CaptureQueriesContext(connection) as many:
        client.get(address(case))
    assert len(many) == len(few)


def test_latest_events_are_for_those_who_answer_for_the_record(world: World, case: Case) -> None:
    shown = main(world.client("chair"), address(case))
    assert "Clare Chair Declare conflict" in section(shown, "Latest events", "The whole history")
    assert "Latest events" not in main(world.client("member"), address(case))


def test_the_pages_of_the_case_are_those_one_may_read(world: World, case: Case) -> None:
    assert reverse("case_history", args=[case.key]) in world.client("chair").get(address(case)).content.decode()
    html = world.client("comms").get(address(case)).content.decode()
    assert reverse("case_access", args=[case.key]) in html
    assert [
        name for name in ("case_people", "case_agencies", "case_history") if reverse(name, args=[case.key]) in html
    ] == []


def test_names_switched_on_are_shown_for_this_case_and_sitting(world: World, case: Case) -> None:
    client = world.client("reviewer")
    assert NAME[0] not in client.get(address(case)).content.decode()
    client.post(reverse("case_show_names", args=[case.key]), {"reason": "To check the draft with the family."})
    assert NAME[0] in client.get(address(case)).content.decode()
    assert NAME[0] not in world.client("reviewer").get(address(case)).content.decode()


def test_closing_the_case_is_offered_to_those_who_may(world: World, case: Case) -> None:
    closing = f'href="{reverse("case_close", args=[case.key])}"'
    people = ("business_manager", "chair", "member")
    offered = {who for who in people if closing in world.client(who).get(address(case)).content.decode()}
    assert offered == {"business_manager", "chair"}
