"""The meetings that take or took one case."""

from __future__ import annotations

from django.http import HttpResponse
from django.urls import reverse

from cairn.cases.views.inside import READS, Inside, in_case
from cairn.look import answers
from cairn.look.parts import Cell, day_in_words
from cairn.meetings import queries

COLUMNS = ("Meeting", "Day", "Group", "State", "What was decided")


@in_case(*READS)
def meetings_of_case(inside: Inside) -> HttpResponse:
    if not inside.rights.can("read_meeting"):
        return answers.absent()
    rows = queries.meetings_of_case(inside.request.actor, inside.case, inside.at)
    shown = {
        "heading": "Meetings",
        "intro": "The meetings at which this case is or was an item. A meeting opens for those who were asked to it.",
        "columns": COLUMNS,
        "rows": [_line(row) for row in rows],
        "empty": "No meeting has this case on its agenda.",
    }
    return inside.page("cases/list.html", shown, read="read_meetings_of_case")


def _line(row: queries.OfCase) -> tuple[object, ...]:
    opens = reverse("meeting_item", args=[row.meeting.key, row.item_key]) if row.opens else ""
    decided = row.decision or "Nothing yet"
    return (
        Cell(row.meeting.title, href=opens),
        day_in_words(row.meeting.held_on),
        *(
            row.meeting.group,
            row.meeting.state_label,
            decided,
        ),
    )
