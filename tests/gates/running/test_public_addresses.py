"""What somebody without an account, or without a role, gets at every address by every method (T3)."""

import pytest

from tests.gates.running.addresses import filled, routes
from tests.gates.running.asking import DOORS, ask

METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS")
# Open to anybody, because nobody can sign in without them. Ten at most.
PUBLIC = {
    "account_login",
    "mfa_login_webauthn",
    "account_logout",
    "account_reset_password",
    "account_reset_password_done",
    "account_reset_password_from_key",
    "account_reset_password_from_key_done",
}
# A person's own account, and what every person at work may read.
OWN = {
    *("home", "help", "gallery", "own_account", "own_feeds", "usersessions_list", "stay", "owed_list"),
    *("account_login", "mfa_authenticate", "account_logout", "account_change_password"),
    *("mfa_index", "mfa_activate_totp", "totp_picture", "mfa_deactivate_totp", "mfa_view_recovery_codes"),
    *("mfa_generate_recovery_codes", "mfa_list_webauthn", "mfa_add_webauthn", "remove_passkey"),
    *("account_reauthenticate", "mfa_reauthenticate", "mfa_reauthenticate_webauthn"),
}


def turns_away(answer) -> bool:
    """The sign-in page, not there, not by this method, or a form from elsewhere."""
    if answer.status_code == 302:
        return answer["Location"].startswith(DOORS)
    return answer.status_code in {404, 405}


def opened(client, places: dict[str, str]) -> set[str]:
    """The addresses that answer with anything but being turned away, by any method."""
    return {
        name for name, address in places.items() for method in METHODS if not turns_away(ask(client, method, address))
    }


@pytest.fixture
def places(world, stories) -> dict[str, str]:
    """Every address, filled in with a case that is there."""
    case = stories.case_at("chronicled")
    return {route.name: filled(route, world, case) for route in routes()}


def test_without_an_account_only_the_way_in_is_open(world, places):
    assert len(PUBLIC) <= 10
    assert opened(world.client("nobody"), places) == PUBLIC


def test_without_a_role_only_ones_own_account_is_open_besides(world, places):
    assert opened(world.client("no_role"), places) - PUBLIC - OWN == set()


def test_without_a_second_factor_only_its_set_up_is_open_besides(world, places):
    allowed = {"mfa_index", "mfa_activate_totp", "totp_picture", "mfa_add_webauthn", "account_reauthenticate"}
    assert opened(world.client("no_second_factor"), places) - PUBLIC - allowed - {"account_logout", "stay"} == set()


def test_an_open_page_would_be_noticed(world, places):
    assert opened(world.client("business_manager"), {"home": "/"}) == {"home"}
