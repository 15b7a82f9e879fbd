"""How old somebody was at an event, and how long it was between two: in words that say no more than both dates do."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

NOT_KNOWN = "not known"
BEFORE_BIRTH = "before birth"
_IN_DAYS = 14  # days: younger, an age is told in days
_IN_WEEKS = 3  # months: younger, in weeks
_IN_MONTHS = 24  # months: younger, in months; older, in years and months
_NEAR = 3  # months on either side of a whole year that are still “about” it


@dataclass(frozen=True, slots=True)
class Days:
    """The days a date can mean, from the earliest to the latest, both inclusive; None where that end is not known."""

    earliest: date | None
    latest: date | None


@dataclass(frozen=True, slots=True)
class _Age:
    """An age as told: whole days, weeks or months; from two years on, months are told as years and months."""

    unit: str
    number: int

    @property
    def words(self) -> str:
        """14 months; 2 years 3 months; 2 years."""
        if self.unit != "year":
            return "the day of birth" if not self.number else _many(self.number, self.unit)
        years, months = divmod(self.number, 12)
        return " ".join([_many(years, "year"), *([_many(months, "month")] if months else [])])


def age(born: Days, at: Days, *, doubtful: bool = False) -> str:
    """How old somebody born on one of `born` was on one of the days `at`, in completed units of time.

    Days until two weeks, weeks until three months, months until two years, then years and months: “7 weeks”,
    “14 months”, “2 years 3 months”. Where the dates leave more than one month or week open: “about 2 years” if they
    leave no more than three months on either side, else “between 2 and 3 years”, and “at least” or “at most” where an
    end is open. `doubtful` says that the record itself doubts either date.
    """
    least = _between(born.latest, at.earliest)
    most = _between(born.earliest, at.latest)
    return _in_doubt(_age(least, most), doubtful)


def interval(first: Days, second: Days, *, doubtful: bool = False) -> str:
    """How many days lie from one event to another: “14 days”, “between 14 and 44 days”, “14 days before”.

    Counted from day to day: the next day is 1. What is not known of either date is left open, as in `age`.
    """
    least = _days_between(first.latest, second.earliest)
    most = _days_between(first.earliest, second.latest)
    return _in_doubt(_interval(least, most), doubtful)


def _in_doubt(words: str, doubtful: bool) -> str:
    if not doubtful or words == NOT_KNOWN or words.startswith("about"):
        return words
    return f"about {words}" if words[0].isdigit() else f"{words} (in doubt)"


def _many(number: int, unit: str) -> str:
    return f"{number} {unit}" if number == 1 else f"{number} {unit}s"


_Ends = tuple[date, date]  # of a life up to an event


def _between(born: date | None, at: date | None) -> _Ends | None:
    return None if born is None or at is None else (born, at)


def _age(least: _Ends | None, most: _Ends | None) -> str:
    if most is not None and most[1] < most[0]:
        return BEFORE_BIRTH
    unborn = least is None or least[1] < least[0]
    if most is None:
        return NOT_KNOWN if least is None or unborn else _at_least(_completed(least))
    if least is None or unborn:
        born = _begun(most)
        return f"{BEFORE_BIRTH} or {'at most ' if born.number else ''}{born.words}"
    return _from_to(least, most)


def _at_least(lived: _Age) -> str:
    return f"at least {lived.words}" if lived.number else f"{lived.words} or later"


def _from_to(least: _Ends, most: _Ends) -> str:
    low, high, full = _completed(least), _completed(most), _begun(most)
    if low == high:
        return low.words
    months, most_months = _months(least), _months(most)
    if months >= _IN_WEEKS and most_months - months == 1:
        return f"about {high.words}"
    if low.unit == high.unit == "week" and high.number - low.number == 1:
        return f"about {high.words}"
    if full.unit == "year":
        years = round(full.number / 12)
        if years * 12 - _NEAR <= months and full.number <= years * 12 + _NEAR:
            return f"about {_many(years, 'year')}"
        if low.unit == "year":
            return f"between {low.number // 12} and {_many(-(-full.number // 12), 'year')}"
    if not low.number:
        return f"at most {full.words}"
    return f"between {low.number if low.unit == full.unit else low.words} and {full.words}"


def _completed(ends: _Ends) -> _Age:
    """The age in units that are over."""
    days, months = (ends[1] - ends[0]).days, _months(ends)
    if days < _IN_DAYS:
        return _Age("day", days)
    if months < _IN_WEEKS:
        return _Age("week", days // 7)
    return _Age("month" if months < _IN_MONTHS else "year", months)


def _begun(ends: _Ends) -> _Age:
    """The age with the unit that has begun counted as whole: what somebody is at most."""
    done, (born, at) = _completed(ends), ends
    if done.unit == "day":
        return done
    if done.unit == "week":
        return _Age("week", -(-(at - born).days // 7))
    months = done.number + (at.day != born.day)
    return _Age("month" if months < _IN_MONTHS else "year", months)


def _months(ends: _Ends) -> int:
    """Completed months. Somebody born on the 29th of February is a year older on the 1st of March of other years."""
    born, at = ends
    return (at.year - born.year) * 12 + at.month - born.month - (at.day < born.day)


def _days_between(first: date | None, second: date | None) -> int | None:
    return None if first is None or second is None else (second - first).days


def _interval(least: int | None, most: int | None) -> str:
    if least is None and most is None:
        return NOT_KNOWN
    if least is None or most is None:
        return _open(least, most)
    if most < 0 or (most == 0 and least < 0):
        return f"{_span(-most, -least)} before"
    if least < 0:
        return f"between {_many(-least, 'day')} before and {_many(most, 'day')} after"
    return _span(least, most)


def _span(least: int, most: int) -> str:
    if least == most:
        return _many(least, "day") if least else "the same day"
    return f"between {least} and {_many(most, 'day')}" if least else f"at most {_many(most, 'day')}"


def _open(least: int | None, most: int | None) -> str:
    """Where one end is not known."""
    if most is None:
        assert least is not None
        if least == 0:
            return "the same day or after"
        return f"at least {_many(least, 'day')}" if least > 0 else f"at most {_many(-least, 'day')} before, or after"
    if most == 0:
        return "the same day or before"
    return f"at least {_many(-most, 'day')} before" if most < 0 else f"at most {_many(most, 'day')}, or before"
