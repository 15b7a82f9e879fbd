"""Looking into a PDF: every object of it, for what acts, opens or hides; and reading out its text."""

from __future__ import annotations

import logging
import re
import resource
from collections.abc import Iterator
from contextlib import suppress
from importlib import import_module
from io import BytesIO
from typing import Any

from pypdf import PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

from cairn.documents.engine import limits
from cairn.documents.engine.child.reading import Text
from cairn.documents.engine.refusing import Fault, NotTaken

# What pypdf would load when it first meets it, while files can still be opened.
for _name in ("filters", "_codecs._codecs", "generic._image_inline", "generic._font", "xmp"):
    import_module(f"pypdf.{_name}")
# What pypdf makes of a strange file is nobody's to read; what anybody else logs is not its to silence.
logging.getLogger("pypdf").setLevel(logging.CRITICAL + 1)

_END, _ROOM_AFTER_END = b"%%EOF", 1024
_SECONDS_OF_READING = 3.0  # of the five; then what was read until there is given

# A key that says it all, whatever its value; and what an action may not be.
KEYS = {
    "/JS": Fault.PDF_SCRIPT,
    "/JavaScript": Fault.PDF_SCRIPT,
    "/XFA": Fault.PDF_FORM,
    "/EmbeddedFiles": Fault.PDF_ATTACHMENT,
    "/EF": Fault.PDF_ATTACHMENT,
    "/RichMediaContent": Fault.PDF_ATTACHMENT,
}
ACTIONS = {
    "/JavaScript": Fault.PDF_SCRIPT,
    "/Launch": Fault.PDF_LAUNCHES,
    "/GoToR": Fault.PDF_LAUNCHES,
    "/GoToE": Fault.PDF_LAUNCHES,
    "/ImportData": Fault.PDF_LAUNCHES,
    "/SubmitForm": Fault.PDF_LAUNCHES,
    "/Rendition": Fault.PDF_LAUNCHES,
    "/Movie": Fault.PDF_LAUNCHES,
    "/Sound": Fault.PDF_LAUNCHES,
}
TYPES = {"/EmbeddedFile": Fault.PDF_ATTACHMENT}
# Written plainly, they are found even where no table leads to them.
_PLAIN = re.compile(rb"/(JavaScript|Launch|EmbeddedFile|RichMedia)\b")
_PLAIN_FAULTS = {
    b"JavaScript": Fault.PDF_SCRIPT,
    b"Launch": Fault.PDF_LAUNCHES,
    b"EmbeddedFile": Fault.PDF_ATTACHMENT,
    b"RichMedia": Fault.PDF_ATTACHMENT,
}
NOTES = {"/FileAttachment": Fault.PDF_ATTACHMENT, "/RichMedia": Fault.PDF_ATTACHMENT, "/3D": Fault.PDF_ATTACHMENT}
STARTS_BY_ITSELF = ("/URI",)  # a link somebody may follow is a link; one that follows itself is not


def look(content: bytes, reads: bool) -> str:
    """The text of the pages, up to a limit of length and time. Raises NotTaken for what must not be there."""
    _check_single(content)
    reader = PdfReader(BytesIO(content), strict=False)
    if reader.is_encrypted:
        raise NotTaken(Fault.WITH_PASSWORD)
    for found in _objects(reader):
        _check(found)
    _check_opening(reader.root_object)
    if len(reader.pages) > limits.MOST_PAGES:
        raise NotTaken(Fault.TOO_MANY_PAGES)
    return _text(reader, Text(reads))


def _check_single(content: bytes) -> None:
    end = content.rfind(_END)
    if end < 0:
        raise NotTaken(Fault.DAMAGED)
    plain = _PLAIN.search(content)
    if plain:
        raise NotTaken(_PLAIN_FAULTS[plain[1]])
    if b"PK\x05\x06" in content[-66_000:] or len(content[end + len(_END) :].strip(b"\0\r\n\t ")) > _ROOM_AFTER_END:
        raise NotTaken(Fault.TWO_THINGS)


def _objects(reader: PdfReader) -> Iterator[Any]:
    """Every object of the file, whether or not anything leads to it, and the trailer."""
    known = {(number, generation) for generation, table in reader.xref.items() for number in table}
    known |= {(number, 0) for number in reader.xref_objStm}
    if len(known) > limits.MOST_PDF_OBJECTS:
        raise NotTaken(Fault.TOO_MANY_PAGES)
    yield reader.trailer
    for number, generation in sorted(known):
        yield reader.get_object(IndirectObject(number, generation, reader))


def _check(found: Any) -> None:
    """What stands directly in one object; what it points to is an object of its own."""
    waiting = [found]
    while waiting:
        here = waiting.pop()
        if isinstance(here, DictionaryObject):
            _check_one(here)
            waiting += [here.raw_get(key) for key in here]
        elif isinstance(here, ArrayObject):
            waiting += list(list.__iter__(here))


def _check_one(here: DictionaryObject) -> None:
    raw = {str(key): here.raw_get(key) for key in here}
    faults = [KEYS.get(key) for key in raw]
    for key, table in (("/S", ACTIONS), ("/Type", TYPES), ("/Subtype", NOTES)):
        faults.append(table.get(str(raw.get(key, ""))))
    fault = next((fault for fault in faults if fault is not None), None)
    if fault is not None:
        raise NotTaken(fault)


def _check_opening(root: DictionaryObject) -> None:
    opening = root.get("/OpenAction")
    if isinstance(opening, DictionaryObject) and str(opening.get("/S", "")) in STARTS_BY_ITSELF:
        raise NotTaken(Fault.PDF_LAUNCHES)


def _text(reader: PdfReader, text: Text) -> str:
    """What can be read: a page that cannot is passed over, because the file itself is in order."""
    until = _worked() + _SECONDS_OF_READING
    for page in reader.pages if text.wanted else ():
        if text.full or _worked() > until:
            break
        with suppress(PyPdfError, ValueError, TypeError, AttributeError, LookupError, ArithmeticError, ImportError):
            text.add(f"{page.extract_text()}\n")
    return text.whole


def _worked() -> float:
    """Seconds of work this process has done."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_utime
