"""What the library asks us about second factors."""

from __future__ import annotations

from typing import Any

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.contrib.auth.base_user import AbstractBaseUser

from cairn.partnership.queries import the_partnership
from cairn.partnership.queries.accounts import PRIMARY
from cairn.partnership.signin import sealed
from cairn.partnership.signin.adapter import TOO_MANY, WRONG_CODE


class SecondFactorAdapter(DefaultMFAAdapter):
    """One-time codes, passkeys, recovery codes."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": WRONG_CODE,
        "rate_limited": TOO_MANY,
        "cannot_delete_authenticator": "This is your only second step. Set up another one first, then remove this.",
    }

    def get_totp_issuer(self) -> str:
        """What the app on the telephone shows: no address, no area a passer-by could read as a case."""
        return "Cairn"

    def _get_site_name(self) -> str:
        partnership = the_partnership()
        return partnership.short_name if partnership else "Cairn"

    def encrypt(self, text: str) -> str:
        """The secret of an app, or of recovery codes, as it lies in the database."""
        return sealed.seal(text)

    def decrypt(self, encrypted_text: str) -> str:
        """The same secret, for checking a code."""
        return sealed.unseal(encrypted_text)

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Not the last one: everybody keeps a second factor."""
        others = Authenticator.objects.filter(user_id=authenticator.user_id, type__in=PRIMARY)
        return bool(others.exclude(pk=authenticator.pk).exists())

    def generate_authenticator_name(self, user: AbstractBaseUser, type: Any) -> str:
        """What a passkey is called until its owner names it."""
        count = Authenticator.objects.filter(user_id=user.pk, type=type).count()
        return f"Passkey {count + 1}"

    def send_notification_mail(self, *args: Any, **facts: Any) -> None:
        """Nothing: the commands tell people."""
