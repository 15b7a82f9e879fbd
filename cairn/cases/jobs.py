"""What is done for cases each day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from cairn.access.actor import MACHINE
from cairn.access.roles import OFFICE
from cairn.cases import commands, queries
from cairn.cases.commands import findable, indexing
from cairn.partnership.clock import day_of
from cairn.partnership.commands.holidays import bank_holidays_changed
from cairn.partnership.commands.outbox import write_notice
from cairn.partnership.jobs import daily
from cairn.partnership.models import User
from cairn.partnership.queries.actors import everybody_seated

DAYS_BETWEEN = 7  # a week between two reminders of what stays late
MOVED = "A date has moved because bank holidays changed"
BODY = "Sign in to Cairn to see what it is. This notice says no more, because what it is about is confidential."


@daily(
    "remind_owners", "Reminds those who owe something on a case the day before, the day after, and weekly while late."
)
def remind_owners(at: datetime) -> None:
    """One notice a day at most to each person, however much is owed, and only of cases that are open to them."""
    today = day_of(at)
    for reader, actor in everybody_seated(at):
        due = [row.due_on for row in queries.duties_due(actor, at, own=True) if row.due_on]
        subject = _subject(due, today)
        if subject:
            write_notice(
                once=f"owed:{reader.key}:{today}", to=reader, subject=subject, body=BODY, at=at, about_a_case=True
            )


def _subject(due: Iterable[date], today: date) -> str:
    """What the notice says, the gravest first; nothing on a day without a reminder. No case is named, none counted."""
    left = [(day - today).days for day in due]
    if any(days < 0 and -days % DAYS_BETWEEN == 1 for days in left):
        return "Something you owe is late"
    return "Something you owe is due tomorrow" if 1 in left else ""


@bank_holidays_changed.heard_by
@daily("recompute_clocks", "Counts anew each running clock whose day a change of bank holidays has moved.")
def recompute_clocks(at: datetime) -> None:
    """In the act that changes them, and each day, because the list that Cairn comes with may change with Cairn."""
    moved = {commands.recompute_clock(clock, by=MACHINE, at=at).key: clock.key for clock in queries.moved_clocks(at)}
    if not moved:
        return
    for reader, actor in everybody_seated(at):
        if actor.roles & OFFICE:
            _tell_what_moved(reader, [row.key for row in queries.clocks_due(actor, at) if row.key in moved], at)


def _tell_what_moved(reader: User, moved: list[str], at: datetime) -> None:
    """One notice, and only to whom a moved clock is open: a notice must not tell of a case that is closed to her."""
    if moved:
        write_notice(
            once=f"moved:{reader.key}:{min(moved)}", to=reader, subject=MOVED, body=BODY, at=at, about_a_case=True
        )


@daily("search_index", "Brings the search index, and the keys by which names are compared, in step with the rows.")
def refresh_search(at: datetime) -> None:
    """What is found follows an agency that was renamed, and a version of Cairn that lets more be found."""
    findable.every_name_key()
    indexing.reindex()
