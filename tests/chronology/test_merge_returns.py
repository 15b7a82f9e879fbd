"""The returns of all agencies in one order, no row lost."""

from __future__ import annotations

from cairn.chronology.engine.dates import read
from cairn.chronology.engine.merging import merge
from cairn.chronology.engine.returns import parse
from tests.chronology.making import returned, told

HEADINGS = ("Date", "Time", "Seq", "Source", "Event")


def test_rows_stand_by_moment_then_sequence_then_agency_then_place():
    police = returned(
        told(
            ("14/8/2026", "", "2", "CAD", "P second"),
            ("14/8/2026", "", "1", "CAD", "P first"),
            ("soon", "", "", "CAD", "P unknown"),
            ("14/8/2026", "", "", "CAD", "P without"),
            ("13/8/2026", "9:00", "", "CAD", "P day before"),
            headings=HEADINGS,
        ),
        agency="police",
        file="p.csv",
    )
    health = returned(
        told(
            ("14/8/2026", "", "1", "GP", "H first"),
            ("", "", "", "GP", "H blank"),
            ("14/8/2026", "8:00", "", "GP", "H at eight"),
            ("14/8/2026", "", "x", "GP", "H wrong sequence"),
            headings=HEADINGS,
        ),
        agency="Health",
        file="h.csv",
    )
    assert [row.event for row in merge([police, health])] == [
        *("P day before", "H first", "P first", "P second", "H wrong sequence", "P without", "H at eight"),
        *("H blank", "P unknown"),
    ]


def test_the_same_row_in_two_files_of_an_agency_is_told_apart():
    rows = told(("14/8/2026", "GP", "Seen"), headings=("Date", "Source", "Event"))
    merged = merge(returned(rows, file=file) for file in ("a.csv", "b.csv", "c.csv"))
    assert [row.file for row in merged] == ["a.csv", "b.csv", "c.csv"]
    first = merged[0].id
    assert [row.id for row in merged] == [first, f"{first}-2", f"{first}-3"]


def test_what_was_before_a_day_stands_where_it_ends_and_not_with_what_is_not_known():
    written = ("soon", "after 3 May 2016", "4 May 2016", "before 3 May 2016", "1 May 2016", "n/k", "2 May 2016 9am")
    table = told(*[(day, "Notes", "Seen") for day in written])
    rows = merge([parse([table], file="h.csv", agency="Health", read_when=read)])
    assert [row.date_text for row in rows] == [
        *("1 May 2016", "before 3 May 2016", "2 May 2016 9am", "after 3 May 2016", "4 May 2016"),
        *("soon", "n/k"),
    ]
