"""Reading what an agency returned: every fault in one pass, every row kept."""

from __future__ import annotations

from datetime import date

import pytest

from cairn.chronology.engine.columns import Template
from cairn.chronology.engine.headings import Column
from cairn.chronology.engine.rows import number
from cairn.chronology.engine.tables import Line, Note, Table
from tests.chronology.making import HEADINGS, returned, rows_of, told

FULL = ("Start date", "Start time", "End date", "Seq", "Source", "Event", "Ref", "Team")


def problems(found) -> list[tuple[int, int, str, str, str]]:
    return [(fault.table, fault.row, fault.column, fault.found, fault.problem) for fault in found.faults]


def test_a_row_keeps_what_is_written_and_where_it_stands():
    found = returned(
        told(("?14/8/2026", "9:30", "15/8/2026", "2", "GP notes p. 4", "Seen", "A7", "MASH"), headings=FULL)
    )
    (row,) = found.rows
    assert (row.agency, row.department, row.file, row.table, row.number) == ("Health", "MASH", "health.csv", 1, 2)
    assert (row.date_text, row.time_text, row.end_text, row.end_time_text) == ("?14/8/2026", "9:30", "15/8/2026", "")
    assert (row.source, row.event, row.sequence, row.others) == ("GP notes p. 4", "Seen", 2.0, {"Ref": "A7"})
    assert (row.first_day, row.last_day) == (date(2026, 8, 14), date(2026, 8, 15))
    assert (row.when.doubtful, row.note, row.faults, found.faults) == (True, False, (), ())


def test_every_fault_is_told_in_one_pass_and_every_row_is_kept():
    found = returned(
        told(
            ("14/8/2026", "25", "", "", "", "Seen", "", ""),
            ("31/2/2026", "", "soon", "1a", "Notes", "Seen", "", ""),
            ("", "", "", "", "Notes", "Seen", "", ""),
            ("15/8/2026", "", "14/8/2026", "", "Notes", "Seen", "", ""),
            ("15/8/2026", "", "16/8/2026", "", "Notes", "Seen", "", "", "and more"),
            headings=FULL,
        )
    )
    assert problems(found) == [
        (1, 2, "Start time", "25", "“25” is not a time."),
        (1, 2, "Source", "", "“Source” is blank."),
        (1, 3, "Start date", "31/2/2026", "“31/2/2026” is not a date."),
        (1, 3, "End date", "soon", "“soon” is not a date."),
        (1, 3, "Seq", "1a", "The sequence is not a number, so it does not put the row in order."),
        (1, 4, "Start date", "", "“Start date” is blank."),
        (1, 5, "End date", "14/8/2026", "It ends before it begins, on 15/8/2026."),
        (
            *(1, 6, "", "and more"),
            "This row has more cells than there are headings, so its text may stand in the wrong columns.",
        ),
    ]
    assert [len(row.faults) for row in found.rows] == [2, 3, 1, 1, 1]
    assert all(fault.mend.endswith(".") for fault in found.faults)
    assert found.rows[4].others == {"Column 9": "and more"}
    assert found.rows[2].last_day is None


def test_the_rules_and_instructions_are_those_of_the_administrator():
    hers = Template(
        mandatory=frozenset({Column.EVENT, Column.THEME}),
        mandatory_headings=frozenset({"Ref", "Consent"}),
        instructions={Column.EVENT: "One event a row.", Column.START_DATE: "Day, month, year."},
    )
    rows = (("soon", "", "", ""), ("14/8/2026", "", "Seen", "7"))
    found = returned(told(*rows, headings=("Date", "Source", "Event", "Ref")), template=hers)
    assert [(fault.row, fault.column, fault.mend) for fault in found.faults] == [
        (0, "Theme", "Write “Theme” over the column that holds it, or add the column."),
        (0, "Consent", "Write “Consent” over the column that holds it, or add the column."),
        (2, "Date", "Day, month, year."),
        (2, "Event", "One event a row."),
        (2, "Ref", "Fill it in."),
    ]
    assert [fault.column for fault in found.rows[1].faults] == ["Theme", "Consent"]
    assert [fault.column for fault in found.rows[0].faults] == ["Date", "Event", "Theme", "Consent", "Ref"]


