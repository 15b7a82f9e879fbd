"""The doors to the partnership's own letters: which there are, their versions, and the file in use."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from cairn.access.actor import Actor
from cairn.documents import policy
from cairn.documents.engine.papers.fields import KINDS, LetterKind
from cairn.documents.engine.papers.shipped import shipped
from cairn.documents.models import Letter
from cairn.documents.queries.files import content

SHIPPED = 0


@dataclass(frozen=True)
class LetterVersion:
    """One version of a letter, as it is listed. Version 0 came with Cairn: nobody uploaded it."""

    version: int
    note: str
    uploaded_by: str = ""
    uploaded_at: datetime | None = None
    in_use: bool = False


def letter_kinds(actor: Actor, at: datetime) -> tuple[LetterKind, ...]:
    """The letters there are, for those who may read them."""
    return tuple(KINDS.values()) if policy.can(actor, "read_letters") else ()


def letter_versions(actor: Actor, kind: str, at: datetime) -> list[LetterVersion]:
    """Every version of a letter, the one in use first, for those who may read them; none of a kind there is not."""
    if kind not in KINDS or not policy.can(actor, "read_letters"):
        return []
    rows = Letter.unscoped.filter(kind=kind, uploaded_at__lte=at).select_related("uploaded_by").order_by("-version")
    found = [
        LetterVersion(row.version, row.note, row.uploaded_by.name, row.uploaded_at, in_use=not place)
        for place, row in enumerate(rows)
    ]
    return [*found, LetterVersion(SHIPPED, "Comes with Cairn.", in_use=not found)]


def letter_version(actor: Actor, kind: str, version: int, at: datetime) -> bytes | None:
    """The file of one version, for those who may read letters; nothing where there is no such version."""
    if all(found.version != version for found in letter_versions(actor, kind, at)):
        return None
    return _file(kind, version)


def letter(kind: str, at: datetime) -> bytes:
    """The file in use at the moment, for a command that fills it. Raises KeyError for a kind there is not."""
    return _file(kind, _in_use(kind, at))


def is_own_letter(kind: str, at: datetime) -> bool:
    """Whether the partnership has put a file of its own in use for this kind. Raises KeyError for none there is."""
    return _in_use(kind, at) != SHIPPED


def _in_use(kind: str, at: datetime) -> int:
    rows = Letter.unscoped.filter(kind=KINDS[kind].kind, uploaded_at__lte=at)
    return rows.order_by("-version").values_list("version", flat=True).first() or SHIPPED


def _file(kind: str, version: int) -> bytes:
    if version == SHIPPED:
        return shipped(kind)
    return content(Letter.unscoped.select_related("file__case").get(kind=kind, version=version).file)
