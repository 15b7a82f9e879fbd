"""The doors to events: a case's history, the auditor's pages and export, and the whole chain for verification."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import datetime

from django.db.models import Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from cairn.access import matrix
from cairn.access.actor import Actor
from cairn.audit.engine.chain import Facts, Head, Link
from cairn.audit.models import Answer, ChainHead, Event
from cairn.kernel.verdict import Verdict

PAGE = 50  # events
COLUMNS = tuple(item.name for item in fields(Facts))


@dataclass(frozen=True)
class Wanted:
    """What the auditor looks for; an empty part leaves it open. Moments are the product's, `until` not included."""

    person_key: str = ""
    case_key: str = ""
    verb: str = ""
    answer: Answer | None = None
    since: datetime | None = None
    until: datetime | None = None


@dataclass(frozen=True)
class Page:
    """Events, newest first, and the number to ask on from for older ones (None at the end)."""

    events: tuple[Facts, ...]
    older_than: int | None


EVERYTHING = Wanted()
NOTHING = Page((), None)


def may_read(actor: Actor) -> Verdict:
    """Whether she may read the record of all events."""
    return matrix.verdict(actor.roles, "read_audit")


def events_page(
    actor: Actor, at: datetime, *, wanted: Wanted = EVERYTHING, older_than: int | None = None, most: int = PAGE
) -> Page:
    """One page of the record of all events; an empty one for whoever may not read it at this moment."""
    if not may_read(actor):
        return NOTHING
    return _page(_matching(wanted), older_than, most)


def events_of_case(case_key: str, *, older_than: int | None = None, most: int = PAGE) -> Page:
    """One page of a case's history. Whether the reader may see it is for the policy of the case: ask that first."""
    return _page(Event.unscoped.filter(case_key=case_key), older_than, most) if case_key else NOTHING


def export_rows(actor: Actor, at: datetime, *, wanted: Wanted = EVERYTHING) -> Iterator[tuple[str, ...]]:
    """The record as rows for a CSV file, oldest first, headings first; nothing for whoever may not read it."""
    if not may_read(actor):
        return
    yield COLUMNS
    for row in _matching(wanted).order_by("seq").iterator(chunk_size=2000):
        yield tuple(_cell(getattr(row, name)) for name in COLUMNS)


def _cell(value: object) -> str:
    text = value.isoformat() if isinstance(value, datetime) else str(value)
    return f"'{text}" if text[:1] in {"=", "+", "-", "@"} else text  # a spreadsheet must not take a key for a formula


def _matching(wanted: Wanted) -> QuerySet[Event]:
    asked = {
        "person_key": wanted.person_key,
        "case_key": wanted.case_key,
        "verb": wanted.verb,
        "verdict": wanted.answer,
        "moment__gte": wanted.since,
        "moment__lt": wanted.until,
    }
    return Event.unscoped.filter(**{name: value for name, value in asked.items() if value})


def _page(rows: QuerySet[Event], older_than: int | None, most: int) -> Page:
    if older_than is not None:
        rows = rows.filter(seq__lt=older_than)
    found = list(rows.order_by("-seq")[: most + 1])
    shown = tuple(_facts(row) for row in found[:most])
    return Page(shown, shown[-1].seq if len(found) > most else None)


def _facts(row: Event) -> Facts:
    return Facts(**{name: getattr(row, name) for name in COLUMNS})


def links(end: Head) -> Iterator[Link]:
    """The events up to this end of the chain, in the order of their numbers, with their seals, for verification.

    Others go on writing meanwhile: what they add is left for next time. An event beyond the end that the database has
    at the moment of asking was not added by the product, and is not left out.
    """
    end_now = Coalesce(Subquery(ChainHead.unscoped.order_by("id").values("count")[:1]), 0)
    rows = Event.unscoped.filter(Q(seq__lte=end.count) | Q(seq__gt=end_now))
    for row in rows.order_by("seq").iterator(chunk_size=2000):
        yield Link(_facts(row), row.previous, row.seal)


def head() -> Head:
    """The end of the chain as the database has it; a head of nothing, which no mark fits, if its row is gone."""
    row = ChainHead.unscoped.order_by("id").first()
    return Head(row.count, row.seal, row.mark) if row else Head(0, "", "")
