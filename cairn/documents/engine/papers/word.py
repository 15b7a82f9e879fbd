"""A paper as a Word file that people go on editing: real headings, repeated table heads, page numbers, marking.

The file is put together from parts of our own (`word_parts`): the base document of the library that reads Word carries
parts that are out of date, and names a person's machine.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from cairn.documents.engine.papers.markup import front_rows
from cairn.documents.engine.papers.package import packed, part
from cairn.documents.engine.papers.paper import (
    Block,
    Bullets,
    Facts,
    Heading,
    Note,
    PageBreak,
    Paper,
    Paragraph,
    Table,
    paragraphs,
    plain,
    said,
)

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MARGIN = 1134  # 20 mm in twentieths of a point, as are all lengths here
LONG, SHORT = 16838, 11906  # A4
FACT_SHARES = (34, 66)


def write(paper: Paper) -> bytes:
    """The paper as .docx in British English: the same bytes for the same paper.

    Its properties hold the title and the day, and nobody's name.
    """
    parts = {
        "[Content_Types].xml": part("content_types"),
        "_rels/.rels": part("package_rels"),
        "docProps/app.xml": part("app"),
        "docProps/core.xml": _core(paper),
        "word/document.xml": _document(paper),
        "word/_rels/document.xml.rels": part("document_rels"),
        "word/styles.xml": part("styles"),
        "word/numbering.xml": part("numbering"),
        "word/settings.xml": part("settings"),
        "word/fontTable.xml": part("font_table"),
        "word/theme/theme1.xml": part("theme"),
        "word/header1.xml": _header(paper),
        "word/footer1.xml": _footer(paper),
    }
    return packed({name: text.encode() for name, text in parts.items()})


def _core(paper: Paper) -> str:
    moment = f'xsi:type="dcterms:W3CDTF">{paper.made_on.isoformat()}T00:00:00Z<'
    return part("core").replace(
        "</cp:coreProperties>",
        f"<dc:title>{_escaped(paper.title)}</dc:title><dcterms:created {moment}/dcterms:created>"
        f"<dcterms:modified {moment}/dcterms:modified></cp:coreProperties>",
    )


def _document(paper: Paper) -> str:
    width, height = (LONG, SHORT) if paper.landscape else (SHORT, LONG)
    orient = ' w:orient="landscape"' if paper.landscape else ""
    section = (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId4"/><w:footerReference w:type="default" r:id="rId5"/>'
        f'<w:pgSz w:w="{width}" w:h="{height}"{orient}/><w:pgMar w:top="1361" w:right="{MARGIN}" w:bottom="1247" '
        f'w:left="{MARGIN}" w:header="624" w:footer="567" w:gutter="0"/></w:sectPr>'
    )
    body = "".join([*_front(paper), *_contents(paper), *_body(paper.blocks, _text_width(paper))])
    return f"{HEAD}<w:document {NAMESPACES}><w:body>{body}{section}</w:body></w:document>"


def _front(paper: Paper) -> list[str]:
    rows = [_row(row, _text_width(paper), FACT_SHARES) for row in front_rows(paper)]
    facts = [_grid(rows, _text_width(paper), FACT_SHARES)] if rows else []
    return [_p("Marking", paper.marking), _p("Title", paper.title), *facts]


def _contents(paper: Paper) -> list[str]:
    entries = [
        f'<w:p><w:hyperlink w:anchor="part_{number}" w:history="1"><w:r><w:rPr><w:rStyle w:val="Hyperlink"/></w:rPr>'
        f"{_lines([heading.text])}</w:r></w:hyperlink></w:p>"
        for number, heading in enumerate(paper.headings(level=1), start=1)
    ]
    return [_p("Caption", "Contents"), *entries] if paper.contents and entries else []


def in_a_letter(blocks: Sequence[Block], width: int) -> str:
    """The blocks as a body of their own, for a letter that is not ours. `width` is that of its text, as all lengths."""
    return f"<w:body {NAMESPACES}>{''.join(_body(blocks, width, marked=False))}</w:body>"


def _body(blocks: Sequence[Block], width: int, marked: bool = True) -> Iterator[str]:
    """The blocks in order; `marked` headings can be linked to from the contents."""
    part, new_page = 0, False
    for block in blocks:
        if isinstance(block, PageBreak):
            new_page = True
            continue
        if new_page and not isinstance(block, Heading):
            yield '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
        if isinstance(block, Heading):
            part += block.level == 1
            yield _heading(block, part if marked and block.level == 1 else 0, new_page)
        else:
            yield _block(block, width)
        new_page = False


def _heading(heading: Heading, part: int, new_page: bool) -> str:
    style = f'<w:pStyle w:val="Heading{heading.level}"/>' + ("<w:pageBreakBefore/>" if new_page else "")
    run = f"<w:r>{_lines([plain(heading.text).strip()])}</w:r>"
    if part:
        run = f'<w:bookmarkStart w:id="{part}" w:name="part_{part}"/>{run}<w:bookmarkEnd w:id="{part}"/>'
    return f"<w:p><w:pPr>{style}</w:pPr>{run}</w:p>"


def _block(block: Block, width: int) -> str:
    match block:
        case Paragraph():
            return "".join(_p("Normal", "\n".join(lines)) for lines in paragraphs(said(block.text, block.absent)))
        case Note():
            return _p("Note", block.text)
        case Bullets():
            items = [_p("ListBullet", said(item, block.absent)) for item in block.items]
            return "".join(items) or _p("Normal", block.empty)
        case Facts():
            cells = [(name, said(value, block.absent)) for name, value in block.rows]
            rows = [_row(row, width, FACT_SHARES) for row in cells]
            return _grid(rows, width, FACT_SHARES) if rows else _p("Normal", block.empty)
        case Table():
            return _table(block, width)
    raise TypeError("No such block.")


def _table(table: Table, width: int) -> str:
    if not table.rows:
        return _p("Caption", table.caption) + _p("Normal", table.empty)
    shares = table.widths or [1] * len(table.columns)
    rows = [_row(table.columns, width, shares, head=True)]
    rows += [_row([said(cell, table.absent) for cell in row], width, shares, heading_first=False) for row in table.rows]
    return _p("Caption", table.caption) + _grid(rows, width, shares, table.caption)


def _grid(rows: Iterable[str], width: int, shares: Sequence[int], caption: str = "") -> str:
    """A table. `caption` is also what a screen reader says of it; with one, the first row is its head."""
    look = 'w:firstRow="1" w:firstColumn="0"' if caption else 'w:firstRow="0" w:firstColumn="1"'
    columns = "".join(f'<w:gridCol w:w="{part}"/>' for part in _widths(width, shares))
    alternative = f'<w:tblCaption w:val="{_escaped(caption)}"/>' if caption else ""
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="PaperTable"/><w:tblW w:w="{width}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/><w:tblLook {look} w:lastRow="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f"{alternative}</w:tblPr><w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"
        '<w:p><w:pPr><w:pStyle w:val="AfterTable"/></w:pPr></w:p>'  # parts it from a table that follows
    )


def _row(
    cells: Sequence[str], width: int, shares: Sequence[int], head: bool = False, heading_first: bool = True
) -> str:
    written = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{part}" w:type="dxa"/></w:tcPr>'
        f"{_p('TableHeading' if head or (heading_first and not column) else 'TableText', cell)}</w:tc>"
        for column, (cell, part) in enumerate(zip(cells, _widths(width, shares), strict=True))
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{'<w:tblHeader/>' if head else ''}</w:trPr>{written}</w:tr>"


def _widths(width: int, shares: Sequence[int]) -> list[int]:
    return [width * share // sum(shares) for share in shares]


def _text_width(paper: Paper) -> int:
    return (LONG if paper.landscape else SHORT) - 2 * MARGIN


def _header(paper: Paper) -> str:
    marking = f"<w:r><w:rPr><w:b/></w:rPr>{_lines([paper.marking])}</w:r>"
    return (
        f"{HEAD}<w:hdr {NAMESPACES}>{_margin(paper, 'Header', marking, f'<w:r>{_lines([paper.title])}</w:r>')}</w:hdr>"
    )


def _footer(paper: Paper) -> str:
    reader = f"<w:r>{_lines([f'Copy for {paper.for_reader}'])}</w:r>" if paper.for_reader.strip() else ""
    number = f"<w:r>{_lines(['Page '])}</w:r>{_field('PAGE')}<w:r>{_lines([' of '])}</w:r>{_field('NUMPAGES')}"
    return f"{HEAD}<w:ftr {NAMESPACES}>{_margin(paper, 'Footer', reader, number)}</w:ftr>"


def _margin(paper: Paper, style: str, left: str, right: str) -> str:
    tabs = f'<w:tabs><w:tab w:val="right" w:pos="{_text_width(paper)}"/></w:tabs>'
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{tabs}</w:pPr>{left}<w:r><w:tab/></w:r>{right}</w:p>'


def _field(name: str) -> str:
    return f'<w:fldSimple w:instr=" {name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'


def _p(style: str, text: str) -> str:
    named = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style != "Normal" else ""
    return f"<w:p>{named}<w:r>{_lines(plain(text).strip().split(chr(10)))}</w:r></w:p>"


def _lines(lines: Sequence[str]) -> str:
    return "<w:br/>".join(f'<w:t xml:space="preserve">{_escaped(line)}</w:t>' for line in lines)


def _escaped(text: str) -> str:
    return escape(plain(text), quote=True)
