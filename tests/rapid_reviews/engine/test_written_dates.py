"""Dates as agencies write them: never guessed, and set beside a birth."""

from datetime import date

import pytest

from cairn.rapid_reviews.engine.written_dates import Understood, is_before_birth, understood


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("14 August 2026", date(2026, 8, 14), date(2026, 8, 14)),
        ("14/8/2026", date(2026, 8, 14), date(2026, 8, 14)),
        ("14.08.2026", date(2026, 8, 14), date(2026, 8, 14)),
        ("March  2024", date(2024, 3, 1), date(2024, 3, 31)),
        ("2019", date(2019, 1, 1), date(2019, 12, 31)),
        ("31/2/2026", None, None),
        ("14/8/26", None, None),
        ("the summer before", None, None),
    ],
)
def test_a_date_is_understood_or_left_as_it_is(text, earliest, latest):
    assert understood(text) == Understood(earliest, latest)


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("2 February 2025", True),
        ("3 February 2025", False),
        ("February 2025", False),
        ("2024", True),
        ("long ago", False),
    ],
)
def test_only_what_surely_came_before_is_before_birth(text, before):
    assert is_before_birth(understood(text), date(2025, 2, 3)) is before


def test_without_a_birth_date_nothing_is_before_it():
    assert not is_before_birth(understood("2001"), None)
