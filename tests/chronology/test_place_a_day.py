"""The ticks along the top of a picture: as many as there is room for, and always one that says the year."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cairn.chronology.engine.timescale import Scale


def scale(first: str, last: str) -> Scale:
    return Scale.over(date.fromisoformat(first), date.fromisoformat(last), 200, 750)


def labels(ticks) -> list[str]:
    return [tick.label for tick in ticks if tick.label]


@pytest.mark.parametrize(
    ("first", "last", "years", "months"),
    [
        ("2016-03-16", "2016-03-16", ["2016"], ["Mar", "8", "15", "22"]),
        (
            "2016-03-16",
            "2016-05-02",
            ["2016"],
            ["Mar", "8", "15", "22", "Apr", "8", "15", "22", "May", "8", "15", "22"],
        ),
        ("2016-10-01", "2017-03-31", ["2016", "2017"], [*("Oct", "8", "15", "22", "Nov", "8", "15", "22"), "Dec"]),
        ("2016-12-20", "2017-12-31", ["2016", "2017"], ["Dec", "Jan", "Feb", "Mar", "Apr", "May"]),
        ("2012-01-01", "2016-12-31", ["2012", "2013", "2014", "2015", "2016"], ["Jan", "Apr", "Jul", "Oct"]),
        ("1975-06-01", "2016-12-31", ["1975", "1980", "1985"], []),
    ],
)
def test_years_months_and_days_are_named_as_far_as_there_is_room(first, last, years, months):
    found = scale(first, last)
    assert labels(found.years())[: len(years)] == years
    assert labels(found.months())[: len(months)] == months
    assert bool(found.months()) is bool(months)


def test_the_first_year_gives_way_to_one_that_begins_beside_it():
    assert labels(scale("2011-12-20", "2019-01-01").years())[0] == "2012"


def test_a_day_outside_stands_at_the_edge():
    found = scale("2016-03-16", "2016-05-02")
    assert (found.begins(date(2015, 1, 1)), found.begins(date(2016, 3, 1))) == (200, 200)
    assert found.ends(date(2018, 1, 1)) == pytest.approx(found.ends(date(2016, 5, 31))) == pytest.approx(950)


@given(st.dates(), st.dates())
def test_labels_of_years_never_run_into_each_other(one: date, other: date):
    found = Scale.over(min(one, other), max(one, other), 200, 750)
    ticks = found.years()
    assert ticks
    assert all(after.x - before.x >= 39 for before, after in pairwise(ticks))
    assert all(200 <= tick.x <= 950 for tick in (*ticks, *found.months()))
