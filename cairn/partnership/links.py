"""Links that only their reader may have: an invitation, a new password.

The outbox keeps a mark in place of such a link. The link itself is made from the server's own key at the moment of
sending, so that neither the outbox page nor a copy of the database lets anybody choose another person's password (T4).
"""

from __future__ import annotations

import hashlib

from django.conf import settings
from django.contrib.auth.tokens import default_token_generator
from django.urls import reverse
from django.utils.crypto import salted_hmac
from django.utils.http import int_to_base36

from cairn.partnership.models import User

INVITATION = "invitation:"
NEW_PASSWORD = "password:"
SIGN_IN = "sign-in:"  # no secret: where a reader of the notice, who may have no account, begins


def invitation_mark(key: str) -> str:
    """What the outbox keeps in place of the link of an invitation."""
    return f"{INVITATION}{key}"


def invitation_token(key: str) -> str:
    """The secret part of an invitation's link, from its random key and the server's own key."""
    return salted_hmac("cairn.invitation", key, algorithm="sha256").hexdigest()


def token_digest(token: str) -> str:
    """What is kept of a token: enough to know it again, not enough to make it."""
    return hashlib.sha256(token.encode()).hexdigest()


def full_link(kept: str, reader: User | None) -> str:
    """The link as its reader gets it, from what the outbox keeps; any other address stays as it is."""
    if kept.startswith(INVITATION):
        return _address(reverse("accept_invitation", args=[invitation_token(kept.removeprefix(INVITATION))]))
    if kept == NEW_PASSWORD and reader is not None:
        parts = {"uidb36": int_to_base36(reader.pk), "key": default_token_generator.make_token(reader)}
        return _address(reverse("account_reset_password_from_key", kwargs=parts))
    return _address(reverse("home")) if kept == SIGN_IN else kept


def _address(path: str) -> str:
    return f"{settings.ENVIRONMENT.origin or 'http://localhost:8000'}{path}"
