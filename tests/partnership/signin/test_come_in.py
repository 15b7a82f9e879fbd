"""Somebody asked in chooses a password, sets up a second step, and from then on needs both."""

import pytest
from django.urls import reverse

from cairn.partnership.models import Message
from tests.partnership.signin.door import Person, code_at, events, invited, link_in, with_app, with_password

pytestmark = pytest.mark.usefixtures("world")


def test_somebody_asked_in_reaches_her_account_only_after_setting_up_a_second_step():
    person = with_password()
    assert person.password_step().headers["Location"] == "/"
    assert person.client.get(reverse("own_account")).headers["Location"] == reverse("mfa_index")
    person.set_up_app()
    assert len(person.recovery) == 10
    assert person.is_in()


def test_signing_in_needs_the_password_and_then_a_code():
    person = with_app()
    first = person.password_step()
    assert first.headers["Location"] == reverse("mfa_authenticate")
    assert not person.is_in()
    assert person.code_step(code_at(person.secret, 30)).headers["Location"] == "/"
    assert person.is_in()


def test_each_step_at_the_door_is_on_record_and_the_person_is_told():
    person = with_app()
    person.sign_in()
    assert (events("sign_in"), events("sign_out"), events("add_factor")) == (2, 1, 2)
    told = Message.unscoped.filter(to_user=person.user).values_list("subject", flat=True)
    assert set(told) == {
        "Set up your account",
        "Your account is set up",
        "Your account was signed in to",
        "Your sign-in has changed",
    }


def test_a_link_of_an_invitation_works_once():
    person = Person(invited())
    link = link_in(Message.unscoped.get(to_user=person.user))
    typed = {"password": "three odd lanterns", "again": "three odd lanterns"}
    assert person.client.post(link, typed).status_code == 302
    assert person.client.post(link, typed).status_code == 404
    assert person.client.get(link).status_code == 404
