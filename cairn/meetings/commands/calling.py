"""A meeting is called, moved, held, or cancelled."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from cairn.access.actor import Actor
from cairn.audit.commands import command, record
from cairn.cases.commands.checks import current, not_after_today, one_of, signer, written
from cairn.guidance.checklists import checklist
from cairn.kernel.verdict import Ground, Verdict, enforce, require
from cairn.meetings import policy
from cairn.meetings.models import AgendaItem, Meeting, MeetingKind, Part
from cairn.meetings.queries.standing import AGENDA, CLOSING, OPENING
from cairn.partnership.clock import day_of
from cairn.partnership.commands.locking import locked
from cairn.partnership.models import Group, Seat

PARTS = {OPENING: Part.OPENING, CLOSING: Part.CLOSING}


@dataclass(frozen=True)
class Times:
    """When and where a meeting is, in the words people use, and from which seat it is chaired."""

    title: str
    held_on: date
    chair: Seat
    starts: str = ""
    place: str = ""


@command
def call_meeting(group: Group, *, kind: str, times: Times, by: Actor, at: datetime) -> Meeting:
    """People of a group will meet. What opens and ends every meeting is on the agenda from the start (OB-071)."""
    enforce(
        policy.can_call(by)
        & one_of(MeetingKind.values, kind, "Choose what the meeting is for from the list.", "kind")
        & _described(times, at)
        & require(times.held_on >= day_of(at), "A meeting is called for a day to come.", Ground.INPUT, "held_on")
    )
    meeting = Meeting.unscoped.create(group=group, kind=kind, **_facts(times), called_by_id=signer(by), called_at=at)
    for item in checklist(AGENDA).items:
        if item.when in PARTS:
            AgendaItem.unscoped.create(
                meeting=meeting,
                part=PARTS[item.when],
                standing=item.id,
                title=item.text,
                put_by_id=signer(by),
                put_at=at,
            )
    record(by=by, verb="call_meeting", at=at, about=meeting)
    return meeting


@command
def change_meeting(meeting: Meeting, *, times: Times, version: int, by: Actor, at: datetime) -> Meeting:
    """Another day, hour, place, title or chair."""
    meeting = locked(meeting)
    enforce(
        policy.can_move(by, "change_meeting", meeting)
        & current(version, meeting.version)
        & _described(times, at)
        & require(times.held_on >= day_of(at), "A meeting is moved to a day to come.", Ground.INPUT, "held_on")
    )
    for name, value in _facts(times).items():
        setattr(meeting, name, value)
    meeting.version += 1
    meeting.save()
    record(by=by, verb="change_meeting", at=at, about=meeting)
    return meeting


@command
def hold_meeting(meeting: Meeting, *, by: Actor, at: datetime) -> Meeting:
    """It took place, on the day for which it was called or moved."""
    meeting = locked(meeting)
    enforce(
        policy.can_move(by, "hold_meeting", meeting)
        & not_after_today(meeting.held_on, at, "This meeting is not until later. Change its day first.", "")
    )
    meeting.held_recorded_by_id, meeting.held_recorded_at = signer(by), at
    meeting.save()
    record(by=by, verb="hold_meeting", at=at, about=meeting)
    return meeting


@command
def cancel_meeting(meeting: Meeting, *, reason: str, by: Actor, at: datetime) -> Meeting:
    """It does not take place. The reason is read by the whole group, and names no case."""
    meeting = locked(meeting)
    enforce(policy.can_move(by, "cancel_meeting", meeting) & written(reason, "Say why it is cancelled.", "reason"))
    meeting.cancelled_by_id, meeting.cancelled_at, meeting.cancelled_reason = signer(by), at, reason.strip()
    meeting.save()
    record(by=by, verb="cancel_meeting", at=at, about=meeting)
    return meeting


def _described(times: Times, at: datetime) -> Verdict:
    sentence = "Enter a title that says nothing of any case, such as Subgroup, August."
    return written(times.title, sentence, "title") & policy.may_chair(times.chair, at)


def _facts(times: Times) -> dict[str, object]:
    return {
        "title": times.title.strip(),
        "held_on": times.held_on,
        "chair": times.chair,
        "starts": times.starts.strip(),
        "place": times.place.strip(),
    }
