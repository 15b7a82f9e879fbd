"""Stretches to ask about: no record, a child not seen, a referral without an answer."""

from __future__ import annotations

from datetime import date

import pytest

from cairn.chronology.engine.gaps import Lack, Stretches, gaps_in
from tests.chronology.making import rows_of

HEADINGS = ("Date", "Source", "Event", "Seen")


def told(*rows, agency="Health"):
    return rows_of(*rows, agency=agency, headings=HEADINGS)


def found(rows, lack, **days):
    return [gap for gap in gaps_in(rows, Stretches(**days)) if gap.lack is lack]


def test_a_case_without_rows_has_no_gaps():
    assert list(gaps_in([])) == []


def test_silence_is_told_of_the_case_and_of_each_agency():
    health = told(("1/1/2026", "GP", "a", ""), ("1/12/2026", "GP", "b", ""))
    police = told(("2026", "CAD", "c", ""), ("2/1/2026", "CAD", "d", ""), agency="Police")
    rows = (*health, *police[1:])
    assert [(gap.agency, gap.begins, gap.ends, gap.days, gap.why) for gap in found(rows, Lack.SILENT)] == [
        ("", date(2026, 1, 2), date(2026, 12, 1), 333, "No agency records anything for 333 days."),
        ("Health", date(2026, 1, 1), date(2026, 12, 1), 334, "Health records nothing for 334 days."),
    ]
    assert [gap.agency for gap in found((*health, *police), Lack.SILENT)] == ["Health"]
    assert found(rows, Lack.SILENT, silent=400, silent_agency=400) == []


def test_notes_of_authors_and_rows_without_a_day_break_no_silence():
    rows = told(
        ("1/1/2026", "GP", "a", ""),
        ("1/6/2026", "# mine", "n", ""),
        ("soon", "GP", "?", ""),
        ("1/12/2026", "GP", "b", ""),
    )
    assert [gap.days for gap in found(rows, Lack.SILENT, silent_agency=999)] == [334]


def test_a_child_is_not_seen_over_a_stretch_with_contacts_in_it():
    rows = told(
        ("1/1/2026", "GP", "visit", "Yes"),
        ("1/2/2026", "GP", "visit", "Not seen"),
        ("1/3/2026", "GP", "telephone call", ""),
        ("1/4/2026", "GP", "visit", "Seen alone"),
        ("2/4/2026", "GP", "visit", "Yes"),
    )
    assert [(gap.ids, gap.why) for gap in found(rows, Lack.UNSEEN)] == [
        ((rows[0].id, rows[3].id), "For 90 days no row says that the child was seen; rows between: 2.")
    ]
    assert [gap.days for gap in found(rows, Lack.UNSEEN_ALONE, unseen_alone=60)] == [90]
    assert found(rows, Lack.UNSEEN_ALONE) == []


def test_before_the_child_was_born_nobody_is_asked_whether_it_was_seen():
    rows = told(
        ("1/1/2025", "GP", "mother at the surgery", ""),
        ("1/2/2026", "GP", "birth", "Yes"),
        ("1/6/2026", "GP", "visit", "Yes"),
    )
    assert [gap.begins for gap in found(rows, Lack.UNSEEN)] == [date(2025, 1, 1), date(2026, 2, 1)]
    assert [gap.begins for gap in found(rows, Lack.UNSEEN, born=date(2026, 2, 1))] == [date(2026, 2, 1)]
    assert found(rows, Lack.UNSEEN, born=date(2026, 7, 1)) == []


@pytest.mark.parametrize(
    ("event", "day", "agency", "answered"),
    [
        ("Referral accepted, assessment allocated", "5/1/2026", "Social care", True),
        ("No further action on the referral", "5/1/2026", "Health", True),
        ("Assessment of speech", "5/1/2026", "Health", False),
        ("Home visit", "5/1/2026", "Social care", False),
        ("Clinic closed for training", "5/1/2026", "Social care", False),
        ("Case closed after the call", "5/1/2026", "Social care", True),
        ("Referral accepted", "20/1/2026", "Social care", False),
    ],
)
def test_a_referral_is_answered_by_another_agency_or_by_a_row_about_it(event, day, agency, answered):
    referral = told(("1/1/2026", "GP", "Referral made to MASH about a bruise", ""))
    rows = (*referral, *told((day, "LCS", event, ""), agency=agency))
    gaps = found(rows, Lack.UNANSWERED)
    assert bool(gaps) is not answered
    for gap in gaps:
        assert gap.why == "A referral by Health on 1/1/2026; no row of the next 7 days gives an answer."
        assert (gap.agency, gap.begins, gap.ends, gap.ids[0]) == (
            "Health",
            date(2026, 1, 1),
            date(2026, 1, 8),
            rows[0].id,
        )


def test_a_referral_whose_own_row_tells_the_answer_is_no_gap():
    rows = told(("1/1/2026", "GP", "Referred to MASH: NFA", ""))
    assert found(rows, Lack.UNANSWERED) == []
