"""The bank holidays shipped, day for day against a well-kept library."""

from datetime import date, timedelta

import holidays as independent

from cairn.guidance.working_days import england

LIBRARY = independent.country_holidays("GB", subdiv="ENG", years=range(2006, 2031))


def test_the_list_runs_from_2006_to_2030():
    assert (england().first, england().last) == (date(2006, 1, 1), date(2030, 12, 31))


def test_every_weekday_holiday_of_the_library_is_listed_and_no_other():
    # The library also names the weekend day for which a substitute stands; nobody works at a weekend.
    assert {holiday.on for holiday in england().days} == {day for day in LIBRARY if day.weekday() < 5}


def test_every_day_of_the_range_works_or_rests_as_in_the_library():
    day = england().first
    while day <= england().last:
        assert england().is_working(day) == (day.weekday() < 5 and day not in LIBRARY), day
        day += timedelta(days=1)


def test_substitute_days_are_marked_where_the_library_says_observed():
    marked = {holiday.on for holiday in england().days if holiday.mark == "substitute"}
    assert marked == {day for day, name in LIBRARY.items() if "observed" in name}


def test_days_proclaimed_once_are_marked():
    assert {holiday.on for holiday in england().days if holiday.mark == "one_off"} == {
        date(2011, 4, 29),
        date(2012, 6, 5),
        date(2022, 6, 3),
        date(2022, 9, 19),
        date(2023, 5, 8),
    }


def test_days_moved_for_a_year_say_in_place_of_what():
    moved = {holiday.on: holiday.note for holiday in england().days if holiday.mark == "moved"}
    assert moved == {
        date(2012, 6, 4): "in place of Monday 28 May",
        date(2020, 5, 8): "in place of Monday 4 May",
        date(2022, 6, 2): "in place of Monday 30 May",
    }
