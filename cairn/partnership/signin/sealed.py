"""Secrets of second factors as they lie in the database: sealed with a key that does not.

A copy of the database alone then gives nobody codes. The key is one of its own, so that neither a new signing key nor
an auditor who is handed the key of the record of events touches it.
"""

from __future__ import annotations

import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

MARK = "aes256gcm:"  # says how it was sealed, so that another way can follow
PURPOSE = b"cairn.second-factor"
NONCE_BYTES = 12


def seal(secret: str) -> str:
    """The secret as it may be stored; twice the same secret never looks the same."""
    nonce = secrets.token_bytes(NONCE_BYTES)
    sealed = _cipher().encrypt(nonce, secret.encode(), PURPOSE)
    return MARK + urlsafe_b64encode(nonce + sealed).decode()


def unseal(stored: str) -> str:
    """The secret itself. Raises InvalidTag if it was changed or sealed with another key, ValueError if not sealed."""
    if not stored.startswith(MARK):
        raise ValueError("A second factor in the database is not sealed.")
    raw = urlsafe_b64decode(stored.removeprefix(MARK))
    return _cipher().decrypt(raw[:NONCE_BYTES], raw[NONCE_BYTES:], PURPOSE).decode()


def _cipher() -> AESGCM:
    return AESGCM(bytes.fromhex(settings.FACTORS_KEY))
