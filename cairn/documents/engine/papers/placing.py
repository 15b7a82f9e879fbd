"""Putting whole blocks in the place of a field: headings, paragraphs and tables, in the look that the letter has.

A letter that knows our styles by name keeps its own look for them; those it lacks come along.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from docx.opc.oxml import serialize_part_xml
from docx.oxml.ns import qn

from cairn.documents.engine.papers import word
from cairn.documents.engine.papers.package import part, read
from cairn.documents.engine.papers.paper import Block, Bullets, Paragraph, said

STYLES = "word/styles.xml"
BULLET = "ListBullet"


def stands_alone(pieces: Sequence[Any], text: str, field: str) -> bool:
    """Whether a field is all that its paragraph says, and the paragraph stands in the text itself."""
    paragraph = next(pieces[0].iterancestors(qn("w:p")), None)
    return paragraph is not None and paragraph.getparent().tag == qn("w:body") and text.strip() == field


def place(pieces: Sequence[Any], blocks: Sequence[Block], has_bullets: bool) -> None:
    """Put the blocks before the paragraph of these pieces, and leave the paragraph empty."""
    paragraph = next(pieces[0].iterancestors(qn("w:p")))
    shown = list(blocks if has_bullets else _without_bullets(blocks))
    for element in list(read(word.in_a_letter(shown, _width(paragraph.getparent())).encode())):
        paragraph.addprevious(element)
    for piece in pieces:
        piece.text = ""


def knows_bullets(parts: dict[str, bytes]) -> bool:
    """Whether the letter has a style for the points of a list."""
    return BULLET in _names(read(parts[STYLES])) if STYLES in parts else False


def add_styles(parts: dict[str, bytes]) -> None:
    """Give the letter the styles of papers that it lacks, but for lists, which hang on numbering of its own."""
    if STYLES not in parts:
        return
    styles = read(parts[STYLES])
    known = {*_names(styles), BULLET}
    for style in list(read(part("styles").encode()).iter(qn("w:style"))):
        if style.get(qn("w:styleId")) not in known and style.get(qn("w:default")) is None:
            styles.append(style)
    parts[STYLES] = serialize_part_xml(styles)


def _names(styles: Any) -> set[str]:
    return {style.get(qn("w:styleId"), "") for style in styles.iter(qn("w:style"))}


def _without_bullets(blocks: Sequence[Block]) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, Bullets) and block.items:
            yield from (Paragraph(f"• {said(item, block.absent)}") for item in block.items)
        else:
            yield block


def _width(body: Any) -> int:
    """How wide the text of the letter is; as wide as on our own paper where it does not say."""
    size, margins = (next(body.iter(qn(name)), None) for name in ("w:pgSz", "w:pgMar"))
    if size is None or margins is None:
        return word.SHORT - 2 * word.MARGIN
    sides = [int(margins.get(qn(side), "0")) for side in ("w:left", "w:right")]
    return max(int(size.get(qn("w:w"), "0")) - sum(sides), word.SHORT // 4)
