"""How long a session lives, what ends it, and what it leaves behind (T27)."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse

from cairn.audit.models import Event
from cairn.partnership.commands import accounts, seats
from cairn.partnership.signin import keeping
from cairn.partnership.signin.own_sessions import in_words
from tests.partnership.signin.door import NEW, PASSWORD, code_at, events, with_app
from tests.signed_in import signed_in
from tests.world import AT

pytestmark = pytest.mark.usefixtures("world")
OWN = reverse("own_account")


def minutes(count: float) -> time_machine.travel:
    return time_machine.travel(AT + timedelta(minutes=count), tick=False)


def test_a_session_has_a_new_number_after_each_step_in():
    person = with_app()
    person.client.get(reverse("account_login"))
    person.password_step()
    half_way = person.client.session.session_key
    person.code_step(code_at(person.secret, 30))
    assert person.client.session.session_key != half_way
    assert not Session.objects.filter(session_key=half_way).exists()


def test_a_session_without_use_for_fifteen_minutes_is_over(world):
    client = world.client("chair")
    with minutes(14.9):
        assert client.get(OWN).status_code == 200
    with minutes(29.8):
        assert client.get(OWN).status_code == 200
    with minutes(44.9):
        assert client.get(OWN).headers["Location"] == f"{reverse('account_login')}?next={OWN}"


def test_the_page_says_the_limit_without_script_and_hands_it_to_the_script(world):
    page = world.client("chair").get(OWN).content.decode()
    assert timedelta(minutes=15) == keeping.IDLE
    assert "You are signed out after 15 minutes without use, and after ten hours in any case." in page
    assert 'data-idle="900"' in page


def test_staying_signed_in_needs_a_press_and_starts_the_time_again(world):
    client = world.client("chair")
    with minutes(14):
        assert client.get(reverse("stay")).status_code == 405
        assert client.post(reverse("stay")).status_code == 204
    with minutes(28):
        assert client.get(OWN).status_code == 200


def test_a_session_ends_after_ten_hours_however_much_it_is_used(world):
    client = world.client("chair")
    for quarter in range(1, 60):
        with minutes(quarter * 10):
            client.post(reverse("stay"))
    with minutes(600):
        assert client.get(OWN).status_code == 302
        assert Event.unscoped.filter(verb="end_session", kind="session.too_long").count() == 1
        page = client.get(reverse("account_login"))
    assert "You were signed out after ten hours." in page.content.decode()


@pytest.mark.parametrize("started", [None, "yesterday", -1.0, AT.timestamp() + 60])
def test_a_session_that_does_not_say_when_it_began_is_over(world, started):
    client = world.client("chair")
    session = client.session
    session[keeping.STARTED] = started
    session.save()
    assert client.get(OWN).status_code == 302


def test_a_third_session_ends_the_oldest():
    person = with_app()
    browsers = []
    for step in range(3):
        with minutes(step):
            person.client = Client()
            person.sign_in()
            browsers.append(person.client)
    with minutes(3):
        assert [client.get(OWN).status_code for client in browsers] == [302, 200, 200]
    assert Event.unscoped.filter(verb="end_session", kind="session.too_many").count() == 1


def test_a_person_sees_her_sessions_and_ends_the_others(world):
    here, there = world.client("chair"), world.client("chair")
    assert here.get(reverse("usersessions_list")).content.decode().count("Browser of the tests") == 2
    here.post(reverse("usersessions_list"))
    assert [client.get(OWN).status_code for client in (here, there)] == [200, 302]
    assert Event.unscoped.filter(verb="end_session", kind="session.another").count() == 1


@pytest.mark.parametrize(
    ("agent", "words"),
    [
        ("Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/150.0.0.0 Safari/537.36 Edg/150.0.0.0", "Edge on Windows"),
        ("Mozilla/5.0 (Macintosh; Intel Mac OS X 14_7) Version/18.0 Safari/605.1.15", "Safari on a Mac"),
        ("Mozilla/5.0 (Linux; Android 15; K) Chrome/150.0.0.0 Mobile Safari/537.36", "Chrome on Android"),
        ("Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0", "Firefox on Linux"),
        ("Something else" + "!" * 100, "Something else" + "!" * 66),
    ],
)
def test_a_browser_is_named_as_people_name_it(agent, words):
    assert in_words(agent) == words


def test_signing_out_kills_the_session_on_the_server_and_clears_the_browser(world):
    client = world.client("chair")
    cookie = client.cookies["sessionid"].value
    answer = client.post(reverse("account_logout"))
    assert answer.headers["Clear-Site-Data"] == '"cache", "storage"'
    assert not Session.objects.filter(session_key=cookie).exists()
    assert not UserSession.objects.filter(session_key=cookie).exists()
    client.cookies["sessionid"] = cookie
    assert client.get(OWN).status_code == 302
    assert events("sign_out") == 1


def test_asking_for_the_sign_out_page_signs_nobody_out(world):
    client = world.client("chair")
    assert client.get(reverse("account_logout")).status_code == 200
    assert client.get(OWN).status_code == 200


@pytest.mark.parametrize("name", ["own_account", "usersessions_list", "mfa_index", "accounts"])
def test_no_page_is_kept_by_the_browser(world, name):
    assert world.client("business_manager").get(reverse(name)).headers["Cache-Control"] == "no-store"


def test_a_closed_account_is_out_at_the_next_request(world):
    client = world.client("chair")
    accounts.close_account(world.user("chair"), by=world.actor("business_manager"), at=AT)
    assert client.get(OWN).status_code == 302
    assert not Session.objects.filter(session_key=client.cookies["sessionid"].value).exists()


def test_a_session_of_a_closed_account_that_lingers_is_emptied(world):
    user = world.user("chair")
    client = signed_in(user)
    type(user).unscoped.filter(pk=user.pk).update(is_active=False, closed_at=AT)
    assert client.get(OWN).status_code == 302
    assert "_auth_user_id" not in client.session


def test_a_right_that_ends_is_gone_at_the_next_request(world):
    """T4: whoever keeps accounts by a seat does not after it ends, in the same session."""
    client = world.client("administrator")
    assert client.get(reverse("accounts")).status_code == 200
    seats.end_seat(world.seat("administrator"), ends_at=AT, by=world.actor("business_manager"), at=AT)
    assert client.get(reverse("accounts")).status_code == 404


def test_a_session_by_password_alone_ends_once_a_second_factor_exists(world):
    person = with_app()
    stolen = signed_in(person.user, by="password")
    assert stolen.get(reverse("mfa_index")).status_code == 302
    assert stolen.get(reverse("mfa_index")).headers["Location"].startswith(reverse("account_login"))
    assert Event.unscoped.filter(verb="end_session", kind="session.half_way").count() == 1


def test_a_new_password_ends_the_other_sessions():
    person = with_app()
    person.sign_in()
    other = signed_in(person.user)
    typed = {
        "oldpassword": PASSWORD,
        "password1": NEW,
        "password2": NEW,
    }
    answer = person.client.post(reverse("account_change_password"), typed)
    assert answer.headers["Location"] == OWN
    assert (person.is_in(), other.get(OWN).status_code) == (True, 302)
    assert events("change_password") == 1


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("wrong wrong wrong", NEW, "This is not your present password."),
        (PASSWORD, "short", "This password is too short."),
        (PASSWORD, "password1234", "This password is too common."),
        (PASSWORD, "ivy@coldwater.example", "too similar"),
        (PASSWORD, "827364519283746", "entirely numeric"),
        (PASSWORD, "x y" * 60, "at most 128"),
    ],
)
def test_a_bad_new_password_is_refused_with_a_sentence(old, new, says):
    person = with_app()
    person.sign_in()
    typed = {"oldpassword": old, "password1": new, "password2": new}
    page = person.client.post(reverse("account_change_password"), typed).content.decode()
    assert says in page
    person.user.refresh_from_db()
    assert person.user.check_password(PASSWORD)


def test_nothing_sends_a_person_to_another_site():
    person = with_app()
    typed = {"login": person.user.email, "password": PASSWORD, "next": "https://evil.example/"}
    person.client.post(reverse("account_login"), typed)
    assert person.code_step(code_at(person.secret, 30)).headers["Location"] == "/"


def test_after_signing_in_she_is_where_she_wanted_to_be():
    person = with_app()
    typed = {"login": person.user.email, "password": PASSWORD, "next": "/sessions/"}
    person.client.post(reverse("account_login"), typed)
    assert person.code_step(code_at(person.secret, 30)).headers["Location"] == "/sessions/"
