"""The agenda as one reader has it: an item whose case is closed to her is not there, and the numbering closes up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from django.db.models import QuerySet

from cairn.access.actor import Actor
from cairn.actions import queries as actions
from cairn.cases.models import Case
from cairn.documents import queries as documents
from cairn.documents.queries.files import FileRow
from cairn.kernel.verdict import Verdict
from cairn.meetings import policy
from cairn.meetings.models import AgendaItem, HandOver, ItemAction, ItemMinute, Meeting, Paper, Part
from cairn.meetings.models.agenda import OfItem
from cairn.meetings.queries.meetings import latest_minutes
from cairn.meetings.queries.standing import points
from cairn.meetings.queries.taking_part import AttendanceRow, InterestRow, attendance, away, interests, moment_of

OneItem = AgendaItem  # pages hold one, and never import the table
_ORDER = {Part.OPENING: 0, Part.CASE: 1, Part.OTHER: 1, Part.CLOSING: 2}
Row = TypeVar("Row", bound=OfItem)


@dataclass(frozen=True)
class ItemRow:
    """One item as this reader has it. `number` is hers alone."""

    key: str
    number: int
    part: str
    title: str
    about: str  # which case, by reference and label
    case_key: str
    case: Case | None  # to bind its papers; the item was open to this reader
    points: tuple[str, ...]
    papers: tuple[Paper, ...]
    interests: tuple[InterestRow, ...]
    away: tuple[str, ...]  # left for other business
    minute: ItemMinute | None
    actions: tuple[actions.ActionRow, ...]
    handed_over: tuple[HandOver, ...]

    @property
    def called(self) -> str:
        """The item in one line, for those who have it."""
        return f"{self.about}: {self.title}" if self.about else self.title


def agenda_for(
    actor: Actor, meeting: Meeting, at: datetime, there: Sequence[AttendanceRow] | None = None
) -> list[ItemRow]:
    """The items of a meeting there are for this reader, numbered as if there were no others.

    The meeting was found through its door. `there` is its attendance, where that was read already.
    As many queries for six cases as for one.
    """
    found = sorted(_open(actor, meeting, at), key=lambda item: (_ORDER[Part(item.part)], item.pk))
    ids = [item.pk for item in found]
    minutes, papers = latest_minutes(ids), _by_item(Paper.unscoped.select_related("file"), ids)
    handed, set_here = _by_item(HandOver.unscoped.all(), ids), _by_item(ItemAction.unscoped.all(), ids)
    readable = actions.among(actor, [row.action_id for rows in set_here.values() for row in rows], at)
    gone = away(found, attendance(meeting, at) if there is None else there, moment_of(meeting, at))
    declared = interests(actor, meeting, at)
    return [
        ItemRow(
            key=item.key,
            number=number,
            part=item.part,
            title=item.title,
            about=f"{item.case.reference}, {item.case.label}" if item.case else "",
            case_key=item.case_key,
            case=item.case,
            points=tuple(point.text for point in points()) if item.case else (),
            papers=tuple(papers.get(item.pk, ())),
            interests=tuple(row for row in declared if row.item_key == item.key),
            away=gone.get(item.pk, ()),
            minute=minutes.get(item.pk),
            actions=tuple(readable[row.action_id] for row in set_here.get(item.pk, ()) if row.action_id in readable),
            handed_over=tuple(handed.get(item.pk, ())),
        )
        for number, item in enumerate(found, start=1)
    ]


def item(actor: Actor, meeting: Meeting, key: str, at: datetime) -> AgendaItem | None:
    """One item that is on the agenda and there for this reader."""
    return _open(actor, meeting, at).filter(key=key).first()


def items(actor: Actor, meeting: Meeting, at: datetime) -> dict[str, AgendaItem]:
    """The items of cases that are there for this reader, by key, to put on record that she read them."""
    return {row.key: row for row in _open(actor, meeting, at).filter(case__isnull=False)}


def row_of_item(actor: Actor, meeting: Meeting, key: str, at: datetime) -> ItemRow | None:
    """One item as this reader has it, with its number on her agenda."""
    return next((row for row in agenda_for(actor, meeting, at) if row.key == key), None)


def may_prepare(actor: Actor, item: AgendaItem, at: datetime) -> Verdict:
    """Whether the reader may take this item off, or put such a one on."""
    return policy.can_prepare(actor, item, at)


def may_write(actor: Actor, item: AgendaItem, at: datetime) -> Verdict:
    """Whether the reader may minute this item, lay papers before it, set actions at it and hand things over."""
    return policy.can_write(actor, item, at)


def to_lay(actor: Actor, item: AgendaItem, at: datetime) -> list[FileRow]:
    """The documents of its case that may be laid before an item: those put there for the readers of its papers."""
    rows = documents.files(actor, item.case, at) if item.case else []
    return [row for row in rows if row.read_action == policy.READ]


def may_move(actor: Actor, act: str, meeting: Meeting) -> Verdict:
    """Whether the reader may take this step with the meeting as a whole."""
    return policy.can_move(actor, act, meeting)


def may_record(actor: Actor, meeting: Meeting) -> Verdict:
    """Whether the reader may record who came, and other business."""
    return policy.can_record(actor, meeting)


def may_declare(actor: Actor, meeting: Meeting) -> Verdict:
    """Whether the reader may declare an interest of her own at this meeting."""
    return policy.can_declare(actor, meeting, actor.user_id or 0)


def address_of(item: AgendaItem, paper: Paper) -> tuple[str, str]:
    """Where a document is opened that was laid before an item: the keys of its case and its own."""
    return item.case_key, paper.file.key if paper.file else ""


def _open(actor: Actor, meeting: Meeting, at: datetime) -> QuerySet[AgendaItem]:
    rows = AgendaItem.unscoped.filter(policy.items_open_to(actor, at), meeting=meeting, off_at__isnull=True)
    return rows.select_related("case", "meeting", "meeting__group")


def _by_item(rows: QuerySet[Row], ids: list[int]) -> dict[int, list[Row]]:
    found: dict[int, list[Row]] = {}
    for row in rows.filter(item__in=ids):
        found.setdefault(row.item_id, []).append(row)
    return found
