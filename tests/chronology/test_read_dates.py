"""Dates as people write them: what is clear is read, and what is missing is never shown as if it were known."""

from __future__ import annotations

from datetime import date, time, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from cairn.chronology.engine.dates import LONGEST, as_document, read
from cairn.chronology.engine.times import NOT_A_TIME, ZONE
from cairn.chronology.engine.when import Precision, When, shown

WRITTEN = yaml.safe_load((Path(__file__).parent / "dates.yaml").read_text())
KEYS = ("text", "earliest", "latest", "precision", "doubtful", "edtf", "problem")
FULL = {Precision.DAY, Precision.MINUTE}
DAYS = st.dates(date(1900, 1, 1), date(2035, 12, 31))


@pytest.mark.parametrize("row", WRITTEN, ids=lambda row: row[0] or "blank")
def test_a_date_as_written(row: list[Any]) -> None:
    assert as_document(read(row[0])) == dict(zip(KEYS, row, strict=True))


@given(st.text(max_size=150) | st.text("0123456789/.-? maybejun to:", max_size=24))
def test_whatever_is_written_is_read_in_order_or_has_a_problem(text: str) -> None:
    when = read(text)
    assert when.text == text
    if when.earliest and when.latest:
        assert when.earliest <= when.latest
    if when.precision == Precision.UNKNOWN:
        assert (when.earliest, when.latest, when.edtf) == (None, None, "")


@pytest.mark.parametrize("shape", ["%d/%m/%Y", "%d.%m.%Y", "%Y-%m-%d", "%d %B %Y", "%a %d %b %Y", "%B %d, %Y"])
@given(day=DAYS)
def test_a_full_date_is_that_day_without_doubt(shape: str, day: date) -> None:
    when = read(day.strftime(shape))
    assert (when.earliest, when.latest, when.precision) == (day, day, Precision.DAY)
    assert (when.doubtful, when.problem, when.edtf) == (False, "", day.isoformat())


@pytest.mark.parametrize("shape", ["%m/%Y", "%B %Y", "%Y", "before %d/%m/%Y", "early %B %Y", "%d/%m", "%Y-%m"])
@given(day=DAYS)
def test_a_part_of_a_date_never_becomes_one_day(shape: str, day: date) -> None:
    assert read(day.strftime(shape)).precision not in FULL


@given(first=DAYS, length=st.integers(1, 90))
def test_two_days_stay_two_days(first: date, length: int) -> None:
    last = first + timedelta(days=length)
    when = read(f"{first:%d/%m/%Y} - {last:%d/%m/%Y}")
    wanted = (first, last, Precision.RANGE) if last.year <= 2035 else (None, None, Precision.UNKNOWN)
    assert (when.earliest, when.latest, when.precision)[2:] == wanted[2:] or last.year > 2035
    assert last.year > 2035 or (when.earliest, when.latest) == wanted[:2]


def test_a_sentence_in_the_column_of_dates_is_told_apart_quickly() -> None:
    when = read("Mother rang to say " * 40)
    assert len(when.text) > LONGEST
    assert when.problem == "This is not understood as a date: write 22 May 2016, or May 2016."


@pytest.mark.parametrize(
    "written", ["22\u00a0May\u20072016", "22\u2013May\u20132016", "22 May\u200b 2016", " 22 MAY 2016 "]
)
def test_signs_that_look_alike_are_alike(written: str) -> None:
    assert read(written).earliest == date(2016, 5, 22)


def test_two_figures_of_a_year_belong_to_the_century_that_ends_in_the_last_year() -> None:
    assert read("22/05/35").earliest == date(2035, 5, 22)
    assert read("22/05/36").earliest == date(1936, 5, 22)
    assert read("22/05/27", last_year=2026).earliest == date(1927, 5, 22)
    assert read("22/05/2027", last_year=2026).problem == "The year 2027 cannot be right: compare it with the record."


