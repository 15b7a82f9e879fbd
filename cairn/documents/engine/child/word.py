"""Looking into a Word file, and reading out what it says."""

from __future__ import annotations

import re

from cairn.documents.engine.child import office, xml
from cairn.documents.engine.child.reading import Text
from cairn.documents.engine.kinds import Kind
from cairn.documents.engine.refusing import Fault, NotTaken

BODY = "word/document.xml"
_COMMANDS = re.compile(r"\b(DDE|DDEAUTO)\b", re.I)
_BREAKS = {"p": "\n", "br": "\n", "cr": "\n", "tab": "\t", "tc": "\t"}


def look(content: bytes, reads: bool) -> str:
    """The text of the body, as a reader sees it, without what was deleted. Raises NotTaken for what must not be."""
    packed = office.parts_of(content, Kind.DOCX)
    text = Text(reads)
    for name, part in office.xml_parts(packed):
        _look_into(part, text if name == BODY else Text(False))
    return text.whole


def _look_into(part: bytes, text: Text) -> None:
    """A field may be written in pieces: all are put together, field by field, before they are judged."""
    fields: list[str] = []
    for element in xml.elements(part):
        name = xml.plain(element)
        if name == "instrText":
            fields.append(element.text or "")
        elif name == "fldChar":
            fields.append("\n")
        elif name == "fldSimple":
            fields += [f"\n{value}\n" for key, value in element.items() if key.endswith("}instr")]
        elif name == "t":
            text.add(element.text or "")
        text.add(_BREAKS.get(name, ""))
    if _COMMANDS.search("".join(fields)):
        raise NotTaken(Fault.RUNS_COMMANDS)
