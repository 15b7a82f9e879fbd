"""A paper written as PDF: held to PDF/UA by a checker that is shown to find faults, and read again page by page."""

import io
import re
import sys

import cffi
import page
import pypdf
import pytest
import weasyprint
from weasyprint.urls import FatalURLFetchingError

from cairn.documents.engine.papers import pdf
from cairn.documents.engine.papers.markup import markup
from cairn.documents.engine.papers.paper import Heading, PageBreak, Paragraph, Table
from tests.documents.papers import HOSTILE, READER, pack, pages_of, paper


def faults(made: bytes) -> set[str]:
    """The rules of PDF/UA-1 that a file breaks."""
    report = page.validate_pdf_bytes(made, profile="ua1")
    assert report.rules.total >= 100
    return {failure.rule_id for failure in report.failures}


@pytest.mark.parametrize(
    "made",
    [
        lambda: pdf.write(paper(for_reader=READER, contents=True)),
        lambda: pdf.write(paper(landscape=True)),
        lambda: pdf.write(paper(front=False)),
        lambda: pdf.bind(*pack(for_reader=READER)),
    ],
    ids=["one of each block", "on its side", "without front", "pack"],
)
def test_a_paper_breaks_no_rule_of_pdf_ua(made):
    assert faults(made()) == set()


def test_the_checker_finds_a_file_that_only_claims_to_keep_the_rules():
    bad = "<h1>Title</h1><h3>Jumped over</h3><p><img src='data:image/gif;base64,R0lGODlhAQABAAAAACw='></p>"
    made = weasyprint.HTML(string=bad).write_pdf(pdf_variant="pdf/ua-1")
    assert any("HEADING" in rule for rule in faults(made))
    assert any("TITLE" in rule for rule in faults(made))
    assert any("LANGUAGE" in rule for rule in faults(made))
    assert len(faults(weasyprint.HTML(string=bad).write_pdf())) > len(faults(made))


def test_what_people_wrote_is_text_and_never_markup():
    shown = "\n".join(pages_of(pdf.write(paper())))
    assert shown.count(HOSTILE) == 3
    assert "<script" not in markup(paper(title=HOSTILE, marking=HOSTILE, for_reader=HOSTILE, reference=HOSTILE))


def test_each_page_says_its_marking_its_number_of_how_many_and_whose_copy_it_is():
    pages = pages_of(pdf.bind(*pack(for_reader=READER)))
    assert len(pages) == 3
    for number, shown in enumerate(pages, start=1):
        assert "Official-Sensitive" in shown
        assert f"Page {number} of 3" in shown
        assert f"Copy for {READER}" in shown


def test_a_copy_for_nobody_in_particular_names_nobody():
    assert "Copy for" not in "".join(pages_of(pdf.write(paper())))


def test_the_contents_give_the_page_on_which_each_section_begins():
    first = pages_of(pdf.bind(*pack()))[0]
    assert "1 Agenda, page 2" in first
    assert "2 Key events, page 3" in first


def test_a_section_that_is_left_out_leaves_no_gap():
    cover, sections = pack()
    pages = pages_of(pdf.bind(cover, sections[1:]))
    assert "1 Key events, page 2" in pages[0]
    assert "Agenda" not in "".join(pages)
    assert "Page 2 of 2" in pages[1]


def cells(element, kind):
    """Every cell of a kind below an element of a PDF's structure."""
    element = element.get_object()
    if element.get("/S") == kind:
        yield element
    children = element.get("/K", []) if hasattr(element, "get") else []
    for child in children if isinstance(children, list) else [children]:
        if hasattr(child.get_object(), "get"):
            yield from cells(child, kind)


def test_each_heading_cell_says_whether_it_heads_a_column_or_a_row():
    tree = pypdf.PdfReader(io.BytesIO(pdf.write(paper()))).trailer["/Root"]["/StructTreeRoot"]
    scopes = [cell["/A"]["/Scope"] for cell in cells(tree, "/TH")]
    assert (scopes.count("/Row"), scopes.count("/Column"), len(scopes)) == (4, 3, 7)
    assert all(cell["/A"]["/Headers"] for cell in cells(tree, "/TD"))


def test_absence_is_printed_as_words():
    shown = " ".join(pages_of(pdf.write(paper())))
    assert re.search(r"Ethnicity\s+Not asked", shown)
    for words in ("None recorded", "No facts yet", "Agencies that did not answer", "Not known"):
        assert words in shown


