"""Before something sensitive she shows again who she is; second steps come and go only so."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse

from cairn.audit.models import Event
from cairn.partnership import signin_urls
from cairn.partnership.models import Message, User
from tests.partnership.signin.door import NEW, PASSWORD, Person, code_at, events, link_in, with_app, with_password
from tests.signed_in import signed_in
from tests.world import AT

pytestmark = pytest.mark.usefixtures("world")


def minutes(count: float) -> time_machine.travel:
    return time_machine.travel(AT + timedelta(minutes=count), tick=False)


@pytest.fixture
def keeper(world) -> Person:
    """Somebody with an app for codes who keeps accounts."""
    person = with_app()
    seat = world.seat("administrator")
    type(seat).unscoped.filter(pk=seat.pk).update(holder=person.user)
    person.sign_in()
    return person


TYPED = {"name": "Nell New", "email": "nell@trust.example", "post": "Nurse", "employer": ""}


def test_within_ten_minutes_nothing_is_asked(keeper):
    with minutes(9.9):
        answer = keeper.client.post(reverse("invite"), TYPED)
    assert answer.headers["Location"].startswith("/accounts/")


def test_after_ten_minutes_she_shows_it_again_and_what_she_typed_is_sent(keeper):
    with minutes(10):
        asked = keeper.client.post(reverse("invite"), TYPED)
        assert asked.headers["Location"] == f"{reverse('mfa_reauthenticate')}?next=%2Faccounts%2Finvite%2F"
        assert not User.unscoped.filter(email=TYPED["email"]).exists()
        old = keeper.client.session.session_key
        code = {"code": code_at(keeper.secret), "next": "/accounts/invite/"}
        done = keeper.client.post(reverse("mfa_reauthenticate"), code)
        assert done.headers["Location"] == reverse("account", args=[User.unscoped.get(email=TYPED["email"]).key])
        assert keeper.client.session.session_key != old
        assert not Session.objects.filter(session_key=old).exists()
        assert keeper.is_in()
    assert events("confirm") == 1


def test_a_wrong_code_lets_nothing_through_and_is_on_record(keeper):
    with minutes(10):
        keeper.client.post(reverse("invite"), TYPED)
        answer = keeper.client.post(reverse("mfa_reauthenticate"), {"code": "000000", "next": "/accounts/invite/"})
        assert answer.status_code == 200
        keeper.client.post(reverse("invite"), TYPED)
    assert not User.unscoped.filter(email=TYPED["email"]).exists()
    event = Event.unscoped.get(verb="second_factor", verdict="refused")
    assert event.person_key == keeper.user.key


def test_reading_is_never_asked_for(keeper):
    with minutes(14):
        assert keeper.client.get(reverse("invite")).status_code == 200


def test_the_password_alone_does_not_do_for_somebody_with_a_second_step(keeper):
    with minutes(10):
        keeper.client.post(reverse("invite"), TYPED)
        answer = keeper.client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
        assert answer.headers["Location"].startswith(reverse("mfa_reauthenticate"))
        assert (
            keeper.client.post(reverse("invite"), TYPED).headers["Location"].startswith(reverse("mfa_reauthenticate"))
        )


def test_a_session_by_password_is_never_let_through(world):
    client = signed_in(world.user("no_second_factor"), by="password")
    assert client.post(reverse("invite"), TYPED).headers["Location"] == reverse("mfa_index")


def test_setting_up_the_first_second_step_later_asks_for_the_password():
    person = with_password()
    person.password_step()
    with minutes(11):
        asked = person.client.get(reverse("mfa_activate_totp"))
        assert asked.headers["Location"].startswith(reverse("account_reauthenticate"))
        page = person.client.post(reverse("account_reauthenticate"), {"password": "wrong wrong wrong"})
        assert "This is not your password." in page.content.decode()
        person.client.post(reverse("account_reauthenticate"), {"password": PASSWORD, "next": "/second-factor/app/"})
        person.set_up_app()
        assert person.is_in()
    assert events("confirm") == 1


def test_without_a_second_step_exactly_the_set_up_pages_open(world):
    person = with_password()
    person.password_step()
    plain = [pattern.name for pattern in signin_urls.urlpatterns if "<" not in str(pattern.pattern)]
    opened = {name for name in plain if person.client.get(reverse(name)).headers.get("Location") != "/second-factor/"}
    assert opened == {
        "mfa_index",
        "mfa_activate_totp",
        "totp_picture",
        "mfa_add_webauthn",
        "account_reauthenticate",
        "account_logout",
        "stay",
    }


def test_the_picture_and_the_letters_of_the_secret_are_the_same():
    person = with_password()
    person.password_step()
    page = person.client.get(reverse("mfa_activate_totp"))
    picture = person.client.get(reverse("totp_picture"))
    assert picture.headers["Content-Type"] == "image/svg+xml"
    assert page.context["form"].secret in page.content.decode()
    assert page.context["totp_url"].startswith("otpauth://totp/ivy%40coldwater.example?secret=")
    assert "issuer=Cairn" in page.context["totp_url"]


def test_a_wrong_first_code_sets_nothing_up_and_is_on_record():
    person = with_password()
    person.password_step()
    person.client.get(reverse("mfa_activate_totp"))
    answer = person.client.post(reverse("mfa_activate_totp"), {"code": "000000"})
    assert "This code is not right" in answer.content.decode()
    assert not Authenticator.objects.exists()
    assert events("second_factor", "refused") == 1


def test_an_app_is_not_set_up_over_another():
    person = with_app()
    person.sign_in()
    assert person.client.get(reverse("mfa_activate_totp")).headers["Location"] == reverse("mfa_deactivate_totp")
    answer = person.client.post(reverse("mfa_activate_totp"), {"code": "000000"})
    assert answer.headers["Location"] == reverse("mfa_deactivate_totp")


def test_after_ten_minutes_second_steps_change_only_once_shown_again():
    person = with_app()
    person.sign_in()
    with minutes(10):
        for name in ("mfa_add_webauthn", "mfa_deactivate_totp", "mfa_generate_recovery_codes"):
            for answer in (person.client.get(reverse(name)), person.client.post(reverse(name))):
                assert answer.headers["Location"].startswith(reverse("mfa_reauthenticate"))
    assert Authenticator.objects.filter(user=person.user).count() == 2


def test_the_only_second_step_cannot_be_removed():
    person = with_app()
    person.sign_in()
    assert "This is your only second step." in person.client.get(reverse("mfa_deactivate_totp")).content.decode()
    person.client.post(reverse("mfa_deactivate_totp"))
    assert Authenticator.objects.filter(user=person.user, type="totp").exists()


@pytest.fixture
def passkey(world) -> Authenticator:
    """A passkey of Ivy's, as it lies in the table."""
    data = {"name": "Blue stick", "credential": {}}
    return Authenticator.objects.create(user=with_app().user, type="webauthn", data=data)


