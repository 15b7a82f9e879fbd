"""The sheets of a workbook. How far one reaches is counted before its cells are laid out, and never believed."""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import date, datetime, time, timedelta
from io import BytesIO
from zipfile import ZipFile

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetTypeEnum

from cairn.chronology.engine.tables import Line, Note, Table, within_limits
from cairn.documents.engine import limits
from cairn.documents.engine.child import excel, office, xml
from cairn.documents.engine.kinds import Kind
from cairn.documents.engine.refusing import Fault, NotTaken

Cell = int | float | str | bool | time | date | datetime | timedelta
_SHEET = re.compile(r"(^|/)worksheets/[^/]+\.xml$", re.I)
_PLACE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")


def tables_of(content: bytes) -> list[Table]:
    """Every sheet that holds anything, hidden ones too. Raises NotTaken for a file that must not be taken."""
    excel.look(content, False)
    packed = office.parts_of(content, Kind.XLSX)
    names, errors = _names(packed), _checked(packed)
    try:
        book = CalamineWorkbook.from_filelike(BytesIO(content))
        sheets = [
            book.get_sheet_by_name(known.name) for known in book.sheets_metadata if known.typ is SheetTypeEnum.WorkSheet
        ]
        return [_table(sheet, errors.get(names.get(sheet.name, ""), [])) for sheet in sheets if sheet.height]
    except CalamineError as wrong:
        raise NotTaken(Fault.DAMAGED) from wrong


def _names(packed: ZipFile) -> dict[str, str]:
    """Which part holds the sheet of a name."""
    sheets: dict[str, str] = {}
    parts: dict[str, str] = {}
    for name in packed.namelist():
        if name.endswith(("workbook.xml", "workbook.xml.rels")):
            for element in xml.elements(office.read(packed, name)):
                if xml.plain(element) == "sheet":
                    sheets |= {value: element.get("name", "") for key, value in element.items() if key.endswith("}id")}
                elif xml.plain(element) == "Relationship":
                    parts[element.get("Id", "")] = _last_of(element.get("Target", ""))
    return {name: parts.get(key, "") for key, name in sheets.items()}


def _checked(packed: ZipFile) -> dict[str, list[tuple[int, str]]]:
    """Where formulas give errors, part by part: what reads the cells leaves those blank.

    A cell in the last row of a sheet would have a million rows laid out above it. Raises NotTaken for that.
    """
    errors: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for name, part in office.xml_parts(packed):
        rows = columns = 0
        for cell in xml.elements(part) if _SHEET.search(name) else ():
            place = _PLACE.fullmatch(cell.get("r", "")) if len(cell) and cell.tag.endswith("}c") else None
            if place is None:
                continue
            columns, rows = max(columns, _column(place[1])), max(rows, int(place[2]))
            if rows > limits.MOST_ROWS or columns > limits.MOST_COLUMNS or rows * columns > limits.MOST_CELLS:
                raise NotTaken(Fault.TABLE_TOO_LARGE)
            if cell.get("t") == "e":
                errors[_last_of(name)].append((int(place[2]), place[0]))
    return errors


def _last_of(path: str) -> str:
    return path.rpartition("/")[2].lower()


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _table(sheet: CalamineSheet, errors: list[tuple[int, str]]) -> Table:
    grid = [[as_written(cell) for cell in row] for row in sheet.to_python(skip_empty_area=False)]
    for (top, left), (bottom, _right) in sheet.merged_cell_ranges or ():
        for row in grid[top + 1 : bottom + 1] if left < len(grid[0]) else ():
            row[left] = grid[top][left]
    lines = within_limits(Line(number, tuple(row)) for number, row in enumerate(grid, 1))
    problem = "A formula gives an error instead of a value, so this cell is read as blank."
    mend = "Mend the formula in Excel, or type what the record says."
    return Table(sheet.name, lines, tuple(Note(number, place, problem, mend) for number, place in errors))


def as_written(cell: Cell) -> str:
    """A cell as text that keeps what is known: a day without a time stays a day, a whole number stays whole."""
    if isinstance(cell, bool):
        return "Yes" if cell else "No"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else repr(cell)
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else f"{cell.date().isoformat()} {_clock(cell.time())}"
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, time):
        return _clock(cell)
    if isinstance(cell, timedelta):
        minutes = round(cell.total_seconds() / 60)
        return f"{minutes // 60:02}:{minutes % 60:02}"
    return str(cell).strip()


def _clock(at: time) -> str:
    return at.isoformat("seconds" if at.second else "minutes")
