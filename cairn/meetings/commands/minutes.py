"""What came of each item, and the minutes that are agreed."""

from __future__ import annotations

from datetime import date, datetime

from django.db.models import Max

from cairn.access.actor import Actor
from cairn.actions.commands import set_action
from cairn.actions.models import Action, Origin
from cairn.audit.commands import command, record
from cairn.cases.commands.checks import current, not_after_today, signer, written
from cairn.documents.commands import keep_file
from cairn.documents.engine.papers import word
from cairn.documents.models import Origin as Source
from cairn.documents.models import Purpose
from cairn.guidance.working_days import in_words
from cairn.kernel.verdict import Ground, Refused, enforce, refuse, require
from cairn.meetings import policy
from cairn.meetings.models import AgendaItem, HandOver, ItemAction, ItemMinute, Meeting
from cairn.meetings.queries.kept import minutes_of_case
from cairn.partnership.commands.locking import locked
from cairn.partnership.models import Agency, Seat


@command
def minute_item(
    item: AgendaItem, *, discussion: str, decision: str = "", version: int, by: Actor, at: datetime
) -> ItemMinute:
    """What was said on an item, and what was decided. `version` is that of the minute seen while typing, 0 if none."""
    item = locked(item)
    latest = ItemMinute.unscoped.filter(item=item).aggregate(last=Max("version"))["last"] or 0
    enforce(
        policy.can_write(by, item, at)
        & written(discussion, "Say what was discussed.", "discussion")
        & current(version, latest)
    )
    minute = ItemMinute.unscoped.create(
        item=item,
        version=version + 1,
        discussion=discussion.strip(),
        decision=decision.strip(),
        recorded_by_id=signer(by),
        recorded_at=at,
    )
    record(by=by, verb="minute_item", at=at, about=minute)
    return minute


@command
def set_action_at_item(
    item: AgendaItem,
    *,
    what: str,
    why: str,
    agency: Agency,
    due_on: date,
    seat: Seat | None = None,
    origin: str = Origin.MEETING,
    repeats: str = "",
    raised_also_by: str = "",
    by: Actor,
    at: datetime,
) -> Action:
    """Somebody must do something on the case of this item. The action leaves an event of its own, on the case."""
    item = locked(item)
    enforce(policy.can_write(by, item, at))
    if item.case is None:
        raise Refused(refuse("An action is set on a case. Hand this over to a forum instead."))
    action = set_action(
        item.case,
        what=what,
        why=why,
        origin=origin,
        agency=agency,
        seat=seat,
        due_on=due_on,
        source_words=f"Meeting of {in_words(item.meeting.held_on)}",
        repeats=repeats,
        raised_also_by=raised_also_by,
        by=by,
        at=at,
    )
    set_here = ItemAction.unscoped.create(item=item, action=action)
    record(by=by, verb="set_action_at_item", at=at, about=set_here)
    return action


@command
def hand_over(
    item: AgendaItem, *, forum: str, what: str, due_on: date | None = None, by: Actor, at: datetime
) -> HandOver:
    """What was thought about goes to another forum: training, policy, commissioners, another partnership (OB-071)."""
    item = locked(item)
    enforce(
        policy.can_write(by, item, at)
        & written(forum, "Say to which forum it goes.", "forum")
        & written(what, "Say what is handed over.", "what")
        & require(
            due_on is None or due_on >= item.meeting.held_on, "That is before the meeting.", Ground.INPUT, "due_on"
        )
    )
    handed = HandOver.unscoped.create(
        item=item, forum=forum.strip(), what=what.strip(), due_on=due_on, handed_by_id=signer(by), handed_at=at
    )
    record(by=by, verb="hand_over", at=at, about=handed)
    return handed


@command
def agree_minutes(meeting: Meeting, *, agreed_on: date, by: Actor, at: datetime) -> Meeting:
    """Those who met agree the minutes: nothing changes afterwards, and each case gets its own as a file.

    Every case gets its file, also one that is closed to whoever records the agreement: she is told nothing of it.
    """
    meeting = locked(meeting)
    enforce(
        policy.can_move(by, "agree_minutes", meeting)
        & not_after_today(agreed_on, at, "The day on which they were agreed has not come.", "agreed_on")
        & require(agreed_on >= meeting.held_on, "That is before the meeting.", Ground.INPUT, "agreed_on")
    )
    for item, paper in minutes_of_case(meeting, at):
        keep_file(
            item.case,
            content=word.write(paper),
            name=f"{paper.title}.docx",
            purpose=Purpose.MINUTES,
            read_action=policy.READ,
            origin=Source.MADE,
            by=by,
            at=at,
        )
    meeting.agreed_on, meeting.agreed_recorded_by_id, meeting.agreed_recorded_at = agreed_on, signer(by), at
    meeting.save()
    record(by=by, verb="agree_minutes", at=at, about=meeting)
    return meeting