def test_the_properties_hold_the_title_and_nobody():
    read = pypdf.PdfReader(io.BytesIO(pdf.write(paper(for_reader=READER))))
    assert set(read.metadata) == {"/Title", "/Producer"}
    assert read.metadata["/Title"] == "Report to the Panel"
    assert b"reader" not in read.xmp_metadata.stream.get_data()
    assert read.trailer["/Root"]["/Lang"] == "en-GB"
    assert read.trailer["/Root"]["/MarkInfo"]["/Marked"]


def test_headings_can_be_walked_as_an_outline():
    outline = pypdf.PdfReader(io.BytesIO(pdf.bind(*pack()))).outline
    titles = re.findall(r"'/Title': '([^']*)'", str(outline))
    assert titles == ["Meeting pack", "1 Agenda", "Items", "2 Key events"]


def test_the_same_paper_gives_the_same_bytes():
    assert pdf.write(paper()) == pdf.write(paper())


def test_letters_that_no_font_has_stand_as_boxes_and_the_paper_says_so(caplog):
    unknown = "\U00012000\U0001e900"  # cuneiform and Adlam: the machine's fonts have neither
    made = pdf.write(paper([Paragraph(f"Zażółć {unknown} Ελλάδα")], for_reader=unknown[0]))
    shown = " ".join(" ".join(pages_of(made)).split())
    assert faults(made) == set()
    assert "Zażółć □□ Ελλάδα" in shown
    assert "Copy for □" in shown
    assert "The Word file of this paper has them all." in shown
    assert "no font" not in " ".join(pages_of(pdf.write(paper())))
    assert caplog.text == ""


@pytest.mark.parametrize(
    "blocks",
    [
        [Paragraph("x" * 3000), Table(["a", "b"], [["y" * 2000, "z " * 4000]], "c")],
        [Table(["a", "b"], [["r", "line\n" * 200]], "taller than a page")],
        [Heading(level, "deep") for level in (1, 2, 3, 4)],
        [PageBreak(), PageBreak(), Paragraph("x"), PageBreak()],
        [],
    ],
    ids=["long words", "a tall row", "deep headings", "breaks", "nothing"],
)
def test_whatever_is_said_the_rules_are_kept(blocks):
    assert faults(pdf.write(paper(blocks, title="Title " * 40, for_reader="Reader " * 30))) == set()


def test_a_wide_paper_lies_on_its_side():
    shape = pypdf.PdfReader(io.BytesIO(pdf.write(paper(landscape=True)))).pages[0].mediabox
    assert shape.width > shape.height


def test_a_long_table_repeats_its_head_on_each_page():
    rows = [[f"row {number}", "said " * 20] for number in range(150)]
    pages = pages_of(pdf.write(paper([Table(["Row", "Words said"], rows, "Long")])))
    assert len(pages) > 4
    assert all("Words said" in shown for shown in pages)
    assert "row 149" in pages[-1]


def test_contents_of_a_paper_without_headings_are_not_announced():
    assert "Contents" not in pages_of(pdf.write(paper([Paragraph("x")], contents=True)))[0]


@pytest.mark.parametrize("address", ["file:///etc/hostname", "http://127.0.0.1:9/a.css", "data:text/css,p{}"])
def test_nothing_is_fetched_while_a_paper_is_made(address: str):
    planted = f'<html lang="en"><title>t</title><link rel="stylesheet" href="{address}"><p>x'
    with pytest.raises(FatalURLFetchingError):
        weasyprint.HTML(string=planted, url_fetcher=pdf.fetching_nothing(weasyprint)).write_pdf()


def test_a_machine_without_what_makes_pdfs_says_so_in_a_sentence(monkeypatch: pytest.MonkeyPatch):
    def missing(*_: object, **__: object) -> None:
        raise OSError("cannot load library")

    for name in [name for name in sys.modules if name.partition(".")[0] == "weasyprint"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(cffi.FFI, "dlopen", missing)
    assert not pdf.is_on()
    with pytest.raises(pdf.PapersOff) as off:
        pdf.write(paper())
    assert str(off.value).startswith("PDFs are off on this machine.")
    assert "can be had as Word" in str(off.value)


def test_this_machine_makes_pdfs():
    assert pdf.is_on()


def test_a_block_that_is_none_is_a_fault():
    with pytest.raises(TypeError, match="No such block"):
        markup(paper(["plain text"]))  # type: ignore[list-item]
