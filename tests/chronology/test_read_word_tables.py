"""The tables of Word files, as somebody reads them who accepts every change."""

from __future__ import annotations

import pytest

from cairn.chronology.engine import word_tables
from cairn.chronology.engine.plain_rows import cells_of
from cairn.chronology.engine.word_tables import tables_of
from cairn.documents.engine import limits
from cairn.documents.engine.child import xml
from cairn.documents.engine.refusing import Fault, NotTaken
from tests.chronology.making import cell, paragraph, row, table, word
from tests.documents import making

RUN = "<w:r><w:t>{}</w:t></w:r>"


@pytest.fixture(params=[limits.MOST_AT_ONCE, 0], ids=["at once", "piece by piece"], autouse=True)
def most_at_once(request, monkeypatch):
    """Each test is run on a body of usual length and on one that is too long for the memory."""
    monkeypatch.setattr(limits, "MOST_AT_ONCE", request.param)


def texts(*inner: str) -> list[list[tuple[str, ...]]]:
    return [[line.cells for line in found.lines] for found in tables_of(word(*inner))]


def test_two_tables_of_a_file_each_keep_their_own_headings_and_name():
    found = tables_of(
        word(
            paragraph("Health visiting"),
            table(row("Date", "Source"), row("14/8/2026", "Records")),
            paragraph("  "),
            paragraph("School"),
            table(row("Event", "Date"), row("Absent", "15/8/2026")),
            table(row("A third, without a name")),
        )
    )
    assert [(one.name, [line.cells for line in one.lines]) for one in found] == [
        ("Health visiting", [("Date", "Source"), ("14/8/2026", "Records")]),
        ("School", [("Event", "Date"), ("Absent", "15/8/2026")]),
        ("", [("A third, without a name",)]),
    ]


def test_a_cell_over_several_columns_speaks_in_the_first_and_over_several_rows_in_each():
    assert texts(
        table(
            row("Date", "Time", "Event"),
            row(cell("14/8/2026", '<w:vMerge w:val="restart"/>'), "9:00", "Seen"),
            row(cell("", "<w:vMerge/>"), "10:00", "Telephoned"),
            row(cell("", '<w:vMerge w:val="continue"/>'), cell("No time known", '<w:gridSpan w:val="2"/>')),
            row(cell("15/8/2026", '<w:vMerge w:val="restart"/>'), "", "Absent"),
            row("late", "Present", properties='<w:gridBefore w:val="1"/>'),
            row(cell("1", '<w:gridSpan w:val="x"/>'), cell("2", "<w:tcW/>"), "3"),
        )
    ) == [
        [
            ("Date", "Time", "Event"),
            ("14/8/2026", "9:00", "Seen"),
            ("14/8/2026", "10:00", "Telephoned"),
            ("14/8/2026", "No time known", ""),
            ("15/8/2026", "", "Absent"),
            ("", "late", "Present"),
            ("1", "2", "3"),
        ]
    ]


