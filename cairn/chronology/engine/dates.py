"""Dates as people write them, read so that what is missing is never shown as if it were known."""

from __future__ import annotations

import re
from datetime import date

from cairn.chronology.engine.days import LAST_YEAR
from cairn.chronology.engine.spans import Understood, understood, why_not
from cairn.chronology.engine.times import Clock, read_time
from cairn.chronology.engine.when import Precision, When

LONGEST = 120  # characters; a date is shorter, and a longer text is somebody's sentence in the wrong column
_SAME = str.maketrans({**dict.fromkeys("‐‑‒–—―−", "-"), **dict.fromkeys("‘’ʼ`´", "'"), "⁄": "/", "\u200b": None})
_NEAR = r"~|c\.|c(?=\d)|ca\.?\s|circa|approx(?:imately)?\.?|about|around|roughly|on\s+or\s+(?:about|around)"
_UNSURE = r"\?+|\(\?\)|probably|possibly|perhaps|maybe|believed\s+to\s+be|thought\s+to\s+be|est(?:imated)?\.?\s"
_BEGINS_IN_DOUBT = re.compile(rf"(?P<near>{_NEAR})\s*|(?:{_UNSURE})\s*")
_ENDS_IN_DOUBT = re.compile(
    r"[\s,(\[]*(?:(?P<near>approx(?:imately|\.)?|circa|or\s+thereabouts|or\s+so|-?ish)|\?+|tbc|estimated|unsure|unclear"
    r"|probably|possibly|perhaps|maybe|uncertain|unconfirmed|not\s+confirmed)[)\]]?$"
)
_BEFORE_IT = re.compile(r"(?:on(?!\s+or\b)|dated|date|(?:some\s*time\s+)?(?:in|during)|(?:the\s+)?month\s+of)\s*:?\s+")
_PART_OF_A_YEAR = re.compile(r"(?<!\d)(?:19|20)(?:\d[?x_\-]|[?x_\-]{2})$")
_FIGURE = re.compile(r"\d")
_NOT_KNOWN = frozenset(
    {
        *("unknown", "not known", "n/k", "nk", "not recorded", "date unknown", "unknown date", "date not known"),
        *("undated", "no date", "n/a", "not stated", "not given"),
        *("n.k", "-", "--", "tba"),
    }
)
YEAR_INCOMPLETE = "A figure of the year is missing: write all four."
NOTHING = "No date is written."
# What was written is shown beside these; said again here, it could carry a name past the labels put in its place.
NOT_A_DATE = "This is not understood as a date: write 22 May 2016, or May 2016."
WORDS_AFTER = "There are words after the date that are not understood."


def read(text: str, clock: str = "", *, last_year: int = LAST_YEAR) -> When:
    """Read one date as somebody wrote it, with the time of day if it stands in a column of its own.

    A part of a date, two dates, a doubt or an impossible day is kept as what it is: never is one full date given for
    it without a doubt or a problem in words. Two figures of a year are of the century that ends in `last_year`.
    """
    said = " ".join(text.translate(_SAME).casefold().split()).strip(" .,;'\"")
    if not said:
        return When(text, problem=NOTHING)
    if len(said) > LONGEST:
        return When(text, doubtful=True, problem=NOT_A_DATE)
    if _PART_OF_A_YEAR.search(said):
        return When(text, doubtful=True, problem=YEAR_INCOMPLETE)
    plain, doubtful, near = _without_doubt(said)
    if not plain or plain in _NOT_KNOWN:
        return When(text)
    # Without a figure there is no year, and nothing to look for.
    found = (understood(plain, last_year) or _with_more(plain, last_year)) if _FIGURE.search(plain) else None
    if found is None:
        return When(text, doubtful=True, problem=why_not(plain, last_year) or NOT_A_DATE)
    return _when(text, found, read_time(clock) if clock else Clock(), doubtful, near)


def _without_doubt(said: str) -> tuple[str, bool, bool]:
    """A text without its marks of doubt; whether it had any; whether all say *about* rather than *perhaps*."""
    plain, kinds = _BEFORE_IT.sub("", said, count=1) if _BEFORE_IT.match(said) else said, []
    while mark := _BEGINS_IN_DOUBT.match(plain):
        kinds.append(mark["near"] is not None)
        plain = plain[mark.end() :]
    while mark := _ENDS_IN_DOUBT.search(plain):
        kinds.append(mark["near"] is not None)
        plain = plain[: mark.start()]
    plain = _BEFORE_IT.sub("", plain, count=1) if _BEFORE_IT.match(plain) else plain
    return plain.strip(" .,;()"), bool(kinds), bool(kinds) and all(kinds)


def _with_more(plain: str, last_year: int) -> Understood | None:
    """A date with words after it that are not understood: it is kept, in doubt."""
    words = plain.split(" ")
    for count in range(len(words) - 1, 0, -1):
        found = understood(" ".join(words[:count]).rstrip(" -"), last_year)
        if found and found.span.first:
            return Understood(found.span, found.at, True, found.problem or WORDS_AFTER)
    return None


def _when(text: str, found: Understood, clock: Clock, doubtful: bool, near: bool) -> When:
    span = found.span
    one_day = span.precision == Precision.DAY
    at = (clock.at or found.at) if one_day else None
    own_doubt = span.doubtful or found.doubtful or clock.doubtful
    return When(
        text,
        span.first,
        span.last if span.first or span.precision == Precision.BEFORE else None,
        Precision.MINUTE if at else span.precision,
        doubtful or own_doubt,
        span.problem or found.problem or clock.problem,
        at,
        span.notation if span.precision != Precision.UNKNOWN else "",
        near and not own_doubt,
        span.words if span.precision != Precision.UNKNOWN else "",
    )


def as_document(when: When) -> dict[str, object]:
    """A date in the shape that scripts rely on; moments are given to the minute, other dates as days."""
    return {
        "text": when.text,
        "earliest": _moment(when, when.earliest),
        "latest": _moment(when, when.latest),
        "precision": when.precision.value,
        "doubtful": when.doubtful,
        "edtf": when.edtf,
        "problem": when.problem or None,
    }


def _moment(when: When, day: date | None) -> str | None:
    if day is None:
        return None
    return f"{day}T{when.at:%H:%M}" if when.at else day.isoformat()
