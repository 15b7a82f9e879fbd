"""At least a hundred files as agencies send them, made anew each time: nearly all must be taken (T18)."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date

import docx
import openpyxl
from docx.shared import Cm
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.drawing.image import Image as SheetImage
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table
from PIL import Image
from pypdf import PdfReader, PdfWriter
from weasyprint import HTML

from cairn.documents.engine.papers import pdf as as_pdf
from cairn.documents.engine.papers import word as as_word
from tests.documents.making import (
    BODY,
    BOOK_LINKS,
    body,
    excel,
    excel_and,
    jpeg,
    links,
    packed,
    pdf,
    png,
    unpacked,
    word,
    word_and,
)
from tests.documents.papers import pack, paper

Benign = tuple[str, bytes]
TEXTS = (
    "Seen at six weeks. Discharged.",
    "Mother: “she’s fine” – café, naïve, Łódź",
    "Ystrad Mynach: ysgol gynradd",
    "Zażółć gęślą jaźń",
    "اطلاعات",
    "孩子",
    "The page said <html> & nothing else.",
    "MZ was seen by the GP.",
)


def picture(mode: str = "RGB", kind: str = "PNG", size: tuple[int, int] = (60, 40), **facts: object) -> bytes:
    """A picture as Pillow writes it."""
    out = io.BytesIO()
    Image.new(mode, size, 100 if mode in ("L", "P") else None).save(out, kind, **facts)
    return out.getvalue()


def words() -> Iterator[Benign]:
    for number, text in enumerate(TEXTS):
        yield f"{number}.txt", text.encode()
        yield f"{number}-bom.txt", text.encode("utf-8-sig")
        yield f"{number}-wide.txt", text.encode("utf-16")
    yield "windows.txt", "Mother: “she’s fine” – 25 % £".encode("cp1252")
    yield "page.txt", b"one\x0ctwo\r\nthree"
    for number, apart in enumerate((",", ";", "\t", "|")):
        rows = "\r\n".join(apart.join(("14/8/2026", "Seen", f'"{text}"', "=1+1")) for text in TEXTS)
        yield f"{number}.csv", rows.encode()
        yield f"{number}-bom.csv", rows.encode("utf-8-sig")


def documents() -> Iterator[Benign]:
    for number, text in enumerate(TEXTS):
        yield f"{number}.docx", word(text)
    for number, rows in enumerate((2, 50, 400)):
        made = docx.Document()
        table = made.add_table(0, 4)
        for row in range(rows):
            for cell, words_ in zip(table.add_row().cells, ("14/8/2026", "09:00", "GP", f"Event {row}"), strict=True):
                cell.text = words_
        yield from saved(made, f"table{number}.docx")
    made = docx.Document()
    made.add_heading("Chronology", 1)
    made.add_picture(io.BytesIO(picture()), Cm(3))
    made.add_picture(io.BytesIO(picture("RGB", "JPEG")), Cm(3))
    made.sections[0].header.paragraphs[0].text = "Official-Sensitive"
    made.core_properties.author = "A named nurse"
    made.add_paragraph("A point", style="List Bullet")
    made.add_page_break()
    yield from saved(made, "pictures.docx")
    yield "link.docx", word_and({"word/_rels/document.xml.rels": with_link("https://example.org/a?b=c")})
    yield "mail.docx", word_and({"word/_rels/document.xml.rels": with_link("mailto:a@example.org")})
    yield "share.docx", word_and({"word/_rels/document.xml.rels": with_link(r"\\server\share\policy.docx")})
    for number, target in enumerate(
        ("file:///C:\\Users\\x\\House%20style.dotm", "Normal.dotm", "file:///home/x/a.ott")
    ):
        yield f"style{number}.docx", word_and({"word/_rels/settings.xml.rels": links(("attachedTemplate", target))})
    yield "chart.docx", word_and({"word/embeddings/Microsoft_Excel_Sheet1.xlsx": excel()})
    yield "fields.docx", word_and({BODY: body("<w:p><w:r><w:instrText> PAGE </w:instrText></w:r></w:p>")})
    removed = '<w:p><w:del w:id="1"><w:r><w:delText>gone</w:delText></w:r></w:del><w:r><w:t>kept</w:t></w:r></w:p>'
    yield "changes.docx", word_and({BODY: body(removed)})
    yield "stored.docx", packed(unpacked(word()).items(), 0)


def with_link(target: str) -> bytes:
    """The links of a Word file, and one more that a reader may follow."""
    there = unpacked(word())["word/_rels/document.xml.rels"]
    one = links(("hyperlink", target)).decode().split("<Relationship ")[1].split("/>")[0]
    return there.replace(b"</Relationships>", f"<Relationship {one}/></Relationships>".encode())


def saved(made: object, name: str) -> Iterator[Benign]:
    out = io.BytesIO()
    made.save(out)  # type: ignore[attr-defined]
    yield name, out.getvalue()


def workbooks() -> Iterator[Benign]:
    for number, text in enumerate(TEXTS):
        yield f"{number}.xlsx", excel([("Date", "Event"), (date(2026, 8, 14), text), ("=1+1", f"'{text}")])
    yield "long.xlsx", excel([(number, "GP", f"Event {number}") for number in range(5_000)])
    yield "wide.xlsx", excel([range(300)] * 20)
    made = openpyxl.Workbook()
    for number in range(30):
        made.create_sheet(f"Year {number}").append([1, 2, 3])
    made["Year 1"].sheet_state = "hidden"
    yield from saved(made, "sheets.xlsx")
    made = openpyxl.Workbook()
    sheet = made.active
    for row in range(10):
        sheet.append([row, row * 2, "x"])
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=1, min_row=1, max_row=10))
    sheet.add_chart(chart, "E1")
    sheet.add_image(SheetImage(io.BytesIO(picture())), "E20")
    sheet["A1"].comment = Comment("Checked", "A nurse")
    sheet["B1"].hyperlink = "https://example.org"
    sheet.merge_cells("F1:G2")
    sheet.add_data_validation(DataValidation("list", formula1='"yes,no"'))
    yield from saved(made, "all.xlsx")
    for number, target in enumerate(("other.xlsx", "file:///C:\\Users\\x\\other.xlsx")):
        yield f"other{number}.xlsx", excel_and({BOOK_LINKS: links(("externalLinkPath", target))})
    made = openpyxl.Workbook()
    for row in (("Name", "Value"), ("a", 1)):
        made.active.append(row)
    made.active.add_table(Table(displayName="T", ref="A1:B2"))
    yield from saved(made, "table.xlsx")


def pdfs() -> Iterator[Benign]:
    for number, text in enumerate(TEXTS):
        yield f"{number}.pdf", HTML(string=f"<h1>Report</h1><p>{text.replace('<', '&lt;')}</p>").write_pdf()
    page = "<html lang='en'><title>T</title><h1 id='a'>T</h1><a href='https://example.org'>l</a><a href='#a'>up</a>"
    yield "ua.pdf", HTML(string=page).write_pdf(pdf_variant="pdf/ua-1")
    yield "form.pdf", HTML(string="<form><input name='a'></form>").write_pdf(pdf_forms=True)
    long = HTML(string="<p style='break-after: page'>page</p>" * 60).write_pdf()
    yield "long.pdf", long
    yield "hand.pdf", pdf()
    yield "opens.pdf", pdf(root="/OpenAction [3 0 R /Fit]")
    yield "after.pdf", pdf() + b"\r\n"
    writer, out = PdfWriter(), io.BytesIO()
    for source in (long, pdf()):
        writer.append(PdfReader(io.BytesIO(source)))
    writer.compress_identical_objects()
    writer.write(out)
    yield "bound.pdf", out.getvalue()


def pictures() -> Iterator[Benign]:
    for mode in ("RGB", "RGBA", "L", "LA", "P", "1", "I;16"):
        yield f"{mode[:4].replace(';', '')}.png", picture(mode)
    for mode in ("RGB", "L", "CMYK"):
        yield f"{mode}.jpg", picture(mode, "JPEG")
    yield "progressive.jpeg", picture("RGB", "JPEG", (900, 600), progressive=True)
    yield "large.png", picture("L", "PNG", (8_000, 6_000))
    yield "large.JPG", picture("RGB", "JPEG", (4_000, 3_000), quality=80, exif=Image.Exif())
    yield "hand.png", png()
    yield "hand.jpg", jpeg(note=b"taken on a telephone", after=b"\0\0trailer")


def our_own() -> Iterator[Benign]:
    """Papers that Cairn made: somebody fills one in and sends it back."""
    yield "paper.docx", as_word.write(paper())
    yield "paper.pdf", as_pdf.write(paper())
    yield "pack.pdf", as_pdf.bind(*pack())


def everything() -> list[Benign]:
    """All of them."""
    return [*words(), *documents(), *workbooks(), *pdfs(), *pictures(), *our_own()]
