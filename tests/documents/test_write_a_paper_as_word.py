"""A paper written as Word and opened again with another program's eyes."""

import re
from datetime import date

import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from cairn.documents.engine.papers import word
from cairn.documents.engine.papers.paper import Facts, Paragraph, Table, bound, said
from tests.documents.papers import HOSTILE, READER, in_word, pack, paper, parts_of


def test_headings_are_headings_and_the_title_is_a_title():
    opened = in_word(word.write(paper()))
    kept = [
        (shown.style.name, shown.text) for shown in opened.paragraphs if shown.style.name.startswith(("Head", "Ti"))
    ]
    assert kept == [
        ("Title", "Report to the Panel"),
        ("Heading 1", "What happened"),
        ("Heading 2", "What was asked"),
        ("Heading 1", "Events"),
    ]


def test_every_block_is_there_with_its_text_and_absence_in_words():
    opened = in_word(word.write(paper()))
    texts = [(shown.style.name, shown.text) for shown in opened.paragraphs]
    assert ("Normal", "First line\nsecond line") in texts
    assert ("Normal", "Next paragraph") in texts
    assert ("Note", "A draft. It has not been sent.") in texts
    assert ("List Bullet", f"Bullet {HOSTILE}") in texts
    assert ("List Bullet", "Not asked") in texts
    assert ("Normal", "None recorded") in texts
    assert ("Normal", "No facts yet") in texts
    assert ("Caption", "Agencies that did not answer") in texts
    assert texts[-1] == ("Normal", "Not known")
    facts, events = opened.tables[1], opened.tables[2]
    assert [[cell.text for cell in row.cells] for row in facts.rows] == [
        ["Ethnicity", "Not asked"],
        ["Voice of the child", HOSTILE],
    ]
    assert [[cell.text for cell in row.cells] for row in events.rows] == [
        ["When", "Source", "What happened"],
        ["3 March 2026", "Hospital", HOSTILE],
        ["4 March 2026", "Not asked", "Not asked"],
    ]


def test_the_head_of_a_table_is_repeated_and_no_row_is_torn_between_pages():
    events = in_word(word.write(paper())).tables[2]
    heads = [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in events.rows]
    assert heads == [True, False, False]
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in events.rows)
    assert events._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val")) == "Key events"
    assert [cell.paragraphs[0].style.name for cell in events.rows[0].cells] == ["Table Heading"] * 3
    assert [int(column.get(qn("w:w"))) for column in events._tbl.tblGrid] == [1927, 1927, 5782]


def test_marking_and_title_stand_in_the_head_reader_and_page_numbers_in_the_foot():
    section = in_word(word.write(paper(for_reader=READER))).sections[0]
    head, foot = section.header.paragraphs[0], section.footer.paragraphs[0]
    assert head.text == "Official-Sensitive\tReport to the Panel"
    assert foot.text.startswith(f"Copy for {READER}\tPage ")
    fields = [field.get(qn("w:instr")).strip() for field in foot._p.iter(qn("w:fldSimple"))]
    assert fields == ["PAGE", "NUMPAGES"]


def test_a_copy_for_nobody_in_particular_says_so_by_saying_nothing():
    opened = in_word(word.write(paper()))
    assert "Copy for" not in opened.sections[0].footer.paragraphs[0].text
    assert [row.cells[0].text for row in opened.tables[0].rows] == ["Reference", "Made on"]


def test_a_reader_is_named_on_the_first_page_too():
    facts = in_word(word.write(paper(for_reader=READER))).tables[0]
    assert [cell.text for cell in facts.rows[2].cells] == ["Copy for", READER]
    assert facts.rows[1].cells[1].text == "14 August 2026"


def test_the_properties_hold_title_day_and_language_and_nobody():
    made = word.write(paper(for_reader=READER))
    kept = in_word(made).core_properties
    assert (kept.title, kept.language, kept.created.date()) == ("Report to the Panel", "en-GB", date(2026, 8, 14))
    assert (kept.author, kept.last_modified_by, kept.comments, kept.subject, kept.keywords) == ("",) * 5
    about = parts_of(made)["docProps/core.xml"] + parts_of(made)["docProps/app.xml"]
    assert b"creator" not in about
    assert b"reader" not in about


def test_it_is_written_in_british_english_without_stale_parts():
    parts = parts_of(word.write(paper()))
    assert b'w:lang w:val="en-GB"' in parts["word/styles.xml"]
    assert not [name for name in parts if re.search("WithEffects|customXml|thumbnail|vba", name)]
    assert not [name for name, text in parts.items() if b'TargetMode="External"' in text]


def test_the_same_paper_gives_the_same_bytes():
    assert word.write(paper()) == word.write(paper())


def test_page_breaks_are_kept():
    opened = in_word(word.write(paper()))
    before = [
        shown.text
        for shown in opened.paragraphs
        if shown._p.pPr is not None and shown._p.pPr.find(qn("w:pageBreakBefore")) is not None
    ]
    assert before == ["Events"]
    breaks = [mark for mark in opened.element.body.iter(qn("w:br")) if mark.get(qn("w:type")) == "page"]
    assert len(breaks) == 1


def test_a_pack_lists_its_sections_with_links_to_them():
    opened = in_word(word.write(bound(*pack())))
    links = {link.get(qn("w:anchor")) for link in opened.element.body.iter(qn("w:hyperlink"))}
    marks = {mark.get(qn("w:name")) for mark in opened.element.body.iter(qn("w:bookmarkStart"))}
    assert links == marks == {"part_1", "part_2"}


def test_contents_of_a_paper_without_headings_are_not_announced():
    opened = in_word(word.write(paper([Paragraph("x")], contents=True)))
    assert [shown.text for shown in opened.paragraphs if shown.style.name == "Caption"] == []


def test_a_wide_paper_lies_on_its_side():
    section = in_word(word.write(paper(landscape=True))).sections[0]
    assert section.page_width > section.page_height


def test_what_no_file_can_hold_does_not_stop_a_paper():
    opened = in_word(word.write(paper([Paragraph("bell\x07 and half\ud800"), Table(["a\x00"], [["\x0b"]], "b\x1f")])))
    assert "bell and half" in [shown.text for shown in opened.paragraphs]
    assert [cell.text for row in opened.tables[1].rows for cell in row.cells] == ["a", "Not asked"]


def test_a_very_long_table_is_written_whole():
    rows = [[f"{number}", "said " * 20] for number in range(5000)]
    opened = in_word(word.write(paper([Table(["Row", "Text"], rows, "Long")])))
    assert len(opened.tables[1]._tbl.tr_lst) == 5001


def test_a_block_that_is_none_is_a_fault():
    with pytest.raises(TypeError, match="No such block"):
        word.write(paper(["plain text"]))  # type: ignore[list-item]


@settings(deadline=None, max_examples=60)
@given(st.text())
def test_whatever_is_said_comes_out_as_text(text: str):
    opened = in_word(word.write(paper([Facts([("Said", text)])], front=False)))
    assert opened.tables[0].rows[0].cells[1].text == said(text, "Not asked")
