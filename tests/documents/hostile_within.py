"""Word, Excel and PDF files whose harm lies in what they hold (T18)."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

from pypdf import PdfReader, PdfWriter
from pypdf.generic import DictionaryObject, NameObject, TextStringObject

from cairn.documents.engine.refusing import Fault
from tests.documents.hostile import Hostile
from tests.documents.making import (
    BODY,
    BOOK_LINKS,
    SHEET,
    TYPES,
    WORD_LINKS,
    body,
    excel_and,
    links,
    packed,
    pdf,
    types,
    word,
    word_and,
)

SAYS = "<w:p><w:r><w:t>&e;</w:t></w:r></w:p>"
SETTINGS_LINKS, BOOK = "word/_rels/settings.xml.rels", "xl/externalLinks/externalLink1.xml"
S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def entities(port: int) -> Iterator[Hostile]:
    laughs = '<!DOCTYPE d [<!ENTITY a "ha">' + "".join(
        f'<!ENTITY {name} "{f"&{before};" * 10}">' for before, name in zip("abcdefgh", "bcdefghi", strict=True)
    )
    long = f'<!DOCTYPE d [<!ENTITY e "{"x" * 100_000}">]>'
    told = {
        "laughs": laughs + '<!ENTITY e "&i;">]>',
        "long": long,
        "file": '<!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/passwd">]>',
        "fetch": f'<!DOCTYPE d [<!ENTITY e SYSTEM "http://127.0.0.1:{port}/e">]>',
        "outside": f'<!DOCTYPE d SYSTEM "http://127.0.0.1:{port}/d.dtd">',
        "parameter": f'<!DOCTYPE d [<!ENTITY % p SYSTEM "http://127.0.0.1:{port}/p"> %p;]>',
        "public": f'<!DOCTYPE d PUBLIC "-//X//Y" "http://127.0.0.1:{port}/p">',
    }
    for name, before in told.items():
        group = "entity bomb" if name in ("laughs", "long") else "fetching entity"
        inner = body(SAYS * 50, before).decode()
        yield Hostile(group, f"{name}.docx", word_and({BODY: inner.encode()}), Fault.ENTITIES)
        yield Hostile(group, f"{name}-styles.docx", word_and({"word/styles.xml": inner.encode()}), Fault.ENTITIES)
        yield Hostile(group, f"{name}.xlsx", excel_and({SHEET: inner.encode()}), Fault.ENTITIES)
        wide = inner.replace('version="1.0"', 'version="1.0" encoding="UTF-16"')
        yield Hostile(group, f"{name}-wide.docx", word_and({BODY: wide.encode("utf-16")}), Fault.ENTITIES)
        other = inner.replace('version="1.0"', 'version="1.0" encoding="UTF-32BE"')
        grown = Fault.DAMAGED if group == "entity bomb" else Fault.ENTITIES  # the parser itself stops at the first
        yield Hostile(group, f"{name}-wider.docx", word_and({BODY: other.encode("utf-32-be")}), grown)
        first = types().decode().replace("<Types", f"{before}<Types", 1)
        yield Hostile(group, f"{name}-types.docx", word_and({TYPES: first.encode()}), Fault.ENTITIES)
        led = links().decode().replace("<Relationships", f"{before}<Relationships", 1)
        yield Hostile(group, f"{name}-links.docx", word_and({WORD_LINKS: led.encode()}), Fault.ENTITIES)
    include = f'<x:include xmlns:x="http://www.w3.org/2001/XInclude" href="http://127.0.0.1:{port}/x"/>'
    yield Hostile("fetching entity", "include.docx", word_and({BODY: body(include)}), None)
    sheet = f'<?xml-stylesheet href="http://127.0.0.1:{port}/s" type="text/xsl"?>'
    yield Hostile("fetching entity", "sheet.docx", word_and({BODY: body("<w:p/>", sheet)}), None)


def outside(port: int) -> Iterator[Hostile]:
    here = f"http://127.0.0.1:{port}/x"
    for kind, fault in (
        ("image", Fault.FETCHES),
        ("mailMergeSource", Fault.FETCHES),
        ("video", Fault.FETCHES),
        ("oleObject", Fault.SOMETHING_WITHIN),
        ("frame", Fault.SOMETHING_WITHIN),
        ("subDocument", Fault.SOMETHING_WITHIN),
        ("aFChunk", Fault.SOMETHING_WITHIN),
        ("control", Fault.SOMETHING_WITHIN),
        ("attachedToolbars", Fault.MACROS),
    ):
        yield Hostile("fetching", f"{kind}.docx", word_and({WORD_LINKS: links((kind, here))}), fault)
    for target in (here, "file://127.0.0.1/share/x.dotm", r"\\127.0.0.1\share\x.dotm", r"file:///\\127.0.0.1\s\x.dotm"):
        made = word_and({SETTINGS_LINKS: links(("attachedTemplate", target))})
        yield Hostile("fetching template", "a.docx", made, Fault.FETCHES_TEMPLATE)
    for target in ("javascript:alert(1)", "ms-msdt:/id", "search-ms:query=x", "vbscript:x", "mhtml:http://x!y"):
        yield Hostile("link", "a.docx", word_and({WORD_LINKS: links(("hyperlink", target))}), Fault.STRANGE_LINK)
    for target in (here, r"\\127.0.0.1\share\b.xlsx"):
        made = excel_and({BOOK_LINKS: links(("externalLinkPath", target))})
        yield Hostile("fetching", "a.xlsx", made, Fault.FETCHES)


def macros() -> Iterator[Hostile]:
    macro = types().replace(b"wordprocessingml.document.main", b"x").replace(b"</Types>", b"")
    enabled = "application/vnd.ms-word.document.macroEnabled.main+xml"
    macro += f'<Override PartName="/word/document.xml" ContentType="{enabled}"/></Types>'.encode()
    yield Hostile("macro", "a.docx", word_and({TYPES: macro}), Fault.MACROS)
    for part in ("word/vbaProject.bin", "word/VBAPROJECT.BIN", "word/vbaData.xml", "word/activeX/activeX1.xml"):
        yield Hostile("macro", "b.docx", word_and({part: b"\0\1"}), Fault.MACROS)
    for part in ("xl/vbaProject.bin", "customUI/customUI14.xml", "xl/activeX/activeX1.bin"):
        yield Hostile("macro", "b.xlsx", excel_and({part: b"\0\1"}), Fault.MACROS)
    for name in ("a.docm", "a.dotm", "a.xlsm", "a.xltm"):
        yield Hostile("macro", name, word(), Fault.MACROS)
    renamed = word_and({"word/other.bin": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600})
    yield Hostile("macro", "renamed.docx", renamed, Fault.SOMETHING_WITHIN)


def commands() -> Iterator[Hostile]:
    def field(*pieces: str) -> bytes:
        runs = "".join(f"<w:r><w:instrText>{piece}</w:instrText></w:r>" for piece in pieces)
        return body(f'<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>{runs}</w:p>')

    simple = body('<w:p><w:fldSimple w:instr="DDEAUTO cmd x"/></w:p>')
    for name, part in (
        (BODY, field('DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc"')),
        (BODY, field("DDE", "AUTO", " cmd x")),
        (BODY, field("PAGE").replace(b"</w:p>", b"</w:p><w:p/>") + b""),
        (BODY, simple),
        ("word/header1.xml", field("dde cmd x")),
    ):
        fault = None if b">PAGE<" in part else Fault.RUNS_COMMANDS
        yield Hostile("command", "a.docx", word_and({name: part}), fault)
    for inside in ("ddeLink", "oleLink"):
        part = f'<externalLink xmlns="{S}"><{inside} ddeService="cmd" ddeTopic="/C calc"/></externalLink>'
        yield Hostile("command", "a.xlsx", excel_and({BOOK: part.encode()}), Fault.RUNS_COMMANDS)


def sheets() -> Iterator[Hostile]:
    """Sheets that say they are huge. They are kept as they are: nothing here believes what they say."""
    cell = '<row r="{row}"><c r="{at}" t="inlineStr"><is><t>x</t></is></c></row>'
    for said, row, at in (("A1:XFD1048576", 1, "A1"), ("A1", 1_048_576, "XFD1048576"), ("A1:A99999999999", 1, "A1")):
        inner = cell.format(row=row, at=at)
        part = f'<worksheet xmlns="{S}"><dimension ref="{said}"/><sheetData>{inner}</sheetData></worksheet>'
        yield Hostile("huge sheet", "a.xlsx", excel_and({SHEET: part.encode()}), None)
    deep = "<a>" * 5_000 + "</a>" * 5_000
    yield Hostile("huge sheet", "deep.xlsx", excel_and({SHEET: deep.encode()}), Fault.DAMAGED)
    one = f'<worksheet xmlns="{S}"><c v="{"1" * 11_000_000}"/></worksheet>'
    yield Hostile(
        "huge sheet",
        "long.xlsx",
        packed([(SHEET, one.encode())]),
        Fault.UNPACKS_TOO_LARGE,
    )


ACTS = {
    "script": ("/S /JavaScript /JS (app.alert\\(1\\))", Fault.PDF_SCRIPT),
    "hidden": ("/S /Java#53cript /J#53 (x)", Fault.PDF_SCRIPT),
    "launch": ("/S /Launch /F (cmd.exe)", Fault.PDF_LAUNCHES),
    "hidden-launch": ("/S /L#61unch /F (cmd.exe)", Fault.PDF_LAUNCHES),
    "elsewhere": ("/S /GoToR /F (\\\\\\\\127.0.0.1\\\\a) /D [0 /Fit]", Fault.PDF_LAUNCHES),
    "embedded": ("/S /GoToE /D [0 /Fit]", Fault.PDF_LAUNCHES),
    "sends": ("/S /SubmitForm /F (http://127.0.0.1/)", Fault.PDF_LAUNCHES),
    "imports": ("/S /ImportData /F (a.fdf)", Fault.PDF_LAUNCHES),
    "plays": ("/S /Rendition /OP 0", Fault.PDF_LAUNCHES),
    "sounds": ("/S /Sound", Fault.PDF_LAUNCHES),
    "moves": ("/S /Movie", Fault.PDF_LAUNCHES),
}


def acting() -> Iterator[Hostile]:
    for name, (act, fault) in ACTS.items():
        yield Hostile("pdf acts", f"{name}.pdf", pdf(root=f"/OpenAction << {act} >>"), fault)
        note = f"/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << {act} >> >>]"
        yield Hostile("pdf acts", f"{name}-note.pdf", pdf(page=note), fault)
        after = pdf("<< /S /URI /URI (https://example.org) /Next 6 0 R >>", f"<< {act} >>", root="/AA << /WC 5 0 R >>")
        yield Hostile("pdf acts", f"{name}-next.pdf", after, fault)
    opens = pdf(root="/OpenAction << /S /URI /URI (http://127.0.0.1/) >>")
    yield Hostile("pdf acts", "opens.pdf", opens, Fault.PDF_LAUNCHES)
    for name, root in (
        ("attached", "/Names << /EmbeddedFiles << /Names [(a) << /Type /Filespec /EF << /F 5 0 R >> >>] >> >>"),
        ("names", "/Names << /JavaScript << /Names [(a) << /S /JavaScript /JS (x) >>] >> >>"),
        ("form", "/AcroForm << /XFA [(a) 5 0 R] /Fields [] >>"),
    ):
        fault = {"attached": Fault.PDF_ATTACHMENT, "names": Fault.PDF_SCRIPT, "form": Fault.PDF_FORM}[name]
        yield Hostile("pdf holds", f"{name}.pdf", pdf("<< /Length 1 >>\nstream\nx\nendstream", root=root), fault)
    for kind in ("/FileAttachment", "/RichMedia", "/3D"):
        note = f"/Annots [<< /Type /Annot /Subtype {kind} /Rect [0 0 9 9] >>]"
        yield Hostile("pdf holds", f"{kind[1:]}.pdf", pdf(page=note), Fault.PDF_ATTACHMENT)
    lost = pdf("<< /Type /Embedded#46ile /Length 1 >>\nstream\nx\nendstream")
    yield Hostile("pdf holds", "lost.pdf", lost, Fault.PDF_ATTACHMENT)


def packed_away() -> Iterator[Hostile]:
    """What a writer packs into streams of objects, or locks."""
    for name, given in (("rc4", "RC4-128"), ("aes", "AES-256")):
        for password in ("", "secret"):
            writer, out = PdfWriter(clone_from=PdfReader(BytesIO(pdf()))), BytesIO()
            writer.encrypt(password, "owner", algorithm=given)
            writer.write(out)
            yield Hostile("pdf locked", f"{name}{len(password)}.pdf", out.getvalue(), Fault.WITH_PASSWORD)
    writer, out = PdfWriter(clone_from=PdfReader(BytesIO(pdf()))), BytesIO()
    act = {NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject("x")}
    writer.root_object[NameObject("/OpenAction")] = writer._add_object(DictionaryObject(act))
    writer.write(out)
    yield Hostile("pdf acts", "written.pdf", out.getvalue(), Fault.PDF_SCRIPT)


def looped() -> Iterator[Hostile]:
    plain = pdf()
    yield Hostile("pdf loops", "kids.pdf", plain.replace(b"/Kids [3 0 R]", b"/Kids [2 0 R]"), Fault.DAMAGED)
    yield Hostile(
        "pdf loops", "many.pdf", pdf(page="/Kids [2 0 R]").replace(b"/Type /Page ", b"/Type /Pages"), Fault.DAMAGED
    )
    yield Hostile("pdf loops", "root.pdf", plain.replace(b"/Root 1 0 R", b"/Root 2 0 R"), None)
    yield Hostile("pdf loops", "none.pdf", plain.replace(b"/Root 1 0 R", b"/Rood 1 0 R"), None)
    lost = plain.replace(b"/Type /Catalog", b"/Type /Catalogue").replace(b"/Root 1 0 R", b"/Root 4 0 R")
    yield Hostile("pdf loops", "lost.pdf", lost, Fault.DAMAGED)
    yield Hostile("pdf loops", "before.pdf", pdf(trailer="/Prev 9"), None)
    yield Hostile("pdf loops", "count.pdf", plain.replace(b"/Count 1", b"/Count 9999999"), None)
    yield Hostile("pdf loops", "self.pdf", plain.replace(b"/Length 51", b"/Length 4 0 R"), None)
    yield Hostile("pdf loops", "deep.pdf", pdf("[" * 3_000 + "]" * 3_000), Fault.TOO_MUCH_WORK)
    yield Hostile("pdf loops", "end.pdf", plain.replace(b"%%EOF", b"%%EOG"), Fault.DAMAGED)
    yield Hostile("pdf loops", "table.pdf", plain.replace(b"xref\n0 5", b"xref\n0 999999999"), Fault.DAMAGED)
    yield Hostile("pdf loops", "start.pdf", plain.replace(b"startxref\n", b"startxref\n9"), None)


def slow() -> bytes:
    """A sheet that is within every limit of size and unpacks to more cells than can be read in the time there is."""
    row = b"<row>" + b"".join(b"<c r='%d'/>" % (number * 7919 % 99_991) for number in range(1_500)) + b"</row>"
    part = b"<worksheet><sheetData>" + row * 6_600 + b"</sheetData></worksheet>"
    return excel_and({SHEET: part})
