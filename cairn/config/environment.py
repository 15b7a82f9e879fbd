"""What the operator decides, read from the environment once. Every name is listed in docs/runbooks/settings.md."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import SplitResult, unquote, urlsplit

from cairn.config import keys

ROOT = Path(__file__).resolve().parents[2]
MOST_PROXIES = 9
KEYS = ("audit", "database", "factors", "files")


@dataclass(frozen=True)
class Environment:
    """One reading of the operator's decisions."""

    production: bool
    data: Path
    keys: Path
    anchors: Path
    database_url: str
    secret_key: str
    origin: str
    allowed_hosts: tuple[str, ...]
    key_from: str
    passphrase: str
    smtp_url: str
    notify_key: str
    notify_template: str
    clamd_socket: str  # where a virus scanner listens; empty where none is set
    trusted_proxies: int  # servers in front that add the caller to X-Forwarded-For; 0 believes nobody

    given_keys: Mapping[str, str]  # CAIRN_AUDIT_KEY, CAIRN_DATABASE_KEY, …, by the name of the key

    def key(self, name: str) -> str:
        """The key of this name (64 hexadecimal digits): given by itself, from the passphrase, or from its file.

        Raises KeyUnusable where it is missing or cannot be trusted; only a laptop's are made on first use.
        """
        if name in self.given_keys:
            return keys.checked(self.given_keys[name], f"CAIRN_{name.upper()}_KEY")
        if self.key_from == "file":
            return self._stored(name)
        if self.key_from != "passphrase":
            raise keys.KeyUnusable("CAIRN_KEY_FROM is either file or passphrase.")
        salt = self._stored("salt")
        keys.prove_passphrase(self.keys, self.passphrase, salt)
        return keys.from_passphrase(self.passphrase, salt, name)

    def _stored(self, name: str) -> str:
        return keys.read(self.keys, name) if self.production else keys.read_or_make(self.keys, name)

    @property
    def embedded(self) -> bool:
        """Whether the database is the encrypted file beside the program."""
        return not self.database_url


def read(source: dict[str, str] | None = None) -> Environment:
    """Read the environment. Folders default to `var/` in the checkout, so that one command starts a laptop."""
    env = dict(os.environ) if source is None else source
    data = Path(env.get("CAIRN_DATA", ROOT / "var" / "data"))
    return Environment(
        production=env.get("CAIRN_MODE", "local") == "production",
        data=data,
        keys=Path(env.get("CAIRN_KEYS", data.parent / "keys")),
        anchors=Path(env.get("CAIRN_ANCHORS", data.parent / "anchors")),
        database_url=env.get("CAIRN_DATABASE_URL", ""),
        secret_key=env.get("CAIRN_SECRET_KEY", ""),
        origin=env.get("CAIRN_ORIGIN", ""),
        allowed_hosts=tuple(host.strip() for host in env.get("CAIRN_ALLOWED_HOSTS", "").split(",") if host.strip()),
        key_from=env.get("CAIRN_KEY_FROM", "file"),
        passphrase=env.get("CAIRN_PASSPHRASE", ""),
        smtp_url=env.get("CAIRN_SMTP_URL", ""),
        notify_key=env.get("CAIRN_NOTIFY_KEY", ""),
        notify_template=env.get("CAIRN_NOTIFY_TEMPLATE", ""),
        clamd_socket=env.get("CAIRN_CLAMD_SOCKET", ""),
        trusted_proxies=_proxies(env.get("CAIRN_TRUSTED_PROXIES", "")),
        given_keys={name: env[f"CAIRN_{name.upper()}_KEY"] for name in KEYS if env.get(f"CAIRN_{name.upper()}_KEY")},
    )


def _proxies(text: str) -> int:
    typed = text.strip() or "0"
    if typed not in {str(count) for count in range(MOST_PROXIES + 1)}:
        raise keys.KeyUnusable(f"CAIRN_TRUSTED_PROXIES must be a number from 0 to {MOST_PROXIES}.")
    return int(typed)


def database(environment: Environment) -> dict[str, object]:
    """Django's description of the database: PostgreSQL where an address is given, otherwise the encrypted file."""
    if environment.database_url:
        return _postgresql(environment.database_url)
    environment.data.mkdir(parents=True, exist_ok=True, mode=0o700)
    return {
        "ENGINE": "cairn.config.sqlcipher",
        "NAME": environment.data / "cairn.sqlite3",
        "CIPHER_KEY": environment.key("database"),
        "OPTIONS": {"transaction_mode": "IMMEDIATE", "timeout": 5},
    }


def _postgresql(url: str) -> dict[str, object]:
    """PostgreSQL at `postgres://user:password@host:port/name`; a host that begins with %2F is a socket's folder."""
    parts = urlsplit(url)
    if parts.scheme not in {"postgres", "postgresql"}:
        raise keys.KeyUnusable("CAIRN_DATABASE_URL must begin with postgres:// .")
    name, port = unquote(parts.path.lstrip("/")), _port(parts)
    if not name:
        raise keys.KeyUnusable("CAIRN_DATABASE_URL must name a database: postgres://user@host/name .")
    # Not parts.hostname: it is lower-cased, and a folder's name is not.
    host = parts.netloc.rpartition("@")[2].removesuffix(f":{port}").strip("[]")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": name,
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(host),
        "PORT": port,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {"options": "-c default_transaction_isolation=read\\ committed"},
    }


def _port(parts: SplitResult) -> str:
    try:
        return str(parts.port or "")
    except ValueError as wrong:
        raise keys.KeyUnusable("The port in CAIRN_DATABASE_URL is not a number up to 65535.") from wrong
