"""A table written as plain text with a sign between its cells (CSV), as Excel and case systems write it."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from cairn.chronology.engine.tables import Line, Note, Table, within_limits
from cairn.documents.engine.child import words

_BETWEEN = (",", ";", "\t")
_LOOKED_AT = 20  # rows, to tell which sign stands between the cells
_STRAY = "A quotation mark on this row opens and never closes, or closes too early. The row is read as it stands."
_STRAY_MEND = "Look at this row in the file it came from, and write a quotation mark inside a cell twice."


def tables_of(content: bytes) -> list[Table]:
    """The one table of the file. Raises NotTaken for what is not text, and for what is far too long."""
    text = _text(content)
    words.look(text.encode(), False)
    first, _, rest = text.partition("\n")
    if first.strip().lower().startswith("sep=") and len(first.strip()) == 5:  # Excel's own way of telling
        rows, notes = _rows(rest, first.strip()[4])
        return [_table(rows, notes, 2)]
    rows, notes = _rows(text, _between(text))
    return [_table(rows, notes, 1)]


def _table(rows: Iterator[list[str]], strays: list[int], first: int) -> Table:
    lines = within_limits(Line(number, tuple(cell.strip() for cell in row)) for number, row in enumerate(rows, first))
    return Table("", lines, tuple(Note(row + first, '"', _STRAY, _STRAY_MEND) for row in strays))


def _text(content: bytes) -> str:
    """The text, also where it is written in two bytes a letter and does not say so."""
    beginning = content[:200]
    if not beginning.startswith((b"\xff\xfe", b"\xfe\xff")) and b"\0" in beginning:
        mark = b"\xff\xfe" if beginning[1::2].count(0) > beginning[::2].count(0) else b"\xfe\xff"
        content = mark + content[: len(content) // 2 * 2]
    return words.decoded(content).replace("\r\n", "\n").replace("\r", "\n")


def _between(text: str) -> str:
    """The sign that cuts the first rows into the same number of cells most often; then the most cells."""

    def evenness(sign: str) -> tuple[int, int]:
        reader = _Lenient(text[:100_000], sign)
        widths = Counter(len(row) for row in islice(reader.rows(), _LOOKED_AT) if len(row) > 1)
        return max(((times, width) for width, times in widths.items()), default=(0, 0))

    return max(_BETWEEN, key=evenness)


def _rows(text: str, sign: str) -> tuple[Iterator[list[str]], list[int]]:
    """The rows, and which of them hold a stray quotation mark. What is written by the book is read the quick way."""
    try:
        return iter([row or [""] for row in csv.reader(text.splitlines(True), delimiter=sign, strict=True)]), []
    except csv.Error:
        reader = _Lenient(text, sign)
        return iter(list(reader.rows())), reader.strays


@dataclass
class _Lenient:
    """Reads what is not written by the book: a quotation mark that closes nothing is a letter like any other."""

    text: str
    sign: str
    strays: list[int] = field(default_factory=list)

    def rows(self) -> Iterator[list[str]]:
        """Row by row; notes in `strays` which of them needed it."""
        at, row, number = 0, [], 0
        while at < len(self.text):
            cell, at, ends = self._cell(at, number)
            row.append(cell)
            if ends:
                yield row
                row, number = [], number + 1
        if row:
            yield [*row, ""]

    def _cell(self, at: int, row: int) -> tuple[str, int, bool]:
        """The cell that begins here, where the next begins, and whether the row ends with it."""
        if self.text.startswith('"', at):
            closes, by_the_book = self._closes(at + 1)
            if not by_the_book and row not in self.strays[-1:]:
                self.strays.append(row)
            if closes:
                follows = self.text[closes + 1 : closes + 2]
                return self.text[at + 1 : closes].replace('""', '"'), closes + 2, follows != self.sign
        line = self.text.find("\n", at)
        line = len(self.text) if line < 0 else line
        cut = self.text.find(self.sign, at, line)
        end = line if cut < 0 else cut
        return self.text[at:end], end + 1, cut < 0

    def _closes(self, begins: int) -> tuple[int, bool]:
        """Where the quotation closes, before a sign or the end of a row, and whether it holds no mark of its own.

        It is taken for one that never closes (0) if another opens first, or if a mark stands inside that should not
        and a new line has begun before it: a cell that lost its end would otherwise swallow the rows below.
        """
        at, by_the_book = begins, True
        while (at := self.text.find('"', at)) > 0:
            before, after = self.text[at - 1], self.text[at + 1 : at + 2]
            if after == '"':
                at += 2
            elif after in (self.sign, "\n", ""):
                return at, by_the_book
            elif before in (self.sign, "\n") or "\n" in self.text[begins:at]:
                return 0, False
            else:
                at, by_the_book = at + 1, False
        return 0, False
