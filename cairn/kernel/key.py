"""Keys that stand in addresses: drawn at random, so that they tell neither order nor number."""

from __future__ import annotations

import secrets

KEY_LENGTH = 22  # 128 bits and a little in URL-safe letters


def draw_key() -> str:
    """A new key, 22 URL-safe characters carrying 128 random bits."""
    return secrets.token_urlsafe(16)
