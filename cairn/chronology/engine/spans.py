"""Dates that are more than one part: from one day to another, a week, the middle of a month, before, since."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, time, timedelta

from cairn.chronology.engine.days import FIRST_YEAR, NO_DAY, Span, at_beginning
from cairn.chronology.engine.times import MIDNIGHT, read_time
from cairn.chronology.engine.when import MONTHS, Precision

_DAYS_APART = re.compile(r"\s+(?:to|until|till|through|and|or|&|-)\s+")
_WORDS_BETWEEN = frozenset({"to", "until", "till", "through"})
_TWO_FIGURES = re.compile(r"\d+\s*[/.\-]\s*\d+")
_CLOSE = re.compile(r"[-/&]")
_YEARS = re.compile(
    r"(?:the\s+)?(?P<kind>(?:school|academic|financial|tax)\s+year\s+)?(?P<first>\d{4})\s*(?P<mark>[/\-]|to)\s*(?P<last>\d{4}|\d\d)"
)
_DECADE = re.compile(r"(?:the\s+)?(?P<first>\d{3}0)'?s")
_WEEK = re.compile(
    r"(?:the\s+)?(?:(?P<from>w/?[cb]|week\s+(?:commencing|beginning|starting|of))|(?P<to>w/?e|week\s+ending))"
    r"\.?:?\s+(?P<day>.+)"
)
_PART = re.compile(
    r"(?:the\s+|in\s+)?(?P<part>early|mid|late|(?:beginning|start|middle|end)(?:\s+of)?)(?:\s+in)?[\s\-]+(?P<whole>.+)"
)
_THIRD = {"early": 0, "beginning": 0, "start": 0, "mid": 1, "middle": 1, "late": 2, "end": 2}
_OVERNIGHT = re.compile(r"(?:overnight|night\s+of)(?:\s+on)?\s+(?P<day>.+)|(?P<before>.+?)[\s,(\-]+overnight")
_TIME_FIRST = re.compile(
    r"(?P<clock>\d{1,2}[:.]\d{2}(?::\d{2})?(?:\s*[ap]\.?m\.?)?(?:\s*h(?:ou)?rs)?|\d{4}\s*h(?:ou)?rs|\d{1,2}\s*[ap]\.?m\.?"
    r"|noon|midday|midnight|(?:(?:early|late)\s+)?(?:morning|afternoon|evening)|early\s+hours)"
    r"(?:\s*[,\-]\s*|\s+)(?:(?:on|of)\s+)?(?P<day>.+)"
)
_SIDE = re.compile(
    r"(?P<word>on\s+or\s+before|no\s+later\s+than|by|until|till|up\s+to|before|prior\s+to|earlier\s+than"
    r"|on\s+or\s+after|not\s+before|since|from|after|later\s+than)\s+(?P<date>.+)"
)
_ONWARDS = re.compile(
    r"(?:(?:from|since)\s+)?(?P<date>.+?)(?:\s+|(?=-))(?P<word>onwards?|ongoing|(?:or|and)\s+(?:later|after)"
    r"|or\s+earlier|or\s+before|(?:to|until|till|-)\s*(?:the\s+)?(?:present|date|now|today|ongoing))"
)
_BEFORE = {"before": 1, "prior to": 1, "earlier than": 1}  # days by which the word leaves the date itself out
_UP_TO = frozenset({"on or before", "no later than", "by", "until", "till", "up to", "or earlier", "or before"})
_AFTER = frozenset({"after", "later than"})
_AROUND = (_WEEK, _PART, _OVERNIGHT, _SIDE)  # what stands around a date; the date is their last group
_JOIN = re.compile(r"t(?=\d)|[\s.,;@(\-]*(?:at\s+|in\s+the\s+)?")
TWO_WAYS = "It can be a month or two years: write the months."
SCHOOL_YEAR = "A year that begins in one and ends in the next: write its months, if they are known."
EITHER_YEAR = "It can be one date in either of two years: write both dates."
UNFINISHED = "A dash stands after the date: write what comes after it, or “since”."
BACKWARDS = "It ends before it begins: compare both days with the record."


@dataclass(frozen=True, slots=True)
class Understood:
    """The days that a text can mean, and the time of day if it says one."""

    span: Span
    at: time | None = None
    doubtful: bool = False
    problem: str = ""


def understood(said: str, last_year: int) -> Understood | None:
    """What a text without its marks of doubt means, whole; None where it is not understood. In small letters."""
    years = _years(said, last_year)
    if years:
        return Understood(years)
    night = _overnight(said, last_year) if "overnight" in said else None
    if night:
        return Understood(night)
    single = at_beginning(said, last_year)
    found = _with_time(*single) if single and single[0].first else _time_first(said, last_year)
    if found:
        return found
    span = _compound(said, last_year)
    if span:
        return Understood(span)
    return Understood(single[0]) if single and not single[1].strip(" .,;") else None


def _with_time(span: Span, rest: str) -> Understood | None:
    """A date, and a time of day or nothing after it."""
    after, rest = rest, _JOIN.sub("", rest, count=1).strip(" .,;()")
    if not rest:
        return Understood(span, None, True, UNFINISHED) if "-" in after else Understood(span)
    clock = read_time(rest)
    if span.precision != Precision.DAY or (clock.at is None and clock.problem and clock.problem != MIDNIGHT):
        return None
    return Understood(span, clock.at, clock.doubtful, clock.problem)


def _time_first(said: str, last_year: int) -> Understood | None:
    """A day with the time of day before it."""
    match = _TIME_FIRST.fullmatch(said)
    day = _whole(match["day"], last_year) if match else None
    if match is None or day is None or day.precision != Precision.DAY:
        return None
    clock = read_time(match["clock"])
    return Understood(day, clock.at, clock.doubtful, clock.problem)


def why_not(said: str, last_year: int) -> str:
    """What is wrong with the date a text begins with, or that stands after *before* and the like; blank if none."""
    single = at_beginning(said, last_year)
    if single is None:
        match = next(filter(None, (pattern.fullmatch(said) for pattern in _AROUND)), None)
        single = at_beginning(match[match.lastgroup or 0], last_year) if match else None
    if single is None or single[0].first or single[1][:1] not in ("", " ", ","):
        return ""
    problem, rest = single[0].problem, single[1].strip()
    return "" if (rest and problem == NO_DAY) or rest[:3].isdecimal() else problem


def _compound(said: str, last_year: int) -> Span | None:
    return (
        _week(said, last_year)
        or _part(said, last_year)
        or _from_to(said, last_year)
        or _overnight(said, last_year)
        or _open(said, last_year)
    )


def _years(said: str, last_year: int) -> Span | None:
    decade = _DECADE.fullmatch(said)
    if decade:
        return _between_years(int(decade["first"]), int(decade["first"]) + 9, last_year, doubtful=True)
    match = _YEARS.fullmatch(said)
    if match is None:
        return None
    first, ends = int(match["first"]), match["last"]
    last = int(ends) if len(ends) == 4 else first + 1 - (first + 1) % 100 + int(ends)
    if len(ends) == 4 and not match["kind"]:
        return _between_years(first, last, last_year)
    if last != first + 1:
        return None
    return _between_years(
        first, last, last_year, True, TWO_WAYS if not match["kind"] and 1 <= int(ends) <= 12 else SCHOOL_YEAR
    )


def _between_years(first: int, last: int, last_year: int, doubtful: bool = False, problem: str = "") -> Span | None:
    if not FIRST_YEAR <= first <= last <= last_year:
        return None
    return Span(date(first, 1, 1), date(last, 12, 31), Precision.RANGE, f"{first}/{last}", doubtful, problem)


def _whole(said: str, last_year: int) -> Span | None:
    """A date and nothing besides."""
    found = at_beginning(said, last_year)
    return found[0] if found and found[0].first and not found[1].strip(" .,;") else None


def _range(first: date, last: date, like: Span, doubtful: bool = False, words: str = "") -> Span:
    return replace(
        like,
        first=first,
        last=last,
        precision=Precision.RANGE,
        notation=f"{first}/{last}",
        doubtful=like.doubtful or doubtful,
        words=words,
    )


def _week(said: str, last_year: int) -> Span | None:
    match = _WEEK.fullmatch(said)
    day = _whole(match["day"], last_year) if match else None
    if match is None or day is None or day.first is None or day.precision != Precision.DAY:
        return None
    six = timedelta(days=6)
    return _range(day.first, day.first + six, day) if match["from"] else _range(day.first - six, day.first, day)


def _part(said: str, last_year: int) -> Span | None:
    """The beginning, the middle or the end of a month or a year: about a third of it."""
    match = _PART.fullmatch(said)
    whole = _whole(match["whole"], last_year) if match else None
    if match is None or whole is None or whole.first is None or whole.last is None:
        return None
    third = _THIRD[match["part"].split()[0]]
    if whole.precision == Precision.MONTH:
        last = whole.last if third == 2 else whole.first.replace(day=10 * third + 10)
        return _range(whole.first.replace(day=10 * third + 1), last, whole, True, f"{match['part']} {whole.said}")
    if whole.precision == Precision.YEAR:
        ends = (date(whole.first.year, 4, 30), date(whole.first.year, 8, 31), whole.last)
        first = whole.first.replace(month=4 * third + 1)
        return _range(first, ends[third], whole, True, f"{match['part']} {whole.said}")
    return None


def _overnight(said: str, last_year: int) -> Span | None:
    match = _OVERNIGHT.fullmatch(said)
    if match is None:
        return None
    days = match["day"] or match["before"]
    day = _whole(days, last_year)
    if day is None:
        return _from_to(days, last_year)
    if day.first is None or day.precision != Precision.DAY:
        return None
    return _range(day.first, day.first + timedelta(days=1), day)


def _from_to(said: str, last_year: int) -> Span | None:
    """From one date to another, of which the first may leave out what both have in common."""
    plain = said.removeprefix("between ").removeprefix("from ")
    for left, mark, right in _halves(plain):
        until = _whole(right, last_year)
        since = _first_half(left, right, until, last_year) if until else None
        if until is None or since is None or since.first is None or until.last is None:
            continue
        if since.precision == Precision.YEAR != until.precision and mark not in _WORDS_BETWEEN:
            continue
        either = until.precision == Precision.YEAR != since.precision and mark not in _WORDS_BETWEEN
        if since.first > until.last:
            return replace(since, first=None, precision=Precision.UNKNOWN, doubtful=True, problem=BACKWARDS)
        return Span(
            since.first,
            until.last,
            Precision.RANGE,
            f"{since.notation}/{until.notation}",
            since.doubtful or until.doubtful or mark == "or" or either,
            since.problem or until.problem or (EITHER_YEAR if either else ""),
        )
    return None


def _halves(said: str) -> Iterator[tuple[str, str, str]]:
    for mark in [*_DAYS_APART.finditer(said), *_CLOSE.finditer(said)]:
        left, right = said[: mark.start()].strip(), said[mark.end() :].strip()
        if left and right:
            yield left, mark[0].strip(), right


def _first_half(left: str, right: str, until: Span, last_year: int) -> Span | None:
    """The first date of two, with the month and the year of the second where it says none."""
    found = _whole(left, last_year)
    if found or until.first is None:
        return found
    number, year = left.rstrip("sthndr"), until.first.year
    if number.isdecimal():
        if until.precision != Precision.DAY:
            return None
        return _whole(f"{number} {MONTHS[until.first.month - 1].casefold()} {year}", last_year)
    if _TWO_FIGURES.fullmatch(left) and not _TWO_FIGURES.match(right):  # 1-2-3 May: the 2 is no month
        return None
    joined = "/" if left[-1:].isdecimal() and not left[:1].isalpha() and "/" in left else " "
    found = _whole(f"{left}{joined}{year}", last_year)
    if found and found.first and found.first > until.first:  # 28 December to 3 January 2017
        return _whole(f"{left}{joined}{year - 1}", last_year)
    return found


def _open(said: str, last_year: int) -> Span | None:
    """Before, after or since a date."""
    match = _ONWARDS.fullmatch(said) or _SIDE.fullmatch(said)
    edge = _whole(match["date"], last_year) if match else None
    if match is None or edge is None or edge.first is None or edge.last is None:
        return None
    word, day = " ".join(match["word"].split()), timedelta(days=1)
    if word in _BEFORE:
        last = edge.first - day
        return _opened(edge, None, last, f"before {edge.said}")
    if word in _UP_TO:
        return _opened(edge, None, edge.last, f"{edge.said} or earlier")
    if word in _AFTER:
        return _opened(edge, edge.last + day, None, f"after {edge.said}")
    return _opened(edge, edge.first, None, f"{edge.said} or later")


def _opened(edge: Span, first: date | None, last: date | None, words: str) -> Span:
    kind = Precision.AFTER if first else Precision.BEFORE
    notation = f"{first or '..'}/{last or '..'}"
    return replace(edge, first=first, last=last, precision=kind, notation=notation, words=words)
