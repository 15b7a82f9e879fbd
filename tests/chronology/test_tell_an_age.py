"""How old a child was, and how long it was between two events: never more than both dates say."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cairn.chronology.engine.ages import Days, age, interval

DAYS = st.dates(date(1950, 1, 1), date(2035, 12, 31))
NOTHING = Days(None, None)


def days(text: str) -> Days:
    """A day, a month or a year in figures, two of them with “/” between, or “..” for an open end."""
    first, last = (text.split("/") * 2)[:2] if "/" not in text else text.split("/")
    return Days(_edge(first, True), _edge(last, False))


def _edge(text: str, first: bool) -> date | None:
    if text == "..":
        return None
    year, month, day = (*map(int, text.split("-")), 0, 0)[:3]
    month = month or (1 if first else 12)
    return date(year, month, day or (1 if first else calendar.monthrange(year, month)[1]))


@pytest.mark.parametrize(
    ("born", "at", "words"),
    [
        ("2014-02-03", "2014-02-03", "the day of birth"),
        ("2014-02-03", "2014-02-04", "1 day"),
        ("2014-02-03", "2014-02-16", "13 days"),
        ("2014-02-03", "2014-02-17", "2 weeks"),
        ("2014-02-03", "2014-03-30", "7 weeks"),
        ("2014-02-03", "2014-05-02", "12 weeks"),
        ("2014-02-03", "2014-05-03", "3 months"),
        ("2014-02-03", "2015-04-20", "14 months"),
        ("2014-02-03", "2016-02-02", "23 months"),
        ("2014-02-03", "2016-02-03", "2 years"),
        ("2014-02-03", "2016-03-02", "2 years"),
        ("2014-02-03", "2016-03-03", "2 years 1 month"),
        ("2014-02-03", "2016-05-22", "2 years 3 months"),
        ("2014-02-03", "2032-02-02", "17 years 11 months"),
        ("2012-02-29", "2015-02-28", "2 years 11 months"),
        ("2012-02-29", "2015-03-01", "3 years"),
        ("2016-01-31", "2018-02-28", "2 years"),
        ("2014-02-03", "2014-02-02", "before birth"),
    ],
)
def test_an_age_where_both_days_are_known(born, at, words):
    assert age(days(born), days(at)) == words


@pytest.mark.parametrize(
    ("born", "at", "words"),
    [
        ("2014-02-03", "2016-05", "about 2 years 3 months"),
        ("2014-02-10", "2016-02-20/2016-03-05", "2 years"),
        ("2014-02", "2016-02-10", "about 2 years"),
        ("2014-02-03", "2016-01/2016-03", "about 2 years"),
        ("2014-02-03", "2016-12/2017-03", "about 3 years"),
        ("2014-02-03", "2016-06/2016-10", "between 2 and 3 years"),
        ("2014", "2016-12-31", "between 2 and 3 years"),
        ("2014", "2017", "between 2 and 4 years"),
        ("2014-02-03", "2015", "between 10 and 23 months"),
        ("2014-02-03", "2015/2016", "between 10 months and 2 years 11 months"),
        ("2014-02-03", "2014-03", "between 3 and 8 weeks"),
        ("2014-02-03", "2014-03-30/2014-04-02", "about 8 weeks"),
        ("2014-02-03", "2014-02-05/2014-02-10", "between 2 and 7 days"),
        ("2014-02-03", "2014-02-05/2014-03", "between 2 days and 8 weeks"),
        ("2014-02-03", "2014-02", "before birth or at most 4 weeks"),
        ("2014-02", "2014-01", "before birth"),
        ("2014-02-03", "2014-02-03/2014-02-10", "at most 7 days"),
        ("2014-02", "2014-02-01", "before birth or the day of birth"),
    ],
)
def test_an_age_where_part_of_a_date_is_missing(born, at, words):
    assert age(days(born), days(at)) == words


@pytest.mark.parametrize(
    ("born", "at", "words"),
    [
        ("../2014-02-03", "2016-05-22", "at least 2 years 3 months"),
        ("2014-02-03", "2016-05-22/..", "at least 2 years 3 months"),
        ("2014-02-03/..", "2016-05-22", "before birth or at most 2 years 4 months"),
        ("2014-02-03/..", "2016-02-03", "before birth or at most 2 years"),
        ("2014-02-03", "../2014-01", "before birth"),
        ("2014-02-03", "2014-01/..", "not known"),
        ("2014-02-03", "2014-02-03/..", "the day of birth or later"),
        ("../..", "2016-05-22", "not known"),
        ("2014-02-03", "../..", "not known"),
        ("2014-02-03/..", "2016-02-03/..", "not known"),
    ],
)
def test_an_age_where_one_end_is_open(born, at, words):
    assert age(days(born), days(at)) == words


def test_doubt_in_either_date_is_kept():
    assert age(days("2014-02-03"), days("2016-05-22"), doubtful=True) == "about 2 years 3 months"
    assert age(days("2014-02-03"), days("2014-02-03"), doubtful=True) == "the day of birth (in doubt)"
    assert age(days("2014-02-03"), days("2016-05"), doubtful=True) == "about 2 years 3 months"
    assert age(days("2014"), days("2017"), doubtful=True) == "between 2 and 4 years (in doubt)"
    assert age(days("2014-02-03"), days("2014-02-02"), doubtful=True) == "before birth (in doubt)"
    assert age(NOTHING, days("2017"), doubtful=True) == "not known"
    assert interval(days("2016-05-01"), days("2016-05-15"), doubtful=True) == "about 14 days"


@pytest.mark.parametrize(
    ("first", "second", "words"),
    [
        ("2016-05-01", "2016-05-15", "14 days"),
        ("2016-05-01", "2016-05-02", "1 day"),
        ("2016-05-01", "2016-05-01", "the same day"),
        ("2016-05-15", "2016-05-01", "14 days before"),
        ("2016-05-01", "2016-05-15/2016-06-14", "between 14 and 44 days"),
        ("2016-05", "2016-05-31/2016-06-01", "at most 31 days"),
        ("2016-05-15/2016-06-14", "2016-05-01", "between 14 and 44 days before"),
        ("2016-05", "2016-05-31", "at most 30 days"),
        ("2016-05", "2016-05-01", "at most 30 days before"),
        ("2016-05", "2016-05-11", "between 20 days before and 10 days after"),
        ("2016-05-01", "2016-05-15/..", "at least 14 days"),
        ("2016-05-01", "../2016-05-15", "at most 14 days, or before"),
        ("2016-05-15", "../2016-05-01", "at least 14 days before"),
        ("2016-05-15", "2016-05-01/..", "at most 14 days before, or after"),
        ("2016-05-15", "2016-05-15/..", "the same day or after"),
        ("2016-05-15", "../2016-05-15", "the same day or before"),
        ("../..", "2016-05-01", "not known"),
        ("2016-05-01", "../..", "not known"),
        ("../2016-05-01", "../2016-05-15", "not known"),
    ],
)
def test_the_time_between_two_events(first, second, words):
    assert interval(days(first), days(second)) == words


@given(born=DAYS, lived=st.integers(0, 40_000))
def test_an_age_of_two_known_days_holds_no_doubt(born: date, lived: int):
    at = born + timedelta(days=lived)
    words = age(Days(born, born), Days(at, at))
    assert not words.startswith(("about", "between", "at ", "not"))
    assert interval(Days(born, born), Days(at, at)).split()[0] in (str(lived), "the")


@given(born=DAYS, at=DAYS, more=st.integers(0, 400), less=st.integers(0, 400))
def test_what_is_not_known_never_makes_an_age_more_exact(born: date, at: date, more: int, less: int):
    exact = age(Days(born, born), Days(at, at))
    wide = age(Days(born - timedelta(days=less), born + timedelta(days=less)), Days(at, at + timedelta(days=more)))
    exact_words = wide.startswith(("before", "the day")) or wide[0].isdigit()
    assert not exact_words or wide == exact or wide.startswith("before birth or")
