"""By which days agencies should answer, and on which they are reminded: the partnership's own steps, not law."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from cairn.cases.models import Clock
from cairn.guidance.working_days import Holidays
from cairn.partnership import queries as partnership
from cairn.partnership.clock import day_of
from cairn.rapid_reviews.models import RapidReview

SAFETY_EVERY = 7  # calendar days between updates on safety, unless the subgroup says otherwise
NOTIFYING = "notify_serious_incident"
FROM_THE_NOTIFICATION = "notification_sent"


@dataclass(frozen=True)
class Days:
    """How days are counted at a moment: the bank holidays known, and the days of reminders around a due day."""

    known: Holidays
    around: tuple[int, ...]

    def waited(self, asked_on: date, until: date) -> int:
        """Working days that an agency has taken."""
        return self.known.between(asked_on, until)

    def left(self, today: date, due_on: date) -> int:
        """Working days until a due day; negative once it has passed."""
        return self.known.between(today, due_on)

    def reminders(self, due_on: date) -> list[date]:
        """The days on which an agency is reminded of a due day, soonest first."""
        return [self._around(due_on, days) for days in self.around]

    def reached(self, due_on: date, asked_on: date, today: date) -> date | None:
        """The last day of a reminder that has come since the agency was asked; none before the first."""
        return max((day for day in self.reminders(due_on) if asked_on < day <= today), default=None)

    def following(self, due_on: date, today: date) -> date | None:
        """The next day of a reminder, if there is one."""
        return min((day for day in self.reminders(due_on) if day > today), default=None)

    def _around(self, due_on: date, days: int) -> date:
        if days < 0:
            return self.known.before(due_on, -days)
        return self.known.after(due_on, days) if days else due_on


def counting(at: datetime) -> Days:
    """How days are counted at a moment. Two queries, however many agencies are asked."""
    return Days(partnership.holidays(at), partnership.reminder_days(at))


def known_by(review: RapidReview, at: datetime) -> date | None:
    """The day by which an agency asked now says whether it knew anybody; none if the partnership sets no such step."""
    return _due("agency_known", review, at)


def summary_by(review: RapidReview, at: datetime) -> date | None:
    """The day by which an agency asked now sends its summary; none if the partnership sets no such step.

    Never before the day by which it says whether it knew anybody.
    """
    due, first = _due("agency_summary", review, at), known_by(review, at)
    return max(due, first) if due and first else due


def _due(name: str, review: RapidReview, at: datetime) -> date | None:
    step = {each.kind: each for each in partnership.local_steps(at)}[name]
    if step.working_days is None:
        return None
    start = _notified_on(review) if step.trigger == FROM_THE_NOTIFICATION else day_of(at)
    return max(partnership.holidays(at).after(start, step.working_days), day_of(at))


def _notified_on(review: RapidReview) -> date:
    """The day the notification was sent, as its clock was met; until then, the day the review was opened."""
    met = Clock.unscoped.filter(case=review.case, duty=NOTIFYING, superseded_by=None, met_on__isnull=False)
    sent = met.values_list("met_on", flat=True).first()
    return sent or day_of(review.opened_at)