@pytest.mark.parametrize("mark", ["#", "^", "¬", "~"])
def test_the_note_of_an_author_is_held_to_its_date_alone(mark):
    found = returned(told(("", f"{mark} mine", "ask the GP"), ("14/8/2026", mark, ""), ("soon", mark, "")))
    assert [row.note for row in found.rows] == [True] * 3
    assert [(fault.row, fault.problem) for fault in found.faults] == [
        (2, "This note has no date."),
        (4, "“soon” is not a date."),
    ]


def test_titles_blank_rows_and_headings_said_again_are_counted():
    found = returned(
        told(
            ("", "", ""),
            HEADINGS,
            ("14/8/2026", "Notes", "Seen"),
            ("", "", ""),
            ("START DATE", "Source  of information", "Event"),
            ("15/8/2026", "Notes", "Seen"),
            headings=("Chronology of Health", "", ""),
        )
    )
    assert ([row.number for row in found.rows], found.faults) == ([4, 7], ())
    assert (found.above, found.blank, found.repeated, found.unread) == (1, 1, 1, 0)


def test_a_table_goes_on_where_the_one_before_it_stopped():
    first = told(("14/8/2026", "Notes", "Seen"))
    more = Table("", (Line(1, ("15/8/2026", "Notes", "Seen")), Line(2, ("", "Notes", "Seen again"))))
    found = returned(first, more)
    assert [(row.table, row.number, row.event) for row in found.rows] == [
        (1, 2, "Seen"),
        (2, 1, "Seen"),
        (2, 2, "Seen again"),
    ]
    assert [(fault.table, fault.row) for fault in found.faults] == [(2, 0), (2, 2)]


@pytest.mark.parametrize("cells", [("Zoë", "child", "b. 2020"), ("Zoë", "child")])
def test_a_table_that_is_no_chronology_is_passed_over_and_told(cells):
    found = returned(
        told(("14/8/2026", "Notes", "Seen")),
        Table("Who is who", (Line(1, cells), Line(2, ("", "")))),
        Table("", (Line(1, ("",)),)),
    )
    assert (len(found.rows), found.unread, found.blank) == (1, 1, 1)
    assert problems(found) == [
        (
            *(2, 0, "", "Who is who"),
            "No headings of a chronology were found in this table, so its rows (1) were not read.",
        )
    ]


def test_a_first_table_without_a_date_leads_to_no_other():
    found = returned(told(("Notes", "Seen"), headings=("Source", "Event")), Table("", (Line(1, ("a", "b")),)))
    assert (len(found.rows), found.unread) == (1, 1)


def test_what_was_odd_about_a_row_is_told_with_its_faults():
    lines = (Line(1, HEADINGS), Line(2, ("14/8/2026", "", "Seen")))
    notes = (Note(2, "1", "Tracked.", "Accept."), Note(3, "", "Taken out.", "Accept."))
    found = returned(Table("", lines, notes))
    assert [fault.problem for fault in found.faults] == ["Tracked.", "“Source of information” is blank.", "Taken out."]
    assert [fault.problem for fault in found.rows[0].faults] == ["Tracked.", "“Source of information” is blank."]


def test_a_row_without_a_column_for_the_event_tells_what_its_others_say():
    (row,) = rows_of(("14/8/2026", "Notes", "Fell", "Cut"), headings=("Date", "Source", "Ref", "More"))
    assert row.event == "Fell Cut"
    assert returned(told(("14/8/2026", "Notes", "Seen")), department="CAMHS").rows[0].department == "CAMHS"


@pytest.mark.parametrize(
    ("text", "value"),
    [("1", 1.0), (" 2.5 ", 2.5), ("", None), ("one", None), ("1.b", None), ("²", None), ("-1", None), ("1" * 21, None)],
)
def test_a_sequence_is_a_number(text, value):
    assert number(text) == value


def test_rows_keep_their_ids_where_a_corrected_return_leaves_them_alone():
    rows = [("14/8/2026", "Notes", "Seen"), ("15/8/2026", "Notes", "Fed"), ("15/8/2026", "Notes", "Fed")]
    before = rows_of(*rows)
    after = rows_of(
        ("1/1/2026", "Notes", "New"), *[(when, f" {source}", event.upper()) for when, source, event in rows]
    )
    moved = rows_of(*[(event, when, source) for when, source, event in rows], headings=("Event", "Date", "Source"))
    assert [row.id for row in after[1:]] == [row.id for row in before] == [row.id for row in moved]
    assert len({row.id for row in (*before, *after, *rows_of(*rows, agency="Police"))}) == 7
