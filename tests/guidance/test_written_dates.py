"""Dates as people write them on a command line."""

from datetime import date

import pytest

from cairn.guidance.refusals import CannotAnswer
from cairn.guidance.written_dates import read_day, read_partial


@pytest.mark.parametrize("text", ["2026-08-14", "14 August 2026", " 14  august 2026 ", "14 Aug 2026"])
def test_a_full_day_is_read(text):
    assert read_day(text) == date(2026, 8, 14)


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "precision", "shown"),
    [
        ("2014-01", date(2014, 1, 1), date(2014, 1, 31), "month", "January 2014"),
        ("Feb 2016", date(2016, 2, 1), date(2016, 2, 29), "month", "February 2016"),
        ("2016", date(2016, 1, 1), date(2016, 12, 31), "year", "2016"),
        ("spring 2016", date(2016, 3, 1), date(2016, 5, 31), "season", "spring 2016"),
        ("Autumn 2016", date(2016, 9, 1), date(2016, 11, 30), "season", "Autumn 2016"),
        ("winter 2016", date(2016, 1, 1), date(2017, 2, 28), "season", "winter 2016"),
        ("14 August 2026", date(2026, 8, 14), date(2026, 8, 14), "day", "14 August 2026"),
    ],
)
def test_less_than_a_day_stays_less_than_a_day(text, earliest, latest, precision, shown):
    found = read_partial(text)
    assert (found.earliest, found.latest, found.precision, str(found)) == (earliest, latest, precision, shown)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "14/08/2026",
        "2026-8-14",
        "14 Wug 2026",
        "14 Ma",
        "3 summer 2016",
        "Ju 2016",
        "20260814",
        "٢٠٢٦-٠٨-١٤",
    ],
)
def test_what_cannot_be_read_is_refused(text):
    with pytest.raises(CannotAnswer, match=r"cannot be read\. Write it as 2026-08-14 or 14 August 2026\.$"):
        read_partial(text)


@pytest.mark.parametrize(
    "text", ["2026-02-30", "30 February 2026", "2025-02-29", "2026-13", "2026-00-10", "0000", "0000-01-01"]
)
def test_a_day_the_calendar_does_not_have_is_refused(text):
    with pytest.raises(CannotAnswer, match=r"There is no such date as|cannot be read"):
        read_partial(text)


@pytest.mark.parametrize("text", ["June 2025", "2025", "summer 2016"])
def test_no_clock_is_counted_from_less_than_a_day(text):
    with pytest.raises(CannotAnswer, match=f"The date '{text}' does not name a day"):
        read_day(text)
