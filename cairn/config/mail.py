"""How notices leave, from one address such as smtps://user:password@mail.example.org:465 ."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from cairn.config.keys import KeyUnusable

LOOPBACK = {"localhost", "127.0.0.1", "::1"}
PORTS = {"smtp": 587, "smtps": 465}


@dataclass(frozen=True)
class MailServer:
    """One mail server. What leaves this machine is encrypted: from the first byte with smtps, else by STARTTLS."""

    host: str
    port: int
    user: str
    password: str
    encrypted: bool
    upgraded: bool


def mail_server(url: str) -> MailServer | None:
    """The server of the address; none where no address is given, and then notices stay in the outbox.

    Raises KeyUnusable for an address that is not of this kind.
    """
    if not url:
        return None
    parts = urlsplit(url)
    if parts.scheme not in PORTS or not parts.hostname:
        raise KeyUnusable("CAIRN_SMTP_URL must look like smtps://user:password@mail.example.org:465 .")
    return MailServer(
        host=parts.hostname,
        port=parts.port or PORTS[parts.scheme],
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        encrypted=parts.scheme == "smtps",
        upgraded=parts.scheme == "smtp" and parts.hostname not in LOOPBACK,
    )
