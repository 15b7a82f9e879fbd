"""The keyed chain over canonical bytes: each event's seal covers its own facts and the seal before it."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import UTC, date, datetime

START = "0" * 64


@dataclass(frozen=True)
class Facts:
    """What one event says. Keys and verbs only: never a name, never free text."""

    seq: int
    moment: datetime
    recorded_at: datetime
    person_key: str
    seat_key: str
    agency_key: str
    verb: str
    kind: str
    object_key: str
    case_key: str
    verdict: str
    digest: str


@dataclass(frozen=True)
class Link:
    """One event as it is stored: its facts, the seal before it and its own."""

    facts: Facts
    previous: str
    seal: str


@dataclass(frozen=True)
class Head:
    """What the database says is the end of its chain; `mark` is keyed, so that nobody can set it back by hand."""

    count: int
    seal: str
    mark: str


def _plain(value: object) -> bytes:
    """One value as bytes that no other value shares: a letter for its type, then its text."""
    if value is None:
        return b"n"
    if isinstance(value, bool):
        return b"b1" if value else b"b0"
    if isinstance(value, bytes):
        return b"y" + value
    if isinstance(value, datetime):
        return b"t" + value.astimezone(UTC).isoformat(timespec="microseconds").encode()
    if isinstance(value, date):
        return b"d" + value.isoformat().encode()
    return (b"i" if isinstance(value, int) else b"s") + str(value).encode()


def canonical(pairs: Iterable[tuple[str, object]]) -> bytes:
    """Names and values, each framed by its length, so that no two different sets give the same bytes."""
    frames = []
    for name, value in pairs:
        for part in (name.encode(), _plain(value)):
            frames.append(len(part).to_bytes(8, "big") + part)
    return b"".join(frames)


def seal(key: str, previous: str, facts: Facts) -> str:
    """The seal of an event (64 hexadecimal digits), given the seal of the event before it."""
    body = canonical((item.name, getattr(facts, item.name)) for item in fields(facts))
    return mac(key, b"event" + canonical((("previous", previous),)) + body)


def digest(key: str, row: Mapping[str, object]) -> str:
    """A keyed digest of a row's columns: shows later that the row is as it was, and tells nothing of it."""
    return mac(key, b"row" + canonical(sorted(row.items())))


def head_mark(key: str, count: int, head: str) -> str:
    """The mark of the chain's end: how many events there are, and the last one's seal."""
    return mac(key, b"head" + canonical((("count", count), ("head", head))))


def mac(key: str, message: bytes) -> str:
    """HMAC-SHA-256 of the message in hexadecimal; `key` is hexadecimal too."""
    return hmac.new(bytes.fromhex(key), message, hashlib.sha256).hexdigest()
