"""The record of events with the names that its pages need: the record itself holds keys only."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.apps import apps

from cairn.access.actor import MACHINE, NOBODY, Actor
from cairn.audit import queries as audit
from cairn.audit.engine.chain import Facts
from cairn.audit.models import Answer
from cairn.partnership import queries as partnership
from cairn.partnership.clock import LONDON

ANSWERS = [(answer.value, answer.label) for answer in Answer]
NOT_PEOPLE = {MACHINE.key: MACHINE.name, NOBODY.key: "Nobody signed in"}


@dataclass(frozen=True)
class EventRow:
    """One event as a person reads it."""

    seq: int
    moment: datetime
    who: str
    did: str
    record: str
    answer: str


@dataclass(frozen=True)
class EventPage:
    """Events, newest first, and the number from which older ones go on (none at the end)."""

    rows: tuple[EventRow, ...]
    older_than: int | None


def asked_for(since: date | None, until: date | None, answer: str) -> audit.Wanted:
    """What to look for: from the first day to the last, both included, and with which answer."""
    return audit.Wanted(
        answer=Answer(answer) if answer else None,
        since=datetime.combine(since, time.min, LONDON) if since else None,
        until=datetime.combine(until + timedelta(days=1), time.min, LONDON) if until else None,
    )


def events(actor: Actor, at: datetime, wanted: audit.Wanted, older_than: int | None = None) -> EventPage:
    """One page of the record; an empty one for whoever may not read it."""
    found = audit.events_page(actor, at, wanted=wanted, older_than=older_than)
    return EventPage(tuple(in_words(actor, found.events, at)), found.older_than)


def export(actor: Actor, at: datetime, wanted: audit.Wanted) -> Iterator[tuple[str, ...]]:
    """The record as rows of a CSV file, with keys as they stand in it; nothing for whoever may not read it."""
    return audit.export_rows(actor, at, wanted=wanted)


def in_words(actor: Actor, found: tuple[Facts, ...], at: datetime) -> list[EventRow]:
    """Events with the names of those whom the reader may know; a key where an account no longer has a name."""
    names = {user.key: user.name for user in partnership.people(actor, at, closed_too=True)} | NOT_PEOPLE
    return [
        EventRow(
            seq=each.seq,
            moment=each.moment,
            who=names.get(each.person_key, each.person_key),
            did=_plain(each.verb),
            record=_kind(each.kind),
            answer=Answer(each.verdict).label,
        )
        for each in found
    ]


def _kind(kind: str) -> str:
    """What kind of record it was, in words; the last part of its name where it is no table of ours."""
    try:
        return _plain(str(apps.get_model(kind)._meta.verbose_name))
    except (LookupError, ValueError):
        return _plain(kind.rpartition(".")[2])


def _plain(name: str) -> str:
    words = name.replace("_", " ")
    return words[:1].upper() + words[1:]
