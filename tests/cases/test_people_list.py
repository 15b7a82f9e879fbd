"""The people list is saved by those who may read real names here, by nobody else, and saving it is on record."""

from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse

from cairn.audit.models import Event
from cairn.chronology.commandline.people import labels_of
from tests.stories import ADDRESS, ALIAS, NAME

PLANTED = (*NAME, ALIAS, ADDRESS)
NAMED = ("business_manager", "officer", "chair", "member", "deputy", "author", "sign_off")
SWITCHES = ("partner_council", "panel_member", "linked_member", "reviewer", "legal")
LINK = "People list for your own computer"


@pytest.fixture
def case(stories):
    return stories.case_at("shared")


@pytest.fixture
def address(case):
    return reverse("case_people_list", args=[case.key])


def read_back(answer, tmp_path):
    (tmp_path / "people.csv").write_bytes(answer.content)
    return labels_of(tmp_path / "people.csv")


@pytest.mark.parametrize("who", NAMED)
def test_whoever_reads_real_names_saves_it_and_the_page_itself_names_nobody(world, case, address, tmp_path, who):
    client = world.client(who)
    people = client.get(reverse("case_people", args=[case.key])).content.decode()
    assert LINK in people
    page = client.get(address).content.decode()
    assert not [name for name in PLANTED if name in page]
    answer = client.post(address)
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert answer["Content-Disposition"] == 'attachment; filename="people.csv"'
    labels = read_back(answer, tmp_path)
    assert labels.of("Zebedee at 9 Larkspur Yard, CW19ZZ; Z. Quillfeather") == "Child R at Home A, Home A; Child R"


def test_saving_it_is_a_read_of_real_names_on_record(world, case, address):
    world.client("member").post(address)
    (event,) = Event.unscoped.filter(verb="read_identity")
    assert (event.verdict, event.case_key, event.person_key) == ("read", case.key, world.user("member").key)


@pytest.mark.parametrize("who", SWITCHES)
def test_whoever_works_with_pseudonyms_switches_real_names_on_first(world, case, address, who):
    client = world.client(who)
    assert LINK not in client.get(reverse("case_people", args=[case.key])).content.decode()
    page = client.get(address)
    assert (page.status_code, b"You work with pseudonyms here" in page.content) == (200, True)
    refused = client.post(address)
    assert (refused.status_code, b"You work with pseudonyms here" in refused.content) == (403, True)
    assert not [name for name in PLANTED if name in refused.content.decode()]
    assert not Event.unscoped.filter(verb="read_identity").exists()
    client.post(reverse("case_show_names", args=[case.key]), {"reason": "To combine the chronologies."})
    assert LINK in client.get(reverse("case_people", args=[case.key])).content.decode()
    assert NAME[0] in client.post(address).content.decode()


@pytest.mark.parametrize("who", ["scrutineer", "comms", "conflicted", "outsider", "ex_reviewer", "auditor"])
def test_for_everybody_else_it_is_not_there(world, address, who):
    client = world.client(who)
    assert {client.get(address).status_code, client.post(address).status_code} == {404}


def test_who_is_not_signed_in_is_asked_to(world, address):
    assert world.client("nobody").post(address)["Location"].startswith("/sign-in/")


def test_a_second_factor_is_shown_again_before_it_leaves(world, address):
    client = world.client("member")
    with time_machine.travel(world.at + timedelta(minutes=11), tick=False):
        answer = client.post(address)
    assert answer.status_code == 302
    assert NAME[0] not in answer.content.decode()
    assert not Event.unscoped.filter(verb="read_identity").exists()
