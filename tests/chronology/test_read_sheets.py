"""The sheets of workbooks: every one, with what their cells say and no more."""

from __future__ import annotations

import io
from datetime import UTC, date, datetime, time, timedelta

import openpyxl
import pytest

from cairn.chronology.engine.sheets import as_written, tables_of
from cairn.documents.engine import limits
from cairn.documents.engine.refusing import Fault, NotTaken
from tests.documents import making

SHEET = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{}</worksheet>'


def saved(book: openpyxl.Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def sheet_of(inner: str) -> bytes:
    return making.excel_and({making.SHEET: SHEET.format(inner).encode()})


def test_every_sheet_that_holds_anything_is_read_hidden_ones_too():
    book = openpyxl.Workbook()
    book.active.append(("Date", "Event"))
    book.create_sheet("Empty")
    hidden = book.create_sheet("Second")
    hidden["B3"] = "Seen"
    hidden.sheet_state = "hidden"
    assert [(one.name, [(line.number, line.cells) for line in one.lines]) for one in tables_of(saved(book))] == [
        ("Sheet", [(1, ("Date", "Event"))]),
        ("Second", [(1, ("", "")), (2, ("", "")), (3, ("", "Seen"))]),
    ]


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (date(2026, 8, 14), "2026-08-14"),
        (datetime(2026, 8, 14, tzinfo=UTC), "2026-08-14"),
        (datetime(2026, 8, 14, 9, 30, tzinfo=UTC), "2026-08-14 09:30"),
        (datetime(2026, 8, 14, 9, 30, 5, tzinfo=UTC), "2026-08-14 09:30:05"),
        (time(9, 30), "09:30"),
        (timedelta(hours=26, minutes=5), "26:05"),
        (3.0, "3"),
        (3.25, "3.25"),
        (7, "7"),
        (True, "Yes"),
        (False, "No"),
        ("  as said ", "as said"),
    ],
)
def test_a_cell_says_what_is_known_and_no_more(cell, text):
    assert as_written(cell) == text


def test_a_cell_merged_downwards_says_it_in_every_row():
    book = openpyxl.Workbook()
    for row in (("Date", "Event"), (date(2026, 8, 14), "Seen"), (None, "Telephoned")):
        book.active.append(row)
    book.active.merge_cells("A2:A3")
    book.active.merge_cells("D2:D3")
    (found,) = tables_of(saved(book))
    assert [line.cells for line in found.lines[1:]] == [("2026-08-14", "Seen"), ("2026-08-14", "Telephoned")]


def test_the_value_of_a_formula_is_read_and_an_error_in_its_place_is_told():
    (found,) = tables_of(
        sheet_of(
            '<sheetData><row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="e"><f>A9</f><v>#REF!</v></c></row>'
            "</sheetData>"
        )
    )
    assert found.lines[0].cells == ("2", "")
    assert [(note.row, note.found) for note in found.notes] == [(1, "B1")]


def test_the_size_a_sheet_claims_is_not_believed():
    (found,) = tables_of(sheet_of('<dimension ref="A1:XFD1048576"/><sheetData><row><c><v>1</v></c></row></sheetData>'))
    assert [line.cells for line in found.lines] == [("1",)]


@pytest.mark.parametrize("place", ["A1048576", "XFD1", "GR20000"])
def test_a_sheet_that_reaches_to_the_millionth_row_is_refused_before_it_is_laid_out(place):
    with pytest.raises(NotTaken) as refused:
        tables_of(sheet_of(f'<sheetData><row><c r="{place}"><v>1</v></c><c r="A1"/></row></sheetData>'))
    assert refused.value.fault is Fault.TABLE_TOO_LARGE


def test_what_only_looks_like_a_workbook_is_damaged():
    lost = (
        b'<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
        b' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
        b'<sheets><sheet name="Lost" sheetId="1" r:id="rId99"/></sheets></workbook>'
    )
    with pytest.raises(NotTaken) as refused:
        tables_of(making.excel_and({"xl/workbook.xml": lost}))
    assert refused.value.fault is Fault.DAMAGED


def test_the_limits_on_a_sheet_are_below_what_one_process_may_use():
    assert limits.MOST_CELLS * 100 < limits.MOST_MEMORY
