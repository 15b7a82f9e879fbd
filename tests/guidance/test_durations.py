"""Durations that rest on partial dates say so, and never pretend to more than is known."""

from pathlib import Path

import pytest
import yaml

from cairn.guidance.durations import Duration, duration
from cairn.guidance.refusals import CannotAnswer
from cairn.guidance.written_dates import read_partial

LINES = yaml.safe_load((Path(__file__).parent / "durations.yaml").read_text())


@pytest.mark.parametrize("line", LINES, ids=[line["name"] for line in LINES])
def test_the_months_between_partial_dates_are_reckoned(line):
    found = duration(read_partial(line["start"]), read_partial(line["end"]))
    assert found == Duration(line["fewest"], line["most"], rests_on_partial_dates=True)


def test_a_duration_from_partial_dates_says_so():
    found = duration(read_partial("Jan 2015"), read_partial("summer 2016"))
    assert str(found) == "17 to 19 months, reckoned from dates that name no day"


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        ("2024-01-15", "2024-02-15", "1 month"),
        ("2024-01-15", "2024-02-14", "0 months"),
        ("2024-01-15", "2025-03-20", "14 months"),
    ],
)
def test_full_days_give_whole_months(start, end, said):
    assert str(duration(read_partial(start), read_partial(end))) == said


def test_an_overlap_of_partial_dates_is_at_least_nothing():
    assert duration(read_partial("2016"), read_partial("March 2016")) == Duration(0, 2, rests_on_partial_dates=True)


def test_an_end_before_the_start_is_refused():
    with pytest.raises(CannotAnswer, match=r"^January 2014 comes before March 2016; check which is the start\.$"):
        duration(read_partial("March 2016"), read_partial("Jan 2014"))
