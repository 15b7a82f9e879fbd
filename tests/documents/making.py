"""Files put together by hand for the tests: benign ones to begin with, and what may be changed in them."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable

import docx
import openpyxl

Parts = dict[str, bytes]
DAY = (2026, 8, 14, 9, 0, 0)
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
BODY, SHEET = "word/document.xml", "xl/worksheets/sheet1.xml"
BOOK_LINKS = "xl/externalLinks/_rels/externalLink1.xml.rels"
TYPES, WORD_LINKS = "[Content_Types].xml", "word/_rels/document.xml.rels"


def unpacked(content: bytes) -> Parts:
    """The parts of a packed file."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def packed(parts: Iterable[tuple[str | zipfile.ZipInfo, bytes]], how: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Parts packed in this order, doubles and all."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", how) as archive:
        for name, content in parts:
            entry = name if isinstance(name, zipfile.ZipInfo) else zipfile.ZipInfo(name, DAY)
            entry.compress_type = how
            archive.writestr(entry, content)
    return out.getvalue()


def word(*paragraphs: str) -> bytes:
    """A Word file as python-docx makes it."""
    document, out = docx.Document(), io.BytesIO()
    for text in paragraphs or ("Seen at six weeks.",):
        document.add_paragraph(text)
    document.save(out)
    return out.getvalue()


def excel(rows: Iterable[Iterable[object]] = (("Date", "Event"), ("14/8/2026", "Seen"))) -> bytes:
    """An Excel file as openpyxl makes it."""
    book, out = openpyxl.Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(list(row))
    book.save(out)
    return out.getvalue()


_WORD, _EXCEL = unpacked(word()), unpacked(excel())


def word_with(**changed: bytes) -> bytes:
    """A Word file with its body, links or types changed."""
    return word_and({{"body": BODY, "links": WORD_LINKS, "types": TYPES}[name]: part for name, part in changed.items()})


def word_and(more: Parts) -> bytes:
    """A Word file with these parts changed or added."""
    return packed({**_WORD, **more}.items())


def excel_and(more: Parts) -> bytes:
    """An Excel file with these parts changed or added."""
    return packed({**_EXCEL, **more}.items())


def body(inner: str, before: str = "") -> bytes:
    """The body of a Word file."""
    return f'<?xml version="1.0"?>{before}<w:document xmlns:w="{W}"><w:body>{inner}</w:body></w:document>'.encode()


def links(*given: tuple[str, str]) -> bytes:
    """Links that lead out: kind and target of each."""
    inner = "".join(
        f'<Relationship Id="r{place}" Type="{REL}/{kind}" Target="{target}" TargetMode="External"/>'
        for place, (kind, target) in enumerate(given)
    )
    return f'<?xml version="1.0"?><Relationships xmlns="{RELS}">{inner}</Relationships>'.encode()


def types(**replaced: str) -> bytes:
    """The types of the parts of a Word file, with one text put for another."""
    content = _WORD[TYPES].decode()
    for was, now in replaced.items():
        assert was in content
        content = content.replace(was, now)
    return content.encode()


def pdf(*objects: str, root: str = "", page: str = "", trailer: str = "") -> bytes:
    """A PDF of one page; more objects are numbered from 5."""
    stream = "BT /F1 12 Tf 20 100 Td (Seen at six weeks.) Tj ET"
    all_of_them = [
        f"<< /Type /Catalog /Pages 2 0 R {root} >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R"
        f" /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> {page} >>",
        f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
        *objects,
    ]
    out, places = b"%PDF-1.7\n", []
    for number, text in enumerate(all_of_them, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{text}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(all_of_them) + 1
    end = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<< /Size {size} /Root 1 0 R {trailer} >>\n"
    return out + f"{end}startxref\n{len(out)}\n%%EOF\n".encode()


def chunk(name: bytes, content: bytes) -> bytes:
    """One part of a PNG."""
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def png(width: int = 8, height: int = 8, *more: bytes, after: bytes = b"") -> bytes:
    """A grey PNG; its lines are written for a small one only."""
    lines = zlib.compress(
        b"".join(b"\0" + b"\x7f" * width for _ in range(height)) if width * height < 10_000_000 else b""
    )
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    parts = (chunk(b"IHDR", head), *more, chunk(b"IDAT", lines), chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts) + after


def jpeg(width: int = 8, height: int = 8, *, note: bytes = b"", after: bytes = b"") -> bytes:
    """The frame of a JPEG: what a reader of headers sees of one."""
    start = b"\xff\xd8\xff\xe0" + struct.pack(">H5sHBHHBB", 16, b"JFIF\0", 0x0101, 0, 1, 1, 0, 0)
    comment = b"\xff\xfe" + struct.pack(">H", len(note) + 2) + note if note else b""
    frame = b"\xff\xc0" + struct.pack(">HBHHB", 11, 8, height, width, 1) + b"\x01\x11\0"
    scan = b"\xff\xda" + struct.pack(">HB", 8, 1) + b"\x01\0\0\x3f\0" + b"\x12\x34\x56\xff\xd9"
    return start + comment + frame + scan + after
