"""Who came, who stood in, and which interests were declared."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from cairn.access.actor import Actor
from cairn.audit.commands import command, record
from cairn.cases.commands import declare_conflict
from cairn.cases.commands.checks import STALE, one_of, signer, written
from cairn.kernel.verdict import ALLOWED, Ground, Verdict, enforce, require
from cairn.meetings import policy
from cairn.meetings.models import AgendaItem, Agreed, Attendance, How, Interest, Meeting
from cairn.partnership.commands.locking import locked
from cairn.partnership.models import Deputy, Seat, User


@dataclass(frozen=True)
class Came:
    """How one seat took part; with `how` as deputy, who stood in."""

    seat: Seat
    how: str
    deputy: Deputy | None = None


@command
def record_attendance(meeting: Meeting, *, came: Sequence[Came], seen: int, by: Actor, at: datetime) -> Meeting:
    """Who came, who sent apologies, whose briefed deputy came; also who is invited from outside the group.

    `seen` is how many lines were on record when the page was opened. What has not changed is not written again.
    """
    meeting = locked(meeting)
    rows = list(Attendance.unscoped.filter(meeting=meeting).order_by("version"))
    latest = {row.seat_id: row for row in rows}
    enforce(policy.can_record(by, meeting) & require(seen == len(rows), STALE, Ground.STALE) & _whole(meeting, came))
    for each in came:
        before = latest.get(each.seat.pk)
        if before is None or (before.how, before.deputy_id) != (each.how, each.deputy.pk if each.deputy else None):
            Attendance.unscoped.create(
                meeting=meeting,
                seat=each.seat,
                version=before.version + 1 if before else 1,
                how=each.how,
                deputy=each.deputy,
                recorded_by_id=signer(by),
                recorded_at=at,
            )
    record(by=by, verb="record_attendance", at=at, about=meeting)
    return meeting


def _whole(meeting: Meeting, came: Sequence[Came]) -> Verdict:
    verdict = ALLOWED
    for each in came:
        verdict &= one_of(How.values, each.how, f"Say whether {each.seat.title} came.", "seats")
        if each.how == How.DEPUTY:
            verdict &= policy.may_stand_in(each.deputy, each.seat, meeting)
    return verdict


@command
def declare_interest(
    meeting: Meeting,
    *,
    item: AgendaItem | None,
    person: User,
    nature: str,
    agreed: str,
    also_conflict: bool = False,
    by: Actor,
    at: datetime,
) -> Interest:
    """Somebody says that she stands near an item, or the office records it, and what the meeting agreed.

    With `also_conflict` it is declared on the case too, and from then on neither the case nor the item is there for
    her. That leaves an event of its own.
    """
    meeting = locked(meeting)
    of_case = item is not None and item.case is not None
    enforce(
        _may_declare(by, meeting, item, person, at)
        & written(nature, "Say what the interest is.", "nature")
        & one_of(Agreed.values, agreed, "Say what was agreed.", "agreed")
        & require(
            item is None or item.meeting_id == meeting.pk, "Choose an item of this meeting.", Ground.INPUT, "item"
        )
        & require(of_case or not also_conflict, "Choose the case in which it is a conflict.", Ground.INPUT, "item")
    )
    interest = Interest.unscoped.create(
        meeting=meeting,
        item=item,
        person=person,
        nature=nature.strip(),
        agreed=agreed,
        declared_by_id=signer(by),
        declared_at=at,
    )
    record(by=by, verb="declare_interest", at=at, about=interest)
    if also_conflict and item is not None and item.case is not None:
        declare_conflict(item.case, person=person, nature=nature, by=by, at=at)
    return interest


def _may_declare(by: Actor, meeting: Meeting, item: AgendaItem | None, person: User, at: datetime) -> Verdict:
    if item is None:
        return policy.can_declare(by, meeting, person.pk)
    same = require(item.meeting_id == meeting.pk, "Choose an item of this meeting.", Ground.INPUT, "item")
    return policy.can_declare_in(by, item, person.pk, at) & same
