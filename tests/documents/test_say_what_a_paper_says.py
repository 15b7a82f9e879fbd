"""The model of a paper: what it refuses to say, and what it says where nothing was answered."""

from dataclasses import replace
from datetime import date

import pytest

from cairn.documents.engine.papers.paper import (
    Heading,
    Paper,
    Paragraph,
    Section,
    Table,
    bound,
    paragraphs,
    plain,
    said,
    written,
)
from tests.documents.papers import pack, paper


@pytest.mark.parametrize("missing", ["title", "reference", "marking"])
def test_a_paper_without_title_reference_or_marking_is_a_fault(missing: str):
    with pytest.raises(ValueError, match="title, a reference and a marking"):
        paper(**{missing: " \x00"})


@pytest.mark.parametrize("levels", [(2,), (1, 3), (0,), (1, 2, 3, 4, 5)])
def test_a_level_of_heading_that_is_jumped_over_is_a_fault(levels: tuple[int, ...]):
    with pytest.raises(ValueError, match="one level at a time"):
        paper([Heading(level, "Said") for level in levels])


def test_headings_may_come_up_several_levels_at_once():
    shown = paper([Heading(1, "a"), Heading(2, "b"), Heading(3, "c"), Heading(4, "d"), Heading(1, "e")])
    assert [heading.text for heading in shown.headings(level=1)] == ["a", "e"]


def test_a_blank_heading_is_a_fault():
    with pytest.raises(ValueError, match="says something"):
        paper([Heading(1, "\n")])


@pytest.mark.parametrize(("columns", "caption"), [([], "Events"), (["When", " "], "Events"), (["When"], "")])
def test_a_table_without_columns_or_caption_is_a_fault(columns: list[str], caption: str):
    with pytest.raises(ValueError, match="columns with names, and a caption"):
        Table(columns, [], caption)


def test_a_row_that_is_too_short_is_a_fault():
    with pytest.raises(ValueError, match="a cell for each column"):
        Table(["When", "What"], [["3 March 2026"]], "Events")


@pytest.mark.parametrize("widths", [(1,), (1, 0)])
def test_widths_that_do_not_match_the_columns_are_a_fault(widths: tuple[int, ...]):
    with pytest.raises(ValueError, match="a width for each column"):
        Table(["When", "What"], [], "Events", widths)


@pytest.mark.parametrize("blank", [None, "", "  \n ", "\x07"])
def test_a_blank_answer_is_said_in_words(blank: str | None):
    assert said(blank, "Not asked") == "Not asked"
    assert not written(blank)


def test_what_no_file_can_hold_is_left_out_and_the_rest_stays():
    assert plain("a\x00b\x0bc\x1fd\x85e\ud800f\ufffeg\uffffh\r\ni\rj\tk£—😀") == "abcdefgh\ni\nj\tk£—😀"


def test_blank_lines_part_paragraphs():
    assert paragraphs("\n\na\n b \n\n \n\nc\n") == [["a", "b"], ["c"]]


def test_a_pack_numbers_its_sections_without_a_gap_and_lowers_their_headings():
    cover, sections = pack()
    whole = bound(cover, sections)
    assert [(heading.level, heading.text) for heading in whole.headings()] == [
        (1, "1 Agenda"),
        (2, "Items"),
        (1, "2 Key events"),
    ]
    shorter = bound(cover, sections[1:])
    assert [heading.text for heading in shorter.headings()] == ["1 Key events"]
    assert whole.contents
    assert whole == replace(cover, blocks=whole.blocks, contents=True)


def test_a_section_as_deep_as_a_paper_may_be_does_not_fit_in_a_pack():
    deep = Section("Deep", [Heading(level, "x") for level in (1, 2, 3, 4)])
    with pytest.raises(ValueError, match="four levels at most"):
        bound(paper([Paragraph("x")]), [deep])


def test_a_paper_is_marked_and_nobodys_unless_it_says_otherwise():
    plainest = Paper("Report", "RR-1", date(2026, 8, 14), [])
    assert (plainest.marking, plainest.for_reader, plainest.contents) == ("Official-Sensitive", "", False)
