"""A paper as HTML for the PDF writer: every word escaped, nothing in it that fetches anything."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

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

COPY_FOR = "Copy for"


def markup(paper: Paper, note: str = "") -> str:
    """The whole paper as one page of HTML in British English, with the title as its only h1, and a note under it."""
    shape = "landscape" if paper.landscape else "upright"
    head = f'<meta charset="utf-8"><title>{_words(paper.title)}</title>'
    noted = [f'<p class="note">{_words(note)}</p>'] if note else []
    parts = [_front(paper), *noted, *_contents(paper), *_body(paper.blocks)]
    return f'<!doctype html><html lang="en-GB" class="{shape}"><head>{head}</head><body>{"".join(parts)}</body></html>'


def day(paper: Paper) -> str:
    """The day it was made, as 14 August 2026."""
    return f"{paper.made_on.day} {paper.made_on:%B %Y}"


def front_rows(paper: Paper) -> list[tuple[str, str]]:
    """What stands under the title: reference, day, and whose copy it is; nothing without a front."""
    if not paper.front:
        return []
    rows = [("Reference", plain(paper.reference)), ("Made on", day(paper))]
    return [*rows, (COPY_FOR, plain(paper.for_reader))] if paper.for_reader.strip() else rows


def _front(paper: Paper) -> str:
    # The marking and the reader are also what the margins of each page repeat (`string-set` in paper.css).
    rows = "".join(_row(name, value, ' class="reader"' * (name == COPY_FOR)) for name, value in front_rows(paper))
    marking = f'<p class="marking">{_words(paper.marking)}</p>'
    facts = f'<table class="facts"><tbody>{rows}</tbody></table>' if rows else ""
    return f"{marking}<h1>{_words(paper.title)}</h1>{facts}"


def _contents(paper: Paper) -> list[str]:
    if not paper.contents:
        return []
    entries = "".join(
        f'<li><a href="#part-{number}">{_words(heading.text)}</a></li>'
        for number, heading in enumerate(paper.headings(level=1), start=1)
    )
    return [f'<h2 class="unlisted">Contents</h2><ul class="contents">{entries}</ul>'] if entries else []


def _body(blocks: Iterable[Block]) -> Iterable[str]:
    part, new_page = 0, False
    for block in blocks:
        if isinstance(block, PageBreak):
            new_page = True
            continue
        if isinstance(block, Heading) and block.level == 1:
            part += 1
        written = _block(block, part)
        yield f'<div class="new-page">{written}</div>' if new_page else written
        new_page = False


def _block(block: Block, part: int) -> str:
    match block:
        case Heading(level=1):
            return f'<h2 id="part-{part}">{_words(block.text)}</h2>'
        case Heading():
            return f"<h{block.level + 1}>{_words(block.text)}</h{block.level + 1}>"
        case Paragraph():
            return "".join(f"<p>{_lines(lines)}</p>" for lines in paragraphs(said(block.text, block.absent)))
        case Note():
            return f'<p class="note">{_words(block.text)}</p>'
        case Bullets():
            items = "".join(f"<li>{_words(said(item, block.absent))}</li>" for item in block.items)
            return f"<ul>{items}</ul>" if items else _none(block.empty)
        case Facts():
            rows = "".join(_row(name, said(value, block.absent)) for name, value in block.rows)
            return f'<table class="facts"><tbody>{rows}</tbody></table>' if rows else _none(block.empty)
        case Table():
            return _table(block)
    raise TypeError("No such block.")


def _table(table: Table) -> str:
    if not table.rows:
        return f'<p class="caption">{_words(table.caption)}</p>' + _none(table.empty)
    total = sum(table.widths)
    columns = "".join(f'<col style="width: {100 * share / total:.2f}%">' for share in table.widths)
    head = "".join(f'<th scope="col">{_words(name)}</th>' for name in table.columns)
    rows = "".join(
        "<tr>" + "".join(f"<td>{_words(said(cell, table.absent))}</td>" for cell in row) + "</tr>" for row in table.rows
    )
    return (
        f"<table><caption>{_words(table.caption)}</caption><colgroup>{columns}</colgroup>"
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
    )


def _row(name: str, value: str, marks: str = "") -> str:
    return f'<tr><th scope="row">{_words(name)}</th><td{marks}>{_words(value)}</td></tr>'


def _none(words: str) -> str:
    return f"<p>{_words(words)}</p>"


def _words(text: str) -> str:
    return _lines(plain(text).strip().split("\n"))


def _lines(lines: Iterable[str]) -> str:
    return "<br>".join(escape(line, quote=True) for line in lines)
