"""A part of a file is read in two ways, at once or piece by piece; what comes out, and what is refused, is the same."""

from __future__ import annotations

import pytest

from cairn.documents.engine import limits
from cairn.documents.engine.child import word, xml
from cairn.documents.engine.refusing import Fault, NotTaken
from tests.documents import making

NESTED = "<t><r>1<r>2</r></r><p/><x:r xmlns:x='x'>3</x:r><q><r>4</r></q></t>"


@pytest.fixture(params=[limits.MOST_AT_ONCE, 0], ids=["at once", "piece by piece"], autouse=True)
def most_at_once(request, monkeypatch):
    """Each test is run on parts of usual length and on parts that are too long for the memory."""
    monkeypatch.setattr(limits, "MOST_AT_ONCE", request.param)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_elements_come_as_they_end_and_branches_outermost_alone(encoding):
    part = xml.Part(NESTED.encode(encoding))
    assert [element.text for element in part.elements({"r"})] == ["2", "1", "3", "4"]
    assert ["".join(branch.itertext()) for branch in part.branches({"r"})] == ["12", "3", "4"]
    assert [element.text for element in xml.Part(NESTED.encode(encoding)).elements({"s"})] == []


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"", Fault.DAMAGED),
        (b"<t><r></t>", Fault.DAMAGED),
        (b"<t/><t/>", Fault.DAMAGED),
        (b"<x:t/>", Fault.DAMAGED),
        ("<t/>".encode("utf-32"), Fault.DAMAGED),
        (b"<t>" * 300 + b"</t>" * 300, Fault.DAMAGED),
        (b"<!DOCTYPE t><t/>", Fault.ENTITIES),
        ("<!DOCTYPE t><t/>".encode("utf-16"), Fault.ENTITIES),
        (b'<?xml version="1.0" encoding="UTF-7"?>+ADwAIQ-DOCTYPE t+AD4-<t/>', Fault.ENTITIES),
    ],
)
def test_what_must_not_be_read_is_refused_whatever_is_looked_for(content, fault):
    for names in ({"r"}, {"t"}):
        with pytest.raises(NotTaken) as refused:
            list(xml.Part(content).elements(names))
        assert refused.value.fault is fault


@pytest.mark.parametrize(
    "fields",
    [
        "<w:instrText>DD</w:instrText><w:instrText>E a</w:instrText>",
        "<w:instrText>DD</w:instrText><w:fldSimple w:instr='PAGE'><w:instrText>E a</w:instrText></w:fldSimple>",
        "<w:p><w:fldSimple w:instr='DDEAUTO a'/></w:p>",
    ],
)
def test_a_command_in_pieces_is_found_in_any_part(fields):
    text = making.body(fields)
    for file in (making.word_with(body=text), making.word_and({"word/header1.xml": text.decode().encode("utf-16")})):
        with pytest.raises(NotTaken) as refused:
            word.look(file, False)
        assert refused.value.fault is Fault.RUNS_COMMANDS


def test_the_text_of_a_body_is_the_same():
    text = making.body("<w:p><w:r><w:t>one</w:t><w:tab/><w:t/><w:t>two</w:t></w:r></w:p><w:p><w:t>three</w:t></w:p>")
    assert word.look(making.word_with(body=text), True) == "one\ttwo\nthree"


def test_ever_new_names_are_not_all_remembered():
    names = xml.ByName(str.upper)
    assert {names[f"{{space}}name{number}"] for number in range(10_000)} >= {"NAME0", "NAME9999"}
    assert len(names) < 5_000
