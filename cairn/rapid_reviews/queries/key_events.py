"""The key events of all agencies in one list by date, each as it was written, with its agency and source."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from cairn.access.actor import Actor
from cairn.cases import policy as cases
from cairn.cases.models import Case, PersonIdentity, PersonKind, Precision
from cairn.rapid_reviews.engine.written_dates import Understood, is_before_birth
from cairn.rapid_reviews.models import KeyEvent, Return
from cairn.rapid_reviews.queries.reading import returns


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


def merged_key_events(actor: Actor, case: Case, at: datetime, known: cases.Rights | None = None) -> list[MergedEvent]:
    """The key events of every return sent in that this reader may read, by date; what cannot be dated comes last."""
    rights = cases.held(actor, case, at, known)
    return events_of(returns(actor, case, at, rights), case, rights)


def events_of(found: Iterable[Return], case: Case, rights: cases.Rights) -> list[MergedEvent]:
    """The key events of these returns, which the asker has already been let read."""
    sent = {row.sent_in.pk: row.agency.name for row in found if row.sent_in is not None}
    if not sent:
        return []
    born = _born(case, rights)
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


def _born(case: Case, rights: cases.Rights) -> date | None:
    """The birth date of the only child the case is about, for those who work with real names; else nothing."""
    if not rights.can("read_identity", case):
        return None
    rows = PersonIdentity.unscoped.filter(person__case=case, person__kind=PersonKind.SUBJECT_CHILD).order_by("version")
    latest = {row.person_id: row for row in rows}
    known = next(iter(latest.values())) if len(latest) == 1 else None
    return known.born_on if known and known.born_precision == Precision.DAY else None
