"""What Word and Excel files have in common: their parts, what each is, and where each leads."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from zipfile import BadZipFile, ZipFile

from cairn.documents.engine.child import xml
from cairn.documents.engine.child.packed import unpackable
from cairn.documents.engine.kinds import OLE, Kind
from cairn.documents.engine.refusing import Fault, NotTaken

TYPES, MAIN = "[Content_Types].xml", "application/vnd.openxmlformats-officedocument.{}.main+xml"
MAIN_OF = {Kind.DOCX: MAIN.format("wordprocessingml.document"), Kind.XLSX: MAIN.format("spreadsheetml.sheet")}
_MACROS = re.compile(r"macroEnabled|vbaProject|vbaData|activeX|customUI", re.I)
_EMBEDDED = re.compile(r"(^|/)embeddings/", re.I)
_PROGRAMS = (b"MZ", b"\x7fELF", b"Rar!", b"7z\xbc\xaf")
_OTHER_WORKBOOKS = ("externalLink", "xlPath", "xlStartup", "xlLibrary", "xlAlternate")
_HARMLESS = re.compile(r"^(https?|mailto|tel|ftp|file):", re.I)
_SCHEME = re.compile(r"^[A-Za-z][A-Za-z0-9+.-]+:")
_ON_A_DISK = re.compile(r"^((file:/*)?[A-Za-z][:|]/|file:///[^/])", re.I)


def parts_of(content: bytes, kind: Kind, *, within: bool = False) -> ZipFile:
    """The parts of a Word or Excel file, each of which is fit to be read. Raises NotTaken for what must not be there.

    A chart in Word keeps its numbers as an Excel file within; such a file is looked at in the same way, and may hold
    none itself.
    """
    packed = unpackable(content)
    names = packed.namelist()
    if TYPES not in names:
        raise NotTaken(Fault.ARCHIVE)
    _check_types(read(packed, TYPES), kind)
    for name in names:
        if _MACROS.search(name):
            raise NotTaken(Fault.MACROS)
        if name.lower().endswith(".rels"):
            _check_links(read(packed, name))
        elif not name.lower().endswith(".xml"):  # those are unpacked once, by whoever looks into the kind
            _check_other(read(packed, name), name, within)
    return packed


def read(packed: ZipFile, name: str) -> bytes:
    """One part, unpacked. Raises NotTaken if it is not what the table of contents says."""
    try:
        return packed.read(name)
    except (BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, KeyError) as wrong:
        raise NotTaken(Fault.DAMAGED) from wrong


def xml_parts(packed: ZipFile) -> Iterator[tuple[str, bytes]]:
    """The parts that are XML, but for those that say where others lead."""
    for name in packed.namelist():
        if name.lower().endswith(".xml") and name != TYPES:
            yield name, read(packed, name)


def _check_types(content: bytes, kind: Kind) -> None:
    found = [element.get("ContentType", "") for element in xml.elements(content)]
    if any(_MACROS.search(media) for media in found):
        raise NotTaken(Fault.MACROS)
    if MAIN_OF[kind] not in found:
        raise NotTaken(Fault.OTHERWISE_NAMED if set(MAIN_OF.values()) & set(found) else Fault.NOT_ON_THE_LIST)


def _check_links(content: bytes) -> None:
    for element in xml.elements(content):
        kind, target = element.get("Type", "").rsplit("/", 1)[-1], element.get("Target", "").strip()
        if kind in ("aFChunk", "control", "oleObject", "subDocument", "frame"):
            raise NotTaken(Fault.SOMETHING_WITHIN)
        if kind in ("vbaProject", "wordVbaData", "attachedToolbars"):
            raise NotTaken(Fault.MACROS)
        if element.get("TargetMode", "").lower() == "external":
            _check_outside(kind, target)


def _check_outside(kind: str, target: str) -> None:
    """A link that a reader may follow is a link; what is fetched by opening the file is not taken."""
    if kind == "hyperlink":
        if _SCHEME.match(target) and not _HARMLESS.match(target):
            raise NotTaken(Fault.STRANGE_LINK)
    elif kind == "attachedTemplate":
        if _is_far(target):  # a template on the writer's own disk is not there for anybody else
            raise NotTaken(Fault.FETCHES_TEMPLATE)
    elif not kind.startswith(_OTHER_WORKBOOKS) or _is_far(target):  # Excel asks before it reads another workbook
        raise NotTaken(Fault.FETCHES)


def _is_far(target: str) -> bool:
    """Whether it lies on another machine: an address, or a share of a server."""
    plain = target.replace("\\", "/")
    return plain.startswith("//") or (bool(_SCHEME.match(plain)) and not _ON_A_DISK.match(plain))


def _check_other(part: bytes, name: str, within: bool) -> None:
    if part.startswith((OLE, *_PROGRAMS)):
        raise NotTaken(Fault.SOMETHING_WITHIN)
    if not part.startswith(b"PK\x03\x04"):
        return
    kind = next((kind for kind in MAIN_OF if name.lower().endswith(f".{kind}")), None)
    if within or kind is None or not _EMBEDDED.search(name):
        raise NotTaken(Fault.SOMETHING_WITHIN)
    packed = parts_of(part, kind, within=True)
    for _name, content in xml_parts(packed):
        for _element in xml.elements(content):
            pass
