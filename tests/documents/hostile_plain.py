"""Names, text and pictures that are sent in to do harm (T18)."""

from __future__ import annotations

from collections.abc import Iterator

from cairn.documents.engine.refusing import Fault
from tests.documents.hostile import Hostile
from tests.documents.making import chunk, jpeg, png

NAMES = (
    *(("a\r\nSet-Cookie: x=1.txt", Fault.HIDDEN_IN_NAME), ("a\0.txt", Fault.HIDDEN_IN_NAME)),
    *(
        ("a\u202etxt.exe.txt", Fault.HIDDEN_IN_NAME),
        ("a\u200b.txt", Fault.HIDDEN_IN_NAME),
        ("a\x1b[2J.txt", Fault.HIDDEN_IN_NAME),
    ),
    *(("", Fault.NO_NAME), ("...", Fault.NO_NAME), ("a/..", Fault.NO_NAME), (" ", Fault.NO_NAME)),
    *(("../../etc/passwd.txt", None), ("C:\\Users\\Name\\a.txt", None), ("x" * 5_000 + ".txt", None)),
    *(
        ('a"; filename="b.exe.txt', None),
        ("<script>alert(1)</script>.txt", None),
        ("CON.txt", None),
        ("%00%0d%0a.txt", None),
    ),
)


def named() -> Iterator[Hostile]:
    for name, fault in NAMES:
        yield Hostile("name", name, b"Seen at six weeks.", fault)


def words() -> Iterator[Hostile]:
    for content in (
        b"a\0b",
        b"\x01\x02\x03",
        b"a\x1b]0;x\x07b",
        b"\x81\x8d\x8f\x90\x9d",
        b"\xff\xfea\0b",
        b"\xfe\xff\xd8\x00\0a",
    ):
        yield Hostile("not text", "a.txt", content, Fault.NOT_TEXT)
        yield Hostile("not text", "a.csv", content, Fault.NOT_TEXT)
    for formula in (
        b"=cmd|' /C calc'!A0",
        b'=HYPERLINK("http://127.0.0.1/x","y")',
        b"+1+1",
        b"-2",
        b"@SUM(1)",
        b"\t=1+1",
    ):
        yield Hostile("formula", "a.csv", b"name,value\r\nx," + formula + b"\r\n", None)


def pictures() -> Iterator[Hostile]:
    for wide, high in ((100_000, 100_000), (40_000, 10), (10, 40_000), (20_000, 20_000)):
        yield Hostile("picture", "a.png", png(wide, high), Fault.PICTURE_TOO_LARGE)
    for wide, high in ((65_535, 65_535), (65_535, 10), (30_000, 30_000)):
        yield Hostile("picture", "a.jpg", jpeg(wide, high), Fault.PICTURE_TOO_LARGE)
    yield Hostile("picture", "none.png", png(0, 10), Fault.DAMAGED)
    yield Hostile("picture", "none.jpg", jpeg(10, 0), Fault.DAMAGED)
    yield Hostile("picture", "first.png", png()[:8] + chunk(b"tEXt", b"a\0b") + png()[8:], Fault.DAMAGED)
    yield Hostile("picture", "twice.png", png(8, 8, chunk(b"IHDR", b"\0" * 13)), Fault.DAMAGED)
    yield Hostile("picture", "long.png", png()[:8] + b"\x7f\xff\xff\xffIHDR" + b"\0" * 30, Fault.DAMAGED)
    yield Hostile("picture", "still.jpg", b"\xff\xd8\xff\xe0\0\0" + b"\xff\xe0\0\0" * 5, Fault.DAMAGED)
    yield Hostile("picture", "filled.jpg", b"\xff\xd8" + b"\xff" * 500_000, Fault.DAMAGED)
