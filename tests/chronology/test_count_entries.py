"""Entries counted by agency and stretch of time: every one with a day in exactly one bin."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cairn.chronology.engine.bins import LEVELS, UNITS, Bin, binned, counted
from cairn.chronology.engine.dates import read
from cairn.chronology.engine.marks import Mark, mark_of
from cairn.chronology.engine.returns import parse
from tests.chronology.making import told

DAY, WEEK, MONTH, QUARTER, HALF, YEAR, DECADE = UNITS
MARKS = st.builds(
    Mark,
    st.just("a"),
    st.sampled_from(["Police", "Health"]),
    st.none() | st.dates(),
    st.none() | st.dates(),
    st.booleans(),
)


def on(first: str, last: str = "", agency: str = "Police", doubtful: bool = False, href: str = "") -> Mark:
    return Mark("a", agency, date.fromisoformat(first), date.fromisoformat(last or first), doubtful, href)


def told_as(*marks: Mark, unit=MONTH) -> list[tuple[str, int, int, int]]:
    return [(each.period, each.count, each.doubtful, each.level) for each in binned(marks, ["Police"], unit)]


@pytest.mark.parametrize(
    ("unit", "period"),
    [
        *((DAY, "16 March 2016"), (WEEK, "14 to 20 March 2016"), (MONTH, "March 2016")),
        *((QUARTER, "January to March 2016"), (HALF, "January to June 2016"), (YEAR, "2016"), (DECADE, "2010 to 2019")),
    ],
)
def test_several_entries_are_told_by_their_stretch(unit, period):
    marks = [on("2016-03-16"), on("2016-03-16", doubtful=True), on("2016-03-16")]
    assert told_as(*marks, unit=unit) == [(period, 3, 1, -1)]


def test_a_single_entry_keeps_its_own_day_and_address():
    (found,) = binned([on("2016-03-16", href="/entry/7")], ["Police"], YEAR)
    assert found == Bin("Police", date(2016, 3, 16), date(2016, 3, 16), "16 March 2016", 1, href="/entry/7")


def test_an_entry_that_lasts_has_a_level_of_its_own():
    marks = [on("2016-03-01", "2016-06-09"), on("2016-03-05", "2016-06-10"), on("2016-04-01", "2016-08-31")]
    assert told_as(*marks) == [("1 March to 10 June 2016", 2, 0, 0), ("1 April to 31 August 2016", 1, 0, 1)]


def test_an_entry_no_longer_than_the_stretch_counts_where_it_begins():
    assert told_as(on("2016-03-30", "2016-04-02"), on("2016-03-01")) == [("March 2016", 2, 0, -1)]


def test_an_entry_that_lasts_and_has_no_room_counts_where_it_begins():
    many = [on("2016-01-01", f"2017-{month:02}-01") for month in range(1, LEVELS + 2)]
    assert sorted(each[3] for each in told_as(*many)) == [-1, *range(LEVELS)]
    assert ("1 January 2016 to 1 April 2017", 1, 0, -1) in told_as(*many)
    assert ("January 2016", 2, 0, -1) in told_as(*many, on("2016-01-05"))


def test_an_end_that_is_not_known_is_told_and_counts_as_doubt():
    before, after = Mark("a", "Police", None, date(2016, 5, 2)), Mark("a", "Police", date(2016, 5, 4), None)
    assert told_as(before, after, unit=DAY) == [("up to 2 May 2016", 1, 1, -1), ("from 4 May 2016", 1, 1, -1)]


def test_lanes_stand_in_the_order_given_and_what_has_no_day_in_none():
    marks = [on("2016-03-16"), on("2016-01-01", agency="Health"), Mark("a", "Police", None, None)]
    found = binned(marks, ["Police", "School", "Health"], MONTH)
    assert [(each.agency, each.count) for each in found] == [("Police", 1), ("Health", 1)]
    assert counted(found) == {"Police": 1, "Health": 1}


def test_a_mark_that_ends_before_it_begins_stays_where_it_begins():
    assert told_as(on("2016-03-16", "2016-03-01"), unit=DAY) == [("16 March 2016", 1, 0, -1)]


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.words)
@given(day=st.dates())
def test_a_stretch_holds_its_days_and_meets_the_next(unit, day: date):
    first, last = unit.bounds(unit.key(day))
    assert first <= day <= last
    assert unit.key(first) == unit.key(last) == unit.key(day)
    assert last == date.max or unit.bounds(unit.key(last + timedelta(days=1)))[0] == last + timedelta(days=1)
    assert (last - first).days < unit.days


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.words)
@pytest.mark.parametrize("day", [date.min, date.max])
def test_the_first_and_the_last_day_of_all_have_a_stretch(unit, day):
    first, last = unit.bounds(unit.key(day))
    assert first <= day <= last


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.words)
@given(marks=st.lists(MARKS))
def test_no_entry_is_lost_or_counted_twice(unit, marks: list[Mark]):
    found = binned(marks, ["Health", "Police"], unit)
    placed = [mark for mark in marks if mark.place]
    assert sum(each.count for each in found) == len(placed)
    assert sum(each.doubtful for each in found) == sum(mark.unsure for mark in placed)


@pytest.mark.parametrize(
    ("day", "end", "first", "last", "doubtful"),
    [
        ("3 May 2016", "", date(2016, 5, 3), date(2016, 5, 3), False),
        ("3 May 2016", "?5 May 2016", date(2016, 5, 3), date(2016, 5, 5), True),
        ("?May 2016", "", date(2016, 5, 1), date(2016, 5, 31), True),
        ("before 3 May 2016", "", None, date(2016, 5, 2), False),
        ("after 3 May 2016", "", date(2016, 5, 4), None, False),
        ("soon", "5 May 2016", None, None, False),
        ("", "5 May 2016", None, None, False),
    ],
)
def test_the_mark_of_a_row_has_its_days(day, end, first, last, doubtful):
    table = told((day, end, "Notes", "Seen"), headings=("Date", "End date", "Source", "Event"))
    (row,) = parse([table], file="p.csv", agency="Police", read_when=read).rows
    assert mark_of(row, "/7") == Mark(row.id, "Police", first, last, doubtful, "/7")
