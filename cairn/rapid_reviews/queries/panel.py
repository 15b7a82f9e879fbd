"""What the national Panel said of a case, what it asked, and what the partners answered."""

from __future__ import annotations

from datetime import date, datetime

from cairn.access.actor import Actor
from cairn.cases import policy as cases
from cairn.cases.models import Case
from cairn.cases.queries import OwedRow, visible_to
from cairn.partnership.clock import day_of
from cairn.rapid_reviews import policy
from cairn.rapid_reviews.models import PanelPoint, PanelReply, PanelSays, RapidReview
from cairn.rapid_reviews.states import PanelState

OneReply = PanelReply
OnePoint = PanelPoint
SAYS = [(says.value, str(says.label)) for says in PanelSays]


def replies(actor: Actor, case: Case, at: datetime, known: cases.Rights | None = None) -> list[OneReply]:
    """The Panel's letters about a case, the latest first, each with its points and the partners' answer."""
    readable = case if cases.held(actor, case, at, known).can("read_panel_reply", case) else None
    rows = PanelReply.unscoped.filter(case=readable).select_related(
        "case", "report", "report__rapid_review", "file", "recorded_by", "our_answer", "our_answer__decision"
    )
    return list(rows.prefetch_related("points__owed_by__holder").order_by("-received_on", "-id"))


def reply(actor: Actor, case: Case, key: str, at: datetime) -> OneReply | None:
    """One letter of the Panel, to act upon."""
    return next((row for row in replies(actor, case, at) if row.key == key), None)


def point(actor: Actor, case: Case, key: str, at: datetime) -> OnePoint | None:
    """One point the Panel raised, to answer it."""
    points = (point for row in replies(actor, case, at) for point in row.points.all())
    return next((found for found in points if found.key == key), None)


def points_due(actor: Actor, at: datetime) -> list[OwedRow]:
    """Every point of the Panel still unanswered on every case whose reply somebody may read. One query."""
    open_points = PanelPoint.unscoped.filter(answered_on__isnull=True)
    rows = open_points.filter(case__in=visible_to(actor, at, "read_panel_reply")).select_related(
        "case", "owed_by", "owed_by__holder"
    )
    return [_owed(row, actor, day_of(at)) for row in rows]


def panel_state_of(review: RapidReview) -> PanelState:
    """How far a rapid review that the reader was given has come with the national Panel."""
    return policy.panel_state_of(review)


def _owed(row: PanelPoint, actor: Actor, today: date) -> OwedRow:
    late = row.is_late_on(today)
    days = abs((row.due_on - today).days)
    counted = "due today" if not days else f"{days} day{'' if days == 1 else 's'} {'late' if late else 'left'}"
    return OwedRow(
        key=row.key,
        case_key=row.case.key,
        reference=row.case.reference,
        label=row.case.label,
        what="Answer a point of the national Panel",
        owed_by=f"{row.owed_by.title} ({row.owed_by.holder.name})",
        due_on=row.due_on,
        done_on=None,
        state="owed",
        state_label="Owed",
        late=late,
        words=counted,
        own=row.owed_by_id in actor.seat_ids,
        rule="OB-124",
    )
