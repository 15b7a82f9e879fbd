"""Which parser looks into which kind, loaded before the process gives up the right to open files."""

from __future__ import annotations

import codecs
from collections.abc import Callable
from importlib import import_module

from cairn.documents.engine.kinds import Kind

Look = Callable[[bytes, bool], str]  # the content, and whether to read it out -> its text

PARSERS = {
    Kind.DOCX: "word",
    Kind.XLSX: "excel",
    Kind.PDF: "pdf",
    Kind.CSV: "words",
    Kind.TXT: "words",
    Kind.PNG: "pictures",
    Kind.JPEG: "pictures",
}
# Encodings that documents use; looked up by name, each would otherwise be loaded when it is first met.
ENCODINGS = (
    *("ascii", "latin_1", "cp1252", "cp437", "mac_roman", "charmap"),
    *("utf_8", "utf_8_sig", "utf_16", "utf_16_le", "utf_16_be"),
)


def ready(kind: Kind) -> Look:
    """What looks into a file of this kind, with everything it will need already loaded."""
    for encoding in ENCODINGS:
        codecs.lookup(encoding)
    look: Look = import_module(f"cairn.documents.engine.child.{PARSERS[kind]}").look
    return look
