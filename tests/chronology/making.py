"""Returns of agencies put together for the tests."""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import escape

from cairn.chronology.engine.columns import USUAL, Template
from cairn.chronology.engine.returns import Return, parse
from cairn.chronology.engine.rows import Row
from cairn.chronology.engine.tables import Line, Table
from tests.chronology.dated import read_when
from tests.documents.making import body, word_with

HEADINGS = ("Start date", "Source of information", "Event")


def paragraph(text: str) -> str:
    """A paragraph of one run."""
    return f"<w:p><w:r><w:t>{escape(text)}</w:t></w:r></w:p>"


def cell(inner: str, properties: str = "") -> str:
    """A cell; text alone is put into a paragraph."""
    content = inner if inner.startswith("<") else paragraph(inner)
    return f"<w:tc>{f'<w:tcPr>{properties}</w:tcPr>' if properties else ''}{content}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    """A row of cells that are made, or of texts."""
    made = "".join(each if each.startswith("<w:tc>") else cell(each) for each in cells)
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{made}</w:tr>"


def table(*rows: str) -> str:
    """A table of rows that are made."""
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def word(*inner: str) -> bytes:
    """A Word file with this in its body."""
    return word_with(body=body("".join(inner)))


def told(*rows: Iterable[str], headings: Iterable[str] = HEADINGS, name: str = "") -> Table:
    """A table of texts, with headings over it."""
    every = [tuple(headings), *map(tuple, rows)]
    return Table(name, tuple(Line(number, cells) for number, cells in enumerate(every, 1)))


def returned(
    *tables: Table, agency: str = "Health", file: str = "health.csv", template: Template = USUAL, department: str = ""
) -> Return:
    """What an agency returned, read."""
    return parse(tables, file=file, agency=agency, read_when=read_when, template=template, department=department)


def rows_of(*rows: Iterable[str], agency: str = "Health", headings: Iterable[str] = HEADINGS) -> tuple[Row, ...]:
    """The rows of a return of one table."""
    return returned(told(*rows, headings=headings), agency=agency, file=f"{agency}.csv").rows
