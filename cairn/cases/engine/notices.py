"""What agencies are told by mail. The words are fixed: nothing of any case is ever put into them."""

from __future__ import annotations

from dataclasses import dataclass

LINK = "{link}"
CLOSING = f"\n\nSign in here: {LINK}\n\nThis message says no more, because what it is about is confidential."


@dataclass(frozen=True)
class Notice:
    """One message as it is sent, but for the address of the sign-in page."""

    subject: str
    body: str


def notice(subject: str, says: str) -> Notice:
    """A message that says this, where to sign in, and why it says no more."""
    return Notice(subject, says + CLOSING)
