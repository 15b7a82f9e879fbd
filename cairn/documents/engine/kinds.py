"""What a file is, told from its content. The ending of its name is never believed, and has to agree.

Only what is on the list is taken. Everything else is refused with a sentence that says what to send instead
(`refusing`); the commonest have a sentence each, so that nobody is left guessing.
"""

from __future__ import annotations

from enum import StrEnum

from cairn.documents.engine.names import ending
from cairn.documents.engine.refusing import Fault, NotTaken


class Kind(StrEnum):
    """What is taken."""

    DOCX = "docx"
    XLSX = "xlsx"
    PDF = "pdf"
    CSV = "csv"
    TXT = "txt"
    PNG = "png"
    JPEG = "jpeg"

    @property
    def label(self) -> str:
        """What it is called on a page."""
        return LABELS[self]

    @property
    def media_type(self) -> str:
        """What a browser is told it is."""
        return MEDIA_TYPES[self]

    @property
    def endings(self) -> tuple[str, ...]:
        """The endings that agree with it; the first is the one Cairn gives."""
        return ENDINGS[self]


LABELS = {
    Kind.DOCX: "Word document",
    Kind.XLSX: "Excel workbook",
    Kind.PDF: "PDF",
    Kind.CSV: "CSV table",
    Kind.TXT: "Plain text",
    Kind.PNG: "PNG picture",
    Kind.JPEG: "JPEG picture",
}
_OFFICE = "application/vnd.openxmlformats-officedocument"
MEDIA_TYPES = {
    Kind.DOCX: f"{_OFFICE}.wordprocessingml.document",
    Kind.XLSX: f"{_OFFICE}.spreadsheetml.sheet",
    Kind.PDF: "application/pdf",
    Kind.CSV: "text/csv",
    Kind.TXT: "text/plain",
    Kind.PNG: "image/png",
    Kind.JPEG: "image/jpeg",
}
ENDINGS = {
    Kind.DOCX: ("docx",),
    Kind.XLSX: ("xlsx",),
    Kind.PDF: ("pdf",),
    Kind.CSV: ("csv",),
    Kind.TXT: ("txt",),
    Kind.PNG: ("png",),
    Kind.JPEG: ("jpg", "jpeg"),
}
OF_ENDING = {end: kind for kind, ends in ENDINGS.items() for end in ends}
# What a file begins with, where that alone decides against it.
_REFUSED_BEGINNINGS: tuple[tuple[bytes, Fault], ...] = (
    (b"MZ", Fault.PROGRAM),
    (b"\x7fELF", Fault.PROGRAM),
    (b"\xca\xfe\xba\xbe", Fault.PROGRAM),
    (b"\xcf\xfa\xed\xfe", Fault.PROGRAM),
    (b"\xce\xfa\xed\xfe", Fault.PROGRAM),
    (b"#!", Fault.PROGRAM),
    (b"Rar!", Fault.ARCHIVE),
    (b"7z\xbc\xaf\x27\x1c", Fault.ARCHIVE),
    (b"\x1f\x8b", Fault.ARCHIVE),
    (b"BZh", Fault.ARCHIVE),
    (b"\xfd7zXZ", Fault.ARCHIVE),
    (b"MSCF", Fault.ARCHIVE),
    (b"{\\rtf", Fault.RICH_TEXT),
)
_BEGINNINGS: tuple[tuple[bytes, Kind], ...] = (
    (b"%PDF-", Kind.PDF),
    (b"\x89PNG\r\n\x1a\n", Kind.PNG),
    (b"\xff\xd8\xff", Kind.JPEG),
)
ZIP = b"PK\x03\x04"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
PACKED, PLAIN = (Kind.DOCX, Kind.XLSX), (Kind.CSV, Kind.TXT)
_OF_ENDING_REFUSED = {
    "doc": Fault.OLD_WORD,
    "dot": Fault.OLD_WORD,
    "xls": Fault.OLD_EXCEL,
    "rtf": Fault.RICH_TEXT,
    "eml": Fault.MAIL,
    "msg": Fault.MAIL,
    "docm": Fault.MACROS,
    "dotm": Fault.MACROS,
    "xlsm": Fault.MACROS,
    "xltm": Fault.MACROS,
    "xlsb": Fault.BINARY_EXCEL,
    "zip": Fault.ARCHIVE,
    "htm": Fault.WEB_PAGE,
    "html": Fault.WEB_PAGE,
    "svg": Fault.DRAWING,
}
_MARKUP: tuple[tuple[bytes, Fault], ...] = (
    (b"<svg", Fault.DRAWING),
    (b"<!doctype html", Fault.WEB_PAGE),
    (b"<html", Fault.WEB_PAGE),
    (b"<head>", Fault.WEB_PAGE),
    (b"<body", Fault.WEB_PAGE),
    (b"<script", Fault.WEB_PAGE),
    (b"<iframe", Fault.WEB_PAGE),
)
_LOOKED_AT = 4096  # where markup shows itself


def tell(name: str, content: bytes) -> Kind:
    """What the file is, from how it begins and ends; nothing is unpacked or parsed here.

    Raises NotTaken with the fault that fits. What is in it is looked at elsewhere, in a process of its own.
    """
    if not content:
        raise NotTaken(Fault.EMPTY)
    end = ending(name)
    _refuse_at_sight(end, content)
    named = OF_ENDING.get(end)
    if named is None:
        raise NotTaken(Fault.NOT_ON_THE_LIST)
    found = next((kind for beginning, kind in _BEGINNINGS if content.startswith(beginning)), None)
    packed = content.startswith(ZIP)
    if (found is not None and found is not named) or (packed and named not in PACKED):
        raise NotTaken(Fault.OTHERWISE_NAMED)
    if found is None and not packed and named not in PLAIN:
        raise NotTaken(Fault.NOT_WHAT_IT_SAYS)
    return named


def _refuse_at_sight(end: str, content: bytes) -> None:
    # Letters alone are no proof: what is written of somebody called MZ begins like a program.
    letters = b"\0" not in content[:_LOOKED_AT]
    fault = next(
        (
            fault
            for beginning, fault in _REFUSED_BEGINNINGS
            if content.startswith(beginning) and not (letters and beginning.isalpha())
        ),
        None,
    )
    if content.startswith(OLE):
        fault = _old_office(end, content)
    fault = fault or _markup(content) or _OF_ENDING_REFUSED.get(end)
    if fault is not None:
        raise NotTaken(fault)


def _old_office(end: str, content: bytes) -> Fault:
    if "EncryptedPackage".encode("utf-16-le") in content:
        return Fault.WITH_PASSWORD
    return {"doc": Fault.OLD_WORD, "xls": Fault.OLD_EXCEL, "msg": Fault.MAIL}.get(end, Fault.OLD_OFFICE)


def _markup(content: bytes) -> Fault | None:
    """A page or a drawing, in whichever encoding it comes; text that only speaks of one is text."""
    if content.startswith(ZIP):
        return None
    beginning = content[:_LOOKED_AT].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    known = any(content.startswith(mark) for mark, _kind in _BEGINNINGS)
    if not known and not beginning.startswith(b"<"):
        return None
    return next((fault for mark, fault in _MARKUP if mark in beginning), None)
