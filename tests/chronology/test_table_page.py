"""The page of the combined chronology: who sees which rows, in which order, by which names."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cairn.audit.models import Event
from cairn.cases import commands as cases
from cairn.chronology import commands
from cairn.chronology.views import picture
from cairn.look import answers
from tests.chronology.acting import POLICE, TRUST, released, scene, sent, signed
from tests.chronology.whole_pages import events, opened, text, url
from tests.stories import ADDRESS, ALIAS, NAME

PLANTED = (*NAME, ALIAS, ADDRESS, "cw1 9zz")
NAMED = (
    ("4 March 2025", "", f"Letter to {NAME[1]}", f"{NAME[1].upper()} {NAME[0]}, called {ALIAS}, seen", "", ADDRESS),
    ("5 March 2025", "", "Visit", f"Went to {ADDRESS}, CW1 9ZZ; {NAME[0]}, {NAME[1]} asleep", "Yes", ""),
)
LABELLED = "Names are shown as labels."


@pytest.fixture
def on(world, stories):
    return scene(world, stories)


@pytest.fixture
def both(on):
    signed(on)
    signed(on, POLICE, "POLICE", "officer")
    return on


def planted(page):
    return [name for name in PLANTED if name.casefold() in page.casefold()]


@pytest.mark.parametrize("who", ["business_manager", "officer", "chair", "reviewer"])
def test_those_who_gather_read_all_rows_in_the_order_of_what_happened(both, who):
    page = opened(both, who)
    first = "Child" if who == "reviewer" else "Zebedee"
    assert events(page) == [first, "Mother", "Officers", "Admitted", "Interview"]
    assert "5 rows" in page
    assert "Not signed off yet" not in page


def test_a_row_shows_what_was_understood_and_what_was_written(both):
    page = opened(both, "chair")
    assert "April 2025 (in doubt)" in page
    assert "Written: ?April 2025" in page
    assert "9 May 2025, 10:30" in page
    assert "Written: 9 May 2025 10:30" not in page
    assert "Written: 9/5/2025" in page
    assert "Coldwater Community Health Trust" in page
    assert ">CCH</text>" in page
    assert "Referral made to MASH" in page


def test_a_panel_member_reads_it_once_it_is_released_to_her_and_until_it_ends(both):
    client = both.world.client("panel_member")
    assert client.get(url(both)).content == answers.absent().content
    given = released(both)
    assert events(opened(both, client)) == ["Child", "Mother", "Officers", "Admitted", "Interview"]
    commands.recall_chronology(given, reason="The panel changed.", by=both.by("officer"), at=both.at)
    assert client.get(url(both)).status_code == 404


def test_a_release_that_has_ended_shows_nothing(both):
    released(both, days=1)
    client = both.world.client("panel_member")
    with time_machine.travel(both.at + timedelta(days=2), tick=False):
        answer = both.world.client("panel_member").get(url(both))
    assert client.get(url(both)).status_code == 200
    assert answer.status_code == 404


@pytest.mark.parametrize("who", ["member", "legal", "author", "outsider", "conflicted", "comms"])
def test_nobody_else_finds_it(both, who):
    answer = both.world.client(who).get(url(both))
    assert (answer.status_code, answer.content) == (404, answers.absent().content)


def test_the_rows_of_another_case_stay_there(both, stories):
    other = scene(both.world, stories, "Child S")
    signed(other, (("1 March 2025", "", "Ward", "Elsewhere entirely", "", ""),))
    assert "Elsewhere" not in opened(both, "chair")
    assert events(opened(other, "chair")) == ["Elsewhere"]
    released(other)
    assert both.world.client("panel_member").get(url(both)).status_code == 404


def test_what_is_not_signed_off_is_marked_for_those_who_gather_and_hidden_from_others(on):
    sent(on)
    signed(on, POLICE, "POLICE", "officer")
    released(on)
    page = opened(on, "chair")
    assert page.count("Not signed off yet") == 3
    page = opened(on, "panel_member")
    assert events(page) == ["Officers", "Interview"]
    assert "Not signed off yet" not in page


def test_before_anything_is_in_the_page_says_so(on):
    assert "No agency’s chronology is here for you to read yet." in opened(on, "chair")


def test_a_row_without_a_day_comes_last_and_a_note_and_a_fault_are_marked(on):
    rows = (*TRUST, ("", "", "# mine", "Ask the ward about this", "", ""), ("31/02/2025", "", "", "Undated", "", ""))
    signed(on, rows)
    page = opened(on, "chair")
    assert events(page)[-2:] == ["Author’s", "To"]
    assert page.index("The day of these is not known") > page.index("Admitted")
    assert "Written: 31/02/2025" in page


def test_readers_of_labels_meet_no_real_name_anywhere(on):
    signed(on, (*TRUST, *NAMED))
    released(on)
    for who in ("reviewer", "panel_member"):
        page = opened(on, who, who="Child R", seen="yes")
        assert planted(page) == []
        page = opened(on, who)
        assert planted(page) == []
        assert LABELLED in page
        assert "Letter to Child R" in page
    page = opened(on, "chair")
    assert set(planted(page)) == set(PLANTED)
    assert LABELLED not in page


def test_real_names_come_with_the_switch_for_this_sitting(on):
    signed(on, NAMED)
    client = on.world.client("reviewer")
    page = opened(on, client)
    switch = url(on, "case_show_names")
    assert switch in page
    assert client.post(switch, {"reason": "To compare the accounts."}).status_code == 302
    page = opened(on, client)
    assert set(planted(page)) == set(PLANTED)
    assert switch not in page


def test_a_name_recorded_later_is_hidden_from_then_on(on, stories):
    signed(on, (("4 March 2025", "", "Visit", "Zed was seen", "", ""),))
    client = on.world.client("reviewer")
    assert "Zed was seen" in opened(on, client)
    cases.add_alias(stories.child(on.case), kind="nickname", name="Zed", by=on.by("officer"), at=on.at)
    assert "Zed" not in opened(on, client)
    assert events(opened(on, client, words="child r was")) == ["Child"]
    assert events(opened(on, client, words="zed was")) == []


def test_no_title_and_no_address_on_the_page_carries_a_name(on):
    signed(on, NAMED)
    page = opened(on, "chair")
    title = re.search(r"<title>(.*?)</title>", page).group(1)
    links = re.findall(r'(?:href|action)="([^"]*)"', page)
    assert not [each for each in (title, *links) if planted(each)]


def test_reading_is_on_record(both):
    before = Event.unscoped.count()
    opened(both, "chair")
    (event,) = Event.unscoped.all()[before:]
    assert (event.verb, event.case_key) == ("read_chronology", both.case.key)


MANY = tuple((f"{day} March 2025", "", "Ward notes", f"Event{day}", "", "") for day in range(1, 31))


def test_a_page_holds_a_hundred_rows_and_says_which(on):
    rows = tuple((*row[:3], f"{row[3]}.{n}", *row[4:]) for n in range(7) for row in MANY)
    signed(on, rows)
    client = on.world.client("chair")
    page = opened(on, client)
    assert "Rows 1 to 100 of 210" in page
    assert len(events(page)) == 100
    page = opened(on, client, page=3)
    assert "Rows 201 to 210 of 210" in page
    assert len(events(page)) == 10
    assert events(opened(on, client, page=99)) == events(page)
    assert 'href="?page=1"' in page
    assert 'href="?page=2" rel="prev"' in page
    assert "Rows 1 to 100" in opened(on, client, page="twelve")


def test_the_page_asks_the_database_as_often_for_many_rows_as_for_few(both):
    client = both.world.client("chair")

    def cost(**asked):
        client.get(url(both), asked)
        with CaptureQueriesContext(connection) as found:
            text(client.get(url(both), asked))
        return len(found)

    with CaptureQueriesContext(connection) as around:
        text(client.get(url(both, "case_agencies")))
    few = cost()
    signed(both, MANY, "SCHOOLS", "officer")
    assert cost() == few
    assert cost(who="Child R", words="seen") <= few
    assert few <= len(around) + 12


def test_the_picture_shows_the_same_rows_and_leads_to_them(both):
    page = opened(both, "chair", agency=both.world.agency("POLICE").key)
    assert '<svg xmlns="http://www.w3.org/2000/svg" class="chronology-picture"' in page
    assert "2 entries by" in page
    link = re.search(r'<a href="(\?agency=[^"]*since_day=9&since_month=5[^"]*)#rows"', page).group(1)
    assert events(text(both.world.client("chair").get(url(both) + link))) == ["Officers"]
    assert "<script" not in page.split("<main")[1].split("</main>")[0]


def test_so_many_rows_are_drawn_only_when_asked_for(both, monkeypatch):
    monkeypatch.setattr(picture, "MOST_UNASKED", 4)
    page = opened(both, "chair")
    assert "chronology-picture" not in page
    assert 'href="?picture=yes"' in page
    assert "chronology-picture" in opened(both, "chair", picture="yes")
    assert "doubtful=on&picture=yes" not in opened(both, "chair", doubtful="on")
