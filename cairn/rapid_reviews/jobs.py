"""What is done for rapid reviews each day."""

from __future__ import annotations

from datetime import datetime

from cairn.access.actor import MACHINE
from cairn.partnership.jobs import daily
from cairn.rapid_reviews import commands
from cairn.rapid_reviews.queries.asking import reminders_due
from cairn.rapid_reviews.queries.safety import every_safety_question_due


@daily("remind_agencies", "Reminds agencies that have not answered, on the working days that are set.")
def remind_agencies(at: datetime) -> None:
    """Each agency once for each step that its request has reached, at its contact point, naming nobody."""
    for request, for_day in reminders_due(at):
        commands.remind_agency(request, for_day=for_day, by=MACHINE, at=at)


@daily("remind_of_safety", "Tells agencies that an update on the safety of a child is due.")
def remind_of_safety(at: datetime) -> None:
    """Each agency whose update is due or overdue, every day until it has reported, naming nobody."""
    for question in every_safety_question_due(at):
        commands.remind_of_safety(question, by=MACHINE, at=at)
