"""The pages of the partnership's settings: who reads them, and what they say."""

import re

import pytest
from django.urls import reverse

from cairn.partnership import jobs
from cairn.partnership.commands import outbox
from cairn.partnership.models import Agency, PartnershipDuty
from tests.demonstration import become_demonstration

LISTS = ("partnership", "names", "agencies", "neighbours", "groups")
FORMS = ("partnership_details", "open_agency", "add_neighbour", "form_group")


def _keyed(world):
    """Every page of one thing that whoever holds a seat may read."""
    agency, group, seat = world.agency("CCG"), world.group("subgroup"), world.seat("member_education")
    deputy = seat.deputies.get()
    return [
        *(reverse(name, args=[agency.key]) for name in ("agency", "change_agency", "end_agency", "succeed_agency")),
        *(reverse(name, args=[group.key]) for name in ("group", "end_group", "appoint")),
        *(reverse(name, args=[seat.key]) for name in ("seat", "end_seat", "name_deputy")),
        *(reverse(name, args=[deputy.key]) for name in ("brief_deputy", "end_deputy")),
        reverse("name_thing", args=["subgroup"]),
    ]


@pytest.mark.parametrize("who", ["business_manager", "chair", "auditor", "administrator", "deputy"])
def test_whoever_holds_a_seat_reads_the_settings(world, who):
    client = world.client(who)
    for address in [*map(reverse, LISTS + FORMS), *_keyed(world)]:
        page = client.get(address)
        assert page.status_code == 200, address
        assert page.content.count(b"<h1") == 1, address


def test_who_holds_no_seat_finds_nothing_whatever_she_asks_for(world):
    client = world.client("no_role")
    nowhere = client.get("/partnership/nowhere/")
    addresses = [*map(reverse, (*LISTS, *FORMS, "partnership_duties", "outbox", "move_day")), *_keyed(world)]
    for address in addresses:
        page = client.get(address)
        assert (page.status_code, page.content) == (404, nowhere.content), address


def test_what_does_not_exist_is_absent_for_the_manager_too(world):
    client = world.client("business_manager")
    one = ("agency", "change_agency", "end_agency", "succeed_agency", "group", "end_group", "appoint", "seat")
    more = ("end_seat", "name_deputy", "brief_deputy", "end_deputy", "partnership_duty", "notice", "name_thing")
    for name in one + more:
        assert client.get(reverse(name, args=["nothing"])).status_code == 404, name


def test_nobody_reads_without_signing_in(world):
    page = world.client("nobody").get(reverse("agencies"))
    assert (page.status_code, page.url.split("?")[0]) == (302, reverse("account_login"))


@pytest.mark.parametrize("who", ["chair", "member", "administrator"])
def test_who_may_read_but_not_act_sees_the_reason_where_the_form_would_be(world, who):
    client = world.client(who)
    for name in FORMS:
        page = client.get(reverse(name)).content.decode()
        assert "Your role may not change agencies, groups, neighbours and local names." in page
        assert "csrfmiddlewaretoken" not in page.split("<main")[1].split("</main>")[0]


def test_the_roll_is_read_as_it_stood_on_a_day(world):
    client, address = world.client("member"), reverse("group", args=[world.group("subgroup").key])
    assert "Lea Ver" not in _board(client.get(address))
    assert "Lea Ver" in _board(client.get(address, {"on": "30/7/2026"}))
    wrong = client.get(address, {"on": "30/2/2026"})
    assert wrong.status_code == 400
    assert "Enter a real date, such as 14/8/2026." in wrong.content.decode()
    early = client.get(address, {"on": "1/1/2020"}).content.decode()
    assert "Nobody sat in this group on that day." in early
    assert "Nobody in this group speaks for: Police, Council children&#x27;s services" in early


def _board(page):
    return re.search(r"<table.*?</table>", page.content.decode(), re.S)[0]


