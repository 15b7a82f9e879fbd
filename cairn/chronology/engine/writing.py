"""The combined chronology as a file that people open: Word to go on editing, Excel, CSV, JSON."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from cairn.chronology.engine.combined import columns_of, row_document, table_of, to_put_right, when_of
from cairn.chronology.engine.headings import Column
from cairn.chronology.engine.rows import Row
from cairn.chronology.engine.when import shown
from cairn.documents.engine.papers import word
from cairn.documents.engine.papers.paper import Paper, Paragraph, Table

_HEADINGS = ("When", "Agency", "Source of information", "What happened", "To put right")
_SHARES = (16, 14, 15, 40, 15)
_ACTS = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet would take for something to do
_WIDE, _NARROW = 40, 16  # letters
MOST_OF_A_CELL = 32_767  # letters that Excel holds in one
CUT = "… (Excel holds no more in one cell; the Word, CSV and JSON files hold all of it.)"
TITLE = "Combined chronology"


def as_word(rows: Sequence[Row], made_on: date) -> bytes:
    """A table over landscape pages that repeats its headings; what was written of the date stands beneath it."""
    return word.write(paper(rows, made_on))


def paper(
    rows: Sequence[Row],
    made_on: date,
    *,
    reference: str = "Made from agencies' files",
    for_reader: str = "",
    notes: Sequence[str] = (),
) -> Paper:
    """The combined chronology as a paper: `notes` stand before its table, such as what it was narrowed by."""
    cells = [
        (_when(row), _agency(row), row.source or None, _happened(row) or None, to_put_right(row) or "Nothing")
        for row in rows
    ]
    table = Table(_HEADINGS, cells, f"{len(rows)} rows in the order of what happened", _SHARES, absent="Not written")
    said = "A date is shown as it was understood, and beneath it as it was written where that differs."
    before = [Paragraph(note) for note in (said, *notes)]
    return Paper(TITLE, reference, made_on, [*before, table], landscape=True, for_reader=for_reader)


def _when(row: Row) -> str:
    words, written = shown(when_of(row)), row.date_text
    time = f" {row.time_text}" if row.time_text else ""
    return words if written == words and not time else f"{words}\n(written: {written or 'nothing'}{time})"


def _agency(row: Row) -> str:
    return f"{row.agency}, {row.department}" if row.department else row.agency


def _happened(row: Row) -> str:
    more = [f"{heading}: {text}" for heading, text in columns_of(row).items()]
    return "\n".join([row.text(Column.EVENT), *more] if row.text(Column.EVENT) else more)


def as_excel(rows: Sequence[Row], _made_on: date) -> bytes:
    """One sheet; every cell is text, whatever it begins with."""
    headings, lines = table_of(rows)
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Chronology")
    sheet.freeze_panes = "B2"
    for place, heading in enumerate(headings):
        width = _WIDE if heading == "What happened" else _NARROW
        sheet.column_dimensions[get_column_letter(place + 1)].width = width
    sheet.append([_cell(sheet, heading, bold=True) for heading in headings])
    for line in lines:
        sheet.append([_cell(sheet, text) for text in line])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _cell(sheet: Any, text: str, bold: bool = False) -> Any:
    held = ILLEGAL_CHARACTERS_RE.sub("", text)
    if len(held) > MOST_OF_A_CELL:
        held = held[: MOST_OF_A_CELL - len(CUT)] + CUT
    cell = WriteOnlyCell(sheet, held)
    cell.data_type = "s"
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    cell.font = Font(bold=bold)
    return cell


def as_csv(rows: Sequence[Row], _made_on: date) -> bytes:
    """Text in UTF-8 that Excel opens as such. What a spreadsheet would take for a formula has an apostrophe before."""
    headings, lines = table_of(rows)
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([_harmless(heading) for heading in headings])
    writer.writerows([_harmless(text) for text in line] for line in lines)
    return out.getvalue().encode("utf-8-sig")


def _harmless(text: str) -> str:
    return f"'{text}" if text.startswith(_ACTS) else text


def as_json(rows: Sequence[Row], _made_on: date) -> bytes:
    """All that is known of each row, with where it stands."""
    document = {"rows": [row_document(row) for row in rows]}
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


WRITERS: dict[str, Callable[[Sequence[Row], date], bytes]] = {
    ".docx": as_word,
    ".xlsx": as_excel,
    ".csv": as_csv,
    ".json": as_json,
}
