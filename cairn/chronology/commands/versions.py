"""The versions of one agency's chronology. Parts of commands, not commands themselves."""

from __future__ import annotations

from datetime import datetime

from cairn.access.actor import Actor
from cairn.cases.commands.checks import signer
from cairn.chronology.models import ChronologyRequest, ChronologyVersion


def last_of(asked: ChronologyRequest) -> ChronologyVersion | None:
    """The last version that was read in, if there is one."""
    return asked.versions.filter(set_aside_at__isnull=True).order_by("number").last()


def draft_of(asked: ChronologyRequest) -> ChronologyVersion:
    """The last version, of a request whose state says that there is one."""
    last = last_of(asked)
    assert last is not None
    return last


def next_of(asked: ChronologyRequest, why: str, by: Actor, at: datetime) -> ChronologyVersion:
    """Begin the next version, with nothing in it."""
    last = asked.versions.order_by("number").last()  # the number of a draft that was set aside is not used again
    return ChronologyVersion.unscoped.create(
        case=asked.case,
        request=asked,
        agency=asked.agency,
        number=last.number + 1 if last else 1,
        why=why.strip(),
        read_by_id=signer(by),
        read_at=at,
    )


def earlier_than(draft: ChronologyVersion) -> ChronologyVersion | None:
    """What a new version is compared with: the last one sent in; until then the last one read in."""
    before = draft.request.versions.filter(number__lt=draft.number).order_by("number")
    return before.filter(sent_at__isnull=False).last() or before.last()
