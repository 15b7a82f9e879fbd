"""The meetings of the fiction: one that was held on a case, and the next, with two cases, one closed to a member."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from cairn.actions import commands as actions
from cairn.cases import queries as cases
from cairn.meetings import commands
from demo.area import LOCAL_NAMES
from demo.casework import MANAGER, OFFICER, Desk, at_ten
from demo.register import Register

if TYPE_CHECKING:
    from cairn.meetings.models import Meeting

CALLED_ON, HELD_ON = date(2026, 8, 13), date(2026, 8, 20)


def called(register: Register) -> None:
    """CRAG is called for Thursday week; what has to be done before then is set as an action."""
    at = at_ten(CALLED_ON)
    by = register.actor(OFFICER, at)
    open_cases = {case.label: case for case in cases.my_cases(by, at)}
    times = commands.Times("CRAG, August", HELD_ON, register.seats["Chair"], "10:00 to 12:30", "Committee room 2")
    meeting = commands.call_meeting(
        register.groups[LOCAL_NAMES["subgroup"]], kind="subgroup", times=times, by=by, at=at
    )
    wren = commands.put_on_agenda(meeting, case=open_cases["Child Wren"], title="Rapid review", by=by, at=at)
    commands.put_on_agenda(meeting, case=open_cases["Child Heron"], title="What was referred", by=by, at=at)
    commands.put_on_agenda(meeting, case=None, title="How returns are asked for from September", by=by, at=at)
    commands.put_paper(
        wren,
        title="What the office asks the group to look at",
        words="Who saw the girl alone in June and July, and what she said. Why two agencies each relied on the other.",
        by=by,
        at=at,
    )
    actions.set_action(
        open_cases["Child Wren"],
        what="Complete the genogram with both sides of the family",
        why="Everybody who cares for the girl is known before she goes home.",
        origin="immediate_safety",
        agency=register.agencies["Children's services"],
        due_on=date(2026, 8, 18),
        by=register.actor(MANAGER, at),
        at=at,
    )


def met(desk: Desk, title: str, discussion: str, decision: str, called_on: date, held_on: date) -> Meeting:
    """A rapid review meeting on one case was called, and then held and minuted."""
    register, at = desk.register, at_ten(called_on)
    by = register.actor(OFFICER, at)
    times = commands.Times(title, held_on, register.seats["Chair"], "10:00 to 12:00", "Committee room 2")
    meeting = commands.call_meeting(
        register.groups[LOCAL_NAMES["subgroup"]], kind="rapid_review", times=times, by=by, at=at
    )
    item = commands.put_on_agenda(meeting, case=desk.case, title="Rapid review", by=by, at=at)
    at = at_ten(held_on)
    by = register.actor(OFFICER, at)
    meeting = commands.hold_meeting(meeting, by=by, at=at)
    commands.minute_item(item, discussion=discussion, decision=decision, version=0, by=by, at=at)
    return meeting


def agreed(desk: Desk, meeting: Meeting, on: date) -> None:
    """Those who met agree the minutes, and the case keeps its own."""
    at = at_ten(on)
    commands.agree_minutes(meeting, agreed_on=on, by=desk.register.actor(OFFICER, at), at=at)
