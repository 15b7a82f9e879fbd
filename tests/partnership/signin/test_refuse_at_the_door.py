"""More than forty ways to come in without both steps (T26). None does; the right way, beside them, does."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from cairn.partnership.models import Message
from tests.partnership.signin.door import PASSWORD, Person, code_at, events, link_in, with_app
from tests.world import AT

pytestmark = pytest.mark.usefixtures("world")
CODE = reverse("mfa_authenticate")
NONSENSE = {"id": "AAAA", "rawId": "AAAA", "type": "public-key", "clientExtensionResults": {}}
FORGED = {"userHandle": "MQ", "clientDataJSON": "e30", "authenticatorData": "", "signature": ""}


def typed(change: Callable[[Person], str]) -> Callable[[Person], None]:
    """Enter the password, then a code that this makes of what the person has."""

    def attempt(person: Person) -> None:
        person.password_step()
        person.code_step(change(person))

    return attempt


def replayed(change: Callable[[str], str]) -> Callable[[Person], None]:
    """Use a code rightly, then again from elsewhere, changed a little."""

    def attempt(person: Person) -> None:
        code = code_at(person.secret, 30)
        person.sign_in()
        person.client = Client()
        person.password_step()
        person.code_step(change(code))

    return attempt


def passkey(answer: object, where: str = CODE) -> Callable[[Person], None]:
    """Answer the challenge for a passkey with nonsense."""

    def attempt(person: Person) -> None:
        person.password_step()
        person.client.get(where, headers={"Accept": "application/json"})
        person.client.post(where, {"credential": answer if isinstance(answer, str) else json.dumps(answer)})

    return attempt


def a_newer_code_was_used(person: Person) -> None:
    person.sign_in(seconds=30)
    person.client = Client()
    person.password_step()
    person.code_step(code_at(person.secret))


def the_code_that_set_the_app_up(person: Person) -> None:
    person.password_step()
    person.code_step(code_at(person.secret))


def a_replay_after_a_failed_password(person: Person) -> None:
    code = code_at(person.secret, 30)
    person.sign_in()
    person.client = Client()
    person.password_step("wrong wrong wrong")
    person.password_step()
    person.code_step(code)


def a_code_after_a_failed_password(person: Person) -> None:
    person.password_step("wrong wrong wrong")
    person.code_step(code_at(person.secret, 30))


def a_code_without_a_password(person: Person) -> None:
    person.code_step(code_at(person.secret, 30))


def a_code_after_starting_again(person: Person) -> None:
    person.password_step()
    person.client.post(reverse("account_logout"))
    person.code_step(code_at(person.secret, 30))


def a_code_after_a_quarter_of_an_hour(person: Person) -> None:
    person.password_step()
    with time_machine.travel(AT + timedelta(minutes=16), tick=False):
        person.code_step(code_at(person.secret, 30))
        assert not person.is_in()


def a_right_code_after_five_wrong_ones(person: Person) -> None:
    person.password_step()
    for wrong in range(5):
        person.code_step(f"{wrong}{wrong}{wrong}{wrong}{wrong}{wrong}"[::-1])
    person.code_step(code_at(person.secret, 30))


def a_right_code_elsewhere_after_five_wrong_ones(person: Person) -> None:
    a_right_code_after_five_wrong_ones(person)
    person.client = Client(REMOTE_ADDR="192.0.2.7")
    person.password_step()
    person.code_step(code_at(person.secret, 30))


def a_recovery_code_twice(person: Person) -> None:
    person.password_step()
    person.code_step(person.recovery[0])
    person.client = Client()
    person.password_step()
    person.code_step(person.recovery[0])


def a_recovery_code_that_was_replaced(person: Person) -> None:
    person.sign_in()
    person.client.post(reverse("mfa_generate_recovery_codes"))
    person.client = Client()
    person.password_step()
    person.code_step(person.recovery[0])


def the_code_of_somebody_else(person: Person) -> None:
    other = with_app("una@coldwater.example", "Una Other")
    person.password_step()
    person.code_step(code_at(other.secret, 30))


def the_recovery_code_of_somebody_else(person: Person) -> None:
    other = with_app("una@coldwater.example", "Una Other")
    person.password_step()
    person.code_step(other.recovery[0])


def a_new_password_alone(person: Person) -> None:
    person.client.post(reverse("account_reset_password"), {"email": person.user.email})
    first = person.client.get(link_in(Message.unscoped.latest("pk")))
    person.client.post(
        first.headers["Location"], {"password1": "four quiet harbours", "password2": "four quiet harbours"}
    )
    person.password_step("four quiet harbours")


def another_app_from_half_way(person: Person) -> None:
    person.password_step()
    page = person.client.get(reverse("mfa_activate_totp"))
    assert page.status_code == 302


def by_address(name: str) -> Callable[[Person], None]:
    """Enter the password only, then ask for a page by its address."""

    def attempt(person: Person) -> None:
        person.password_step()
        for answer in (person.client.get(reverse(name)), person.client.post(reverse(name))):
            assert answer.status_code in {302, 405}

    return attempt


ATTEMPTS: dict[str, Callable[[Person], None]] = {
    "no code": typed(lambda person: ""),
    "blanks": typed(lambda person: "      "),
    "zeros": typed(lambda person: "000000"),
    "five digits": typed(lambda person: code_at(person.secret, 30)[:5]),
    "seven digits": typed(lambda person: code_at(person.secret, 30) + "0"),
    "a nought before": typed(lambda person: "0" + code_at(person.secret, 30)),
    "letters": typed(lambda person: "abcdef"),
    "digits of another script": typed(lambda person: "".join(chr(0xFF10 + int(d)) for d in code_at(person.secret, 30))),
    "one digit off": typed(lambda person: str((int(code_at(person.secret, 30)) + 1) % 1000000).zfill(6)),
    "ten thousand digits": typed(lambda person: code_at(person.secret, 30) * 2000),
    "the secret itself": typed(lambda person: person.secret),
    "the password": typed(lambda person: PASSWORD),
    "a minute old": typed(lambda person: code_at(person.secret, -60)),
    "a minute and a half old": typed(lambda person: code_at(person.secret, -90)),
    "five minutes old": typed(lambda person: code_at(person.secret, -300)),
    "a minute early": typed(lambda person: code_at(person.secret, 60)),
    "an hour early": typed(lambda person: code_at(person.secret, 3600)),
    "a recovery code cut short": typed(lambda person: person.recovery[0][:11]),
    "a recovery code with a digit more": typed(lambda person: person.recovery[0] + "0"),
    "two recovery codes": typed(lambda person: person.recovery[0] + person.recovery[1]),
    "used": replayed(lambda code: code),
    "used, with blanks around": replayed(lambda code: f"  {code} "),
    "used, with a dash": replayed(lambda code: f"{code[:3]}-{code[3:]}"),
    "used, with a tab": replayed(lambda code: f"{code}\t"),
    "older than one that was used": a_newer_code_was_used,
    "the code that set the app up": the_code_that_set_the_app_up,
    "used, after a failed password": a_replay_after_a_failed_password,
    "after a failed password": a_code_after_a_failed_password,
    "without a password": a_code_without_a_password,
    "after starting again": a_code_after_starting_again,
    "after a quarter of an hour": a_code_after_a_quarter_of_an_hour,
    "right, after five wrong ones": a_right_code_after_five_wrong_ones,
    "right, elsewhere, after five wrong ones": a_right_code_elsewhere_after_five_wrong_ones,
    "a recovery code twice": a_recovery_code_twice,
    "a recovery code that was replaced": a_recovery_code_that_was_replaced,
    "the code of somebody else": the_code_of_somebody_else,
    "the recovery code of somebody else": the_recovery_code_of_somebody_else,
    "a new password alone": a_new_password_alone,
    "another app from half way": another_app_from_half_way,
    "a passkey of nothing": passkey(""),
    "a passkey that is no JSON": passkey("{"),
    "a passkey that is a list": passkey([]),
    "a passkey without an answer": passkey(NONSENSE),
    "a passkey with an empty answer": passkey(NONSENSE | {"response": {}}),
    "a passkey alone, of nothing": passkey("", reverse("mfa_login_webauthn")),
    "a passkey alone, without an answer": passkey(NONSENSE, reverse("mfa_login_webauthn")),
    "a passkey alone, naming her": passkey(
        NONSENSE
        | {"response": {"userHandle": "MQ", "clientDataJSON": "e30", "authenticatorData": "", "signature": ""}},
        reverse("mfa_login_webauthn"),
    ),
    **{
        f"by the address of {name}": by_address(name)
        for name in (
            "own_account",
            "accounts",
            "invite",
            "account_change_password",
            "usersessions_list",
            "mfa_index",
            "mfa_deactivate_totp",
            "mfa_view_recovery_codes",
            "mfa_generate_recovery_codes",
            "mfa_list_webauthn",
            "mfa_add_webauthn",
            "account_reauthenticate",
            "mfa_reauthenticate",
            "stay",
        )
    },
}


def test_there_are_at_least_forty_ways():
    assert len(ATTEMPTS) >= 40


@pytest.mark.parametrize("attempt", ATTEMPTS.values(), ids=ATTEMPTS.keys())
def test_nobody_comes_in(attempt):
    person = with_app()
    attempt(person)
    assert not person.is_in()


def test_the_right_way_beside_them_opens():
    person = with_app()
    person.sign_in()
    assert person.is_in()


@pytest.mark.parametrize(
    "way", ["zeros", "five minutes old", "used", "a recovery code twice", "a passkey without an answer"]
)
def test_a_wrong_second_step_is_on_record(way):
    person = with_app()
    ATTEMPTS[way](person)
    assert events("second_factor", "refused") == 1


def test_five_wrong_codes_and_the_sixth_try_are_all_on_record():
    person = with_app()
    a_right_code_after_five_wrong_ones(person)
    assert events("second_factor", "refused") == 6


def test_after_five_minutes_the_right_code_opens_again():
    person = with_app()
    a_right_code_after_five_wrong_ones(person)
    with time_machine.travel(AT + timedelta(minutes=6), tick=False):
        person.sign_in()
        assert person.is_in()


def test_a_recovery_code_opens_once_and_its_owner_is_told():
    person = with_app()
    person.password_step()
    person.code_step(person.recovery[0])
    assert person.is_in()
    assert Message.unscoped.filter(to_user=person.user, subject="A recovery code was used").count() == 1