def test_tabs_and_breaks_are_kept_and_a_table_in_a_cell_is_its_text():
    tabbed = "<w:p><w:r><w:t>one</w:t><w:tab/><w:t>two</w:t><w:br/><w:t>three</w:t><w:noBreakHyphen/></w:r></w:p>"
    inner = table(row("a", "b"), row("c", "d")) + paragraph("below")
    twice = (
        "<w:p><w:r><mc:AlternateContent xmlns:mc='m'><mc:Choice><w:t>once</w:t></mc:Choice>"
        "<mc:Fallback><w:t>twice</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    control = f"<w:tr><w:sdt><w:sdtPr/><w:sdtContent>{cell('chosen')}</w:sdtContent></w:sdt></w:tr>"
    assert texts(table(row(cell(tabbed), cell(inner), cell(twice)), control)) == [
        [("one\ttwo\nthree-", "a\tb\nc\td\nbelow", "once"), ("chosen",)]
    ]


def test_tracked_changes_are_read_as_accepted_counted_and_told():
    changed = (
        f"<w:p><w:ins>{RUN.format('seen ')}</w:ins><w:del><w:r><w:delText>missed</w:delText></w:r></w:del>"
        f"<w:moveFrom>{RUN.format('left')}</w:moveFrom><w:moveTo>{RUN.format('here')}</w:moveTo></w:p>"
    )
    (found,) = tables_of(
        word(
            table(
                row("Date"), row(cell(changed)), row("gone", properties="<w:del/>"), row("new", properties="<w:ins/>")
            )
        )
    )
    assert [(line.number, line.cells) for line in found.lines] == [(1, ("Date",)), (2, ("seen here",)), (4, ("new",))]
    assert [(note.row, note.found, note.problem) for note in found.notes] == [
        (2, "4", "This row holds tracked changes (4). It is read as if all of them were accepted."),
        (3, "", "This row was taken out with tracked changes, so it is not read."),
        (4, "1", "This row holds tracked changes (1). It is read as if all of them were accepted."),
    ]


def test_a_table_in_a_box_of_text_is_read_once():
    box = table(row("Date"), row("14/8/2026"))
    assert texts(
        f"<w:p><w:r><mc:AlternateContent xmlns:mc='m'><mc:Choice>{box}</mc:Choice>"
        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    ) == [[("Date",), ("14/8/2026",)]]


PLAIN = (
    row("14/8/2026", "", "Seen"),
    row(cell(f"<w:p><w:pPr/>{RUN.format('one ')}<w:r><w:rPr/><w:t>two</w:t><w:tab/></w:r></w:p>{paragraph('three')}")),
    row("kept together", properties="<w:cantSplit/>"),
    row(),
)
NOT_PLAIN = (
    row(cell("<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr></w:p>"), "tabs that are only set"),
    row(cell(f"<w:p><w:hyperlink>{RUN.format('a link')}</w:hyperlink></w:p>")),
    row(cell(f"<w:p><w:pPr><w:r><w:t>in no run</w:t></w:r></w:pPr>{RUN.format('a')}</w:p>")),
    row(cell("<w:p><w:t>without a run</w:t></w:p>")),
    row(cell("<w:p><w:r><w:t>outer<w:t>inner</w:t></w:t></w:r></w:p>")),
    row(cell(f"{paragraph('before')}<w:r><w:t>after it</w:t></w:r>")),
    row(cell(f"<w:p>{RUN.format('box ')}{paragraph('within')}{RUN.format('on')}</w:p>")),
    row(cell(table(row("a")) + paragraph("b"))),
    row(cell("<w:tr/>"), "a row without a table"),
    f"<w:tr>{paragraph('in no cell')}{cell('a')}</w:tr>",
    f"<w:tr>{RUN.format('in no paragraph')}{cell('a')}</w:tr>",
    f"<w:tr><w:sdt><w:sdtContent>{cell('chosen')}</w:sdtContent></w:sdt></w:tr>",
    row(cell("over two", '<w:gridSpan w:val="2"/>')),
    row("deleted", properties="<w:del/>"),
)


@pytest.mark.parametrize("rows", [(one,) for one in (*PLAIN, *NOT_PLAIN)] + [(*PLAIN, *NOT_PLAIN, *PLAIN)])
def test_a_row_is_read_the_same_at_a_glance_and_with_care(monkeypatch, rows):
    file = word(table(*rows))
    glanced = tables_of(file)
    monkeypatch.setattr(word_tables, "cells_of", lambda _row: None)
    assert tables_of(file) == glanced


@pytest.mark.parametrize(("rows", "plain"), [(PLAIN, True), (NOT_PLAIN, False)])
def test_only_rows_with_nothing_unusual_are_read_at_a_glance(rows, plain):
    for one in rows:
        read = [cells_of(branch) for branch in xml.Part(making.body(table(one))).branches({"tr"})]
        assert [cells is not None for cells in read] == [plain]


def test_a_file_without_a_body_is_refused():
    parts = making.unpacked(word(table(row("a"))))
    del parts[making.BODY]
    with pytest.raises(NotTaken) as refused:
        tables_of(making.packed(parts.items()))
    assert refused.value.fault is Fault.DAMAGED


@pytest.mark.parametrize(
    ("limit", "most", "rows"),
    [("MOST_ROWS", 2, 3), ("MOST_COLUMNS", 1, 1), ("MOST_CELLS", 3, 2)],
)
def test_a_table_larger_than_any_chronology_is_refused(monkeypatch, limit, most, rows):
    monkeypatch.setattr(limits, limit, most)
    with pytest.raises(NotTaken) as refused:
        tables_of(word(table(*[row("a", "b")] * rows)))
    assert refused.value.fault is Fault.TABLE_TOO_LARGE
