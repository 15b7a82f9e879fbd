"""Real files made from the words: Word, Excel and text, each with the oddities that the words ask for."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from openpyxl import Workbook

from demo.chronologies.words import Entry, Words

_ON = datetime(2026, 7, 24, tzinfo=UTC)  # in the properties of each file, so that no clock is read


@dataclass(frozen=True)
class Place:
    """Where a row stands: the number of its table, and its own number in it."""

    table: int
    row: int


@dataclass(frozen=True)
class Made:
    """A file, and where each row stands in it."""

    content: bytes
    places: Mapping[str, Place]


def word(words: Words) -> Made:
    """A Word file: a merged title cell above the headings of the first table, headings said again as on a new page."""
    document = Document()
    document.core_properties.created = document.core_properties.modified = _ON
    document.core_properties.author = ""
    places: dict[str, Place] = {}
    for number, part in enumerate(words.parts, 1):
        document.add_paragraph(part.name)
        table = document.add_table(rows=0, cols=len(words.columns))
        if words.title and number == 1:
            cells = table.add_row().cells
            cells[0].merge(cells[-1]).text = words.title
        _write(table, tuple(words.columns.values()))
        for entry in part.entries:
            cells = _write(table, entry.cells)
            places[entry.key] = Place(number, len(table.rows))
            if entry.key == words.tracked.get("row"):
                _track(cells, words.tracked)
            if entry.key in words.headings_again_below:
                _write(table, tuple(words.columns.values()))
    out = io.BytesIO()
    document.save(out)
    return Made(out.getvalue(), places)


def _write(table: Any, texts: tuple[str, ...]) -> Any:
    cells = table.add_row().cells
    for cell, text in zip(cells, texts, strict=True):
        cell.text = text
    return cells


def _track(cells: Any, tracked: Mapping[str, str]) -> None:
    """Show some words of a row as put in by a tracked change, in place of others that it takes out."""
    cell = next(cell for cell in cells if tracked["now"] in cell.text)
    before, after = cell.text.split(tracked["now"])
    paragraph = cell.paragraphs[0]
    paragraph.runs[0].text = before
    paragraph._p.append(_change("w:del", "w:delText", tracked["was"]))
    paragraph._p.append(_change("w:ins", "w:t", tracked["now"]))
    paragraph.add_run(after)


def _change(kind: str, holder: str, text: str) -> Any:
    change, run, said = OxmlElement(kind), OxmlElement("w:r"), OxmlElement(holder)
    named = {"w:id": "1" if kind == "w:del" else "2", "w:author": "Team lead", "w:date": f"{_ON:%Y-%m-%dT%H:%M:%SZ}"}
    for name, value in named.items():
        change.set(qn(name), value)
    said.set(qn("xml:space"), "preserve")
    said.text = text
    run.append(said)
    change.append(run)
    return change


def excel(words: Words) -> Made:
    """A workbook, a sheet for each table, with what the words put above its headings."""
    book = Workbook()
    book.remove(book.worksheets[0])
    book.properties.created = book.properties.modified = _ON.replace(tzinfo=None)
    places: dict[str, Place] = {}
    for number, part in enumerate(words.parts, 1):
        sheet = book.create_sheet(part.name)
        for line in (*words.above, tuple(words.columns.values())):
            sheet.append(line)
        for row, entry in enumerate(part.entries, len(words.above) + 2):
            sheet.append([_cell(text, words.dates_in_cells) for text in entry.cells])
            places[entry.key] = Place(number, row)
    out = io.BytesIO()
    book.save(out)
    return Made(out.getvalue(), places)


def _cell(text: str, dates: bool) -> str | date | None:
    """A whole date as a date, where the workbook holds dates; an empty cell for nothing."""
    if dates and len(text) == len("2026-08-14"):
        try:
            return date.fromisoformat(text)
        except ValueError:
            return text
    return text or None


def text(words: Words) -> Made:
    """A table as plain text, in the encoding of the agency's system."""
    (part,) = words.parts
    lines = [_line(tuple(words.columns.values()), words.between), *(_told(entry, words) for entry in part.entries)]
    places = {entry.key: Place(1, row) for row, entry in enumerate(part.entries, 2)}
    return Made("".join(lines).encode(words.encoding), places)


def _told(entry: Entry, words: Words) -> str:
    """A row; the one with the stray mark has it before its longest cell, where nothing closes it."""
    line = _line(entry.cells, words.between)
    if entry.key != words.stray_quote:
        return line
    longest = max(entry.cells, key=len)
    return line.replace(longest, f'"{longest}')


def _line(cells: tuple[str, ...], between: str) -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=between).writerow(cells)
    return out.getvalue()


FORMS = {"word": word, "excel": excel, "text": text}


def made(words: Words) -> Made:
    """The file that the words ask for."""
    return FORMS[words.form](words)
