"""A paper with one of each block, and what it takes to look into the files made from it."""

from __future__ import annotations

import io
import zipfile
from datetime import date

import docx
import pypdf

from cairn.documents.engine.papers.paper import (
    Block,
    Bullets,
    Facts,
    Heading,
    Note,
    PageBreak,
    Paper,
    Paragraph,
    Section,
    Table,
)

HOSTILE = "<script>alert('&amp;')</script>"
READER = "Copy reader & <b>Co</b>"
KEY_EVENTS = Table(
    ["When", "Source", "What happened"],
    [["3 March 2026", "Hospital", HOSTILE], ["4 March 2026", None, "  "]],
    "Key events",
    widths=(1, 1, 3),
)
ONE_OF_EACH: list[Block] = [
    Heading(1, "What happened"),
    Paragraph("First line\nsecond line\n\nNext paragraph"),
    Note("A draft. It has not been sent."),
    Heading(2, "What was asked"),
    Facts([("Ethnicity", ""), ("Voice of the child", HOSTILE)]),
    Bullets([f"Bullet {HOSTILE}", None]),
    PageBreak(),
    Heading(1, "Events"),
    KEY_EVENTS,
    Bullets([]),
    Facts([], empty="No facts yet"),
    Table(["Agency"], [], "Agencies that did not answer"),
    PageBreak(),
    Paragraph(None, absent="Not known"),
]


def paper(blocks: list[Block] | None = None, **other: object) -> Paper:
    """A paper of these blocks, or of one of each."""
    shown = ONE_OF_EACH if blocks is None else blocks
    return Paper(
        **{
            "title": "Report to the Panel",
            "reference": "RR-2026-004",
            "made_on": date(2026, 8, 14),
            "blocks": shown,
            **other,
        }
    )


def pack(**other: object) -> tuple[Paper, list[Section]]:
    """A cover, and two sections one of which has a heading of its own."""
    sections = [Section("Agenda", [Heading(1, "Items"), Paragraph("Talk")]), Section("Key events", [KEY_EVENTS])]
    return paper([Paragraph("For the meeting.")], title="Meeting pack", **other), sections


def in_word(made: bytes) -> docx.document.Document:
    """The Word file, opened again."""
    return docx.Document(io.BytesIO(made))


def parts_of(made: bytes) -> dict[str, bytes]:
    """Everything that is in a Word file, by name."""
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        return {name: package.read(name) for name in package.namelist()}


def pages_of(made: bytes) -> list[str]:
    """What can be read on each page of a PDF."""
    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(made)).pages]
