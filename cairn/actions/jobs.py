"""What is done about actions each day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from cairn.actions import queries
from cairn.actions.commands import findable
from cairn.partnership.clock import day_of
from cairn.partnership.commands.outbox import write_notice
from cairn.partnership.jobs import daily
from cairn.partnership.queries.actors import everybody_seated

__all__ = ["findable", "remind_of_actions"]  # what can be found is filled with the rest of the index
DAYS_BETWEEN = 7  # a week between two reminders of what stays late
BODY = "Sign in to Cairn to see what it is. This notice says no more, because what it is about is confidential."


@daily(
    "remind_of_actions",
    "Reminds those whose agency has something to do the week before, the day before, the day after, and weekly.",
)
def remind_of_actions(at: datetime) -> None:
    """One notice a day at most to each person, however many actions, and only of cases that are open to her."""
    today = day_of(at)
    for reader, actor in everybody_seated(at):
        subject = _subject((row.due_on for row in queries.due(actor, at, own=True) if row.due_on), today)
        if subject:
            write_notice(
                once=f"actions:{reader.key}:{today}", to=reader, subject=subject, body=BODY, at=at, about_a_case=True
            )


def _subject(due: Iterable[date], today: date) -> str:
    """What the notice says, the gravest first; nothing on a day without a reminder. No case is named, none counted."""
    left = [(day - today).days for day in due]
    if any(days < 0 and -days % DAYS_BETWEEN == 1 for days in left):
        return "An action of yours is late"
    if 1 in left:
        return "An action of yours is due tomorrow"
    return "An action of yours is due in a week" if DAYS_BETWEEN in left else ""
