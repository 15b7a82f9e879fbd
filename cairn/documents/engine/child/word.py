"""Looking into a Word file, and reading out what it says."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cairn.documents.engine.child import office, xml
from cairn.documents.engine.child.reading import Text
from cairn.documents.engine.kinds import Kind
from cairn.documents.engine.refusing import Fault, NotTaken

BODY = "word/document.xml"
_COMMANDS = re.compile(r"\b(DDE|DDEAUTO)\b", re.I)
_FIELDS = ("instrText", "fldChar", "fldSimple")
_BREAKS = {"p": "\n", "br": "\n", "cr": "\n", "tab": "\t", "tc": "\t"}


def look(content: bytes, reads: bool) -> str:
    """The text of the body, as a reader sees it, without what was deleted. Raises NotTaken for what must not be."""
    text = ""
    for name, part in looked_into(content):
        if reads and name == BODY:
            text = _said(part)
    return text


def looked_into(content: bytes) -> Iterator[tuple[str, xml.Part]]:
    """The parts and their names, each once it was looked into. Raises NotTaken for what must not be.

    Nothing that was read of one is to be used before the last has come: that one may be what is not taken. Each is let
    go when the next is asked for.
    """
    for name, written in office.xml_parts(office.parts_of(content, Kind.DOCX)):
        part = xml.Part(written)
        _no_commands(part)
        yield name, part
        part.let_go()


def _no_commands(part: xml.Part) -> None:
    """A field may be written in pieces: all are put together, field by field, before they are judged."""
    fields: list[str] = []
    for element in part.elements(_FIELDS):
        name = xml.plain(element)
        if name == "instrText":
            fields.append(element.text or "")
        elif name == "fldChar":
            fields.append("\n")
        else:
            fields += [f"\n{value}\n" for key, value in element.items() if key.endswith("}instr")]
    if _COMMANDS.search("".join(fields)):
        raise NotTaken(Fault.RUNS_COMMANDS)


def _said(part: xml.Part) -> str:
    text = Text(True)
    for element in part.elements(("t", *_BREAKS)):
        text.add(element.text or "" if xml.plain(element) == "t" else _BREAKS[xml.plain(element)])
    return text.whole
