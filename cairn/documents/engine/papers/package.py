"""A Word file as its parts: packed without a trace, opened only if it holds nothing but words and pictures.

A letter of the partnership goes out again and again under its name. So a template that would carry somebody's comments
or another file, or would fetch something when it is opened, is refused when it comes in; and what a word processor
keeps about persons and places is left out of every copy.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import resources
from typing import Any

from docx.opc.oxml import serialize_part_xml
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml

FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # the earliest a zip can say: the same parts give the same bytes
MOST_BYTES = 30_000_000  # unpacked; a letter with a crest is a tenth of a megabyte
MOST_PARTS = 500
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
TYPES = "[Content_Types].xml"

NOT_WORD = "This is not a Word document (.docx), or it is damaged. Open it in Word, save it again and send that."
TOO_LARGE = "Unpacked, this Word document is larger than a letter can be."
REVIEWED = "The document still has comments or tracked changes, which name people. Settle them, then send it again."
OUTSIDE = (
    "The document takes something from outside itself when it is opened (a linked picture or file). Put it in instead."
)
HOLDS_FILES = "The document holds another file or a program. Take it out, then send it again."
MAIL_MERGE = "The document is set up for a mail merge. In Word, turn it into a normal document, then send it again."
FIELD_CODE = "The document has a Word field of a kind that is not used here: {code}. Take it out, then send it again."

# What Word itself may work out in a letter. Others fetch files, run programs or ask questions.
FIELD_CODES = frozenset(
    [
        *("PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "PAGEREF", "REF", "NOTEREF", "STYLEREF", "SEQ", "TOC", "TC"),
        *("HYPERLINK", "SYMBOL", "DATE", "TIME", "CREATEDATE", "SAVEDATE", "PRINTDATE", "TITLE"),
        *("FORMTEXT", "FORMCHECKBOX", "FORMDROPDOWN"),
    ]
)
# Relationships by the last word of their type. What is left out tells of people, places or machines.
LEFT_OUT = frozenset({"customXml", "custom-properties", "thumbnail", "people", "attachedTemplate", "printerSettings"})
OTHER_FILES = frozenset(
    {"oleObject", "package", "aFChunk", "vbaProject", "control", "activeXControlBinary", "subDocument"}
)
LINKS = ("http://", "https://", "mailto:")


# What unpacking raises for bytes that are not a whole zip, or are locked with a password.
DAMAGED = (zipfile.BadZipFile, zlib.error, struct.error, OSError, EOFError, RuntimeError, ValueError)


class NotALetter(Exception):
    """A Word file cannot serve as a letter. `sentence` is safe to show and says what to do about it."""

    def __init__(self, sentence: str) -> None:
        super().__init__("A Word file cannot serve as a letter.")
        self.sentence = sentence


def packed(parts: dict[str, bytes]) -> bytes:
    """The parts of a Word file as one file, without a trace of when and where it was packed."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as into:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, FIRST_DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            into.writestr(entry, content)
    return file.getvalue()


@cache
def part(name: str) -> str:
    """One of the parts of our own Word files."""
    return resources.files(__package__).joinpath("word_parts", f"{name}.xml").read_text("utf-8")


def opened(file: bytes) -> dict[str, bytes]:
    """The parts of somebody's Word file, with nothing left that tells of people. Raises NotALetter."""
    parts = _unpacked(file)
    if MAIN.encode() not in parts.get(TYPES, b""):
        raise NotALetter(NOT_WORD)
    trees = {name: read(content) for name, content in parts.items() if name.endswith((".xml", ".rels"))}
    for name, tree in trees.items():
        _refuse_what_must_not_go_out(name, tree)
    gone = _left_out(trees)
    kept = {name: content for name, content in parts.items() if name not in gone}
    kept |= {name: serialize_part_xml(tree) for name, tree in trees.items() if name not in gone}
    about = {"docProps/core.xml": part("core").encode(), "docProps/app.xml": part("app").encode()}
    return kept | {name: content for name, content in about.items() if name in kept}


def read(content: bytes) -> Any:
    """One part as a tree. Raises NotALetter for what is not XML, or defines words of its own.

    The library's parser resolves no entities and fetches nothing. An upload was looked into before it comes here.
    """
    try:
        tree: Any = parse_xml(content)
    except (SyntaxError, ValueError) as wrong:  # what lxml raises is a SyntaxError
        raise NotALetter(NOT_WORD) from wrong
    if tree.getroottree().docinfo.doctype:
        raise NotALetter(NOT_WORD)
    return tree


