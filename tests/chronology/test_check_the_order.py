"""A return in no order of date is remarked on once, and no row of it is at fault."""

from __future__ import annotations

import pytest

from cairn.chronology.engine.dates import read
from cairn.chronology.engine.returns import parse
from tests.chronology.making import returned, told

REMARK = "The rows stand in no order of date; the first that stands out of order is row {}."


def table(*days: str):
    return told(*[(day, "Notes", "Seen") for day in days])


def remarks(*days: str) -> list[tuple[int, str]]:
    found = parse([table(*days)], file="h.csv", agency="Health", read_when=read)
    return [(fault.row, fault.problem) for fault in found.faults if "order" in fault.problem]


@pytest.mark.parametrize(
    "days",
    [
        (),
        ("3/5/2016",),
        ("1/5/2016", "1/5/2016", "2/5/2016", "3/6/2016"),
        ("3/6/2016", "2/5/2016", "1/5/2016", "1/5/2016"),
    ],
)
def test_rows_that_rise_or_fall_are_in_order(days):
    assert remarks(*days) == []


@pytest.mark.parametrize(
    ("days", "row"),
    [
        (("1/5/2016", "2/5/2016", "2/5/2061", "3/5/2016", "4/5/2016"), 0),  # not understood, so left out
        (("1/5/2016", "2/5/2016", "2/5/2026", "3/5/2016", "4/5/2016"), 4),
        (("4/5/2016", "3/5/2016", "1/1/2015", "2/5/2016", "1/5/2016"), 4),
        (("9/5/2016", "1/5/2016", "2/5/2016", "3/5/2016"), 2),
        (("1/5/2016", "3/5/2016", "2/5/2016"), 4),
    ],
)
def test_the_first_row_out_of_order_is_the_one_that_most_others_contradict(days, row):
    assert remarks(*days) == ([(0, REMARK.format(row))] if row else [])


def test_only_days_that_are_known_are_looked_at():
    days = ("1/5/2016", "May 2015", "2/5/2016", "before 1/1/2010", "n/k", "?1/1/2012", "", "2016", "3/5/2016")
    assert remarks(*days) == []


def test_it_is_said_of_the_table_and_marks_no_row():
    found = returned(table("1/5/2016", "2/5/2016"), table("3/5/2016", "1/5/2016", "2/5/2016"))
    (fault,) = found.faults
    assert (fault.table, fault.row, fault.column, fault.found) == (2, 0, "Start date", "3/5/2016")
    assert fault.problem == REMARK.format(2)
    assert fault.mend == (
        "Rows are put in order of date when the chronologies are combined; "
        "if the order within a day matters, number the rows in a Sequence column."
    )
    assert [row.faults for row in found.rows] == [()] * 5


def test_rows_whose_author_numbered_them_are_left_alone():
    rows = (("1/5/2016", "", "N", "a"), ("3/5/2016", "3", "N", "b"), ("2/5/2016", "2", "N", "c"))
    assert returned(told(*rows, headings=("Date", "Seq", "Source", "Event"))).faults == ()