@pytest.mark.parametrize(
    ("day", "clock", "at", "doubtful", "problem"),
    [
        ("22/05/2016", "", None, False, ""),
        ("22/05/2016", "14:30", time(14, 30), False, ""),
        ("22/05/2016", "?14:30", time(14, 30), True, ""),
        ("22/05/2016", "14:30?", time(14, 30), True, ""),
        ("22/05/2016", "not known", None, False, ""),
        ("22/05/2016", "probably evening", None, True, ""),
        ("22/05/2016", "Midday", time(12), False, ""),
        (
            "22/05/2016",
            "between 2pm and 3pm",
            time(14),
            True,
            "Two times are written; the event is put in order by the first.",
        ),
        ("22/05/2016", "14:30 to tea", None, True, NOT_A_TIME),
        ("22/05/2016", "13:30pm", time(13, 30), False, ""),
        ("22/05/2016", "14", None, True, NOT_A_TIME),
        ("22/05/2016", "13am", None, True, NOT_A_TIME),
        ("22/05/2016", "14:30:99", None, True, NOT_A_TIME),
        ("22/05/2016", "14:30Z", time(14, 30), True, ZONE),
        ("22/05/2016", "soon", None, True, NOT_A_TIME),
        ("22/05/2016 9am", "soon", time(9), True, NOT_A_TIME),
        ("May 2016", "14:30", None, False, ""),
    ],
)
def test_a_time_from_a_column_of_its_own(day: str, clock: str, at: time | None, doubtful: bool, problem: str) -> None:
    when = read(day, clock)
    assert (when.at, when.doubtful, when.problem) == (at, doubtful, problem)


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("22/05/2016", "22 May 2016"),
        ("22/05/2016 2.30pm", "22 May 2016, 14:30"),
        ("?22/05/2016", "22 May 2016 (in doubt)"),
        ("about 5/2016", "about May 2016"),
        ("2016", "2016"),
        ("spring 2016", "spring 2016"),
        ("22-24/05/2016", "22 to 24 May 2016"),
        ("28 May - 3 June 2016", "28 May to 3 June 2016"),
        ("May to June 2016", "May to June 2016"),
        ("spring/summer 2016", "spring to summer 2016"),
        ("2015-2017", "2015 to 2017"),
        ("22 May - 22 May 2016", "22 to 22 May 2016"),
        ("w/c 22/05/2016", "22 to 28 May 2016"),
        ("winter 2016/17", "winter 2016/17"),
        ("winter 2016", "winter 2016 (in doubt)"),
        ("Summer holidays 2016", "summer holidays 2016 (in doubt)"),
        ("Christmas 2016", "Christmas 2016 (in doubt)"),
        ("early May 2016", "early May 2016 (in doubt)"),
        ("mid-2016", "mid 2016 (in doubt)"),
        ("before 22/05/2016", "before 22 May 2016"),
        ("before May 2016", "before May 2016"),
        ("by 22/05/2016", "22 May 2016 or earlier"),
        ("after May 2016", "after May 2016"),
        ("since 22/05/2016", "22 May 2016 or later"),
        ("not known", "not known"),
        ("soon", "not known"),
    ],
)
def test_what_is_known_is_said_in_words_and_no_more(written: str, words: str) -> None:
    assert shown(read(written)) == words


@pytest.mark.parametrize("row", [row for row in WRITTEN if not row[4]], ids=lambda row: row[0] or "blank")
def test_the_words_for_a_date_mean_the_same_days_when_read_again(row: list[Any]) -> None:
    when = read(row[0])
    again = read(shown(when))
    assert (again.earliest, again.latest, again.precision, again.at, again.edtf) == (
        *(when.earliest, when.latest, when.precision, when.at, when.edtf),
    )


@pytest.mark.parametrize(
    "mark", ["?{}", "? {}", "{}?", "{} ?", "probably {}", "{} (approx)", "about {}", "c. {}", "{} tbc"]
)
@given(day=DAYS)
def test_a_mark_of_doubt_is_never_lost(mark: str, day: date) -> None:
    when = read(mark.format(f"{day:%d/%m/%Y}"))
    assert (when.earliest, when.latest, when.doubtful) == (day, day, True)
    assert when.edtf[-1] in "?~"


def test_what_is_missing_is_taken_for_granted_only_to_put_events_in_order() -> None:
    written = ["2016", "May 2016", "22 May 2016", "22 May 2016 9am", "before 24 May 2016", "24 May 2016", "soon"]
    turned = list(reversed(written))
    assert sorted(turned, key=lambda text: read(text).sort_key) == written
    assert When("").sort_key == (date.max, time.min)
