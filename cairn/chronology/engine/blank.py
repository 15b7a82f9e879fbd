"""The empty chronology that agencies fill: the columns asked for, and beside each how to fill it."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from datetime import date
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from cairn.chronology.engine.asking import Asked
from cairn.chronology.engine.headings import Column
from cairn.documents.engine.papers import word
from cairn.documents.engine.papers.paper import Block, Bullets, Heading, Paper, Paragraph, Table

TITLE = "Chronology"
_MOMENT = re.compile(rb">\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ<")
EMPTY_ROWS = 12
NOTES = (
    "One event in one row. Write the date as your record has it: 22 May 2016, May 2016, spring 2016, before 3 May 2016."
    " Where the record is in doubt put ? in front, such as ?22 May 2016. Do not guess a day.",
    "Leave your agency's name out: Cairn adds it when the chronologies are combined.",
    "A row whose source begins with # is a note to yourself; it is kept, and marked as a note.",
)
_WIDE = frozenset({Column.EVENT, Column.ACTION, Column.COMMENT, Column.EXPECTED})


def guide(columns: Sequence[Asked]) -> list[str]:
    """What each column is for, whether it must be filled, and how: a line for each."""
    return [_line(each) for each in columns]


def _line(each: Asked) -> str:
    must = " (must be filled)" if each.mandatory else ""
    return f"{each.heading}{must}: {each.instruction or 'as you see fit.'}"


def as_word(columns: Sequence[Asked], scope: str, instructions: str, due_on: date | None, made_on: date) -> bytes:
    """A landscape Word file: what is asked, how to fill it, and the empty table whose headings repeat on every page.

    The table is the only one in it, so that the file comes back as it went out.
    """
    asked_by = f"Asked for by {due_on.day} {due_on:%B %Y}." if due_on else ""
    blocks: list[Block] = [Paragraph(words) for words in (asked_by, scope, instructions, *NOTES) if words]
    blocks += [Heading(1, "How to fill each column"), Bullets(guide(columns)), Heading(1, "Your agency's rows")]
    empty = [(None,) * len(columns)] * EMPTY_ROWS
    shares = tuple(3 if each.column in _WIDE else 1 for each in columns)
    headings = tuple(each.heading for each in columns)
    table = Table(headings, empty, "One event in one row", shares, absent=" ")
    paper = Paper(TITLE, "What agencies are asked for", made_on, [*blocks, table], landscape=True, front=False)
    return word.write(paper)


def as_excel(columns: Sequence[Asked], made_on: date) -> bytes:
    """One sheet with the headings; how to fill a column stands in a note on its heading."""
    book = Workbook()
    book.properties.creator = "Cairn"
    sheet = book.worksheets[0]
    sheet.title = TITLE
    sheet.append([each.heading for each in columns])
    sheet.freeze_panes = "A2"
    for place, each in enumerate(columns, 1):
        sheet.column_dimensions[get_column_letter(place)].width = 40 if each.column in _WIDE else 18
        cell = sheet.cell(1, place)
        cell.font = Font(bold=True)
        cell.comment = Comment(_line(each), "Cairn")
    out = io.BytesIO()
    book.save(out)
    return _as_of(out.getvalue(), made_on)


def _as_of(content: bytes, made_on: date) -> bytes:
    """The same workbook with the day it was made in place of the second: two that say the same are the same bytes."""
    out = io.BytesIO()
    with ZipFile(io.BytesIO(content)) as before, ZipFile(out, "w", ZIP_DEFLATED) as after:
        for name in before.namelist():
            part = before.read(name)
            if name == "docProps/core.xml":
                part = _MOMENT.sub(f">{made_on.isoformat()}T00:00:00Z<".encode(), part)
            after.writestr(ZipInfo(name), part, ZIP_DEFLATED)
    return out.getvalue()


def as_csv(columns: Sequence[Asked]) -> bytes:
    """The headings alone, in UTF-8 that a spreadsheet opens as such."""
    out = io.StringIO()
    csv.writer(out).writerow([each.heading for each in columns])
    return out.getvalue().encode("utf-8-sig")
