"""The door says the same of an open, a closed, an invited and an unknown account; and there is no other door."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.apps import apps
from django.test import Client
from django.urls import get_resolver, reverse

import cairn
from cairn.audit.models import Event
from cairn.partnership import signin_urls
from cairn.partnership.commands import accounts
from cairn.partnership.models import Message
from tests.partnership.signin.door import PASSWORD, Person, events, invited, with_app
from tests.world import AT

pytestmark = pytest.mark.usefixtures("world")


def same(text: str) -> str:
    """A page without what differs each time: its tokens, and the address typed."""
    return re.sub(r'value="[^"]*"', "", text)


def answers(path: str, typed: dict[str, str]) -> tuple[int, str, list[tuple[str, str]]]:
    answer = Client().post(path, typed)
    headers = [(name, value) for name, value in answer.headers.items() if name not in {"Content-Length"}]
    return answer.status_code, same(answer.content.decode()), headers


@pytest.fixture
def four(world) -> list[str]:
    """An open, a closed and an invited account, and an address that nobody has."""
    person = with_app()
    other = with_app("una@coldwater.example", "Una Other")
    accounts.close_account(other.user, by=world.actor("business_manager"), at=AT)
    asked = invited("ida@coldwater.example", "Ida Nvited")
    return [person.user.email, other.user.email, asked.email, "nobody@coldwater.example"]


def test_a_wrong_password_says_the_same_of_every_account(four):
    found = [answers(reverse("account_login"), {"login": email, "password": "wrong wrong wrong"}) for email in four]
    assert found[0][0] == 200
    assert "do not match an account that is open" in found[0][1]
    assert found.count(found[0]) == 4


def test_a_closed_account_with_the_right_password_says_the_same(four):
    wrong = answers(reverse("account_login"), {"login": four[3], "password": PASSWORD})
    assert answers(reverse("account_login"), {"login": four[1], "password": PASSWORD}) == wrong


def test_asking_for_a_new_password_says_the_same_of_every_account(four):
    found = [answers(reverse("account_reset_password"), {"email": email}) for email in four]
    assert found[0][0] == 302
    assert found.count(found[0]) == 4


def test_only_an_open_account_is_sent_a_new_password(four):
    before = Message.unscoped.count()
    for email in four:
        Client().post(reverse("account_reset_password"), {"email": email})
    sent = Message.unscoped.order_by("pk")[before:]
    assert {message.to_address for message in sent} <= {four[0], four[2]}
    assert sent[0].to_address == four[0]


def test_a_made_up_link_says_the_same_as_a_used_one(four):
    made_up = Client().get(reverse("accept_invitation", args=["a" * 64]))
    assert made_up.status_code == 404
    assert "This link does not work" in made_up.content.decode()


def test_a_wrong_password_is_on_record_without_address_or_name(four):
    for email in four:
        Client().post(reverse("account_login"), {"login": email, "password": "wrong wrong wrong"})
    found = Event.unscoped.filter(verb="sign_in", verdict="refused")
    assert found.count() == 4
    assert [event.object_key == "" for event in found.order_by("seq")] == [False, False, False, True]
    for event in Event.unscoped.all():
        row = " ".join(str(value) for value in vars(event).values())
        assert not re.search(r"@|coldwater|Ivy|Una|Ida|lanterns", row)


def test_five_wrong_passwords_stop_the_sixth_from_there_but_not_the_owner_from_elsewhere():
    person = with_app()
    guesser = Person(person.user, Client(REMOTE_ADDR="192.0.2.9"))
    for _ in range(5):
        guesser.password_step("wrong wrong wrong")
    page = guesser.password_step()
    assert "There were too many tries." in page.content.decode()
    assert events("sign_in", "refused") == 6
    assert person.password_step().headers["Location"] == reverse("mfa_authenticate")


def test_a_forwarded_address_does_not_make_a_guesser_somebody_else():
    person = with_app()
    for last in range(5):
        forged = Person(person.user, Client(REMOTE_ADDR="192.0.2.9", HTTP_X_FORWARDED_FOR=f"198.51.100.{last}"))
        forged.password_step("wrong wrong wrong")
    forged = Person(person.user, Client(REMOTE_ADDR="192.0.2.9", HTTP_X_FORWARDED_FOR="198.51.100.77"))
    assert "There were too many tries." in forged.password_step().content.decode()


def test_too_many_requests_are_answered_by_a_page_of_ours(settings):
    settings.ACCOUNT_RATE_LIMITS = settings.ACCOUNT_RATE_LIMITS | {"login": "1/m/ip"}
    Client().post(reverse("account_login"), {"login": "a@b.example", "password": "x"})
    answer = Client().post(reverse("account_login"), {"login": "a@b.example", "password": "x"})
    assert answer.status_code == 429
    assert "Wait five minutes, then try again." in answer.content.decode()


def test_there_is_no_door_through_another_service():
    """T28: no single sign-on, so nothing of it can be forged."""
    assert [app.name for app in apps.get_app_configs() if "social" in app.name or "headless" in app.name] == []
    spoken = [str(pattern.pattern) for pattern in get_resolver().url_patterns]
    assert [path for path in spoken if re.search("social|oauth|openid|saml|sso", path)] == []


ABSENT = (
    "/signup/ /sign-up/ /account/signup/ /account/login/ /account/email/ /account/inactive/ "
    "/confirm-email/ /password/set/ /sign-in/code/confirm/ /account/3rdparty/ /second-factor/trust/ /admin/ "
    "/second-factor/recovery-codes/download/ /passkeys/keys/1/edit/ /demo/people/ /demo/confirm/"
)


@pytest.mark.parametrize("path", ABSENT.split())
def test_what_the_library_offers_besides_does_not_exist(path):
    never = Client().get("/there/never/was/such/a/page/")
    answer = Client().get(path)
    assert (answer.status_code, answer.content) == (404, never.content)


def test_no_page_of_the_door_is_made_by_the_library(world):
    """Every template that a page of the door shows is a file of ours."""
    person = with_app()
    pages = [person.client.get(reverse(name)) for name in ("account_login", "account_reset_password")]
    pages.append(person.client.get(reverse("account_reset_password_done")))
    pages.append(person.client.get(reverse("account_reset_password_from_key_done")))
    pages.append(person.client.get(reverse("account_reset_password_from_key", args=["1", "made-up"])))
    person.password_step()
    pages.append(person.client.get(reverse("mfa_authenticate")))
    person.code_step(person.recovery[0])
    plain = [pattern.name for pattern in signin_urls.urlpatterns if "<" not in str(pattern.pattern)]
    pages += [person.client.get(reverse(name)) for name in plain if name not in {"account_logout", "totp_picture"}]
    pages += [world.client("business_manager").get(reverse(name)) for name in ("accounts", "invite")]
    root = str(Path(cairn.__file__).parent)
    shown = {template.origin.name for page in pages for template in page.templates if template.origin}
    assert [name for name in shown if not name.startswith(root) and "django/forms" not in name] == []
    assert len(shown) > 15
