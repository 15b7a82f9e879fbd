"""Files that somebody sends in to do harm, made anew each time: at least 150, in at least fifteen classes (T18)."""

from __future__ import annotations

import gzip
import io
import secrets
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass

from cairn.documents.engine.refusing import Fault
from tests.documents.making import (
    BODY,
    DAY,
    SHEET,
    body,
    chunk,
    excel,
    excel_and,
    jpeg,
    packed,
    pdf,
    png,
    unpacked,
    word,
    word_and,
)

SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>fetch("http://127.0.0.1:%d/svg")</script></svg>'
PAGE = b'<!DOCTYPE html><html><body><script src="http://127.0.0.1:%d/page"></script></body></html>'
MZ = b"MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff\0\0" + b"\0" * 100
ELF = b"\x7fELF\x02\x01\x01\0" + b"\0" * 100
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
LOCKED = OLE + "EncryptedPackage".encode("utf-16-le")
MANY = 4_000


@dataclass(frozen=True)
class Hostile:
    """One file: its class, the name it comes under, what is in it, and what it is refused for; none if it is inert."""

    group: str
    name: str
    content: bytes
    fault: Fault | None


def zeros(megabytes: int) -> Iterator[bytes]:
    for _ in range(megabytes):
        yield b"0" * 1024 * 1024


