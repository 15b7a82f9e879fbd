"""What is found is put as questions, in words that are made anew from the rows; nothing of the rows is kept."""

from datetime import date

import pytest

from cairn.chronology.engine.gaps import Lack
from cairn.chronology.engine.looking import Kind, questions_of, stretch_in_words, why_alike
from tests.chronology.making import rows_of

TOLD = "Admitted to hospital with a fractured left arm"


def test_pairs_and_gaps_are_questions_and_say_why_they_are_asked():
    health = rows_of(("9 May 2025", "Ward notes", f"{TOLD}, child seen"))
    police = rows_of(("9 May 2025", "Log", f"{TOLD}, child not seen"), ("9 May 2026", "Log", "Call"), agency="Police")
    rows = [*health, *police]
    found = list(questions_of(rows))
    assert [each.kind for each in found[:2]] == [Kind.DUPLICATE, Kind.DISAGREEMENT]
    twice = why_alike(Kind.DUPLICATE, found[0].score, *rows[:2])
    assert twice.startswith("Told by Health and Police, on one day, in words that are ")
    differing = why_alike(Kind.DISAGREEMENT, found[1].score, *rows[:2])
    assert "whether the child was seen: Health says yes, Police says no" in differing
    gaps = [each for each in found if each.kind is Kind.GAP]
    assert {(each.lack, each.of_agency) for each in gaps} >= {("silent", False), ("silent", True)}
    assert gaps[0].begins < gaps[0].ends


def test_rows_that_no_longer_give_a_reason_give_none():
    one, other = rows_of(("9 May 2025", "Notes", "Visit"), ("9 May 2025", "Notes", "Call"))
    assert why_alike(Kind.DISAGREEMENT, 60.0, one, other) == ""


@pytest.mark.parametrize(
    ("lack", "agency", "words"),
    [
        (Lack.SILENT, "", "For 10 days, from 1 May 2025 to 11 May 2025, no agency records anything."),
        (Lack.SILENT, "Police", "For 10 days, from 1 May 2025 to 11 May 2025, Police records nothing."),
        (Lack.UNSEEN, "", "For 10 days, from 1 May 2025 to 11 May 2025, no row says that the child was seen."),
        (
            Lack.UNSEEN_ALONE,
            "",
            "For 10 days, from 1 May 2025 to 11 May 2025, no row says that the child was seen alone.",
        ),
        (Lack.UNANSWERED, "GP", "A referral by GP on 1 May 2025: no row of the next 10 days gives an answer."),
    ],
)
def test_a_stretch_is_told_in_words(lack, agency, words):
    assert stretch_in_words(lack.value, agency, date(2025, 5, 1), date(2025, 5, 11)) == words
