"""Looking into plain text and CSV."""

from __future__ import annotations

import re

from cairn.documents.engine.limits import MOST_TEXT
from cairn.documents.engine.refusing import Fault, NotTaken

_NOT_WRITTEN = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")


def look(content: bytes, reads: bool) -> str:
    """The text itself, whatever its cells would make a spreadsheet do. Raises NotTaken for what nobody typed."""
    text = decoded(content)
    if _NOT_WRITTEN.search(text):
        raise NotTaken(Fault.NOT_TEXT)
    return text[:MOST_TEXT].strip() if reads else ""


def decoded(content: bytes) -> str:
    """The text, in whichever of the usual encodings it came. Raises NotTaken if it is in none."""
    marked = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ("utf-16",) if marked else ("utf-8-sig", "cp1252"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise NotTaken(Fault.NOT_TEXT)
