"""CSV files: in any usual encoding, with any usual sign between cells, and with stray quotation marks."""

from __future__ import annotations

import pytest

from cairn.chronology.engine.separated import tables_of
from cairn.documents.engine.refusing import NotTaken

TEXT = "Date,Event\n14/8/2026,“Seen” by Zoë\n"
ROWS = [("Date", "Event"), ("14/8/2026", "“Seen” by Zoë")]


def cells(content: bytes) -> list[tuple[str, ...]]:
    (found,) = tables_of(content)
    return [line.cells for line in found.lines]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_every_usual_encoding_is_read(encoding):
    assert cells(TEXT.encode(encoding)) == ROWS


@pytest.mark.parametrize("sign", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_usual_sign_and_end_of_line_is_read(sign, end):
    written = f'Date{sign}Event{end}14/8/2026{sign}"Seen, fed; well{end}and ""smiling"""{end}'
    assert cells(written.encode()) == [("Date", "Event"), ("14/8/2026", 'Seen, fed; well\nand "smiling"')]


def test_excel_may_say_which_sign_it_used():
    (found,) = tables_of(b"sep=|\nDate|Event\n1|Seen\n")
    assert [(line.number, line.cells) for line in found.lines] == [(2, ("Date", "Event")), (3, ("1", "Seen"))]


def test_a_file_of_one_column_and_blank_lines_is_read_row_by_row():
    assert cells(b"Date\n\n14/8/2026") == [("Date",), ("",), ("14/8/2026",)]


@pytest.mark.parametrize(
    ("written", "read", "strays"),
    [
        ('1,"Seen at home\n2,"Other",x', [("1", '"Seen at home'), ("2", "Other", "x")], [1]),
        ('1,"She said "no" to it",x\n2,b', [("1", 'She said "no" to it', "x"), ("2", "b")], [1]),
        ('1,"Seen\n2,He said "no"\n', [("1", '"Seen'), ("2", 'He said "no"')], [1]),
        ('1,"a,"b\n2,c', [("1", '"a', '"b'), ("2", "c")], [1]),
        ('1,"the end', [("1", '"the end')], [1]),
        ('1,"x ""y"" z" w\n2,', [("1", '"x ""y"" z" w'), ("2", "")], [1]),
        ('1,"ok"\n2,"not\n3,', [("1", "ok"), ("2", '"not'), ("3", "")], [2]),
    ],
)
def test_a_stray_quotation_mark_swallows_nothing_and_is_told(written, read, strays):
    (found,) = tables_of(written.encode())
    assert [line.cells for line in found.lines] == read
    assert [note.row for note in found.notes] == strays


def test_what_nobody_typed_is_refused():
    with pytest.raises(NotTaken):
        tables_of(b"Date,Event\n1,\x01\n")