def test_an_agency_that_has_ended_names_who_followed_and_who_still_sits_for_it(world):
    client = world.client("officer")
    page = client.get(reverse("agency", args=[world.agency("CCG").key])).content.decode()
    assert "Fellside Integrated Care Board</a> took over from" in page
    assert "1 July 2022" in page
    Agency.unscoped.filter(short_name="ICB").update(ends_on=world.at.date())
    assert (
        "People still sit for this agency"
        in client.get(reverse("agency", args=[world.agency("ICB").key])).content.decode()
    )


def test_a_seat_page_says_who_employs_for_whom_it_speaks_and_who_stands_in(world):
    client = world.client("scrutineer")
    page = client.get(reverse("seat", args=[world.seat("member").key])).content.decode()
    for words in ("Fellside Integrated Care Board", "Coldwater Community Health Trust", "since 1 April 2026"):
        assert words in page
    assert "Nobody has stood in for this seat." in page
    deputised = client.get(reverse("seat", args=[world.seat("member_education").key])).content.decode()
    assert "Dee Puty, 31 July 2026 to 30 September 2026." in deputised
    assert "Their employer" in deputised


def test_the_settings_offer_only_what_she_may_read(world):
    offered = {
        who: {name for name in ("partnership_duties", "outbox") if reverse(name) in _settings(world, who)}
        for who in ("business_manager", "chair", "administrator", "member")
    }
    assert offered == {
        "business_manager": {"partnership_duties", "outbox"},
        "chair": {"partnership_duties"},
        "administrator": {"outbox"},
        "member": set(),
    }


def _settings(world, who):
    return world.client(who).get(reverse("partnership")).content.decode()


def test_the_yearly_duties_are_read_by_those_who_answer_for_them(world):
    assert "Nothing is owed yet." in world.client("chair").get(reverse("partnership_duties")).content.decode()
    jobs.set_partnership_duties(world.at)
    report = PartnershipDuty.unscoped.get(duty="publish_yearly_report")
    listed = world.client("chair").get(reverse("partnership_duties")).content.decode()
    assert "Publish the yearly report by the end of September" in listed
    assert "30\N{NO-BREAK SPACE}September\N{NO-BREAK SPACE}2026" in listed
    one = world.client("scrutineer").get(reverse("partnership_duty", args=[report.key])).content.decode()
    assert "paragraph 109" in one
    assert "Your role may not record what the partnership has done." in one
    for who in ("member", "administrator"):
        assert world.client(who).get(reverse("partnership_duties")).status_code == 404
        assert world.client(who).get(reverse("partnership_duty", args=[report.key])).status_code == 404


def test_the_outbox_shows_each_notice_as_its_reader_gets_it(world):
    client = world.client("officer")
    assert "No notice has been written yet." in client.get(reverse("outbox")).content.decode()
    note = outbox.write_notice(
        once="x", to=world.user("author"), subject="Something to read", body="Sign in: {link}", link="/x/", at=world.at
    )
    outbox.write_notice(once="y", address="box@fellside.example", subject="For the box", body="Read.", at=world.at)
    listed = client.get(reverse("outbox")).content.decode()
    assert "No mail server is set, so notices stay here." in listed
    assert "box@fellside.example" in listed
    one = client.get(reverse("notice", args=[note.key])).content.decode()
    assert "Sign in: (a link that only the reader is given)" in one
    assert "14 August 2026 at 10:00" in one
    for who in ("chair", "author"):
        assert world.client(who).get(reverse("outbox")).status_code == 404
        assert world.client(who).get(reverse("notice", args=[note.key])).status_code == 404


def test_a_demonstrations_outbox_gives_the_link_to_play_on_with(world):
    become_demonstration()
    note = outbox.write_notice(
        once="x", to=world.user("author"), subject="Set up", body="Go: {link}", link="/invitation/abc/", at=world.at
    )
    client = world.client("officer")
    assert "nothing leaves it" in client.get(reverse("outbox")).content.decode()
    assert 'href="/invitation/abc/"' in client.get(reverse("notice", args=[note.key])).content.decode()
