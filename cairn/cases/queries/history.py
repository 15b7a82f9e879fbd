"""What happened on a case: its events, with the names of those who acted, for those who answer for the record."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from django.apps import apps

from cairn.access.actor import Actor
from cairn.audit.engine.chain import Facts
from cairn.audit.queries import NOTHING, Page, events_of_case
from cairn.cases import policy
from cairn.cases.models import Case, NamesShown
from cairn.partnership.clock import LONDON
from cairn.partnership.models import User

MOST = 100
COLUMNS = ("When", "Who", "Did", "To", "Came of it")


@dataclass(frozen=True)
class EventRow:
    """One event in words. Nothing here says what was typed: that stands in the records themselves."""

    when: str
    who: str
    did: str
    to: str
    came_of_it: str

    def cells(self) -> tuple[str, ...]:
        """The row for a table or a CSV file."""
        return (self.when, self.who, self.did, self.to, self.came_of_it)


@dataclass(frozen=True)
class History:
    """Events, newest first, and the page on which older ones are (None at the end).

    They carry no numbers: those count the events of all cases, and their gaps would tell of cases nobody may see.
    """

    rows: tuple[EventRow, ...]
    older: int | None


def history(actor: Actor, case: Case, at: datetime, rights: policy.Rights | None = None, *, page: int = 1) -> History:
    """One page of a case's history, the newest first; an empty one for whoever may not read it."""
    found = next(islice(_pages(actor, case, at, rights), page - 1, None), NOTHING)
    return History(tuple(_rows(found)), page + 1 if found.older_than is not None else None)


def whole_history(actor: Actor, case: Case, at: datetime) -> Iterator[tuple[str, ...]]:
    """The whole history for a CSV file, headings first, newest first; headings alone for whoever may not read it."""
    yield COLUMNS
    for page in _pages(actor, case, at):
        yield from (row.cells() for row in _rows(page))


def names_shown(
    actor: Actor, case: Case, at: datetime, rights: policy.Rights | None = None
) -> list[tuple[str, str, str]]:
    """Who switched real names on, when and what for, the latest first; nothing for whoever may not read history."""
    if not policy.held(actor, case, at, rights).can("read_case_history", case):
        return []
    rows = NamesShown.unscoped.filter(case=case).select_related("user")
    return [(_moment(row.at), row.user.name, row.reason) for row in rows]


def _pages(actor: Actor, case: Case, at: datetime, rights: policy.Rights | None = None) -> Iterator[Page]:
    if not policy.held(actor, case, at, rights).can("read_case_history", case):
        return
    page = events_of_case(case.key, most=MOST)
    yield page
    while page.older_than is not None:
        page = events_of_case(case.key, older_than=page.older_than, most=MOST)
        yield page


def _rows(page: Page) -> Iterator[EventRow]:
    names = dict(User.unscoped.filter(key__in={event.person_key for event in page.events}).values_list("key", "name"))
    return (_row(event, names) for event in page.events)


def _row(event: Facts, names: dict[str, str]) -> EventRow:
    return EventRow(
        when=_moment(event.moment),
        who=names.get(event.person_key, "Cairn"),
        did=event.verb.replace("_", " "),
        to=_called(event.kind),
        came_of_it=event.verdict,
    )


def _moment(moment: datetime) -> str:
    there = moment.astimezone(LONDON)
    return f"{there.day} {there:%B %Y, %H:%M}"


def _called(kind: str) -> str:
    """What a kind of record is called; the bare word for a kind that no table has."""
    try:
        return str(apps.get_model(kind)._meta.verbose_name)
    except (LookupError, ValueError):
        return kind.rpartition(".")[2]