def test_an_app_is_removed_where_a_passkey_stays_and_she_is_told(passkey):
    person = with_app()
    client = signed_in(person.user)
    client.post(reverse("mfa_deactivate_totp"))
    assert set(Authenticator.objects.filter(user=person.user).values_list("type", flat=True)) == {
        "webauthn",
        "recovery_codes",
    }
    event = Event.unscoped.latest("seq")
    assert (event.verb, event.kind, event.object_key) == ("remove_factor", "second_factor.totp", person.user.key)
    assert "an app for one-time codes was removed" in Message.unscoped.latest("pk").body


def test_a_passkey_is_removed_by_an_address_that_counts_nothing(passkey):
    person = with_app()
    client = signed_in(person.user)
    page = client.get(reverse("mfa_list_webauthn"))
    (row,) = page.context["rows"]
    assert (row.key, row.value) == ("Blue stick", "Added 14 August 2026 at 10:00. Not used yet.")
    address = row.actions[0].href
    assert f"/{passkey.pk}/" not in address
    assert "Remove “Blue stick”" in client.get(address).content.decode()
    assert client.post(address).headers["Location"] == reverse("mfa_list_webauthn")
    assert not Authenticator.objects.filter(pk=passkey.pk).exists()
    assert client.get(address).status_code == 404


def test_the_passkey_of_somebody_else_is_not_there(world, passkey):
    (row,) = signed_in(with_app().user).get(reverse("mfa_list_webauthn")).context["rows"]
    other = world.client("chair")
    assert other.get(row.actions[0].href).status_code == 404
    assert other.post(row.actions[0].href).status_code == 404
    assert other.get(reverse("mfa_list_webauthn")).context["rows"] == []
    assert Authenticator.objects.filter(pk=passkey.pk).exists()


def test_the_only_passkey_cannot_be_removed(passkey):
    person = with_app()
    Authenticator.objects.filter(user=person.user, type="totp").delete()
    client = signed_in(person.user)
    (row,) = client.get(reverse("mfa_list_webauthn")).context["rows"]
    answer = client.post(row.actions[0].href)
    assert answer.status_code == 409
    assert "This is your only second step." in answer.content.decode()
    with minutes(11):
        assert client.get(row.actions[0].href).headers["Location"].startswith("/confirm/")


def test_new_recovery_codes_replace_the_old_ones_and_are_shown_once():
    person = with_app()
    person.sign_in()
    page = person.client.get(reverse("mfa_generate_recovery_codes"))
    assert "The 10 codes you have left will no longer work." in page.content.decode()
    person.client.post(reverse("mfa_generate_recovery_codes"))
    shown = person.client.get(reverse("mfa_view_recovery_codes")).content.decode()
    again = person.client.get(reverse("mfa_view_recovery_codes")).content.decode()
    assert (shown.count("<code>"), again.count("<code>")) == (10, 0)
    verbs = list(Event.unscoped.filter(kind="second_factor.recovery_codes").values_list("verb", flat=True))
    assert verbs == ["add_factor", "remove_factor", "add_factor"]


def test_a_new_password_by_the_link_that_was_sent():
    person = with_app()
    person.client.post(reverse("account_reset_password"), {"email": person.user.email})
    message = Message.unscoped.latest("pk")
    assert (message.subject, message.to_user, message.link) == ("Choose a new password", person.user, "password:")
    link = link_in(message)
    form = person.client.get(link).headers["Location"]
    short = person.client.post(form, {"password1": "short", "password2": "short"}).content.decode()
    assert "This password is too short." in short
    done = person.client.post(form, {"password1": NEW, "password2": NEW})
    assert done.headers["Location"] == reverse("account_reset_password_from_key_done")
    assert "This link no longer works" in Client().get(link).content.decode()
    person.password_step(NEW)
    person.code_step(code_at(person.secret, 30))
    assert person.is_in()
    assert (events("ask_for_password"), events("change_password")) == (1, 1)


def test_the_link_for_a_new_password_lasts_an_hour():
    person = with_app()
    person.client.post(reverse("account_reset_password"), {"email": person.user.email})
    link = link_in(Message.unscoped.latest("pk"))
    with minutes(61):
        assert "This link no longer works" in Client().get(link).content.decode()


def test_one_s_own_page_says_how_one_signs_in(world):
    page = world.client("chair").get(reverse("own_account")).content.decode()
    assert "chair@coldwater.example" in page
