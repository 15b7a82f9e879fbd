"""Which meetings there are for somebody: all of them, those still to come, those that took a case."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet

from cairn.access.actor import Actor
from cairn.cases import queries as cases
from cairn.cases.models import Case
from cairn.kernel.verdict import Verdict
from cairn.meetings import policy
from cairn.meetings.models import AgendaItem, ItemMinute, Meeting, MeetingKind
from cairn.meetings.states import MeetingState
from cairn.partnership import queries as partnership
from cairn.partnership.clock import day_of
from cairn.partnership.models import Seat

OneMeeting = Meeting  # pages hold one, and never import the table
KINDS: list[tuple[str, str]] = list(MeetingKind.choices)


@dataclass(frozen=True)
class MeetingRow:
    """One meeting in words. Nothing here depends on what is on its agenda."""

    key: str
    title: str
    kind_label: str
    group: str
    held_on: date
    starts: str
    place: str
    chair: str
    state: str
    state_label: str
    version: int
    agreed_on: date | None
    cancelled_reason: str


@dataclass(frozen=True)
class OfCase:
    """One meeting that takes or took a case: what was decided on it, and whether the reader may open the meeting."""

    meeting: MeetingRow
    item_key: str
    opens: bool
    discussion: str
    decision: str


def meetings(actor: Actor, at: datetime, *, past: bool = False) -> list[MeetingRow]:
    """The meetings of today and to come, the next first; or those before, the latest first."""
    today = day_of(at)
    rows = _joined().filter(policy.open_to(actor))
    if past:
        return [row(each) for each in rows.filter(held_on__lt=today).order_by("-held_on", "-id")]
    return [row(each) for each in rows.filter(held_on__gte=today).order_by("held_on", "id")]


def get(actor: Actor, key: str) -> Meeting | None:
    """The meeting with this key, if it is open to somebody; none otherwise, whether or not it exists."""
    return _joined().filter(policy.open_to(actor), key=key).first()


def keeps(actor: Actor) -> Verdict:
    """Whether somebody may call meetings and keep their record."""
    return policy.can_call(actor)


def to_read(actor: Actor, at: datetime) -> list[MeetingRow]:
    """What somebody reads up for: the planned meetings open to her, the next first. One query."""
    return [each for each in meetings(actor, at) if each.state == MeetingState.PLANNED.value]


def meetings_of_case(actor: Actor, case: Case, at: datetime, rights: cases.Rights | None = None) -> list[OfCase]:
    """The meetings that take or took this case, the latest first, with what was decided on it."""
    if not cases.held(actor, case, at, rights).can(policy.READ):
        return []
    items = AgendaItem.unscoped.filter(case=case, off_at__isnull=True).values_list("meeting_id", "id", "key")
    known = {meeting_id: (item_id, key) for meeting_id, item_id, key in items}
    opened = set(Meeting.unscoped.filter(policy.open_to(actor), pk__in=known).values_list("pk", flat=True))
    minutes = latest_minutes([item_id for item_id, _ in known.values()])
    found = []
    for each in _joined().filter(pk__in=known).order_by("-held_on", "-id"):
        item_id, key = known[each.pk]
        minute = minutes.get(item_id)
        said = (minute.discussion, minute.decision) if minute else ("", "")
        found.append(OfCase(row(each), key, each.pk in opened, *said))
    return found


def latest_minutes(item_ids: list[int]) -> dict[int, ItemMinute]:
    """The latest minute of each of these items, which the caller has found through a door."""
    rows = ItemMinute.unscoped.filter(item__in=item_ids).select_related("recorded_by").order_by("version")
    return {minute.item_id: minute for minute in rows}


def row(meeting: Meeting) -> MeetingRow:
    """A meeting that was found by one of these doors, in words."""
    return MeetingRow(
        key=meeting.key,
        title=meeting.title,
        kind_label=meeting.get_kind_display(),
        group=meeting.group.name,
        held_on=meeting.held_on,
        starts=meeting.starts,
        place=meeting.place,
        chair=f"{meeting.chair.holder.name}, {meeting.chair.title}",
        state=meeting.state.value,
        state_label=meeting.state.label,
        version=meeting.version,
        agreed_on=meeting.agreed_on,
        cancelled_reason=meeting.cancelled_reason,
    )


def _joined() -> QuerySet[Meeting]:
    return Meeting.unscoped.select_related("group", "chair", "chair__holder")


def chairs(actor: Actor, at: datetime) -> list[Seat]:
    """The seats from which a meeting may be chaired, for a form."""
    return [seat for seat in partnership.seats(actor, at) if policy.may_chair(seat, at)]
