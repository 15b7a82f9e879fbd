"""Word and Excel files are packed. What unpacking comes to is read from the table of contents, before it is done."""

from __future__ import annotations

import re
import stat
import struct
from io import BytesIO
from itertools import pairwise
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from cairn.documents.engine import limits
from cairn.documents.engine.refusing import Fault, NotTaken

_END, _END_BYTES = b"PK\x05\x06", 22
_HEAD_BYTES = 30  # of one part, before its name
_ENCRYPTED = 0x1
_ABSOLUTE = re.compile(r"^([A-Za-z]:|[/\\])")


def unpackable(content: bytes) -> ZipFile:
    """The parts, all within the limits. Raises NotTaken if one is not, or if the file is not packed plainly."""
    _check_end(content)
    try:
        packed = ZipFile(BytesIO(content))
    except (BadZipFile, ValueError, NotImplementedError, struct.error, UnicodeDecodeError) as wrong:
        raise NotTaken(Fault.DAMAGED) from wrong
    parts = packed.infolist()
    _check_sizes(parts)
    for part in parts:
        _check_name(part)
    names = [part.filename.lower() for part in parts]  # Word and Excel do not tell big letters from small
    if len(set(names)) != len(names):
        raise NotTaken(Fault.STRANGE_PARTS)
    _check_places(parts)
    return packed


def _check_end(content: bytes) -> None:
    """The table of contents stands at the very end, reaches to it, and the first part at the very beginning."""
    end = content[-_END_BYTES:]
    if not end.startswith(_END):
        raise NotTaken(Fault.TWO_THINGS if _END in content else Fault.DAMAGED)
    _disk, _first_disk, here, total, size, offset, comment = struct.unpack("<HHHHIIH", end[4:])
    if total > limits.MOST_PARTS or size > limits.MOST_CONTENTS:
        raise NotTaken(Fault.TOO_MANY_PARTS)
    if here != total or comment:
        raise NotTaken(Fault.STRANGE_PARTS)
    if offset + size + _END_BYTES != len(content):
        raise NotTaken(Fault.TWO_THINGS)


def _check_sizes(parts: list[ZipInfo]) -> None:
    if len(parts) > limits.MOST_PARTS:
        raise NotTaken(Fault.TOO_MANY_PARTS)
    for part in parts:
        if part.flag_bits & _ENCRYPTED:
            raise NotTaken(Fault.WITH_PASSWORD)
        if part.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise NotTaken(Fault.STRANGE_PARTS)
        larger = part.file_size > limits.MOST_TIMES_LARGER * max(part.compress_size, 1)
        if larger and part.file_size > limits.FREE_OF_RATIO:
            raise NotTaken(Fault.UNPACKS_TOO_LARGE)
    if sum(part.file_size for part in parts) > limits.MOST_UNPACKED:
        raise NotTaken(Fault.UNPACKS_TOO_LARGE)


def _check_name(part: ZipInfo) -> None:
    """A name that could lead out of a folder, or a part that is a link, is no part of a document."""
    name, kind = part.orig_filename, stat.S_IFMT(part.external_attr >> 16)
    odd = "\0" in name or "\\" in name or _ABSOLUTE.match(name) or ".." in name.split("/") or not name.isprintable()
    if odd or kind not in (0, stat.S_IFREG, stat.S_IFDIR):
        raise NotTaken(Fault.STRANGE_PARTS)


def _check_places(parts: list[ZipInfo]) -> None:
    """No part lies on another: that is how a small file is made to unpack many times."""
    placed = sorted(parts, key=lambda part: part.header_offset)
    if placed and placed[0].header_offset != 0:
        raise NotTaken(Fault.TWO_THINGS)
    for part, after in pairwise(placed):
        if part.header_offset + _HEAD_BYTES + part.compress_size > after.header_offset:
            raise NotTaken(Fault.STRANGE_PARTS)