def bomb(base: bytes, name: str, megabytes: int) -> bytes:
    """A packed file in which one part unpacks to so many megabytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, content in unpacked(base).items():
            if part != name:
                archive.writestr(part, content)
        with archive.open(name, "w") as handle:
            for piece in zeros(megabytes):
                handle.write(piece)
    return out.getvalue()


def overlapping() -> bytes:
    """Two entries of the table of contents that lead to the same bytes."""
    content = packed([("a.xml", b"x" * 5_000), ("b.xml", b"y" * 5_000)], zipfile.ZIP_STORED)
    second = content.rindex(b"PK\x01\x02")
    return content[: second + 42] + b"\0\0\0\0" + content[second + 46 :]


def said_smaller() -> bytes:
    """A part that says it unpacks to ten bytes, and does not stop there."""
    content = bytearray(word_and({"word/more.xml": b"<a>" + b"0" * 100_000 + b"</a>"}))
    at = content.rindex(b"word/more.xml") - 46
    content[at + 24 : at + 28] = (10).to_bytes(4, "little")
    return bytes(content)


def said_larger() -> bytes:
    """Parts none of which unpacks to too much, and that do so together."""
    content = bytearray(packed([(f"{number}.xml", secrets.token_bytes(400_000)) for number in range(4)]))
    for number in range(4):
        at = content.rindex(f"{number}.xml".encode()) - 46
        content[at + 24 : at + 28] = (60 * 1024 * 1024).to_bytes(4, "little")
    return bytes(content)


def in_front(before: bytes, parts: bytes) -> bytes:
    """Something in front of the parts, with their table of contents set right."""
    out = io.BytesIO(before)
    with zipfile.ZipFile(out, "a") as archive:
        for name, content in unpacked(parts).items():
            archive.writestr(name, content)
    return out.getvalue()


def bombs() -> Iterator[Hostile]:
    for base, part, name in (
        (word(), BODY, "a.docx"),
        (excel(), SHEET, "a.xlsx"),
        (word(), "word/media/x.png", "b.docx"),
    ):
        for megabytes in (2, 100, 400):
            yield Hostile("bomb", name, bomb(base, part, megabytes), Fault.UNPACKS_TOO_LARGE)
    many = [(f"word/part{number}.xml", b"") for number in range(MANY)]
    yield Hostile("bomb", "many.docx", packed([*unpacked(word()).items(), *many]), Fault.TOO_MANY_PARTS)
    yield Hostile("bomb", "overlap.docx", overlapping(), Fault.STRANGE_PARTS)
    yield Hostile("bomb", "sum.docx", said_larger(), Fault.UNPACKS_TOO_LARGE)
    fewer = bytearray(packed([*unpacked(word()).items(), *many]))
    fewer[-14:-10] = b"\x05\0\x05\0"
    yield Hostile("bomb", "fewer.docx", bytes(fewer), Fault.TOO_MANY_PARTS)
    split = bytearray(word())
    split[-14:-12] = b"\x01\0"
    yield Hostile("bomb", "split.docx", bytes(split), Fault.STRANGE_PARTS)
    yield Hostile("bomb", "liar.docx", said_smaller(), Fault.DAMAGED)
    yield Hostile("bomb", "bz2.docx", packed(unpacked(word()).items(), zipfile.ZIP_BZIP2), Fault.STRANGE_PARTS)
    yield Hostile("bomb", "lzma.xlsx", packed(unpacked(excel()).items(), zipfile.ZIP_LZMA), Fault.STRANGE_PARTS)


def archives() -> Iterator[Hostile]:
    plain = packed([("a.txt", b"a")])
    twice = packed([("b.zip", packed([("c.zip", plain)]))])
    yield Hostile("archive", "a.zip", plain, Fault.ARCHIVE)
    yield Hostile("archive", "a.docx", plain, Fault.ARCHIVE)
    yield Hostile("archive", "a.xlsx", twice, Fault.ARCHIVE)
    yield Hostile("archive", "within.docx", word_and({"word/embeddings/a.zip": plain}), Fault.SOMETHING_WITHIN)
    yield Hostile("archive", "hidden.docx", word_and({"word/media/image1.png": twice}), Fault.SOMETHING_WITHIN)
    deep = word_and({"word/embeddings/a.xlsx": excel_and({"xl/embeddings/b.docx": word()})})
    yield Hostile("archive", "deep.docx", deep, Fault.SOMETHING_WITHIN)
    yield Hostile("archive", "strange.xlsx", excel_and({"xl/embeddings/b.xlsx": plain}), Fault.ARCHIVE)
    for name, content in (("a.gz", gzip.compress(b"a")), ("a.txt", gzip.compress(b"a")), ("a.rar", b"Rar!\x1a\x07\0")):
        yield Hostile("archive", name, content, Fault.ARCHIVE)
    yield Hostile("archive", "a.7z", b"7z\xbc\xaf\x27\x1c\0\x04", Fault.ARCHIVE)
    yield Hostile("archive", "a.csv", b"7z\xbc\xaf\x27\x1c\0\x04", Fault.ARCHIVE)


def entry(name: str, mode: int = 0o100644) -> zipfile.ZipInfo:
    made = zipfile.ZipInfo(name, DAY)
    made.external_attr = mode << 16
    return made


def paths() -> Iterator[Hostile]:
    for base, name in ((word(), "a.docx"), (excel(), "a.xlsx")):
        parts = list(unpacked(base).items())
        for path in ("../up", "word/../../up", "/etc/cron.d/up", "C:/up", "..\\up", "word\\up", "a\rb", "a\u202eb"):
            yield Hostile("path", name, packed([*parts, (entry(path), b"up")]), Fault.STRANGE_PARTS)
        zero = packed([*parts, (entry("word/upZexe"), b"up")]).replace(b"word/upZexe", b"word/up\0exe")
        yield Hostile("path", name, zero, Fault.STRANGE_PARTS)
        yield Hostile("path", name, packed([*parts, (parts[1][0].upper(), b"up")]), Fault.STRANGE_PARTS)
        for mode in (0o120777, 0o010644, 0o060644, 0o140644):  # a link, a pipe, a device, a socket
            yield Hostile("link", name, packed([*parts, (entry("word/up", mode), b"/etc/passwd")]), Fault.STRANGE_PARTS)


def markup(port: int) -> Iterator[Hostile]:
    svg, page = SVG % port, PAGE % port
    for name in ("a.png", "a.jpg", "a.pdf", "a.docx", "a.txt", "a.csv", "a.svg"):
        yield Hostile("markup", name, b'<?xml version="1.0"?>' + svg, Fault.DRAWING)
    for name in ("a.png", "a.xlsx", "a.pdf", "a.txt", "a.html", "a.htm"):
        yield Hostile("markup", name, page, Fault.WEB_PAGE)
    yield Hostile("markup", "bom.txt", b"\xef\xbb\xbf \n" + page, Fault.WEB_PAGE)
    yield Hostile("markup", "wide.txt", page.decode().encode("utf-16"), Fault.WEB_PAGE)
    yield Hostile("markup", "speaks.txt", b"The page began with <html> and a <script>, she said.", None)


def programs() -> Iterator[Hostile]:
    for name in ("a.exe", "a.docx", "a.xlsx", "a.pdf", "a.png", "a.jpeg", "a.csv", "a.txt"):
        yield Hostile("program", name, MZ, Fault.PROGRAM)
        yield Hostile("program", name, ELF, Fault.PROGRAM)
    yield Hostile("program", "run.txt", b"#!/bin/sh\ntouch /tmp/cairn-was-run\n", Fault.PROGRAM)
    yield Hostile("program", "a.docx", b"\xca\xfe\xba\xbe\0\0\0\x34" + b"\0" * 50, Fault.PROGRAM)
    yield Hostile("program", "run.bat", b"@echo off\r\nstart calc\r\n", Fault.NOT_ON_THE_LIST)
    yield Hostile("program", "run.js", b"require('child_process')", Fault.NOT_ON_THE_LIST)
    yield Hostile("program", "within.docx", word_and({"word/media/a.png": MZ}), Fault.SOMETHING_WITHIN)


def old_office() -> Iterator[Hostile]:
    for name, fault in (
        ("a.doc", Fault.OLD_WORD),
        ("a.xls", Fault.OLD_EXCEL),
        ("a.ppt", Fault.OLD_OFFICE),
        ("a.msg", Fault.MAIL),
        ("a.docx", Fault.OLD_OFFICE),
        ("a.pdf", Fault.OLD_OFFICE),
    ):
        yield Hostile("old office", name, OLE, fault)
    for name in ("a.docx", "a.xlsx", "a.doc"):
        yield Hostile("encrypted", name, LOCKED, Fault.WITH_PASSWORD)
    parts = bytearray(packed([("a.xml", b"a")]))
    parts[6] |= 1
    parts[parts.rindex(b"PK\x01\x02") + 8] |= 1
    yield Hostile("encrypted", "zip.docx", bytes(parts), Fault.WITH_PASSWORD)
    yield Hostile("old office", "a.rtf", b"{\\rtf1 hello}", Fault.RICH_TEXT)
    yield Hostile("old office", "a.docx", b"{\\rtf1 {\\object\\objdata 0105}}", Fault.RICH_TEXT)
    yield Hostile("old office", "a.xlsb", word(), Fault.BINARY_EXCEL)
    yield Hostile("mail", "a.eml", b"From: a@b\r\nSubject: c\r\n\r\n<html>", Fault.MAIL)


def two_things(port: int) -> Iterator[Hostile]:
    archive, page = packed([("a.html", PAGE % port)]), PAGE % port
    yield Hostile("polyglot", "a.pdf", pdf() + archive, Fault.TWO_THINGS)
    yield Hostile("polyglot", "b.pdf", pdf() + b"\n" + b"x" * 2_000, Fault.TWO_THINGS)
    yield Hostile("polyglot", "c.pdf", pdf().replace(b"%PDF-1.7\n", b"%PDF-1.7\n%" + page + b"\n"), Fault.WEB_PAGE)
    yield Hostile("polyglot", "a.png", png(after=archive), Fault.TWO_THINGS)
    yield Hostile("polyglot", "b.png", png(after=b"\0"), Fault.TWO_THINGS)
    yield Hostile("polyglot", "c.png", png(8, 8, chunk(b"tEXt", b"a\0" + b"%PDF-1.7")), Fault.TWO_THINGS)
    yield Hostile("polyglot", "d.png", png(8, 8, chunk(b"tEXt", b"a\0" + b"z" * 5_000 + page)), Fault.TWO_THINGS)
    yield Hostile("polyglot", "e.png", png(8, 8, chunk(b"tEXt", b"a\0<?php system(1)?>")), Fault.TWO_THINGS)
    yield Hostile("polyglot", "a.jpg", jpeg(after=archive), Fault.TWO_THINGS)
    yield Hostile("polyglot", "b.jpg", jpeg(note=b"%PDF-1.7"), Fault.TWO_THINGS)
    yield Hostile("polyglot", "c.jpg", jpeg(after=b"z" * 5_000 + page), Fault.TWO_THINGS)
    yield Hostile("polyglot", "d.jpg", jpeg(note=SVG % port), Fault.DRAWING)
    yield Hostile("polyglot", "a.docx", word() + page, Fault.TWO_THINGS)
    yield Hostile("polyglot", "b.docx", word()[:-2] + len(page).to_bytes(2, "little") + page, Fault.TWO_THINGS)
    yield Hostile("polyglot", "c.docx", MZ + word(), Fault.PROGRAM)
    yield Hostile("polyglot", "e.docx", in_front(b"PK\x03\x04" + b"x" * 60, word()), Fault.TWO_THINGS)
    yield Hostile("polyglot", "d.docx", b"PK\x03\x04" + b"x" * 60 + word(), Fault.TWO_THINGS)


def cut_short() -> Iterator[Hostile]:
    whole = (("a.docx", word()), ("a.xlsx", excel()), ("a.pdf", pdf()), ("a.png", png(60, 60)), ("a.jpg", jpeg()))
    for name, content in whole:
        for part in (2, 3, 10):
            cut = content[: len(content) - len(content) // part]
            yield Hostile("cut short", name, cut, Fault.DAMAGED)
    torn = word().replace(b"PK\x01\x02", b"PK\x01\x03")
    yield Hostile("cut short", "torn.docx", torn, Fault.DAMAGED)
    yield Hostile("cut short", "body.docx", word_and({BODY: body("<w:p>")[:-20]}), Fault.DAMAGED)
    yield Hostile("cut short", "empty.docx", b"", Fault.EMPTY)


def otherwise_named() -> Iterator[Hostile]:
    for name, content in (
        ("a.docx", pdf()),
        ("a.txt", pdf()),
        ("a.csv", word()),
        ("a.pdf", excel()),
        ("a.xlsx", word()),
        ("a.docx", excel()),
        ("a.jpg", png()),
        ("a.png", jpeg()),
    ):
        yield Hostile("otherwise named", name, content, Fault.OTHERWISE_NAMED)
    for name in ("a.pdf", "a.png", "a.docx"):
        yield Hostile("otherwise named", name, b"Seen at six weeks.", Fault.NOT_WHAT_IT_SAYS)
    for name in ("a", "a.odt", "a.pptx", "a.docx.exe", "a.pdf .", "docx"):
        yield Hostile("otherwise named", name, word(), Fault.NOT_ON_THE_LIST)
