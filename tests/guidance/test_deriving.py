"""Which rule governs a date, what else is said of it, and what is refused."""

from datetime import date

import pytest

from cairn.guidance.counting import CountedDay, days_counted, due_date
from cairn.guidance.deadlines import derive, derived_date
from cairn.guidance.editions import Limit
from cairn.guidance.refusals import CannotAnswer
from cairn.guidance.working_days import BankHoliday, england, with_changes


def test_a_deadline_carries_everything_it_rests_on():
    found = derive("send_rapid_review", date(2026, 4, 7))
    assert (found.duty, found.edition.id, found.trigger, found.due) == (
        "send_rapid_review",
        "pg25",
        date(2026, 4, 7),
        date(2026, 4, 28),
    )
    assert (found.limit.amount, found.unit, found.trigger_fact) == (15, "working_days", "notification_sent")
    assert (found.strength, found.verified, found.owed_by) == ("should", "secondary", ("safeguarding_partners",))
    assert found.reference.endswith("as restated by Cambridgeshire and Peterborough Safeguarding Children Partnership")
    assert found.holidays_version == "england-2026-11-21"


def test_the_days_are_counted_one_by_one():
    assert derive("tell_of_coroners_investigation", date(2025, 4, 17)).days == (
        CountedDay(date(2025, 4, 17), False, "day 0: the clock starts"),
        CountedDay(date(2025, 4, 18), False, "bank holiday: Good Friday"),
        CountedDay(date(2025, 4, 19), False, "Saturday"),
        CountedDay(date(2025, 4, 20), False, "Sunday"),
        CountedDay(date(2025, 4, 21), False, "bank holiday: Easter Monday"),
        CountedDay(date(2025, 4, 22), True, "working day 1"),
        CountedDay(date(2025, 4, 23), True, "working day 2"),
        CountedDay(date(2025, 4, 24), True, "working day 3"),
    )


def test_calendar_days_count_weekends():
    days = derive("send_yearly_report_copies", date(2026, 9, 25)).days
    assert [day.why for day in days] == [
        "day 0: the clock starts",
        *(f"calendar day {number}" for number in range(1, 8)),
    ]


@pytest.mark.parametrize(
    ("limit", "trigger", "last"),
    [
        (Limit(6, "months", "after", "corresponding_date"), date(2026, 8, 14), "the same date, 6 months on"),
        (
            Limit(6, "months", "after", "corresponding_date"),
            date(2026, 8, 31),
            "the last day of the month, 6 months on, for it has no day 31",
        ),
        (Limit(1, "years", "before", "corresponding_date"), date(2026, 8, 14), "the same date, 1 year back"),
        (
            Limit(1, "date", "after", "named_date", 9, 30, "30 September"),
            date(2026, 3, 31),
            "the first 30 September after the start",
        ),
    ],
)
def test_long_periods_show_only_their_ends(limit, trigger, last):
    due = due_date(limit, trigger, england())
    first, end = days_counted(limit, trigger, due, england())
    assert (first.on, first.counted, end.on, end.counted, end.why) == (trigger, False, due, True, last)


def test_a_rule_may_count_the_day_itself():
    working = Limit(2, "working_days", "after", "same_day")
    monday = date(2026, 6, 8)
    assert days_counted(working, monday, due_date(working, monday, england()), england()) == (
        CountedDay(monday, True, "working day 1"),
        CountedDay(date(2026, 6, 9), True, "working day 2"),
    )
    calendar = Limit(7, "calendar_days", "before", "same_day")
    assert due_date(calendar, monday, england()) == date(2026, 6, 2)
    assert len(days_counted(calendar, monday, date(2026, 6, 2), england())) == 7
    one = Limit(1, "calendar_days", "after", "same_day")
    assert days_counted(one, monday, monday, england()) == (CountedDay(monday, True, "calendar day 1"),)


def test_advice_names_the_other_reading_and_its_date_where_the_day_is_known():
    (silent,) = derive("send_rapid_review", date(2026, 4, 7)).advice
    assert (silent.edition.id, silent.rule.trigger, silent.due, silent.stricter) == ("wt26", "incident", None, False)
    (dated,) = derive("send_rapid_review", date(2026, 4, 7), dates={"incident": date(2026, 3, 27)}).advice
    assert (dated.due, dated.stricter) == (date(2026, 4, 21), True)


def test_there_is_no_advice_where_the_other_series_says_the_same_or_nothing():
    assert derive("send_rapid_review", date(2020, 6, 1)).advice == ()
    assert derive("publish_practice_review", date(2024, 6, 3)).advice == ()


