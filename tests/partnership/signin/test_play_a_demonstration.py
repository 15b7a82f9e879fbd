"""A demonstration lets a trainer play anybody, on this machine only; a real partnership knows no such door."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from cairn.access.actor import MACHINE
from cairn.access.roles import Role
from cairn.kernel import clock as machine
from cairn.partnership.commands import area, seats
from cairn.partnership.models import Seat, User
from cairn.partnership.queries.cast import cast
from tests.demonstration import become_demonstration
from tests.partnership.signin.door import events
from tests.world import AT, EVERYBODY

PEOPLE, CONFIRM = reverse("demo_people"), reverse("demo_confirm")
TYPED = {"name": "Nell New", "email": "nell@trust.example", "post": "", "employer": ""}


@pytest.fixture
def demo(db) -> User:
    """A demonstration, and its business manager."""
    with time_machine.travel(AT, tick=False):
        area.found_partnership(
            name="Madeup Safeguarding Children Partnership",
            short_name="MSCP",
            council_name="Madeup Council",
            email="office@madeup.example",
            arrangements_started_on=date(2019, 9, 29),
            first=area.FirstPerson("Dee Mo", "dee@madeup.example"),
            demonstration_day=date(2026, 8, 14),
            by=MACHINE,
            at=AT,
        )
        yield User.unscoped.get()


def playing(user: User) -> Client:
    client = Client()
    client.post(PEOPLE, {"person": user.key})
    return client


def test_everybody_is_offered_with_her_seats(demo):
    page = Client().get(PEOPLE).content.decode()
    assert "Sign in as Dee Mo" in page
    assert "Partnership office" in page
    assert "Runs the process from end to end for the partnership." in page


def places(partnership, at) -> dict[str, tuple[str, str, str]]:
    """Who is offered: by name her group, where she sits, and what she shows."""
    return {
        persona.user.name: (company.name, persona.sits, part.shows)
        for company in cast(partnership, at)
        for part in company.parts
        for persona in part.people
    }


def test_the_page_says_where_each_sits_for_whom_she_stands_in_and_what_she_shows(world):
    become_demonstration()
    found = places(world.partnership, AT)
    assert len(found) == len(EVERYBODY)
    assert found["Bea Manager"] == ("Partnership office", "", Role.BUSINESS_MANAGER.work)
    subgroup = "Case Review and Governance Group"
    assert found["Clare Chair"] == (subgroup, "", Role.SUBGROUP_CHAIR.work)
    assert found["Dee Puty"] == (subgroup, "Stands in for Edie School", Role.BRIEFED_DEPUTY.work)
    assert found["Nora Role"] == ("Without a seat", "", "Sees a case only while it is opened to this very person.")


def test_a_title_that_differs_from_the_post_is_shown_and_an_ended_seat_has_no_deputy(world):
    become_demonstration()
    Seat.unscoped.filter(holder=world.user("chair")).update(title="Chair")
    seats.end_seat(world.seat("member_education"), ends_at=AT, by=world.actor("business_manager"), at=AT)
    found = places(world.partnership, AT)
    assert found["Clare Chair"][1] == "Chair"
    assert found["Dee Puty"][0] == found["Edie School"][0] == "Without a seat"


def test_nobody_of_a_real_partnership_is_offered(world):
    assert cast(world.partnership, AT) == ()


def test_a_press_signs_in_as_strongly_as_it_gets(demo):
    client = playing(demo)
    assert client.get(reverse("own_account")).status_code == 200
    assert events("sign_in") == 1


def test_another_press_plays_somebody_else(demo):
    client = playing(demo)
    other = User.unscoped.create(email="una@madeup.example", name="Una Other", created_at=AT)
    client.post(PEOPLE, {"person": other.key})
    assert "una@madeup.example" in client.get(reverse("own_account")).content.decode()


def test_somebody_unknown_or_closed_cannot_be_played(demo):
    User.unscoped.filter(pk=demo.pk).update(is_active=False, closed_at=AT)
    for key in ("nobody", demo.key):
        assert Client().post(PEOPLE, {"person": key}).status_code == 404


def test_a_press_needs_the_token_of_the_page(demo):
    assert Client(enforce_csrf_checks=True).post(PEOPLE, {"person": demo.key}).status_code == 403


def test_before_something_sensitive_one_button_is_pressed(demo):
    client = playing(demo)
    with time_machine.travel(machine.now() + timedelta(minutes=11), tick=False):
        asked = client.post(reverse("invite"), TYPED)
        assert asked.headers["Location"] == f"{CONFIRM}?next=%2Faccounts%2Finvite%2F"
        page = client.get(asked.headers["Location"]).content.decode()
        assert 'name="next" value="/accounts/invite/"' in page
        done = client.post(CONFIRM, {"next": "/accounts/invite/"})
        assert done.headers["Location"].startswith("/accounts/")
        assert User.unscoped.filter(email=TYPED["email"]).exists()
    assert events("confirm") == 1


def test_a_button_pressed_for_nothing_leads_to_one_s_own_account(demo):
    assert playing(demo).post(CONFIRM).headers["Location"] == reverse("own_account")


def test_nobody_confirms_who_has_not_signed_in(demo):
    assert [Client().get(CONFIRM).status_code, Client().post(CONFIRM).status_code] == [404, 404]


def test_a_person_without_password_is_not_offered_to_change_it(demo):
    assert playing(demo).get(reverse("account_change_password")).headers["Location"] == reverse("own_account")


@pytest.mark.parametrize(
    "elsewhere",
    [
        {"REMOTE_ADDR": "192.0.2.1"},
        {"REMOTE_ADDR": "10.0.0.5"},
        {"REMOTE_ADDR": "::ffff:192.0.2.1"},
        {"REMOTE_ADDR": ""},
        {"REMOTE_ADDR": "localhost"},
        {"HTTP_X_FORWARDED_FOR": "127.0.0.1"},
        {"HTTP_FORWARDED": "for=127.0.0.1"},
        {"HTTP_X_REAL_IP": "127.0.0.1"},
    ],
)
@pytest.mark.parametrize("path", ["/", "/sign-in/", "/demo/people/", "/static/nothing", "/there/never/was/"])
def test_a_demonstration_answers_this_machine_only(demo, elsewhere, path):
    answer = Client(**elsewhere).get(path)
    assert answer.status_code in {403, 404}
    assert path.startswith("/static/") or answer.content == b"A demonstration answers only the machine it runs on."


@pytest.mark.parametrize("here", ["127.0.0.1", "127.9.9.9", "::1"])
def test_this_machine_has_several_names(demo, here):
    assert Client(REMOTE_ADDR=here).get(PEOPLE).status_code == 200


@pytest.mark.parametrize("path", [PEOPLE, CONFIRM])
def test_in_a_real_partnership_the_doors_answer_like_an_address_that_never_was(world, path):
    for client in (Client(), world.client("chair"), world.client("business_manager")):
        never = client.get("/there/never/was/")
        for answer in (client.get(path), client.post(path, {"person": world.user("chair").key})):
            assert (answer.status_code, answer.content) == (404, never.content)
            assert answer.headers == never.headers


def test_a_database_without_a_partnership_has_no_such_door(db):
    assert Client().get(PEOPLE).status_code == 404


def test_a_real_partnership_answers_from_anywhere(world):
    assert Client(REMOTE_ADDR="192.0.2.1").get("/sign-in/").status_code == 200
