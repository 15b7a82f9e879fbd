"""`cairn dates`: a line in, a line out, whatever is written."""

import io
import json
import sys

import pytest

from cairn.config import cli


@pytest.fixture
def lines(monkeypatch):
    """Puts bytes on standard input."""

    def put(content: bytes) -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))

    return put


def test_a_script_gets_one_object_a_line(lines, capsys):
    lines(b"22 May 2016\r\n\nSpring 2016\n31/02/2016")
    assert cli.main(["dates", "--json"]) == 0
    out, err = capsys.readouterr()
    found = [json.loads(line) for line in out.splitlines()]
    assert [each["text"] for each in found] == ["22 May 2016", "", "Spring 2016", "31/02/2016"]
    assert [each["precision"] for each in found] == ["day", "unknown", "season", "unknown"]
    assert found[0] == {
        "text": "22 May 2016",
        "earliest": "2016-05-22",
        "latest": "2016-05-22",
        "precision": "day",
        "doubtful": False,
        "edtf": "2016-05-22",
        "problem": None,
    }
    assert err == ""


def test_a_person_reads_what_was_understood_and_what_was_not(lines, capsys):
    lines(b"c. May 2016\n12/05\n")
    assert cli.main(["dates"]) == 0
    assert capsys.readouterr().out == (
        "c. May 2016\tabout May 2016\n12/05\tnot known\tThe year is missing: write it too.\n"
    )


def test_nothing_in_is_nothing_out(lines, capsys):
    lines(b"")
    assert cli.main(["dates", "--json"]) == 0
    assert capsys.readouterr().out == ""


def test_what_is_not_text_is_read_as_far_as_it_goes_and_told(lines, capsys):
    lines(b"\xef\xbb\xbf22 May 2016\n22\x9624 May 2016\n22 May 2016 \xff\n3 May 2016")
    assert cli.main(["dates", "--json"]) == 0
    out, err = capsys.readouterr()
    found = [json.loads(line) for line in out.splitlines()]
    assert [(each["precision"], each["doubtful"]) for each in found] == [
        ("day", False),
        ("unknown", True),
        ("day", True),
        ("day", False),
    ]
    assert err == "".join(
        f"Line {number} is not text in UTF-8; what cannot be read stands as \ufffd: save the list in UTF-8.\n"
        for number in (2, 3)
    )


def test_a_mark_that_somebody_wrote_is_text(lines, capsys):
    lines("22 May 2016 \ufffd".encode())
    assert cli.main(["dates"]) == 0
    assert capsys.readouterr().err == ""


def test_an_option_that_does_not_exist_is_refused_in_a_sentence(lines, capsys):
    lines(b"")
    assert cli.main(["dates", "--jason"]) == 2
    assert capsys.readouterr().err.count("\n") == 1
