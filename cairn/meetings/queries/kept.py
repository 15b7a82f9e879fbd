"""The minutes of a meeting as each case keeps them: that case's item and nobody else's."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from cairn.documents.engine.papers.paper import Block, Facts, Heading, Paper, Paragraph
from cairn.look.parts import day_in_words
from cairn.meetings.models import AgendaItem, Meeting
from cairn.meetings.queries.binding import titled, who_came
from cairn.meetings.queries.meetings import latest_minutes
from cairn.meetings.queries.taking_part import attendance
from cairn.partnership.clock import day_of


def minutes_of_case(meeting: Meeting, at: datetime) -> Iterator[tuple[AgendaItem, Paper]]:
    """For each case taken at the meeting, its item and the paper its file is made of.

    Scoped to nobody: only for the command that keeps the file, whose readers are those of meetings on that case.
    """
    items = list(
        AgendaItem.unscoped.filter(meeting=meeting, case__isnull=False, off_at__isnull=True).select_related("case")
    )
    minutes, came = latest_minutes([item.pk for item in items]), who_came(attendance(meeting, at))
    for item in items:
        minute = minutes.get(item.pk)
        if item.case is None or minute is None:
            continue
        blocks: list[Block] = [
            Facts([("Meeting", meeting.title), ("Group", meeting.group.name), ("Day", day_in_words(meeting.held_on))]),
            *came,
            Heading(1, item.title),
            Heading(2, "Discussion"),
            Paragraph(minute.discussion),
            Heading(2, "Decision"),
            Paragraph(minute.decision, absent="None recorded"),
        ]
        yield item, Paper(titled("Minutes of the meeting of", meeting), item.case.reference, day_of(at), tuple(blocks))
