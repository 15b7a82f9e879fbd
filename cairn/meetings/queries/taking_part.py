"""Who takes part in a meeting, whose case is closed to whom, and which interests were declared."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from cairn.access.actor import Actor
from cairn.cases.models import AccessGiven, Conflict
from cairn.meetings import policy
from cairn.meetings.models import AgendaItem, Agreed, Attendance, How, Interest, Meeting
from cairn.partnership.models import Deputy, Seat
from cairn.partnership.queries import live_at

HOWS: list[tuple[str, str]] = list(How.choices)
AGREED: list[tuple[str, str]] = list(Agreed.choices)
EXPECTED = "Not recorded yet"
THERE = (How.PRESENT, How.DEPUTY)


@dataclass(frozen=True)
class AttendanceRow:
    """One seat at a meeting: the same for every reader, whatever is on the agenda."""

    seat_key: str
    seat_id: int
    seat_title: str
    holder: str
    who: str  # the holder, or the deputy who came
    person_id: int
    agency: str
    how: str
    how_label: str
    deputy_key: str
    of_the_group: bool


@dataclass(frozen=True)
class InterestRow:
    """One declared interest, as somebody may read it who reads the item."""

    who: str
    item_key: str
    nature: str
    agreed: str


def moment_of(meeting: Meeting, at: datetime) -> datetime:
    """The moment that counts for who sat and who stood too near: when the meeting was held, or now while it is not."""
    return meeting.held_recorded_at or at


def attendance(meeting: Meeting, at: datetime) -> list[AttendanceRow]:
    """Who takes part in a meeting that was found through its door: the group's seats, and those invited."""
    latest = {
        row.seat_id: row
        for row in Attendance.unscoped.filter(meeting=meeting)
        .select_related("deputy", "deputy__user")
        .order_by("version")
    }
    sitting = Q(live_at(moment_of(meeting, at)), group=meeting.group_id)
    seats = Seat.unscoped.filter(sitting | Q(pk__in=latest)).select_related("holder", "employer")
    return [_line(meeting, seat, latest.get(seat.pk)) for seat in seats.order_by("title", "id")]


def _line(meeting: Meeting, seat: Seat, recorded: Attendance | None) -> AttendanceRow:
    deputy = recorded.deputy if recorded else None
    who = deputy.user if deputy else seat.holder
    return AttendanceRow(
        seat_key=seat.key,
        seat_id=seat.pk,
        seat_title=seat.title,
        holder=seat.holder.name,
        who=f"{who.name} for {seat.holder.name}" if deputy else who.name,
        person_id=who.pk,
        agency=seat.employer.name if seat.employer else "",
        how=recorded.how if recorded else "",
        how_label=recorded.get_how_display() if recorded else EXPECTED,
        deputy_key=deputy.key if deputy else "",
        of_the_group=seat.group_id == meeting.group_id,
    )


def lines_seen(meeting: Meeting) -> int:
    """How many lines of attendance are on record, to tell whether somebody added one meanwhile."""
    return Attendance.unscoped.filter(meeting=meeting).count()


def deputies(meeting: Meeting, at: datetime) -> list[tuple[str, str]]:
    """Who may have come as deputy, for a form: named for the day and briefed; by the keys of seat and deputy."""
    seats = [row.seat_id for row in attendance(meeting, at)]
    rows = Deputy.unscoped.filter(seat__in=seats, briefed_at__isnull=False).select_related("user", "seat")
    standing = [row for row in rows if policy.may_stand_in(row, row.seat, meeting)]
    return [(f"{row.seat.key} {row.key}", row.user.name) for row in standing]


def away(items: Iterable[AgendaItem], there: Iterable[AttendanceRow], moment: datetime) -> dict[int, tuple[str, ...]]:
    """For each item of a case, who is at the meeting but not there for it: the case was closed to her at the moment.

    A declared conflict or no access, it is shown alike: she left for other business. Three queries for any number.
    """
    of_cases = {item.case_id: item.pk for item in items if item.case_id is not None}
    present = [row for row in there if row.how in THERE]
    stands = Q(declared_at__lte=moment) & (Q(second_lift_at__isnull=True) | Q(second_lift_at__gt=moment))
    walls = Conflict.unscoped.filter(stands, case__in=of_cases).values_list("case_id", "user_id")
    grants = AccessGiven.unscoped.filter(live_at(moment), case__in=of_cases)
    walled, let_in = set(walls), list(grants)
    held = _seats_of(present, moment)
    return {
        item_id: tuple(
            row.who
            for row in present
            if (case_id, row.person_id) in walled
            or not any(_lets_in(grant, row, held[row.person_id]) for grant in let_in if grant.case_id == case_id)
        )
        for case_id, item_id in of_cases.items()
    }


def _seats_of(present: list[AttendanceRow], moment: datetime) -> dict[int, list[Seat]]:
    """The seats each person held at the moment, and the one from which she takes part."""
    people, through = {row.person_id for row in present}, {row.seat_id: row.person_id for row in present}
    found: dict[int, list[Seat]] = {person: [] for person in people}
    for seat in Seat.unscoped.filter(live_at(moment), Q(holder__in=people) | Q(pk__in=through)):
        if seat.holder_id in people:
            found[seat.holder_id].append(seat)
        if seat.pk in through:
            found[through[seat.pk]].append(seat)
    return found


def _lets_in(grant: AccessGiven, row: AttendanceRow, seats: list[Seat]) -> bool:
    if grant.user_id is not None:
        return grant.user_id == row.person_id
    if grant.seat_id is not None:
        return grant.seat_id in {seat.pk for seat in seats}
    return grant.role in {seat.role for seat in seats}


def interests(actor: Actor, meeting: Meeting, at: datetime) -> list[InterestRow]:
    """The interests declared at a meeting, but for those in items that are not there for the reader."""
    readable = AgendaItem.unscoped.filter(policy.items_open_to(actor, at), meeting=meeting)
    shown = Interest.unscoped.filter(Q(item__isnull=True) | Q(item__in=readable), meeting=meeting)
    return [
        InterestRow(row.person.name, row.item.key if row.item else "", row.nature, row.get_agreed_display())
        for row in shown.select_related("person", "item")
    ]
