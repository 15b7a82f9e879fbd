"""A copy of the database gives nobody codes: what one could make them from lies in it sealed."""

from __future__ import annotations

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from cryptography.exceptions import InvalidTag
from django.apps import apps
from django.urls import reverse

from cairn.partnership.signin.sealed import MARK, seal, unseal
from tests.partnership.signin.door import code_at, with_app, with_password

pytestmark = pytest.mark.usefixtures("world")
SECRET = "JBSWY3DPEHPK3PXP"


def everything_stored() -> str:
    """All that the tables hold, as text."""
    return "\n".join(
        str(row) for table in apps.get_models() if table._meta.managed for row in table._base_manager.values()
    )


def test_no_table_holds_the_secret_of_an_app_or_a_recovery_code():
    person = with_password()
    person.password_step()
    person.set_up_app()
    stored = everything_stored()
    assert MARK in stored
    assert person.user.email in stored, "the search does find what is stored"
    assert len(person.recovery) == 10
    assert [secret for secret in (person.secret, *person.recovery) if secret in stored] == []


def test_the_seed_of_recovery_codes_is_sealed_too():
    person = with_app()
    codes = Authenticator.objects.get(user=person.user, type="recovery_codes")
    assert codes.data["seed"].startswith(MARK)
    assert RecoveryCodes(codes).generate_codes() == person.recovery


def test_a_sealed_secret_opens_and_never_looks_the_same_twice():
    first, second = seal(SECRET), seal(SECRET)
    assert first != second
    assert (unseal(first), unseal(second)) == (SECRET, SECRET)


def test_another_key_does_not_open_it(settings):
    sealed = seal(SECRET)
    settings.FACTORS_KEY = "ab" * 32
    with pytest.raises(InvalidTag):
        unseal(sealed)


def test_a_secret_that_was_changed_or_put_there_unsealed_is_not_taken():
    sealed = seal(SECRET)
    other = sealed[:-6] + ("A" if sealed[-6] != "A" else "B") + sealed[-5:]
    with pytest.raises(InvalidTag):
        unseal(other)
    with pytest.raises(ValueError, match="not sealed"):
        unseal(SECRET)


def test_somebody_who_can_write_to_the_table_cannot_plant_a_secret_of_her_own():
    person = with_app()
    Authenticator.objects.filter(user=person.user, type="totp").update(data={"secret": SECRET})
    person.password_step()
    with pytest.raises(ValueError, match="not sealed"):
        person.code_step(code_at(SECRET, 30))
    assert person.client.get(reverse("own_account")).status_code == 302
