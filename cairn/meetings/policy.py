"""Whether a meeting, or an item of it, is there for somebody, and what she may do about it.

A meeting is read by the office, its chair, whoever holds or stands in for a seat of its group, and whoever was invited.
An item about a case is there for those who read meetings on that case: being in the group opens no case.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db.models import Q, QuerySet

from cairn.access import matrix
from cairn.access.actor import Actor
from cairn.access.roles import OFFICE, Role
from cairn.cases import policy as cases
from cairn.cases.models import Case
from cairn.kernel.verdict import ALLOWED, Ground, Verdict, refuse, require
from cairn.meetings.models import AgendaItem, Attendance, Meeting
from cairn.meetings.states import MEETING, takes
from cairn.partnership.clock import day_of
from cairn.partnership.models import Deputy, Seat
from cairn.partnership.policy import seat_held

READ, KEEP, DECLARE = "read_meeting", "keep_meeting", "declare_interest"
NOT_YOURS = "This meeting is not open to you."
JUST_BEFORE = timedelta(microseconds=1)  # a span holds no more at its end, which is the midnight after the last day


def open_to(actor: Actor) -> Q:
    """The meetings there are for somebody, for use inside a query."""
    held = [seat.id for seat in actor.seats if matrix.verdict((seat.role,), READ)]
    if actor.roles & OFFICE:
        return Q()
    seated = Seat.unscoped.filter(pk__in=held)
    invited = Attendance.unscoped.filter(seat__in=held)
    return Q(chair__in=held) | Q(group__in=seated.values("group")) | Q(pk__in=invited.values("meeting"))


def items_open_to(actor: Actor, at: datetime) -> Q:
    """The items there are for somebody who reads the meeting, for use inside a query."""
    return Q(case__isnull=True) | Q(case__in=_cases_read(actor, at))


def _cases_read(actor: Actor, at: datetime) -> QuerySet[Case]:
    return Case.unscoped.filter(cases.open_to(actor, at, READ))


def reads(actor: Actor, meeting: Meeting) -> Verdict:
    """Whether the meeting exists for somebody."""
    found = Meeting.unscoped.filter(open_to(actor), pk=meeting.pk).exists()
    return require(found, NOT_YOURS, Ground.ROLE)


def can_call(actor: Actor) -> Verdict:
    """Whether somebody may call a meeting of a group: no case yet, so the roles of all her seats count."""
    return matrix.verdict(actor.roles, KEEP)


def can_move(actor: Actor, act: str, meeting: Meeting) -> Verdict:
    """Whether somebody may take this step with a meeting: held, cancelled, minutes agreed, called anew."""
    role = matrix.verdict(actor.roles, MEETING.move(act).action)
    return reads(actor, meeting) & role & MEETING.allows(meeting.state, act)


def can_record(actor: Actor, meeting: Meeting) -> Verdict:
    """Whether somebody may write into the record of a meeting: who came, other business."""
    return reads(actor, meeting) & matrix.verdict(actor.roles, KEEP) & takes(meeting.state)


def can_prepare(actor: Actor, item: AgendaItem, at: datetime) -> Verdict:
    """Whether somebody may put this item on the agenda, or take it off: while the meeting is planned."""
    return can_move(actor, "change_meeting", item.meeting) & _on_case(actor, KEEP, item, at)


def can_write(actor: Actor, item: AgendaItem, at: datetime) -> Verdict:
    """Whether somebody may write into one item: its papers, its minute, what is handed over."""
    return can_record(actor, item.meeting) & on_agenda(item) & _on_case(actor, KEEP, item, at)


def can_declare(actor: Actor, meeting: Meeting, person_id: int) -> Verdict:
    """Whether somebody may declare an interest at a meeting: her own, or as the office another's."""
    return reads(actor, meeting) & matrix.verdict(actor.roles, _declaring(actor, person_id)) & takes(meeting.state)


def can_declare_in(actor: Actor, item: AgendaItem, person_id: int, at: datetime) -> Verdict:
    """The same in one item, which must be there for her."""
    verdict = can_declare(actor, item.meeting, person_id) & on_agenda(item)
    return verdict & _on_case(actor, _declaring(actor, person_id), item, at)


def _declaring(actor: Actor, person_id: int) -> str:
    return DECLARE if person_id == actor.user_id else KEEP


def on_agenda(item: AgendaItem) -> Verdict:
    """Whether the item was not taken off."""
    return require(item.off_at is None, "This item was taken off the agenda.")


def _on_case(actor: Actor, action: str, item: AgendaItem, at: datetime) -> Verdict:
    return ALLOWED if item.case is None else cases.can(actor, action, item.case, at)


def may_chair(seat: Seat, at: datetime) -> Verdict:
    """A meeting is chaired from a seat that somebody holds and that may read meetings."""
    role = bool(matrix.verdict((Role(seat.role),), READ))
    return seat_held(seat, at, "chair") & require(
        role, "Whoever holds this seat reads no meetings, and so chairs none.", Ground.INPUT, "chair"
    )


def may_stand_in(deputy: Deputy | None, seat: Seat, meeting: Meeting) -> Verdict:
    """A deputy counts once she stands in for that seat on the day and was briefed (a deputy comes briefed)."""
    if deputy is None or deputy.seat_id != seat.pk:
        return refuse(f"Say who came as deputy for {seat.title}.", Ground.INPUT, "seats")
    day = meeting.held_on
    last = None if deputy.ends_at is None else day_of(deputy.ends_at - JUST_BEFORE)
    on_the_day = day_of(deputy.starts_at) <= day and (last is None or last >= day)
    sentence = f"{deputy.user.name} has to be named and briefed as deputy before she counts."
    return require(on_the_day and deputy.briefed_at is not None, sentence, Ground.INPUT, "seats")