def _unpacked(file: bytes) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(io.BytesIO(file)) as package:
            entries = [entry for entry in package.infolist() if not entry.is_dir()]
            if len(entries) > MOST_PARTS or sum(entry.file_size for entry in entries) > MOST_BYTES:
                raise NotALetter(TOO_LARGE)
            if any(entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for entry in entries):
                raise NotALetter(NOT_WORD)
            return {entry.filename: package.read(entry) for entry in entries}
    except DAMAGED as wrong:
        raise NotALetter(NOT_WORD) from wrong


def _refuse_what_must_not_go_out(name: str, tree: Any) -> None:
    if name.endswith(".rels"):
        for relationship in tree:
            _refuse_relationship(relationship)
        return
    if any(element.get(qn("w:author")) for element in tree.iter()):
        raise NotALetter(REVIEWED)
    if next(tree.iter(qn("w:mailMerge")), None) is not None:
        raise NotALetter(MAIL_MERGE)
    for code in _field_codes(tree):
        if code and code.upper() not in FIELD_CODES and not code.startswith("="):
            raise NotALetter(FIELD_CODE.format(code=code[:40]))


def _refuse_relationship(relationship: Any) -> None:
    kind = relationship.get("Type", "").rpartition("/")[2]
    if kind in OTHER_FILES:
        raise NotALetter(HOLDS_FILES)
    from_outside = relationship.get("TargetMode") == "External" and kind not in LEFT_OUT
    is_link = kind == "hyperlink" and relationship.get("Target", "").lower().startswith(LINKS)
    if from_outside and not is_link:
        raise NotALetter(OUTSIDE)


def _field_codes(tree: Any) -> Iterator[str]:
    """The name of each Word field: of one in a single element, and of those spread over several, one inside another."""
    for simple in tree.iter(qn("w:fldSimple")):
        yield _first_word(simple.get(qn("w:instr"), ""))
    under_way: list[str] = []
    for mark in tree.iter(qn("w:fldChar"), qn("w:instrText")):
        if mark.tag == qn("w:instrText"):
            if under_way:
                under_way[-1] += mark.text or ""
            else:
                yield _first_word(mark.text or "")
        elif mark.get(qn("w:fldCharType")) == "begin":
            under_way.append("")
        elif mark.get(qn("w:fldCharType")) == "end" and under_way:
            yield _first_word(under_way.pop())
    yield from (_first_word(left) for left in under_way)


def _first_word(text: str) -> str:
    return next(iter(text.split()), "")


def _left_out(trees: dict[str, Any]) -> set[str]:
    """Take out the relationships of what is left out, and name the parts that go with them."""
    gone: set[str] = set()
    for name, tree in trees.items():
        if name.endswith(".rels"):
            folder = name.replace("_rels/", "").rpartition("/")[0]
            for relationship in list(tree):
                if relationship.get("Type", "").rpartition("/")[2] in LEFT_OUT:
                    gone.add(_place(folder, relationship.get("Target", "")))
                    tree.remove(relationship)
        _remove(tree, "w:attachedTemplate", "w:dataBinding")  # bound text would be put back from what is left out
    gone |= {name for name in trees if name.startswith("customXml/")}
    for entry in list(trees[TYPES]):
        if entry.get("PartName", "/").lstrip("/") in gone:
            trees[TYPES].remove(entry)
    return gone


def _place(folder: str, target: str) -> str:
    steps: list[str] = [] if target.startswith("/") else [step for step in folder.split("/") if step]
    for step in target.split("/"):
        if step == "..":
            steps = steps[:-1]
        elif step and step != ".":
            steps.append(step)
    return "/".join(steps)


def _remove(tree: Any, *names: str) -> None:
    for element in list(tree.iter(*map(qn, names))):
        element.getparent().remove(element)


def texts(tree: Any) -> Iterable[list[Any]]:
    """The pieces of text of a part, paragraph by paragraph; what stands in a box in a paragraph is one of its own."""
    found: dict[Any, list[Any]] = {}
    for piece in tree.iter(qn("w:t")):
        found.setdefault(next(piece.iterancestors(qn("w:p")), None), []).append(piece)
    return found.values()
