"""Where a deadline stands today, and why it is what it is, in sentences."""

from dataclasses import replace
from datetime import date

import pytest

from cairn.guidance.deadlines import derive
from cairn.guidance.editions import Limit
from cairn.guidance.explaining import explain, working_day_number

RAPID_REVIEW = derive("send_rapid_review", date(2026, 4, 7))


@pytest.mark.parametrize(
    ("today", "said"),
    [
        (date(2026, 4, 6), "starts on Tuesday 7 April 2026"),
        (date(2026, 4, 7), "working day 0 of 15"),
        (date(2026, 4, 15), "working day 6 of 15"),
        (date(2026, 4, 18), "working day 8 of 15"),
        (date(2026, 4, 28), "due today"),
        (date(2026, 4, 29), "1 working day late"),
        (date(2026, 5, 5), "4 working days late"),
    ],
)
def test_a_clock_of_working_days_says_which_it_is(today, said):
    assert working_day_number(RAPID_REVIEW, today) == said


def test_a_weekend_after_a_friday_is_late_by_less_than_a_working_day():
    friday = derive("notify_serious_incident", date(2026, 6, 5))
    assert (friday.due, working_day_number(friday, date(2026, 6, 13))) == (
        date(2026, 6, 12),
        "late, by less than a working day",
    )


@pytest.mark.parametrize(
    ("today", "said"),
    [
        (date(2026, 3, 31), "2 working days left"),
        (date(2026, 4, 1), "1 working day left"),
        (date(2026, 4, 2), "due today"),
        (date(2026, 4, 8), "2 working days late"),
    ],
)
def test_a_clock_that_runs_back_counts_what_is_left(today, said):
    assert working_day_number(derive("send_report_before_publication", date(2026, 4, 15)), today) == said


@pytest.mark.parametrize(
    ("today", "said"),
    [(date(2027, 2, 13), "1 day left"), (date(2027, 2, 14), "due today"), (date(2027, 2, 16), "2 days late")],
)
def test_a_clock_of_months_counts_days(today, said):
    assert working_day_number(derive("publish_practice_review", date(2026, 8, 14)), today) == said


def test_a_day_that_counts_itself_is_the_first():
    limit = Limit(15, "working_days", "after", "same_day")
    counting_itself = replace(RAPID_REVIEW, limit=limit)
    assert working_day_number(counting_itself, date(2026, 4, 7)) == "working day 1 of 15"


def test_why_this_date_is_answered_in_order():
    assert explain(derive("send_rapid_review", date(2026, 4, 2), dates={"incident": date(2026, 3, 27)})) == (
        "Send the rapid review: due by the end of Monday 27 April 2026.",
        "The safeguarding partners should do this, owed to the national Panel.",
        "The clock starts from the day the serious incident notification was sent: Thursday 2 April 2026.",
        "The limit is 15 working days after that day: Child Safeguarding Practice Review Panel, guidance for "
        "safeguarding partners 2025, as restated by Cambridgeshire and Peterborough Safeguarding Children Partnership "
        "(pg25; known from another's account of it).",
        "Passed over: 8 weekend days and bank holiday: Good Friday; bank holiday: Easter Monday "
        "(bank holidays england-2026-11-21).",
        "Counted from the date on which the notification was sent to the national Panel.",
        "If it is missed: The national Panel may follow up (not verified).",
        "Another reading: Working Together to Safeguard Children 2026, the panel How to notify, printed after "
        "paragraph 375 of the 2023 edition (wt26; not verified: check the wording before relying on it) gives 15 "
        "working days after the day of the incident, which is Tuesday 21 April 2026, the stricter date.",
    )


def test_another_reading_without_its_day_or_not_stricter_claims_no_more():
    assert explain(RAPID_REVIEW)[-1].endswith("gives 15 working days after the day of the incident.")
    later = derive("send_rapid_review", date(2026, 4, 2), dates={"incident": date(2026, 4, 9)})
    assert explain(later)[-1].endswith("which is Thursday 30 April 2026.")


def test_one_weekend_day_is_one():
    on_saturday = derive("tell_of_coroners_investigation", date(2026, 6, 6))
    assert "Passed over: 1 weekend day (bank holidays england-2026-11-21)." in explain(on_saturday)


def test_a_period_to_be_kept_says_at_least():
    said = explain(derive("keep_published", date(2024, 5, 8), picked_on=date(2024, 1, 8)))
    assert said[0] == "Keep the report publicly available: at least until Thursday 8 May 2025."
    assert said[4] == "Weekends and bank holidays count like other days; the end is the same date, 1 year on."
    assert said[-1] == "If it is missed: No consequence is known."


def test_a_named_date_and_several_bodies_read_well():
    said = explain(derive("publish_yearly_report", date(2025, 3, 31)))
    assert "The limit is the next 30 September: Working Together to Safeguard Children 2023, paragraph 109" in said[3]
    told = explain(derive("send_report_before_publication", date(2025, 4, 16), picked_on=date(2024, 10, 1)))
    assert told[1] == "The safeguarding partners must do this, owed to the national Panel and the Secretary of State."


def test_a_doubt_comes_last():
    assert explain(derive("send_rapid_review", date(2025, 6, 12)))[-1].endswith("June 2025, but not on which day.")
