"""What a file is, told from its content. The ending of its name is never believed, and has to agree.

Only what is on the list is taken. Everything else is refused with a sentence that says what to send instead; the
commonest have a sentence each, so that nobody is left guessing.
"""

from __future__ import annotations

from enum import StrEnum

from cairn.documents.engine.names import ending
from cairn.documents.engine.refusing import NotTaken


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
    Kind.CSV: "text/csv; charset=utf-8",
    Kind.TXT: "text/plain; charset=utf-8",
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
TAKEN = "Send Word (.docx), Excel (.xlsx), PDF, CSV, plain text, PNG or JPEG."

NOT_ON_THE_LIST = f"Files of this kind are not taken. {TAKEN}"
EMPTY = "The file is empty."
OTHERWISE_NAMED = "What is in the file is not what its name says: it is a {found}, but the name ends in .{ending}."
NOT_A = "The name ends in .{ending}, but the file is not a {named}. It may be damaged: save it again and send that."
OLD_WORD = "This is an old Word file (.doc). Open it in Word, save it as .docx, and send that."
OLD_EXCEL = "This is an old Excel file (.xls). Open it in Excel, save it as .xlsx, and send that."
OLD_OFFICE = "This is a file of an old Office program. Save it as .docx, .xlsx or PDF, and send that."
WITH_PASSWORD = "The file is protected by a password. Save it without one and send it again; Cairn keeps it sealed."
MAIL = "This is a mail message. Save what it says as PDF, save its attachments, and send those."
PROGRAM = "This is a program, and programs are not taken."
WEB_PAGE = "This is a web page, which can hold scripts. Save it as PDF and send that."
DRAWING = "This is a drawing that can hold scripts (SVG). Save it as PNG or PDF and send that."
ARCHIVE = "This is an archive of other files. Unpack it and send the files themselves."
MACROS = "The file holds macros, which are programs. Save it as {plain} without macros and send that."

# What a file begins with, where that alone decides against it.
_REFUSED_BEGINNINGS: tuple[tuple[bytes, str], ...] = (
    (b"MZ", PROGRAM),
    (b"\x7fELF", PROGRAM),
    (b"\xca\xfe\xba\xbe", PROGRAM),
    (b"\xcf\xfa\xed\xfe", PROGRAM),
    (b"\xce\xfa\xed\xfe", PROGRAM),
    (b"#!", PROGRAM),
    (b"Rar!", ARCHIVE),
    (b"7z\xbc\xaf\x27\x1c", ARCHIVE),
    (b"\x1f\x8b", ARCHIVE),
    (b"BZh", ARCHIVE),
    (b"\xfd7zXZ", ARCHIVE),
    (b"MSCF", ARCHIVE),
    (b"{\\rtf", "This is a rich text file (.rtf). Save it as .docx and send that."),
)
_BEGINNINGS: tuple[tuple[bytes, Kind], ...] = (
    (b"%PDF-", Kind.PDF),
    (b"\x89PNG\r\n\x1a\n", Kind.PNG),
    (b"\xff\xd8\xff", Kind.JPEG),
)
_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OF_ENDING_REFUSED = {
    "doc": OLD_WORD,
    "xls": OLD_EXCEL,
    "eml": MAIL,
    "msg": MAIL,
    "docm": MACROS.format(plain=".docx"),
    "dotm": MACROS.format(plain=".docx"),
    "xlsm": MACROS.format(plain=".xlsx"),
    "xltm": MACROS.format(plain=".xlsx"),
    "xlsb": "This is a binary Excel file (.xlsb). Save it as .xlsx and send that.",
    "zip": ARCHIVE,
    "htm": WEB_PAGE,
    "html": WEB_PAGE,
    "svg": DRAWING,
}
_MARKUP: tuple[tuple[bytes, str], ...] = (
    (b"<svg", DRAWING),
    (b"<!doctype html", WEB_PAGE),
    (b"<html", WEB_PAGE),
    (b"<head", WEB_PAGE),
    (b"<body", WEB_PAGE),
    (b"<script", WEB_PAGE),
    (b"<iframe", WEB_PAGE),
)
_LOOKED_AT = 4096  # where markup shows itself


def tell(name: str, content: bytes) -> Kind:
    """What the file is, from how it begins and ends; nothing is unpacked or parsed here.

    Raises NotTaken with the sentence that fits. A container is only named here: what is in it is looked at elsewhere.
    """
    if not content:
        raise NotTaken(EMPTY)
    end = ending(name)
    _refuse_at_sight(end, content)
    named = OF_ENDING.get(end)
    if named is None:
        raise NotTaken(NOT_ON_THE_LIST)
    if content.startswith(_ZIP):
        return _zip(end, named)
    found = next((kind for beginning, kind in _BEGINNINGS if content.startswith(beginning)), None)
    if found is not None and found is not named:
        raise NotTaken(OTHERWISE_NAMED.format(found=found.label, ending=end))
    if found is None and named not in (Kind.CSV, Kind.TXT):
        raise NotTaken(NOT_A.format(ending=end, named=named.label))
    return named


def _refuse_at_sight(end: str, content: bytes) -> None:
    sentence = next((words for beginning, words in _REFUSED_BEGINNINGS if content.startswith(beginning)), "")
    if not sentence and content.startswith(_OLE):
        sentence = _old_office(end, content)
    if not sentence:
        beginning = content[:_LOOKED_AT].lower()
        sentence = next((words for mark, words in _MARKUP if mark in beginning), "")
    if sentence or end in _OF_ENDING_REFUSED:
        raise NotTaken(sentence or _OF_ENDING_REFUSED[end])


def _old_office(end: str, content: bytes) -> str:
    if "EncryptedPackage".encode("utf-16-le") in content:
        return WITH_PASSWORD
    return {"doc": OLD_WORD, "xls": OLD_EXCEL, "msg": MAIL}.get(end, OLD_OFFICE)


def _zip(end: str, named: Kind) -> Kind:
    if named in (Kind.DOCX, Kind.XLSX):
        return named
    raise NotTaken(OTHERWISE_NAMED.format(found="archive or an Office file", ending=end))
