"""What a production start needs. Anything missing or weak refuses it, with the reason; nothing is made up silently."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

from cairn.config.environment import Environment, database
from cairn.config.keys import KeyUnusable
from cairn.config.mail import mail_server, notify

LONG_ENOUGH = 50  # characters of a secret key
VARIED_ENOUGH = 12  # different ones among them
NEEDED_KEYS = ("audit", "factors", "files")  # the database's own is asked for with the database


def require(environment: Environment) -> None:
    """Go on, or raise ImproperlyConfigured with every reason why not."""
    found = problems(environment)
    if found:
        raise ImproperlyConfigured("Cairn does not start in production: " + " ".join(found))


def problems(environment: Environment) -> list[str]:
    """Every reason against a production start, as sentences; none on a laptop."""
    if not environment.production:
        return []
    checks = (_secret_key, _origin, _hosts, _keys, _database, _folders, _mail)
    return [sentence for check in checks for sentence in check(environment)]


def _secret_key(environment: Environment) -> list[str]:
    key = environment.secret_key
    if not key:
        return ["CAIRN_SECRET_KEY is not set: draw one with openssl rand -hex 32."]
    if len(key) < LONG_ENOUGH or len(set(key)) < VARIED_ENOUGH or key.startswith("django-insecure-"):
        return [f"CAIRN_SECRET_KEY is weak: it needs at least {LONG_ENOUGH} random characters."]
    return []


def _origin(environment: Environment) -> list[str]:
    parts = urlsplit(environment.origin)
    if parts.scheme != "https" or not parts.hostname or parts.path or parts.query or parts.fragment:
        return ["CAIRN_ORIGIN is not an HTTPS origin such as https://cairn.example.org ."]
    if environment.allowed_hosts and parts.hostname not in environment.allowed_hosts:
        return ["The host of CAIRN_ORIGIN is not among CAIRN_ALLOWED_HOSTS."]
    return []


def _hosts(environment: Environment) -> list[str]:
    if not environment.allowed_hosts:
        return ["CAIRN_ALLOWED_HOSTS is not set: name the hosts under which Cairn is reached."]
    if any("*" in host or host.startswith(".") for host in environment.allowed_hosts):
        return ["CAIRN_ALLOWED_HOSTS holds a wildcard: name each host in full."]
    return []


def _keys(environment: Environment) -> list[str]:
    return [sentence for name in NEEDED_KEYS for sentence in _unusable(partial(environment.key, name))]


def _database(environment: Environment) -> list[str]:
    return _unusable(lambda: database(environment))


def _mail(environment: Environment) -> list[str]:
    server = _unusable(lambda: mail_server(environment.smtp_url))
    given = environment.notify_key, environment.notify_template
    return server + _unusable(lambda: notify(*given, smtp_url=environment.smtp_url))


def _unusable(ask: Callable[[], object]) -> list[str]:
    try:
        ask()
    except KeyUnusable as problem:
        return [str(problem)]
    return []


def _folders(environment: Environment) -> list[str]:
    data = environment.data.resolve()
    named: dict[str, Path] = {"CAIRN_KEYS": environment.keys, "CAIRN_ANCHORS": environment.anchors}
    return [
        f"{name} lies inside CAIRN_DATA: a copy of the data would carry it along."
        for name, folder in named.items()
        if folder.resolve().is_relative_to(data)
    ]
