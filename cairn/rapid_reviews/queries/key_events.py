"""The key events of all agencies in one list by date, each as it was written, with its agency and source."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from cairn.access.actor import Actor
from cairn.cases import policy as cases
from cairn.cases import queries as case_queries
from cairn.cases.models import Case
from cairn.rapid_reviews.engine.written_dates import Understood, is_before_birth
from cairn.rapid_reviews.models import KeyEvent
from cairn.rapid_reviews.queries.reading import returns

FIRST_OF_ALL = "subject_child"


@dataclass(frozen=True)
class MergedEvent:
    """One key event among those of all agencies."""

    when: str  # as written
    agency: str
    event: str
    source: str
    action: str
    comment: str
    before_birth: bool  # only ever so for those who may know the birth date
    dated: bool  # whether the date could be understood


def merged_key_events(actor: Actor, case: Case, at: datetime) -> list[MergedEvent]:
    """The key events of every return sent in that this reader may read, by date; what cannot be dated comes last."""
    sent = {row.sent_in.pk: row.agency.name for row in returns(actor, case, at) if row.sent_in is not None}
    born = _born(actor, case, at)
    rows = KeyEvent.unscoped.filter(version__in=sent, removed_at__isnull=True)
    ordered = sorted(
        rows, key=lambda row: (row.earliest is None, row.earliest or date.max, row.latest or date.max, row.pk)
    )
    return [
        MergedEvent(
            when=row.written_date,
            agency=sent[row.version_id],
            event=row.event,
            source=row.source,
            action=row.action,
            comment=row.comment,
            before_birth=is_before_birth(Understood(row.earliest, row.latest), born),
            dated=row.earliest is not None,
        )
        for row in ordered
    ]


def _born(actor: Actor, case: Case, at: datetime) -> date | None:
    """The birth date of the only child the case is about, for those who work with real names; else nothing."""
    if not cases.can(actor, "read_identity", case, at):
        return None
    children = [row for row in case_queries.people(actor, case, at) if row.kind == FIRST_OF_ALL]
    identity = children[0].identity if len(children) == 1 else None
    known = identity.row if identity else None
    return known.born_on if known and known.born_precision == "day" else None
