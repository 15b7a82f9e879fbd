"""One day, month, season or year at the beginning of what somebody wrote."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass, replace
from datetime import date

from cairn.chronology.engine.when import MONTHS, Precision, in_words, in_words_of

FIRST_YEAR = 1900
LAST_YEAR = 2035  # two figures up to this year's are of this century, and no year after it has come
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
NAMES = {
    **{name.casefold(): number for number, name in enumerate(MONTHS, 1)},
    **{name[:3].casefold(): number for number, name in enumerate(MONTHS, 1)},
    "sept": 9,
    "febuary": 2,
    "feburary": 2,
    "janurary": 1,
    "januray": 1,
    "setember": 9,
    "septmber": 9,
    "agust": 8,
    "augst": 8,
    "ocotber": 10,
    "octber": 10,
    "novemeber": 11,
    "decmber": 12,
    "apirl": 4,
    "arpil": 4,
    "febrary": 2,
    "janury": 1,
    "augest": 8,
    "septemeber": 9,
    "sepember": 9,
    "octobr": 10,
    "novmber": 11,
    "decemeber": 12,
}
SEASONS = {"spring": (21, 3), "summer": (22, 6), "autumn": (23, 9)}
FEASTS = {
    "christmas day": (12, 25),
    "xmas day": (12, 25),
    "christmas eve": (12, 24),
    "boxing day": (12, 26),
    "new year's day": (1, 1),
    "new years day": (1, 1),
    "new year's eve": (12, 31),
    "new years eve": (12, 31),
}
_MONTH = f"(?P<month>{'|'.join(sorted(NAMES, key=len, reverse=True))})(?![a-z])\\.?"
# Spelt out: “Wedding 25/05/2016” names no day of the week.
_WEEKDAY = (
    r"(?:(?P<weekday>mon|tue|wed|thu|fri|sat|sun)"
    r"(?:day|s|sday|s?nesday|nsday|r|rs|rsday|urday|erday)?\.?,?\s+)?(?:the\s+)?"
)
_BREAK = r"\s*[/.,\\\-: ]\s*"
_FIGURES = re.compile(_WEEKDAY + rf"(?P<day>\d{{1,2}}){_BREAK}(?P<month>\d{{1,2}}){_BREAK}(?P<year>\d{{4}}|\d\d)(?!\d)")
_YEAR_FIRST = re.compile(rf"(?P<year>\d{{4}}){_BREAK}(?P<month>\d{{1,2}}){_BREAK}(?P<day>\d{{1,2}})(?!\d)")
_DAY_NAMED = re.compile(
    _WEEKDAY
    + rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?[\s\-/.]*{_MONTH}(?:[\s,\-/.']*(?P<year>\d{{4}}|\d\d)(?![\d:]))?"
)
_MONTH_FIRST = re.compile(
    _WEEKDAY + rf"{_MONTH}\s+(?:the\s+)?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})(?!\d)"
)
_MONTH_ALONE = re.compile(rf"{_MONTH}(?:\s+of)?(?:[\s,\-/.']*(?P<year>\d{{4}}|\d\d)(?!\d))?")
_MONTH_FIGURES = re.compile(r"(?P<month>\d{1,2})\s*[/.\-]\s*(?P<year>\d{4})(?!\d)")
_YEAR_MONTH = re.compile(r"(?P<year>\d{4})\s*[\-/]\s*(?P<month>\d{2})(?!\d)")
_NO_YEAR = re.compile(_WEEKDAY + r"(?P<day>\d{1,2})\s*[/.\-]\s*(?P<month>\d{1,2})(?!\d)")
_TIME_ALONE = re.compile(r"\d{1,2}:\d{2}(?::\d{2})?(?![\d:])")
_TOGETHER = re.compile(r"(?P<figures>\d{8})(?!\d)")
_SEASON = re.compile(
    r"(?:the\s+)?(?P<season>spring|summer|autumn)(?P<holiday>\s+holidays?)?(?:\s+of)?\s+(?P<year>\d{4})(?!\d)"
)
_WINTER = re.compile(r"(?:the\s+)?winter(?:\s+of)?\s+(?P<year>\d{4})(?:\s*[/\-]\s*(?P<next>\d{4}|\d\d))?(?!\d)")
_FEAST = re.compile(rf"(?P<feast>{'|'.join(FEASTS)})\s+(?P<year>\d{{4}}|\d\d)(?!\d)")
_TIDE = re.compile(r"(?P<tide>easter|christmas|xmas)\s+(?P<year>\d{4})(?!\d)")
_YEAR = re.compile(r"(?:the\s+year\s+)?(?P<year>\d{4})(?!\d)")
NO_DAY = "This is a time of day: write the day too."
MIXED = "It can be one day, or from one month to another: write 3 May 2016, or March to May 2016."
NO_YEAR = "The year is missing: write it too."
WINTER = "A winter lies in two years: write the months."
CHRISTMAS = "Christmas is more than one day: write the day."
EASTER = "Easter falls in March or April: write the day or the month."


@dataclass(frozen=True, slots=True)
class Span:
    """The days that one part of a date can mean, both inclusive; or why it means none (`first` is None then)."""

    first: date | None
    last: date | None
    precision: Precision
    notation: str
    doubtful: bool = False
    problem: str = ""
    words: str = ""  # how it is said where its days would say more than was written

    @property
    def said(self) -> str:
        """It in words, and no more than was written."""
        return self.words or in_words_of(self.notation)


def at_beginning(said: str, last_year: int = LAST_YEAR) -> tuple[Span, str] | None:
    """What the beginning of a text means, and the rest of it; None if it begins with no date. In small letters."""
    for pattern, understood in _READERS:
        match = pattern.match(said)
        if match:
            span = understood(match, last_year)
            return span, said[match.end() :]
    return None


def _year(text: str, last_year: int) -> int:
    if len(text) == 4:
        return int(text)
    return int(text) + (2000 if int(text) <= last_year % 100 else 1900)


def _nothing(problem: str) -> Span:
    return Span(None, None, Precision.UNKNOWN, "", True, problem)


def _implausible(year: int, last_year: int) -> Span | None:
    if FIRST_YEAR <= year <= last_year:
        return None
    return _nothing(f"The year {year} cannot be right: compare it with the record.")


def _day(match: re.Match[str], last_year: int) -> Span:
    if not match["year"]:
        return _nothing(NO_YEAR)
    name = match["month"]
    return _one(match, _year(match["year"], last_year), NAMES.get(name) or int(name), int(match["day"]), last_year)


def _figures(match: re.Match[str], last_year: int) -> Span:
    """Three figures. A dash and then another sign can also stand between two months."""
    found = _day(match, last_year)
    spanned = match.string[match.end("day") : match.start("month")].strip() == "-"
    if not spanned or int(match["day"]) > 12 or match.string[match.end("month") : match.start("year")].strip() != "/":
        return found
    return found if found.first is None else replace(found, doubtful=True, problem=found.problem or MIXED)


def _one(match: re.Match[str], year: int, month: int, day: int, last_year: int) -> Span:
    wrong, problem = _implausible(year, last_year), ""
    if wrong:
        return wrong
    if month > 12 >= day:
        month, day = day, month
        problem = f"Day and month look swapped; it was read as {day} {MONTHS[month - 1]} {year}."
    if not 1 <= month <= 12:
        return _nothing(f"There is no month {month}.")
    if not 1 <= day <= calendar.monthrange(year, month)[1]:
        return _nothing(f"There is no {day} {MONTHS[month - 1]} {year}.")
    found = date(year, month, day)
    weekday = match.groupdict().get("weekday")
    if weekday and not WEEKDAYS[found.weekday()].startswith(weekday):
        problem = f"{in_words(found)} was a {WEEKDAYS[found.weekday()].capitalize()}: compare the day with the record."
    return Span(found, found, Precision.DAY, found.isoformat(), bool(problem), problem)


def _month(match: re.Match[str], last_year: int) -> Span:
    if not match["year"]:
        return _nothing(NO_YEAR)
    year, month = _year(match["year"], last_year), NAMES.get(match["month"]) or int(match["month"])
    if not 1 <= month <= 12:
        return _nothing(f"There is no month {month}.")
    wrong = _implausible(year, last_year)
    if wrong:
        return wrong
    found = month_of(year, month)
    if len(match["year"]) == 2 and int(match["year"]) <= 31:
        problem = f"“{match['year']}” can be a day or a year; it was read as the year."
        return replace(found, doubtful=True, problem=problem)
    return found


def month_of(year: int, month: int) -> Span:
    """A whole month."""
    last = date(year, month, calendar.monthrange(year, month)[1])
    return Span(date(year, month, 1), last, Precision.MONTH, f"{year}-{month:02}")


def _season(match: re.Match[str], last_year: int) -> Span:
    year, (number, begins) = int(match["year"]), SEASONS[match["season"]]
    wrong = _implausible(year, last_year)
    if wrong:
        return wrong
    last = month_of(year, begins + 2).last
    words = f"{match['season']} holidays {year}" if match["holiday"] else ""
    return Span(date(year, begins, 1), last, Precision.SEASON, f"{year}-{number}", bool(words), words=words)


def _winter(match: re.Match[str], last_year: int) -> Span:
    year, follows = int(match["year"]), match["next"]
    wrong = _implausible(year, last_year)
    if wrong:
        return wrong
    if follows is None:
        ends = month_of(year + 1, 2).last
        return Span(date(year, 1, 1), ends, Precision.RANGE, f"{year}-01/{year + 1}-02", True, WINTER, f"winter {year}")
    if _year(follows, last_year) != year + 1:
        return _nothing("These two years do not follow each other.")
    return Span(date(year, 12, 1), month_of(year + 1, 2).last, Precision.SEASON, f"{year}-24")


def _feast(match: re.Match[str], last_year: int) -> Span:
    return _one(match, _year(match["year"], last_year), *FEASTS[match["feast"]], last_year)


def _tide(match: re.Match[str], last_year: int) -> Span:
    year = int(match["year"])
    wrong = _implausible(year, last_year)
    if wrong:
        return wrong
    if match["tide"] == "easter":  # Good Friday at the earliest, Easter Monday at the latest
        first, last, problem, words = date(year, 3, 20), date(year, 4, 26), EASTER, "Easter"
    else:
        first, last, problem, words = date(year, 12, 24), date(year, 12, 31), CHRISTMAS, "Christmas"
    return Span(first, last, Precision.RANGE, f"{first}/{last}", True, problem, f"{words} {year}")


def _whole_year(match: re.Match[str], last_year: int) -> Span:
    year = int(match["year"])
    wrong = _implausible(year, last_year)
    return wrong or Span(date(year, 1, 1), date(year, 12, 31), Precision.YEAR, f"{year}")


def _without_year(match: re.Match[str], _last_year: int) -> Span:
    return _nothing(NO_YEAR)


def _time_alone(match: re.Match[str], _last_year: int) -> Span:
    return _nothing(NO_DAY)


def _together(match: re.Match[str], last_year: int) -> Span:
    """Eight figures without a break: a day may stand first or the year; where both make sense nothing is chosen."""
    figures = match["figures"]
    orders = ((figures[4:], figures[2:4], figures[:2]), (figures[:4], figures[4:6], figures[6:]))
    found = [
        date(int(year), int(month), int(day))
        for year, month, day in orders
        if FIRST_YEAR <= int(year) <= last_year
        and 1 <= int(month) <= 12
        and 1 <= int(day) <= calendar.monthrange(int(year), int(month))[1]
    ]
    if len(found) != 1:
        return _nothing("Eight figures without a break can be read in two ways or in none: write 22 May 2016.")
    return Span(found[0], found[0], Precision.DAY, found[0].isoformat())


# In this order: whatever says more is tried before what says less.
_READERS = (
    (_YEAR_FIRST, _day),
    (_TIME_ALONE, _time_alone),
    (_FIGURES, _figures),
    (_MONTH_FIRST, _day),
    (_DAY_NAMED, _day),
    (_FEAST, _feast),
    (_MONTH_ALONE, _month),
    (_SEASON, _season),
    (_WINTER, _winter),
    (_TIDE, _tide),
    (_TOGETHER, _together),
    (_MONTH_FIGURES, _month),
    (_YEAR_MONTH, _month),
    (_YEAR, _whole_year),
    (_NO_YEAR, _without_year),
)
