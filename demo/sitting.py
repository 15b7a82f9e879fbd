"""The next meeting of the subgroup in the fiction: two cases on its agenda, one of them closed to a member."""

from __future__ import annotations

from datetime import date

from cairn.actions import commands as actions
from cairn.cases import queries as cases
from cairn.meetings import commands
from demo.area import LOCAL_NAMES
from demo.casework import MANAGER, OFFICER, at_ten
from demo.register import Register

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
