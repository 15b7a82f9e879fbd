"""A day in three boxes."""

from datetime import date

import pytest
from django import forms

from cairn.look.fields import DayField, PickedDayField


class Known(forms.Form):
    known = DayField(label="When did it become known?", missing="Enter the day it became known.")
    ended = DayField(label="When did it end?", required=False)


class Chase(forms.Form):
    again = PickedDayField(label="When should we ask again?")


def boxes(day: str, month: str, year: str) -> dict[str, str]:
    return {"known_day": day, "known_month": month, "known_year": year}


@pytest.mark.parametrize(
    ("day", "month", "year", "meant"),
    [
        ("14", "8", "2026", date(2026, 8, 14)),
        ("01", "01", "2026", date(2026, 1, 1)),
        (" 29 ", " 2 ", " 2024 ", date(2024, 2, 29)),
        ("14", "August", "2026", date(2026, 8, 14)),
        ("14", "aug", "2026", date(2026, 8, 14)),
        ("3", "SEPT", "2025", date(2025, 9, 3)),
    ],
)
def test_three_boxes_are_read_as_a_day(day, month, year, meant) -> None:
    form = Known(boxes(day, month, year))
    assert form.is_valid(), form.errors
    assert form.cleaned_data == {"known": meant, "ended": None}


@pytest.mark.parametrize(
    ("day", "month", "year", "sentence", "wrong"),
    [
        ("", "", "", "Enter the day it became known.", set()),
        ("", "8", "2026", "The date must include a day.", {"day"}),
        ("14", "", "", "The date must include a month and year.", {"month", "year"}),
        ("31", "2", "2026", "Enter a real date, such as 14 8 2026.", {"day", "month", "year"}),
        ("29", "2", "2026", "Enter a real date, such as 14 8 2026.", {"day", "month", "year"}),
        ("0", "2", "2026", "Enter a real date, such as 14 8 2026.", {"day", "month", "year"}),
        ("14", "13", "2026", "Enter a real date, such as 14 8 2026.", {"month"}),
        ("14", "008", "2026", "Enter a real date, such as 14 8 2026.", {"month"}),
        ("14", "ju!", "2026", "Enter a real date, such as 14 8 2026.", {"month"}),
        ("14", "Ju", "2026", "Enter a real date, such as 14 8 2026.", {"month"}),
        ("fourteenth", "8", "2026", "Enter a real date, such as 14 8 2026.", {"day"}),
        ("-14", "8", "2026", "Enter a real date, such as 14 8 2026.", {"day"}),
        ("٣", "8", "2026", "Enter a real date, such as 14 8 2026.", {"day"}),
        ("14", "8", "26", "Enter the year with four digits, such as 2026.", {"year"}),
        ("14", "8", "0000", "Enter a real date, such as 14 8 2026.", {"day", "month", "year"}),
        ("9" * 20, "8", "2026", "Enter a real date, such as 14 8 2026.", {"day", "month", "year"}),
    ],
)
def test_what_is_wrong_is_said_in_one_sentence_and_shown_at_its_box(day, month, year, sentence, wrong) -> None:
    form = Known(boxes(day, month, year))
    assert form.errors["known"] == [sentence]
    [error] = form.errors.as_data()["known"]
    assert set((error.params or {}).get("boxes", ())) == wrong


def test_a_day_that_is_known_fills_the_boxes() -> None:
    assert DayField.widget().decompress(date(2026, 8, 3)) == ["3", "8", "2026"]
    assert DayField.widget().decompress(None) == ["", "", ""]


@pytest.mark.parametrize(
    ("before", "typed", "changed"),
    [
        (date(2026, 8, 3), ("3", "8", "2026"), False),
        (date(2026, 8, 3), ("4", "8", "2026"), True),
        (None, ("", "", ""), False),
        (["3", "8", "2026"], ("3", "8", "2026"), False),
    ],
)
def test_a_form_knows_whether_the_day_changed(before, typed, changed) -> None:
    form = Known(boxes(*typed), initial={"known": before})
    assert ("known" in form.changed_data) is changed


@pytest.mark.parametrize("text", ["14/8/2026", "14 8 2026", "14 August 2026", "14 Aug 2026"])
def test_a_picked_day_may_be_typed(text) -> None:
    form = Chase({"again": text})
    assert form.is_valid(), form.errors
    assert form.cleaned_data == {"again": date(2026, 8, 14)}


@pytest.mark.parametrize(
    ("text", "sentence"),
    [("", "Enter a date, such as 14/8/2026."), ("8/14/2026", "Enter a real date, such as 14/8/2026.")],
)
def test_a_picked_day_that_is_none_is_refused_with_a_sentence(text, sentence) -> None:
    assert Chase({"again": text}).errors == {"again": [sentence]}


def test_a_picked_day_is_shown_without_noughts() -> None:
    assert PickedDayField.widget().format_value(date(2026, 8, 3)) == "3/8/2026"
    assert PickedDayField.widget().format_value("sometime") == "sometime"
