"""How alike two birth dates are, as two papers may have them of one person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

SAME, SWAPPED, NEAR = "same birth date", "day and month swapped", "birth dates a few days apart"
OTHER_YEAR, ABOUT = "same day and month of birth, another year", "births that may be the same, one not known to the day"
FEW_DAYS = 7


@dataclass(frozen=True)
class Born:
    """A birth date as far as it is known: `to` is day, month or year, and `on` the first day of it."""

    on: date
    to: str = "day"


def alike(one: Born | None, other: Born | None) -> str:
    """In words how alike they are; blank where they are not, or where one of them is not known at all."""
    if one is None or other is None:
        return ""
    if one.to == other.to == "day":
        return _days_alike(one.on, other.on)
    same_month = one.on.month == other.on.month or "year" in (one.to, other.to)
    return ABOUT if one.on.year == other.on.year and same_month else ""


def speak_against(one: Born | None, other: Born | None) -> bool:
    """Whether both are known and are not alike: two people, unless somebody wrote a date quite wrong."""
    return one is not None and other is not None and not alike(one, other)


def _days_alike(one: date, other: date) -> str:
    if one == other:
        return SAME
    if (one.year, one.month, one.day) == (other.year, other.day, other.month):
        return SWAPPED
    if abs((one - other).days) <= FEW_DAYS:
        return NEAR
    return OTHER_YEAR if (one.month, one.day) == (other.month, other.day) else ""
