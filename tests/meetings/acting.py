"""Meetings called and kept by the people of the world, for the tests of this app."""

from datetime import date, timedelta

from cairn.meetings import commands
from cairn.meetings.models import AgendaItem

TODAY = date(2026, 8, 14)
NEXT_WEEK = TODAY + timedelta(7)


def times(world, **told):
    """Next week at ten in the town hall, chaired by the chair of the subgroup."""
    chair = world.seat(told.pop("chair", "chair"))
    facts = {"title": "Subgroup, August", "held_on": NEXT_WEEK, "starts": "10:00", "place": "Town hall", **told}
    return commands.Times(chair=chair, **facts)


def call(world, *, who="officer", group="subgroup", kind="subgroup", **told):
    """A meeting of the subgroup, with whatever is told otherwise."""
    return commands.call_meeting(
        world.group(group), kind=kind, times=times(world, **told), by=world.actor(who), at=world.at
    )


def put(world, meeting, case=None, *, who="officer", title="Rapid review"):
    """An item on its agenda."""
    return commands.put_on_agenda(meeting, case=case, title=title, by=world.actor(who), at=world.at)


def standing(meeting, name="reflection"):
    """One of the items that stand on every agenda."""
    return AgendaItem.unscoped.get(meeting=meeting, standing=name)


def came(world, meeting, *people, how="present", seen=0, who="officer"):
    """These people took part, each from her own seat."""
    rows = [commands.Came(world.seat(person), how) for person in people]
    return commands.record_attendance(meeting, came=rows, seen=seen, by=world.actor(who), at=world.at)


def minute(world, item, *, who="officer", version=0, discussion="It was talked over.", decision="To go on."):
    """What was said on an item, and decided."""
    return commands.minute_item(
        item, discussion=discussion, decision=decision, version=version, by=world.actor(who), at=world.at
    )


def act_on(world, item, *, who="officer", agency="TRUST", what="Complete the risk assessment"):
    """An action set at an item."""
    return commands.set_action_at_item(
        item,
        what=what,
        why="The child is safe at home.",
        agency=world.agency(agency),
        due_on=NEXT_WEEK,
        by=world.actor(who),
        at=world.at,
    )


def hand(world, item, *, who="officer", forum="Training group", what="Babies who cannot tell", due_on=None):
    """Something handed over from an item."""
    return commands.hand_over(item, forum=forum, what=what, due_on=due_on, by=world.actor(who), at=world.at)


def declare(world, meeting, item=None, *, who="member", whose=None, agreed="left", also_conflict=False):
    """An interest declared."""
    return commands.declare_interest(
        meeting,
        item=item,
        person=world.user(whose or who),
        nature="Her sister teaches there.",
        agreed=agreed,
        also_conflict=also_conflict,
        by=world.actor(who),
        at=world.at,
    )


def hold(world, meeting, *, who="officer", at=None):
    """It was held, on its day."""
    return commands.hold_meeting(meeting, by=world.actor(who), at=at or world.at + timedelta(7))


def agree(world, meeting, *, who="officer", on=NEXT_WEEK, at=None):
    """Its minutes are agreed."""
    return commands.agree_minutes(meeting, agreed_on=on, by=world.actor(who), at=at or world.at + timedelta(8))
