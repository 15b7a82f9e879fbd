"""Columns are known by what is written over them, in any order."""

from __future__ import annotations

import pytest

from cairn.chronology.engine.asking import Asked, template_of
from cairn.chronology.engine.columns import Template, heading_line, recognise
from cairn.chronology.engine.headings import LABELS, USUAL_WORDS, Column, known_as
from tests.chronology.making import told


@pytest.mark.parametrize("column", list(Column))
def test_every_column_is_known_by_its_usual_words(column):
    assert known_as(column.label) is column
    assert set(LABELS) == set(Column)


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        ("DATE", Column.START_DATE),
        ("Date (dd/mm/yyyy)", Column.START_DATE),
        ("Date / Time", Column.START_DATE),
        ("Source of\ninformation:", Column.SOURCE),
        ("Event/contact", Column.EVENT),
        ("Person(s) concerned", Column.PERSONS),
        ("Was the child seen / spoken to?", Column.SEEN),
        ("Action taken/decision", Column.ACTION),
        ("Author's comment", Column.COMMENT),
        ("RAG rating", Column.SIGNIFICANCE),
        ("Key practice episode", Column.THEME),
        ("Reference", None),
        ("", None),
    ],
)
def test_usual_headings_are_known_however_they_are_written(heading, column):
    assert known_as(heading) is column


def test_columns_in_any_order_keep_unknown_headings_as_their_own():
    found = recognise(("Event", "Ref", "Comments", "Date", "", "Ref", "Notes"))
    assert found.roles == {Column.EVENT: 0, Column.COMMENT: 2, Column.START_DATE: 3}
    assert found.others == {1: "Ref", 4: "Column 5", 5: "Ref (6)", 6: "Notes"}
    assert (found.heading(Column.COMMENT), found.heading(Column.SOURCE)) == ("Comments", "Source of information")


def test_the_headings_of_the_administrator_come_before_the_usual_ones():
    hers = Template(headings={"Tell us when": Column.START_DATE, "Date": Column.END_DATE})
    assert recognise(("Date", "Tell us WHEN", "Source"), hers).roles == {
        Column.END_DATE: 0,
        Column.START_DATE: 1,
        Column.SOURCE: 2,
    }


def test_headings_may_stand_below_a_title():
    titled = told(("Date", "Source", "Event"), ("14/8/2026", "Records", "Seen"), headings=("Chronology", "", ""))
    assert heading_line(titled) == 1
    assert heading_line(told(("Date", "b"), headings=("a", "b"))) is None


def test_a_row_with_a_date_is_no_heading_and_a_date_in_brackets_is_direction():
    assert heading_line(told(headings=("14/8/2026", "Contact", "Seen"))) is None
    assert heading_line(told(headings=("Date (as 14/8/2026)", "Source"))) == 0


@pytest.mark.parametrize(
    "heading",
    [
        *("Date known", "Date disclosed", "Date reported", "Date of disclosure", "Reported on", "Date became known"),
        *("Date it became known (if different)", "Date agency became aware", "Date the agency became aware"),
        *("When it became known", "Known on", "DATE NOTIFIED"),
    ],
)
def test_the_day_it_became_known_is_not_the_day_it_happened(heading):
    assert known_as(heading) is Column.KNOWN_ON


def test_no_usual_words_stand_for_two_columns():
    assert sum(map(len, USUAL_WORDS.values())) == len({words for each in USUAL_WORDS.values() for words in each})


def test_a_heading_that_is_the_administrators_own_is_kept_though_it_usually_means_something():
    hers = template_of([Asked("Start date", Column.START_DATE), Asked("Date", None), Asked("Source", Column.SOURCE)])
    columns = recognise(("DATE", "Start date", "Source"), hers)
    assert columns.roles == {Column.START_DATE: 1, Column.SOURCE: 2}
    assert columns.others == {0: "DATE"}
