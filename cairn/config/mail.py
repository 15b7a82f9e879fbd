"""How notices leave: by a mail server, from one address such as smtps://user:password@mail.example.org:465 ; or by
GOV.UK Notify, with a key and a template of one's own."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit

from cairn.config.keys import KeyUnusable

LOOPBACK = {"localhost", "127.0.0.1", "::1"}
PORTS = {"smtp": 587, "smtps": 465}
NOTIFY_ADDRESS = "https://api.notifications.service.gov.uk"
ONE_ID = r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
NOTIFY_KEY = re.compile(rf".+-{ONE_ID}-{ONE_ID}")


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


@dataclass(frozen=True)
class Notify:
    """An account with GOV.UK Notify: its key, which is a secret, and the template that every notice is sent by."""

    key: str = field(repr=False)
    template: str
    address: str = NOTIFY_ADDRESS


def notify(key: str, template: str, *, smtp_url: str = "") -> Notify | None:
    """The account of a key and a template; none where neither is given.

    Raises KeyUnusable where one is missing or is not of this kind, or a mail server is set besides.
    """
    if not key and not template:
        return None
    if not key or not template:
        raise KeyUnusable("CAIRN_NOTIFY_KEY and CAIRN_NOTIFY_TEMPLATE go together: set both or neither.")
    if smtp_url:
        raise KeyUnusable("CAIRN_SMTP_URL and CAIRN_NOTIFY_KEY are both set: notices leave one way, so choose.")
    if not NOTIFY_KEY.fullmatch(key):
        raise KeyUnusable("CAIRN_NOTIFY_KEY is not a key of GOV.UK Notify: copy it whole, with its name in front.")
    if not re.fullmatch(ONE_ID, template):
        raise KeyUnusable("CAIRN_NOTIFY_TEMPLATE is not the id of a template: copy it from the template's page.")
    return Notify(key, template)
