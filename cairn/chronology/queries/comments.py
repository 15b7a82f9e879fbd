"""What readers said of an entry, as far as somebody may read it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from cairn.cases.models import Case
from cairn.cases.policy import Rights
from cairn.chronology import policy
from cairn.chronology.models import EntryComment
from cairn.chronology.queries.combined import versions_read
from cairn.chronology.queries.entries import EntryRead, in_labels
from cairn.names.relabelling import Relabelling
from cairn.partnership.clock import day_of

OneComment = EntryComment


@dataclass(frozen=True)
class CommentRow:
    """One comment: whose, of which day, and on which version where the row is told otherwise now (else 0)."""

    key: str
    by: str
    on: date
    words: str
    on_version: int
    withdrawn_on: date | None
    may_withdraw: bool


def comments(rights: Rights, found: EntryRead, labels: Relabelling | None) -> list[CommentRow]:
    """The comments on an entry, the first one first. One on a version that she may not read is not there."""
    told = [text.pk for text in found.texts]
    rows = EntryComment.unscoped.filter(entry=found.entry, text__in=told)
    return [
        _row(row, rights, found, labels) for row in rows.select_related("case", "said_by", "text__version", "entry")
    ]


def comment(rights: Rights, case: Case, key: str) -> EntryComment | None:
    """One comment that she may read, to act upon."""
    read = versions_read(rights, case).order_by()
    rows = EntryComment.unscoped.filter(case=case, key=key, text__version__in=read)
    return rows.select_related("case", "entry", "said_by").first()


def _row(row: EntryComment, rights: Rights, found: EntryRead, labels: Relabelling | None) -> CommentRow:
    live = row.withdrawn_at is None
    return CommentRow(
        key=row.key,
        by=row.said_by.name,
        on=day_of(row.said_at),
        words=in_labels(row.words, labels) if live else "",
        on_version=row.text.version.number if row.text.ident != found.now.ident else 0,
        withdrawn_on=day_of(row.withdrawn_at) if row.withdrawn_at else None,
        may_withdraw=live and bool(policy.verdict(rights, "withdraw_comment", row)),
    )
