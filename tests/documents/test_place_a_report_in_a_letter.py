"""Whole blocks in the place of a field: a report from the records on the partnership's own paper."""

from __future__ import annotations

import docx
import pytest
from docx.oxml.ns import qn

from cairn.documents.engine.papers.filling import NOT_ALONE, NotFilled, fields_in, fill
from cairn.documents.engine.papers.package import NotALetter, packed
from cairn.documents.engine.papers.paper import Bullets, Facts, Heading, PageBreak, Paragraph, Table
from tests.documents.letters import changed, in_paragraph, in_place_of, letter, runs, said_in, saved
from tests.documents.papers import HOSTILE, ONE_OF_EACH, in_word, parts_of

OURS = letter("To the Panel", "{{ report }}", "Yours, {{ sender }}")
REPORT = (Heading(1, "Found"), Paragraph(HOSTILE), Bullets(["one", None]), Facts([("Voice", "")]))


def test_blocks_stand_in_the_place_of_the_field_in_order():
    filled = fill(OURS, {"report": REPORT, "sender": "Bea"})
    assert said_in(filled) == ["To the Panel", "Found", HOSTILE, "one", "Not asked", "", "", "Yours, Bea"]
    opened = in_word(filled)
    assert [cell.text for cell in opened.tables[0].rows[0].cells] == ["Voice", "Not asked"]
    assert [shown.style.name for shown in opened.paragraphs[:5]] == [
        "Normal",
        "Heading 1",
        "Normal",
        "List Bullet",
        "List Bullet",
    ]


def test_every_block_there_is_can_be_placed():
    text = said_in(fill(OURS, {"report": ONE_OF_EACH, "sender": "Bea"}))
    assert text.index("What happened") < text.index("Key events") < text.index("Not known") < text.index("Yours, Bea")


def test_styles_that_the_letter_knows_keep_its_look_and_those_it_lacks_come_along():
    made = docx.Document()
    made.styles["Heading 1"].font.name = "Gill Sans"
    made.add_paragraph("{{ report }}")
    opened = in_word(fill(saved(made), {"report": [*REPORT, Table(["a"], [["b"]], "Caption")]}))
    assert opened.styles["Heading 1"].font.name == "Gill Sans"
    assert {"Table Text", "Table Heading", "Paper Table", "Note"} <= {style.name for style in opened.styles}
    assert opened.tables[0].style.name == "Paper Table"
    names = [style.style_id for style in opened.styles]
    assert len(names) == len(set(names))


def test_a_letter_without_a_style_for_lists_gets_points_in_words():
    bare = changed(OURS, styles=lambda text: text.replace('w:styleId="ListBullet"', 'w:styleId="Other"'))
    filled = fill(bare, {"report": [Bullets(["one", None]), Bullets([])], "sender": "Bea"})
    assert said_in(filled)[1:4] == ["• one", "• Not asked", "None recorded"]


def test_a_letter_without_styles_is_filled_all_the_same():
    held = parts_of(OURS)
    del held["word/styles.xml"]
    filled = fill(packed(held), {"report": [Heading(1, "Found")], "sender": "Bea"})
    assert b"Found" in parts_of(filled)["word/document.xml"]


def test_tables_are_as_wide_as_the_text_of_the_letter():
    made = docx.Document()
    made.add_paragraph("{{ report }}")
    section = made.sections[0]
    section.page_width, section.left_margin, section.right_margin = docx.shared.Cm(21), *[docx.shared.Cm(5)] * 2
    filled = in_word(fill(saved(made), {"report": [Table(["a", "b"], [["c", "d"]], "e")]}))
    assert sum(int(column.get(qn("w:w"))) for column in filled.tables[0]._tbl.tblGrid) == pytest.approx(6236, abs=3)
    bare = changed(OURS, document=lambda text: text[: text.index("<w:sectPr")] + text[text.index("</w:body>") :])
    wide = in_word(fill(bare, {"report": [Table(["a", "b"], [["c", "d"]], "e")], "sender": "Bea"}))
    assert sum(int(column.get(qn("w:w"))) for column in wide.tables[0]._tbl.tblGrid) == 9638


def test_nothing_in_a_letter_is_marked_twice():
    marked = changed(OURS, document=in_place_of("<w:p>", '<w:p><w:bookmarkStart w:id="1" w:name="part_1"/>'))
    filled = fill(marked, {"report": [Heading(1, "Found"), PageBreak(), Heading(1, "Decided")], "sender": "Bea"})
    assert parts_of(filled)["word/document.xml"].count(b"bookmarkStart") == 1


def test_a_field_in_pieces_is_placed_as_a_whole():
    assert said_in(fill(in_paragraph(runs("{{ re", "port }}", " ")), {"report": [Paragraph("Said")]})) == ["Said", ""]


def in_a_cell() -> bytes:
    made = docx.Document()
    made.add_table(1, 1).cell(0, 0).text = "{{ report }}"
    return saved(made)


def in_the_head() -> bytes:
    made = docx.Document()
    made.sections[0].header.paragraphs[0].text = "{{ report }}"
    return saved(made)


@pytest.mark.parametrize(
    "file",
    [letter("See: {{ report }}"), letter("{{ report }}{{ report }}"), in_a_cell(), in_the_head()],
    ids=["beside words", "twice", "in a cell", "in the head"],
)
def test_a_whole_field_with_something_beside_it_is_refused(file: bytes):
    with pytest.raises(NotALetter) as no:
        fields_in(file, {"report"})
    assert no.value.sentence == NOT_ALONE.format(name="report")
    with pytest.raises(NotALetter):
        fill(file, {"report": REPORT})
    assert fields_in(file) == {"report"}


def test_no_blocks_are_nothing_to_put_in():
    with pytest.raises(NotFilled, match="cannot serve") as no:
        fill(OURS, {"report": [], "sender": "Bea"})
    assert no.value.name == "report"


def test_a_letter_that_does_not_name_the_report_is_left_as_it_is():
    plain = letter("Yours, {{ sender }}")
    assert fill(plain, {"report": REPORT, "sender": "Bea"}) == fill(plain, {"sender": "Bea"})
