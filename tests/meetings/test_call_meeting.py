"""A meeting is called, changed, held or cancelled by the office."""

from datetime import timedelta

import pytest

from cairn.audit.models import Event
from cairn.guidance.checklists import checklist
from cairn.kernel.verdict import Ground
from cairn.meetings import commands
from cairn.meetings.models import AgendaItem
from cairn.meetings.states import MEETING, MeetingState, meeting_state, takes
from tests.meetings.acting import NEXT_WEEK, TODAY, agree, call, hold, times
from tests.refused import refused

NO_ROLE = "Your role may not call a meeting, bind its papers and keep its minutes."
NOT_YOURS = "This meeting is not open to you."
DONE = "This meeting was held or cancelled."


def change(world, meeting, *, who="officer", version=1, **told):
    return commands.change_meeting(
        meeting, times=times(world, **told), version=version, by=world.actor(who), at=world.at
    )


def cancel(world, meeting, *, who="officer", reason="Nobody can come."):
    return commands.cancel_meeting(meeting, reason=reason, by=world.actor(who), at=world.at)


@pytest.mark.parametrize("who", ["business_manager", "officer"])
def test_the_office_calls_a_meeting_and_what_opens_and_ends_it_is_on_the_agenda(world, who):
    meeting = call(world, who=who)
    assert (meeting.state, meeting.held_on, meeting.called_by) == ("planned", NEXT_WEEK, world.user(who))
    assert [(item.part, item.standing) for item in AgendaItem.unscoped.filter(meeting=meeting)] == [
        ("opening", "welcome"),
        ("closing", "reflection"),
    ]
    event = Event.unscoped.order_by("seq").last()
    assert (event.verb, event.object_key, event.case_key) == ("call_meeting", meeting.key, "")


def test_the_agenda_is_of_sixteen_things_with_reflection_last():
    items = checklist("rapid_review_agenda").items
    assert len(items) == 16
    assert [item.when for item in items] == ["at the start", *["for each case"] * 14, "at the end"]
    assert (items[-1].id, items[-1].source) == ("reflection", "OB-071")


@pytest.mark.parametrize("who", ["chair", "member", "partner_council", "administrator", "author"])
def test_nobody_else_calls_one(world, who):
    with refused(NO_ROLE, ground=Ground.ROLE):
        call(world, who=who)


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        ({"title": " "}, "Enter a title that says nothing of any case, such as Subgroup, August."),
        ({"kind": "party"}, "Choose what the meeting is for from the list."),
        ({"held_on": TODAY - timedelta(1)}, "A meeting is called for a day to come."),
        ({"chair": "leaver"}, "Nobody holds this seat any more."),
        ({"chair": "author"}, "Whoever holds this seat reads no meetings, and so chairs none."),
    ],
)
def test_what_was_typed_wrong_is_said(world, told, sentence):
    with refused(sentence, ground=Ground.INPUT):
        call(world, **told)


def test_a_meeting_is_moved_by_whoever_saw_it_as_it_is_now(world):
    meeting = call(world)
    moved = change(world, meeting, held_on=TODAY, chair="partner_council")
    assert (moved.held_on, moved.chair, moved.version) == (TODAY, world.seat("partner_council"), 2)
    with refused(
        "Somebody changed this while you were typing. Compare it with yours, then send yours again if it still stands.",
        ground=Ground.STALE,
    ):
        change(world, meeting, version=1)
    with refused("A meeting is moved to a day to come."):
        change(world, meeting, version=2, held_on=TODAY - timedelta(1))
    with refused(NO_ROLE):
        change(world, meeting, who="chair", version=2)
    with refused(NOT_YOURS, NO_ROLE):
        change(world, meeting, who="partner_health", version=2)


def test_a_meeting_is_held_on_its_day_and_not_before(world):
    meeting = call(world)
    with refused("This meeting is not until later. Change its day first."):
        hold(world, meeting, at=world.at)
    with refused(NO_ROLE):
        hold(world, meeting, who="member")
    held = hold(world, meeting)
    assert (held.state, held.held_recorded_by) == ("held", world.user("officer"))
    for again in (lambda: hold(world, meeting), lambda: cancel(world, meeting), lambda: change(world, meeting)):
        with refused(DONE, ground=Ground.STATE):
            again()


def test_a_meeting_is_cancelled_with_a_reason(world):
    meeting = call(world)
    with refused("Say why it is cancelled."):
        cancel(world, meeting, reason=" ")
    with refused(NO_ROLE):
        cancel(world, meeting, who="legal")
    assert cancel(world, meeting).state == "cancelled"
    with refused(DONE):
        hold(world, meeting)


def test_minutes_are_agreed_after_the_meeting_and_once(world):
    meeting = call(world)
    with refused("Minutes are agreed after the meeting, and once."):
        agree(world, meeting)
    hold(world, meeting)
    with refused("The day on which they were agreed has not come."):
        agree(world, meeting, on=NEXT_WEEK + timedelta(9))
    with refused("That is before the meeting."):
        agree(world, meeting, on=TODAY)
    with refused(NO_ROLE):
        agree(world, meeting, who="chair")
    assert agree(world, meeting).state == "minutes_agreed"
    with refused("Minutes are agreed after the meeting, and once."):
        agree(world, meeting)


def test_the_state_follows_from_the_facts():
    states = [
        meeting_state(held=False, agreed=False, cancelled=False),
        meeting_state(held=True, agreed=False, cancelled=False),
        meeting_state(held=True, agreed=True, cancelled=False),
        meeting_state(held=False, agreed=False, cancelled=True),
    ]
    assert states == list(MeetingState)
    assert [state.label for state in states] == ["Planned", "Held", "Minutes agreed", "Cancelled"]
    assert [bool(takes(state)) for state in states] == [True, True, False, False]
    assert [move.name for move in MEETING.leaving(MeetingState.HELD)] == ["agree_minutes"]
