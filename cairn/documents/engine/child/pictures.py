"""Looking into a picture: its header and the marks between its parts. The picture itself is never unpacked."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from cairn.documents.engine.limits import MOST_POINTS, MOST_SIDE
from cairn.documents.engine.refusing import Fault, NotTaken

_PNG = b"\x89PNG\r\n\x1a\n"
_OTHER_THINGS = (b"<script", b"<html", b"<!doctype", b"<svg", b"<?php")
_STARTS_OF_PICTURE = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}
_WITHOUT_LENGTH = {0x01, *range(0xD0, 0xD8)}
_SCAN, _END = 0xDA, b"\xff\xd9"


def look(content: bytes, reads: bool) -> str:
    """Nothing is read out. Raises NotTaken for what is no whole picture, is something else too, or is too large."""
    _check_single(content)
    width, height = _png(content) if content.startswith(_PNG) else _jpeg(content)
    if not width or not height:
        raise NotTaken(Fault.DAMAGED)
    if max(width, height) > MOST_SIDE or width * height > MOST_POINTS:
        raise NotTaken(Fault.PICTURE_TOO_LARGE)
    return ""


def _check_single(content: bytes) -> None:
    """A page, a PDF or an archive hidden in a picture opens as such in whatever is told to open it."""
    small = content.lower()
    if b"%pdf-" in small[:1024] or b"PK\x05\x06" in content or any(mark in small for mark in _OTHER_THINGS):
        raise NotTaken(Fault.TWO_THINGS)


def _png(content: bytes) -> tuple[int, int]:
    sizes, at = (0, 0), len(_PNG)
    for name, body, after in _chunks(content, at):
        if (name == b"IHDR") != (at == len(_PNG)):
            raise NotTaken(Fault.DAMAGED)
        if name == b"IHDR":
            sizes = struct.unpack(">II", body[:8])
        at = after
        if name == b"IEND":
            if after != len(content):
                raise NotTaken(Fault.TWO_THINGS)
            return sizes
    raise NotTaken(Fault.DAMAGED)


def _chunks(content: bytes, at: int) -> Iterator[tuple[bytes, bytes, int]]:
    while at + 12 <= len(content):
        length, name = struct.unpack(">I4s", content[at : at + 8])
        after = at + 12 + length
        if after > len(content):
            raise NotTaken(Fault.DAMAGED)
        yield name, content[at + 8 : at + 8 + min(length, 13)], after
        at = after


def _jpeg(content: bytes) -> tuple[int, int]:
    """A telephone may write something of its own behind the picture, but the picture has an end."""
    at, sizes = 2, (0, 0)
    while at + 4 <= len(content) and content[at] == 0xFF:
        mark = content[at + 1]
        if mark == 0xFF or mark in _WITHOUT_LENGTH:
            at += 1 if mark == 0xFF else 2
            continue
        length = int.from_bytes(content[at + 2 : at + 4], "big")
        if mark in _STARTS_OF_PICTURE and at + 9 <= len(content):
            height, width = struct.unpack(">HH", content[at + 5 : at + 9])
            sizes = (width, height)
        if mark == _SCAN and _END in content[at:]:
            return sizes
        if length < 2:
            break
        at += 2 + length
    raise NotTaken(Fault.DAMAGED)
