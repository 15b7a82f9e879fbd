"""When something happened, and when the agency learnt of it: two times of one event."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from datetime import date

import pytest

from cairn.chronology.engine.columns import USUAL, Template
from cairn.chronology.engine.combined import by_labels
from cairn.chronology.engine.dates import read
from cairn.chronology.engine.headings import Column
from cairn.chronology.engine.returns import parse
from cairn.chronology.engine.writing import as_csv, as_json, as_word
from cairn.names.relabelling import Called, Relabelling
from tests.chronology.making import told

HEADINGS = ("Date", "Date disclosed", "Source", "Event")


def returned(happened: str, known: str, template: Template = USUAL):
    table = told((happened, known, "Notes", "Bruise"), headings=HEADINGS)
    return parse([table], file="h.csv", agency="Health", read_when=read, template=template)


def test_a_row_keeps_both_times():
    found = returned("3 May 2016", "June 2016")
    (row,) = found.rows
    assert row.known is not None
    assert (row.first_day, row.known.earliest, row.known.latest) == (
        *(date(2016, 5, 3), date(2016, 6, 1)),
        date(2016, 6, 30),
    )
    assert (row.known_text, row.last_day, found.faults) == ("June 2016", date(2016, 5, 3), ())


def test_a_row_without_it_has_none():
    assert returned("3 May 2016", "").rows[0].known is None


@pytest.mark.parametrize("known", ["soon", "31/2/2016"])
def test_a_day_that_is_not_understood_is_a_fault(known):
    (fault,) = returned("3 May 2016", known).faults
    assert (fault.row, fault.column, fault.found) == (2, "Date disclosed", known)
    assert fault.mend == "Write the date as the record has it, with “?” in front if in doubt."


def test_how_to_mend_it_is_told_in_the_words_of_the_administrator():
    hers = Template(instructions={Column.KNOWN_ON: "The day your agency was told."})
    assert returned("3 May 2016", "soon", hers).faults[0].mend == "The day your agency was told."


@pytest.mark.parametrize(
    ("happened", "known"),
    [("3 May 2016", "2 May 2016"), ("May 2016", "April 2016"), ("3 May 2016", "before 3 May 2016")],
)
def test_what_became_known_before_it_happened_is_a_fault(happened, known):
    (fault,) = returned(happened, known).faults
    assert (fault.column, fault.found) == ("Date disclosed", known)
    assert fault.problem == f"It became known before it happened, on {happened}."
    assert fault.mend == "Compare both dates with the record, and correct the one that is wrong."


@pytest.mark.parametrize(
    ("happened", "known"),
    [
        *(("3 May 2016", "3 May 2016"), ("3 May 2016", "May 2016"), ("2016", "May 2016"), ("3 May 2016", "n/k")),
        *(("n/k", "3 May 2016"), ("?3 May 2016", "2 May 2016"), ("3 May 2016", "?2 May 2016")),
        *(("before 3 May 2016", "1 May 2016"), ("3 May 2016", "after 1 May 2016")),
    ],
)
def test_nothing_is_wrong_where_it_may_have_happened_first(happened, known):
    assert returned(happened, known).faults == ()


def test_it_stands_in_every_output_under_its_label():
    rows, day = returned("3 May 2016", "June 2016").rows, date(2026, 8, 14)
    assert json.loads(as_json(rows, day))["rows"][0]["columns"] == {"Date it became known": "June 2016"}
    headings, cells = csv.reader(io.StringIO(as_csv(rows, day).decode("utf-8-sig")))
    assert dict(zip(headings, cells, strict=True))["Date it became known"] == "June 2016"
    page = zipfile.ZipFile(io.BytesIO(as_word(rows, day))).read("word/document.xml").decode()
    assert "Date it became known: June 2016" in page


def test_labels_stand_in_it_too():
    (row,) = returned("3 May 2016", "when Zebedee told").rows
    changed = by_labels(row, Relabelling([Called("Child Wren", ("Zebedee",))]))
    assert changed.known is not None
    assert changed.known.text == changed.known_text == "when Child Wren told"
