"""How long a review took, where often only the month or the season of its dates is known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from cairn.guidance.refusals import CannotAnswer
from cairn.guidance.written_dates import PartialDate


@dataclass(frozen=True)
class Duration:
    """Months from one date to another, from the fewest to the most that the dates allow."""

    fewest: int
    most: int
    rests_on_partial_dates: bool

    def __str__(self) -> str:
        months = str(self.fewest) if self.fewest == self.most else f"{self.fewest} to {self.most}"
        said = f"{months} month{'' if months == '1' else 's'}"
        return f"{said}, reckoned from dates that name no day" if self.rests_on_partial_dates else said


def duration(start: PartialDate, end: PartialDate) -> Duration:
    """Whole months between two full days; otherwise months from month to month, as people reckon them.

    Raises CannotAnswer if the end comes before the start on every reading.
    """
    if end.latest < start.earliest:
        raise CannotAnswer(f"{end} comes before {start}; check which is the start.")
    most = _month(end.latest) - _month(start.earliest)
    if start.is_day and end.is_day:
        whole = most - (end.latest.day < start.earliest.day)
        return Duration(whole, whole, False)
    return Duration(max(0, _month(end.earliest) - _month(start.latest)), most, True)


def _month(day: date) -> int:
    return day.year * 12 + day.month
