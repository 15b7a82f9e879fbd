"""What a paper says, in blocks, before anybody asks whether it becomes Word or PDF.

Blocks hold text only; the writers escape it. What is absent is printed as words, never as a blank: a reader of the
report to the national Panel must be able to tell "not asked" from "nothing to say".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

NOT_ASKED = "Not asked"
NONE_RECORDED = "None recorded"
MARKING = "Official-Sensitive"
DEEPEST = 4  # levels of heading below the title that both writers have

Text = str | None


@dataclass(frozen=True)
class Heading:
    """A heading below the title. `level` 1 is the highest; no level is jumped over on the way down."""

    level: int
    text: str


@dataclass(frozen=True)
class Paragraph:
    """Running text. A blank line begins a new paragraph, a line break stays one."""

    text: Text
    absent: str = NOT_ASKED


@dataclass(frozen=True)
class Note:
    """A sentence that must not be overlooked, set apart from the rest: a draft, a limit, a warning."""

    text: str


@dataclass(frozen=True)
class Bullets:
    """A list of points in no order that matters; without any, `empty` is printed."""

    items: Sequence[Text]
    empty: str = NONE_RECORDED
    absent: str = NOT_ASKED


@dataclass(frozen=True)
class Facts:
    """Questions and their answers, one a row. An answer that is blank is printed as `absent`."""

    rows: Sequence[tuple[str, Text]]
    absent: str = NOT_ASKED
    empty: str = NONE_RECORDED


@dataclass(frozen=True)
class Table:
    """Columns and rows under a caption. `widths` are shares of the page, one a column; without them all are equal.

    Raises ValueError for a table without columns, or a row or widths that do not match them.
    """

    columns: Sequence[str]
    rows: Sequence[Sequence[Text]]
    caption: str
    widths: Sequence[int] = ()
    absent: str = NOT_ASKED
    empty: str = NONE_RECORDED

    def __post_init__(self) -> None:
        if not self.columns or not all(written(name) for name in self.columns) or not written(self.caption):
            raise ValueError("A table has columns with names, and a caption.")
        if any(len(row) != len(self.columns) for row in self.rows):
            raise ValueError("Each row of a table has a cell for each column.")
        if self.widths and (len(self.widths) != len(self.columns) or min(self.widths) < 1):
            raise ValueError("A table has a width for each column, or none.")


@dataclass(frozen=True)
class PageBreak:
    """What follows begins on a new page."""


Block = Heading | Paragraph | Note | Bullets | Facts | Table | PageBreak


@dataclass(frozen=True)
class Section:
    """One item of a pack: it begins on a new page and stands in the contents."""

    title: str
    blocks: Sequence[Block]


@dataclass(frozen=True)
class Paper:
    """One paper. `title` and `reference` name no child: they travel in the file's own properties.

    `for_reader` is whose copy it is, shown in the foot of each page; blank for a copy that is nobody's. `contents` puts
    the highest headings before the text. `marking` is shown on each page. Without `front`, reference, day and reader do
    not stand under the title: a letter says them in its own words. Raises ValueError where title, reference or a
    heading is blank, or a level of heading is jumped over.
    """

    title: str
    reference: str
    made_on: date
    blocks: Sequence[Block]
    marking: str = MARKING
    for_reader: str = ""
    contents: bool = False
    landscape: bool = False
    front: bool = True

    def __post_init__(self) -> None:
        if not written(self.title) or not written(self.reference) or not written(self.marking):
            raise ValueError("A paper has a title, a reference and a marking.")
        before = 0
        for heading in self.headings():
            if not written(heading.text):
                raise ValueError("A heading says something.")
            if not 1 <= heading.level <= min(before + 1, DEEPEST):
                raise ValueError("Headings go down one level at a time, four levels at most.")
            before = heading.level

    def headings(self, level: int = 0) -> Iterator[Heading]:
        """The headings in order; of one level, if it is given."""
        return (block for block in self.blocks if isinstance(block, Heading) and level in (0, block.level))


def bound(cover: Paper, sections: Sequence[Section]) -> Paper:
    """One pack of several papers: what the cover says, the contents, then each section on a new page.

    Page numbers run through. A section that is left out of a reader's copy leaves no gap: numbers are given here.
    """
    blocks: list[Block] = list(cover.blocks)
    for number, section in enumerate(sections, start=1):
        blocks += [PageBreak(), Heading(1, f"{number} {section.title}")]
        blocks += [
            replace(block, level=block.level + 1) if isinstance(block, Heading) else block for block in section.blocks
        ]
    return replace(cover, blocks=tuple(blocks), contents=True)


def written(text: Text) -> bool:
    """Whether there is anything to read in it."""
    return bool(plain(text or "").strip())


def said(text: Text, absent: str) -> str:
    """The text, or the words that stand for its absence."""
    return plain(text or "").strip() or absent


def plain(text: str) -> str:
    """The text without what neither Word nor PDF can hold: control characters, halves of characters."""
    unified = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(sign for sign in unified if _can_be_held(ord(sign)))


def _can_be_held(code: int) -> bool:
    if code < 0x20:
        return code in (0x09, 0x0A)
    return not (0x7F <= code <= 0x9F or 0xD800 <= code <= 0xDFFF or code & 0xFFFE == 0xFFFE)


def paragraphs(text: str) -> list[list[str]]:
    """The paragraphs of a text, each as its lines: blank lines part paragraphs."""
    found: list[list[str]] = [[]]
    for line in text.split("\n"):
        if line.strip():
            found[-1].append(line.strip())
        elif found[-1]:
            found.append([])
    return [lines for lines in found if lines]
