"""Files that would do harm are refused in a sentence, by the process that can do nothing else."""

from __future__ import annotations

import io
import sys

import pytest

from cairn.chronology.engine import inside, tables
from cairn.chronology.engine.opening import tables_of
from cairn.documents.engine import limits
from cairn.documents.engine.kinds import Kind
from cairn.documents.engine.limits import MOST_BYTES, READY
from cairn.documents.engine.refusing import Fault, NotTaken
from tests.chronology.making import row, table, told, word
from tests.documents import making
from tests.documents.hostile import bomb

ENTITIES = '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
FAR = (
    b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row>'
    b'<c r="A1048576"><v>1</v></c></row></sheetData></worksheet>'
)
MACROS = {"xl/vbaProject.bin": b"x"}


@pytest.mark.parametrize(
    ("name", "content", "fault"),
    [
        ("bomb.docx", bomb(making.word(), making.BODY, 100), Fault.UNPACKS_TOO_LARGE),
        ("bomb.xlsx", bomb(making.excel(), making.SHEET, 100), Fault.UNPACKS_TOO_LARGE),
        ("entities.docx", making.word_with(body=making.body("&b;", ENTITIES)), Fault.ENTITIES),
        ("entities.xlsx", making.excel_and({making.SHEET: ENTITIES.encode() + FAR}), Fault.ENTITIES),
        ("macros.xlsx", making.excel_and(MACROS), Fault.MACROS),
        ("macros.xlsm", making.excel(), Fault.MACROS),
        ("million.xlsx", making.excel_and({making.SHEET: FAR}), Fault.TABLE_TOO_LARGE),
        ("cut.docx", making.word_with(body=b"<w:document"), Fault.DAMAGED),
        ("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, Fault.OLD_WORD),
        ("paper.pdf", making.pdf(), Fault.NO_TABLES),
        ("large.csv", b"a" * (MOST_BYTES + 1), Fault.TOO_LARGE),
    ],
)
def test_a_hostile_file_is_refused_in_a_sentence(name, content, fault):
    with pytest.raises(NotTaken) as refused:
        tables_of(name, content)
    assert refused.value.fault is fault
    assert refused.value.sentence.endswith(".")


@pytest.mark.parametrize(
    ("name", "content", "cells"),
    [
        ("a.docx", word(table(row("Date", "Event"), row("14/8/2026", "Zoë"))), ("14/8/2026", "Zoë")),
        ("a.xlsx", making.excel([("Date", "Event"), ("14/8/2026", "Zoë")]), ("14/8/2026", "Zoë")),
        ("a.csv", 'Date,Event\n14/8/2026,"Zoë'.encode(), ("14/8/2026", '"Zoë')),
    ],
)
def test_an_ordinary_file_is_read_by_the_confined_process(name, content, cells):
    (found,) = tables_of(name, content)
    assert found.lines[1].cells == cells


def test_the_process_reads_the_kind_it_is_told_and_answers_in_one_line(monkeypatch):
    said = io.BytesIO()
    monkeypatch.setattr(sys, "argv", ["", "csv"])
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"Date,Event\n")))
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(said, write_through=True))
    inside.main(lambda: ["limits"])
    assert said.getvalue().startswith(READY)
    assert b"Event" in said.getvalue()


def test_tables_come_back_as_they_were_written():
    given = (told(("14/8/2026", "Records", "Zoë\n“seen”")),)
    assert tables.read(tables.written(given)) == given
    assert inside.ready(Kind.CSV)(b"Date,Event\n", True) == '[["",[[1,"Date","Event"]],[]]]'


@pytest.mark.parametrize(("limit", "most"), [("MOST_TABLE_TEXT", 20), ("MOST_ANSWER", limits.MEGABYTE + 20)])
def test_more_than_can_be_handed_over_is_refused(monkeypatch, limit, most):
    monkeypatch.setattr(limits, limit, most)
    with pytest.raises(NotTaken) as refused:
        tables.written([told(("14/8/2026", "Records", "Seen"))])
    assert refused.value.fault is Fault.TABLE_TOO_LARGE
