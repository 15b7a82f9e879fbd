"""What happened on a case: its events, with the names of those who acted, for those who answer for the record."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from cairn.access.actor import Actor
from cairn.audit.engine.chain import Facts
from cairn.audit.queries import events_of_case
from cairn.cases import policy
from cairn.cases.models import Case
from cairn.partnership.clock import LONDON
from cairn.partnership.models import User

MOST = 100
COLUMNS = ("Number", "When", "Who", "Did", "To", "Came of it")


@dataclass(frozen=True)
class EventRow:
    """One event in words. Nothing here says what was typed: that stands in the records themselves."""

    number: int
    when: str
    who: str
    did: str
    to: str
    came_of_it: str

    def cells(self) -> tuple[str, ...]:
        """The row for a table or a CSV file."""
        return (str(self.number), self.when, self.who, self.did, self.to, self.came_of_it)


@dataclass(frozen=True)
class History:
    """Events, newest first, and the number to ask on from for older ones (None at the end)."""

    rows: tuple[EventRow, ...]
    older_than: int | None


def history(actor: Actor, case: Case, at: datetime, *, older_than: int | None = None) -> History:
    """One page of a case's history; an empty one for whoever may not read it."""
    if not policy.can(actor, "read_case_history", case, at):
        return History((), None)
    page = events_of_case(case.key, older_than=older_than, most=MOST)
    names = dict(User.unscoped.filter(key__in={event.person_key for event in page.events}).values_list("key", "name"))
    return History(tuple(_row(event, names) for event in page.events), page.older_than)


def whole_history(actor: Actor, case: Case, at: datetime) -> Iterator[tuple[str, ...]]:
    """The whole history for a CSV file, headings first, newest first; headings alone for whoever may not read it."""
    yield COLUMNS
    page = history(actor, case, at)
    yield from (row.cells() for row in page.rows)
    while page.older_than is not None:
        page = history(actor, case, at, older_than=page.older_than)
        yield from (row.cells() for row in page.rows)


def _row(event: Facts, names: dict[str, str]) -> EventRow:
    moment = event.moment.astimezone(LONDON)
    return EventRow(
        number=event.seq,
        when=f"{moment.day} {moment:%B %Y, %H:%M}",
        who=names.get(event.person_key, "Cairn"),
        did=event.verb.replace("_", " "),
        to=event.kind.rpartition(".")[2],
        came_of_it=event.verdict,
    )
