"""A paper as a tagged PDF that a screen reader can follow (PDF/UA-1). Nothing is fetched while it is made."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from functools import cache
from hashlib import sha256
from importlib import resources
from types import ModuleType
from typing import Any

from cairn.documents.engine.papers.markup import markup
from cairn.documents.engine.papers.paper import Paper, Section, bound

OFF = (
    "PDFs are off on this machine. Whoever runs it can switch them on by installing the Debian packages "
    "libpango-1.0-0, libpangoft2-1.0-0 and libharfbuzz-subset0. The same paper can be had as Word."
)
BOX = "□"
WITHOUT_FONT = (
    f"Some letters stand as {BOX} here, because this machine has no font that shows them. "
    "The Word file of this paper has them all."
)


class PapersOff(Exception):
    """This machine cannot make PDFs. The message is a sentence for whoever asked for one."""

    def __init__(self) -> None:
        super().__init__(OFF)


def write(paper: Paper) -> bytes:
    """The paper as PDF: tagged, A4, marking, page numbers and reader on each page; the same bytes for the same paper.

    Its properties hold the title and nobody's name. A letter that no font of the machine has stands as a box, and a
    note says so. Raises PapersOff where the machine lacks what makes PDFs.
    """
    maker = _maker()
    made, missing = _made(maker, markup(paper))
    if missing:
        made, _ = _made(maker, markup(paper, note=WITHOUT_FONT).translate(dict.fromkeys(missing, BOX)))
    return made


def _made(maker: ModuleType, page: str) -> tuple[bytes, set[int]]:
    """The PDF of a page, and the letters in it that no font of the machine has."""
    missing: set[int] = set()

    def finish(document: Any, file: Any) -> None:
        missing.update(*(font.missing for font in document.fonts.values()))
        _say_what_heads(file.objects)

    style = maker.CSS(string=_style(), url_fetcher=fetching_nothing(maker))
    made: bytes = maker.HTML(string=page, url_fetcher=fetching_nothing(maker)).write_pdf(
        finisher=finish,
        stylesheets=[style],
        pdf_variant="pdf/ua-1",
        pdf_identifier=sha256(page.encode()).digest()[:16],
    )
    return made, missing


def _say_what_heads(objects: Sequence[Any]) -> None:
    """Say of each heading cell whether it heads a column or a row: programs that read aloud ask for it."""
    for cell in objects:
        if isinstance(cell, dict) and cell.get("S") == "/TH":
            row = objects[_number(cell["P"])]
            group = objects[_number(row["P"])]
            cell["A"]["Scope"] = "/Column" if group["S"] == "/THead" else "/Row"


def _number(reference: bytes) -> int:
    return int(reference.split()[0])


def bind(cover: Paper, sections: Sequence[Section]) -> bytes:
    """One PDF of several sections: the cover, its contents with page numbers, the sections, numbered throughout."""
    return write(bound(cover, sections))


def is_on() -> bool:
    """Whether this machine can make PDFs."""
    try:
        _maker()
    except PapersOff:
        return False
    return True


def fetching_nothing(maker: ModuleType) -> object:
    """What the maker asks for pictures and styles: it refuses every address, and stops the work."""
    refusing: object = maker.urls.URLFetcher(allowed_protocols=(), fail_on_errors=True)
    return refusing


def _maker() -> ModuleType:
    try:
        import weasyprint
    except OSError as missing:  # it looks for Pango's libraries as it is imported
        raise PapersOff from missing
    logging.getLogger("weasyprint").disabled = True  # it would log letters of what people wrote
    return weasyprint


@cache
def _style() -> str:
    return resources.files(__package__).joinpath("paper.css").read_text("utf-8")
