"""Counting working days, forwards and back, and refusing to count where nothing is known."""

from datetime import date

import pytest

from cairn.guidance.refusals import CannotAnswer, FaultyFile
from cairn.guidance.working_days import BankHoliday, england, load, months_on, with_changes

MOURNING = BankHoliday(date(2027, 6, 15), "Day of mourning", "one_off")


def test_a_weekend_and_a_bank_holiday_say_why_nobody_works():
    assert england().why_not_working(date(2026, 4, 4)) == "Saturday"
    assert england().why_not_working(date(2026, 4, 5)) == "Sunday"
    assert england().why_not_working(date(2026, 4, 3)) == "bank holiday: Good Friday"
    assert england().why_not_working(date(2026, 12, 28)) == "bank holiday: Boxing Day (substitute day)"
    assert england().why_not_working(date(2022, 9, 19)) == (
        "bank holiday: State Funeral of Queen Elizabeth II (proclaimed once)"
    )
    assert england().why_not_working(date(2020, 5, 8)) == (
        "bank holiday: Early May bank holiday (in place of Monday 4 May)"
    )
    assert england().why_not_working(date(2026, 4, 7)) == ""


def test_the_day_itself_may_be_the_first_where_a_rule_counts_it():
    monday, saturday = date(2026, 6, 8), date(2026, 6, 6)
    assert england().after(monday, 5) == date(2026, 6, 15)
    assert england().after(monday, 5, day_counts=True) == date(2026, 6, 12)
    assert england().after(saturday, 5, day_counts=True) == date(2026, 6, 12)
    assert england().before(monday, 5, day_counts=True) == date(2026, 6, 2)


def test_days_between_are_counted_both_ways():
    assert england().between(date(2026, 4, 2), date(2026, 4, 13)) == 5
    assert england().between(date(2026, 4, 13), date(2026, 4, 2)) == -5


@pytest.mark.parametrize("day", [date(2005, 12, 31), date(2031, 1, 1)])
def test_a_day_outside_the_list_is_refused_in_words(day):
    with pytest.raises(CannotAnswer, match=r"is outside the bank holidays known here\. Give a date .* 1 January 2006"):
        england().is_working(day)


def test_a_count_that_leaves_the_list_is_refused_in_words():
    with pytest.raises(CannotAnswer, match="15 working days after Friday 27 December 2030 lies beyond"):
        england().after(date(2030, 12, 27), 15)
    with pytest.raises(CannotAnswer, match="7 working days before Friday 6 January 2006 lies before"):
        england().before(date(2006, 1, 6), 7)


def test_a_newly_proclaimed_day_moves_a_deadline_and_the_version():
    changed = with_changes(england(), (MOURNING,))
    assert england().after(date(2027, 6, 14), 1) == date(2027, 6, 15)
    assert changed.after(date(2027, 6, 14), 1) == date(2027, 6, 16)
    assert changed.version.startswith("england-2026-11-21+")
    assert with_changes(england(), (MOURNING,)) is changed


def test_a_day_moved_away_is_worked_again():
    moved = with_changes(england(), (), (date(2027, 5, 3),))
    assert moved.is_working(date(2027, 5, 3))
    assert moved.version != england().version


def test_no_change_is_the_list_itself():
    assert with_changes(england(), ()) is england()


def test_a_change_outside_or_of_nothing_is_refused():
    with pytest.raises(CannotAnswer, match="outside the bank holidays known"):
        with_changes(england(), (BankHoliday(date(2031, 6, 2), "A day"),))
    with pytest.raises(CannotAnswer, match="Tuesday 4 May 2027 is not on the list"):
        with_changes(england(), (), (date(2027, 5, 4),))


def test_months_end_where_the_month_ends():
    assert months_on(date(2026, 8, 31), 6) == date(2027, 2, 28)
    assert months_on(date(2026, 8, 31), -6) == date(2026, 2, 28)
    assert months_on(date(2026, 12, 15), 1) == date(2027, 1, 15)
    with pytest.raises(CannotAnswer, match="is not a date anybody can use"):
        months_on(date(2026, 8, 31), 120_000)


HEAD = (
    'id: x\nversion: "1"\ntitle: T\nsource: S\nannounced_to: 2028-12-31\nfirst: 2026-01-01\nlast: 2026-12-31\ndays:\n'
)


@pytest.mark.parametrize(
    ("days", "fault"),
    [
        ("  - {date: 2026-12-25, name: C}\n  - {date: 2026-12-25, name: C}\n", "written twice or out of order"),
        ("  - {date: 2026-12-26, name: C}\n", "outside the range or at a weekend"),
        ("  - {date: 2027-12-27, name: C}\n", "outside the range or at a weekend"),
        ("  - {date: 2026-12-25, name: C, mark: odd}\n", "'odd' is not one of moved, one_off, substitute"),
        ("  - {date: Christmas, name: C}\n", "expected a date such as 2026-12-25, found 'Christmas'"),
        ("  - {date: 2026-12-25, name: C, colour: red}\n", "unknown colour"),
        ("  - {date: 2026-12-25}\n", "missing name"),
        ("  - {date: 2026-12-25, name: ' '}\n", "expected words, found ' '"),
        ("  - Christmas\n", "expected names with values, found 'Christmas'"),
        ("  x: y\n", "expected a list"),
        ("  - {date: 2026-12-25, name: C, name: D}\n", "line 9: name is written twice"),
        ("  - [\n", "x.yaml: while parsing"),
    ],
)
def test_a_faulty_list_is_refused_when_loaded(tmp_path, days, fault):
    path = tmp_path / "x.yaml"
    path.write_text(HEAD + days)
    with pytest.raises(FaultyFile, match=fault):
        load(path)


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(FaultyFile, match=r"^absent\.yaml: "):
        load(tmp_path / "absent.yaml")
