"""The tables of a Word file, read row by row as they come, as somebody sees them who accepts every change."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from cairn.chronology.engine.plain_rows import CHANGES, SIGNS, cells_of
from cairn.chronology.engine.tables import Line, Note, Table, within_limits
from cairn.documents.engine.child import word, xml
from cairn.documents.engine.child.xml import NAMES
from cairn.documents.engine.refusing import Fault, NotTaken

_CHANGES = xml.anywhere(CHANGES)
_TAKEN_OUT = {"del", "moveFrom"}
_NOT_TEXT = {*_TAKEN_OUT, "pPr", "rPr", "tcPr", "tblPr", "tblGrid", "trPr", "Fallback", "instrText", "delText"}
_LONGEST_NAME = 120


@dataclass
class _Reading:
    """One table while its rows come: what stands above in each column, for cells that are merged downwards."""

    element: xml.Element
    name: str
    lines: list[Line] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    above: dict[int, str] = field(default_factory=dict)
    number: int = 0

    @property
    def whole(self) -> Table:
        """The table, once its last row has come. Raises NotTaken if it is far too long."""
        return Table(self.name, within_limits(self.lines), tuple(self.notes))


def tables_of(content: bytes) -> list[Table]:
    """Every table of the body. Raises NotTaken for a file that must not be taken."""
    found: list[_Reading] | None = None
    for name, part in word.looked_into(content):
        if name == word.BODY:
            found = _read(part)
    if found is None:
        raise NotTaken(Fault.DAMAGED)
    return [reading.whole for reading in found]


def _read(body: xml.Part) -> list[_Reading]:
    found: list[_Reading] = []
    heading = ""
    for branch in body.branches(("tr", "p")):
        if NAMES[branch.tag] == "p":
            heading = _text(branch).strip() or heading
            _rows_in_a_box(branch, found, heading)
        else:
            _add(branch, found, heading)
            heading = ""
    for reading in found:
        reading.element = None  # or all of the body would stay in memory while the other parts are looked into
    return found


def _rows_in_a_box(paragraph: xml.Element, found: list[_Reading], heading: str) -> None:
    """A table may stand in a box of text; the second copy of it that older programs read is left alone."""
    for row in _outermost(paragraph):
        _add(row, found, heading)


def _outermost(element: xml.Element) -> Iterator[xml.Element]:
    for child in element:
        if NAMES[child.tag] == "tr":
            yield child
        elif NAMES[child.tag] != "Fallback":
            yield from _outermost(child)


def _add(row: xml.Element, found: list[_Reading], heading: str) -> None:
    table = next(above for above in row.iterancestors() if NAMES[above.tag] == "tbl")
    if not found or found[-1].element is not table:
        found.append(_Reading(table, heading[:_LONGEST_NAME]))
    _read_row(row, found[-1])


def _read_row(row: xml.Element, into: _Reading) -> None:
    into.number += 1
    plain = cells_of(row)
    if plain is None:
        _read_with_care(row, into)
    else:
        into.above.update(enumerate(plain))
        into.lines.append(Line(into.number, plain))


def _read_with_care(row: xml.Element, into: _Reading) -> None:
    """A row in which something is merged, tracked, nested or in another place than usual."""
    properties = _child(row, "trPr")
    if properties is not None and any(NAMES[child.tag] == "del" for child in properties):
        into.notes.append(
            Note(
                into.number,
                "",
                "This row was taken out with tracked changes, so it is not read.",
                "Accept or reject the changes in Word and send the file again.",
            )
        )
        return
    if changes := sum(map(_is_change, row.iter(*_CHANGES))):
        into.notes.append(
            Note(
                into.number,
                str(changes),
                f"This row holds tracked changes ({changes}). It is read as if all of them were accepted.",
                "Accept or reject the changes in Word, if it should read otherwise.",
            )
        )
    into.lines.append(Line(into.number, tuple(_cells(row, properties, into.above))))


def _is_change(part: xml.Element) -> bool:
    return len(part) > 0 or NAMES[part.getparent().tag] == "trPr"


def _cells(row: xml.Element, properties: xml.Element | None, above: dict[int, str]) -> Iterator[str]:
    """What stands in each column; a cell over several columns says it in the first, one over several rows in each."""
    column = _number(properties, "gridBefore", 0)
    yield from [""] * column
    for cell in _in_row(row):
        shape = _child(cell, "tcPr")
        merged = _child(shape, "vMerge") if shape is not None else None
        goes_on = merged is not None and _value(merged) in ("", "continue")
        text = above.get(column, "") if goes_on else _text(cell).strip()
        above[column] = text
        span = min(max(_number(shape, "gridSpan", 1), 1), 64)
        yield text
        yield from [""] * (span - 1)
        column += span


def _in_row(element: xml.Element) -> Iterator[xml.Element]:
    """The cells of a row, also those inside a form's control."""
    for child in element:
        if NAMES[child.tag] == "tc":
            yield child
        elif NAMES[child.tag] != "trPr":
            yield from _in_row(child)


def _text(element: xml.Element) -> str:
    """What an element says; a table inside it is read as text, its cells with a tab between."""
    parts: list[str] = []
    _gather(element, parts.append)
    return "".join(parts)


def _gather(element: xml.Element, add: Callable[[str], None]) -> None:
    for child in element:
        name = NAMES[child.tag]
        if name == "t":
            add(child.text or "")
        elif name in SIGNS:
            add(SIGNS[name])
        elif name == "tr":
            add("\t".join(_text(cell).strip() for cell in _in_row(child)) + "\n")
        elif name not in _NOT_TEXT:
            _gather(child, add)
            if name == "p":
                add("\n")


def _number(properties: xml.Element | None, name: str, otherwise: int) -> int:
    found = _child(properties, name) if properties is not None else None
    value = _value(found) if found is not None else ""
    return min(int(value), 64) if value.isdecimal() and len(value) < 4 else otherwise


def _value(element: xml.Element) -> str:
    return next((value for key, value in element.items() if key.endswith("}val")), "")


def _child(element: xml.Element, name: str) -> xml.Element | None:
    return next((child for child in element if NAMES[child.tag] == name), None)
