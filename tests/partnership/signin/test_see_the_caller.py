"""Limits for each address count the caller's: behind servers in front too, and whatever she writes into a header."""

from __future__ import annotations

import pytest
from allauth.usersessions.models import UserSession
from django.test import Client, RequestFactory
from django.urls import reverse

from cairn.partnership.signin.adapter import AccountAdapter
from tests.partnership.signin.door import Person, with_app

FRONT = "10.0.0.1"


def seen(forwarded: str | None) -> str:
    """The address that is counted for a call that comes from the server in front."""
    headers = {} if forwarded is None else {"HTTP_X_FORWARDED_FOR": forwarded}
    return AccountAdapter().get_client_ip(RequestFactory().get("/", REMOTE_ADDR=FRONT, **headers))


@pytest.mark.parametrize("forwarded", [None, "", "198.51.100.7", "198.51.100.7, 203.0.113.4", "nonsense"])
def test_without_servers_in_front_the_header_is_not_believed(forwarded):
    assert seen(forwarded) == FRONT


@pytest.mark.parametrize(
    ("count", "forwarded", "address"),
    [
        (1, "203.0.113.4", "203.0.113.4"),
        (1, "198.51.100.7, 203.0.113.4", "203.0.113.4"),
        (2, "203.0.113.4, 10.0.0.2", "203.0.113.4"),
        (2, "198.51.100.7, 203.0.113.4, 10.0.0.2", "203.0.113.4"),
        (1, "2001:db8::4", "2001:db8::4"),
        (1, None, FRONT),
        (2, "198.51.100.7", FRONT),
    ],
)
def test_what_the_servers_in_front_added_is_believed_and_nothing_before_it(settings, count, forwarded, address):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = count
    assert seen(forwarded) == address


def guess(person: Person, forwarded: str) -> str:
    there = Person(person.user, Client(REMOTE_ADDR=FRONT, HTTP_X_FORWARDED_FOR=forwarded))
    return there.password_step("wrong wrong wrong").content.decode()


def test_one_guesser_behind_the_front_server_stops_herself_and_nobody_else(world, settings):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    person = with_app()
    for made_up in range(5):
        assert "There were too many tries." not in guess(person, f"198.51.100.{made_up}, 203.0.113.4")
    assert "There were too many tries." in guess(person, "198.51.100.77, 203.0.113.4")
    assert "There were too many tries." not in guess(person, "203.0.113.5")


@pytest.mark.parametrize("forwarded", ["nonsense", "198.51.100.7, <script>", ", ,", "999.1.1.1"])
def test_an_address_that_is_none_opens_nothing(world, settings, forwarded):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    person = with_app()
    there = Client(REMOTE_ADDR=FRONT, HTTP_X_FORWARDED_FOR=forwarded)
    assert there.post(reverse("account_login"), {"login": person.user.email, "password": "x"}).status_code in {200, 403}
    assert not UserSession.objects.filter(user=person.user).exists()