def test_the_other_series_governs_where_its_own_has_no_edition_yet():
    found = derive("send_rapid_review", date(2018, 10, 1))
    assert (found.edition.id, found.due) == ("trans", date(2018, 10, 22))


def test_a_day_given_for_the_edition_picks_it():
    found = derive("send_report_before_publication", date(2026, 4, 15), picked_on=date(2025, 10, 1))
    assert (found.edition.id, found.doubts) == ("wt23", ())


def test_without_that_day_the_deadline_says_what_picked_the_edition():
    assert derive("send_report_before_publication", date(2026, 4, 15)).doubts == (
        "The edition goes by the day it was decided to start the practice review; that day is not given, so the day of "
        "publication picked it.",
    )


def test_an_area_that_changed_over_follows_the_2018_edition():
    found = derive("publish_practice_review", date(2019, 5, 20), area_start=date(2019, 5, 1))
    assert (found.edition.id, found.due) == ("wt18", date(2019, 11, 20))


def test_a_proclaimed_day_moves_the_date_and_the_version_kept_with_it():
    changed = with_changes(england(), (BankHoliday(date(2027, 6, 15), "Day of mourning", "one_off"),))
    found = derive("notify_serious_incident", date(2027, 6, 14), holidays=changed)
    assert (found.due, found.holidays_version) == (date(2027, 6, 22), changed.version)


def test_days_not_yet_announced_are_doubtful():
    assert derive("notify_serious_incident", date(2029, 3, 26)).doubts == (
        "Bank holidays after Sunday 31 December 2028 follow from the standing rules and may still change by "
        "proclamation.",
    )


def test_only_the_date_can_be_asked_for():
    assert derived_date("send_rapid_review", date(2026, 4, 7), edition_id="pg25") == date(2026, 4, 28)


@pytest.mark.parametrize(
    ("name", "trigger", "edition", "sentence"),
    [
        ("sing", date(2026, 4, 7), None, "There is no duty called 'sing'."),
        ("send_rapid_review", date(2026, 4, 7), "wt99", "There is no edition called 'wt99'."),
        (
            "send_rapid_review",
            date(2026, 4, 7),
            "wt15",
            "Working Together to Safeguard Children 2015 (wt15) says nothing known of send_rapid_review. "
            "Editions that do: trans, wt18, wt23, wt26, pg19, pg22, pg25.",
        ),
        (
            "send_rapid_review",
            date(2016, 4, 7),
            None,
            "No edition in force on Thursday 7 April 2016 sets a limit for send_rapid_review. "
            "Editions that do: trans, wt18, wt23, wt26, pg19, pg22, pg25.",
        ),
        (
            "announce_practice_review",
            date(2024, 4, 9),
            None,
            "announce_practice_review has no due date to derive: Working Together to Safeguard Children 2023, "
            "paragraph 344 asks for it as soon as the practice review is decided on, with the reviewer's name. (wt23)",
        ),
        (
            "announce_practice_review",
            date(2024, 4, 9),
            "wt23",
            "announce_practice_review has no due date to derive: Working Together to Safeguard Children 2023, "
            "paragraph 344 asks for it as soon as the practice review is decided on, with the reviewer's name. (wt23)",
        ),
        ("announce_practice_review", date(2015, 4, 9), None, "No edition sets one."),
        (
            "notify_serious_incident",
            date(2031, 1, 2),
            None,
            "Thursday 2 January 2031 is outside the bank holidays known",
        ),
        ("publish_practice_review", date(2030, 9, 2), None, "Sunday 2 March 2031 is outside the bank holidays known"),
        ("keep_published", date(2005, 9, 2), "wt23", "Friday 2 September 2005 is outside the bank holidays known"),
    ],
)
def test_what_cannot_be_derived_is_refused_in_a_sentence(name, trigger, edition, sentence):
    with pytest.raises(CannotAnswer) as refusal:
        derive(name, trigger, edition_id=edition)
    assert sentence in str(refusal.value)


@pytest.mark.parametrize(
    ("name", "edition", "sentence"),
    [
        ("announce_practice_review", "wt23", "announce_practice_review has no due date to derive"),
        ("send_rapid_review", "wt13", "says nothing known of send_rapid_review"),
    ],
)
def test_only_the_date_is_refused_alike(name, edition, sentence):
    with pytest.raises(CannotAnswer, match=sentence):
        derived_date(name, date(2026, 4, 7), edition_id=edition)
