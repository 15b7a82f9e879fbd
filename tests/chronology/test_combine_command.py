"""`cairn combine`: agencies' files in, one chronology out, on a laptop with no server and no database."""

import csv
import io
import json
import zipfile

import pytest
from openpyxl import load_workbook

from cairn.chronology.engine.writing import CUT, MOST_OF_A_CELL
from cairn.config import cli
from tests.chronology.making import row, table, word

HEALTH = """Date,Time,Source of information,Event,Child seen
22/05/2016,2.30pm,Notes p4,"Health visitor saw Zebedee Quill at home; referral made to social care",Yes
31/02/2016,,Notes p5,"=HYPERLINK(""x"")",No
May 2016,,,Zeb well,
"""
POLICE = "Source of information;Event;Start date;Team\nLog 7;Officers attended, child not seen;22 May 2016;Response\n"
PEOPLE = "kind,value,aliases,label\nperson,Zebedee Quill,Zeb; Zebby,Child Wren\n,,,\n"
FIRST_AGENCIES = ["health", "Police", "Hospital", "health"]


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Three agencies' files in three kinds, and the reviewer's list of people."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "health.csv").write_text(HEALTH)
    (tmp_path / "p.csv").write_bytes(POLICE.encode("utf-16"))
    heads, told = row("Source", "Date of event", "Event"), row("Ward record", "?23.05/16", "Zeb Quill admitted")
    (tmp_path / "ward.docx").write_bytes(word(table(heads, told)))
    (tmp_path / "people.csv").write_text(PEOPLE)
    return tmp_path


def combined(*more: str, out: str = "out.json", code: int = 0) -> None:
    files = ["health.csv", "--agency", "Police=p.csv", "--agency", "Hospital=ward.docx"]
    assert cli.main(["combine", *files, "--out", out, *more]) == code


def test_all_rows_stand_in_one_order_with_where_they_come_from(folder, capsys):
    combined("--json")
    rows = json.loads((folder / "out.json").read_text())["rows"]
    assert [(one["agency"], one["file"], one["table"], one["row"]) for one in rows] == [
        ("health", "health.csv", 1, 4),
        ("Police", "p.csv", 1, 2),
        ("health", "health.csv", 1, 2),
        ("Hospital", "ward.docx", 1, 2),
        ("health", "health.csv", 1, 3),
    ]
    police, seen = rows[1], rows[2]
    assert (police["source"], police["text"]) == ("Log 7", "Officers attended, child not seen")
    assert (police["department"], police["columns"]) == ("Response", {})
    assert (seen["when"]["text"], seen["when"]["earliest"]) == ("22/05/2016", "2016-05-22T14:30")
    assert seen["columns"]["Start time"] == "2.30pm"
    assert len({one["id"] for one in rows}) == 5
    assert json.loads(capsys.readouterr().out) == {"out": "out.json", "files": 3, "rows": 5, "faults": 2}


def test_every_fault_is_said_in_one_pass_and_no_row_is_lost(folder, capsys):
    combined("--report", "report.json")
    rows = json.loads((folder / "out.json").read_text())["rows"]
    assert [fault["problem"] for fault in rows[-1]["faults"]] == ["There is no 31 February 2016."]
    report = json.loads((folder / "report.json").read_text())
    health = report["files"][0]
    assert (health["file"], health["agency"], health["rows_read"]) == ("health.csv", "health", 3)
    assert [(fault["row"], fault["column"], fault["found"]) for fault in health["faults"]] == [
        (3, "Date", "31/02/2016"),
        (4, "Source of information", ""),
    ]
    assert all(fault["mend"] for fault in health["faults"])
    said = capsys.readouterr().err
    assert "health.csv, health: rows read: 3; to put right: 2." in said
    assert "Table 1, row 3, column “Date”: There is no 31 February 2016." in said
    assert "p.csv, Police: rows read: 1; to put right: 0." in said


def test_the_report_shows_pairs_to_look_at_and_never_joins_them(folder):
    twice = "Date,Source,Event\n22/05/2016,Notes,Ambulance called to the home; child taken to hospital\n"
    (folder / "a.csv").write_text(twice)
    (folder / "b.csv").write_text(twice.replace("22/05", "1/11") + twice.partition("\n")[2])
    assert cli.main(["combine", "a.csv", "b.csv", "--out", "out.csv", "--report", "report.json"]) == 0
    report = json.loads((folder / "report.json").read_text())
    (pair,) = report["duplicates"]
    assert len(pair["ids"]) == 2
    assert pair["score"] == 100.0
    assert "a and b" in pair["why"]
    assert [gap["lack"] for gap in report["gaps"]][:1] == ["silent"]
    assert {"agency", "begins", "ends", "days", "ids", "why"} <= set(report["gaps"][0])
    assert len(list(csv.reader(io.StringIO((folder / "out.csv").read_text("utf-8-sig"))))) == 4


def test_labels_stand_in_place_of_names_in_every_output(folder):
    for ending in ("json", "csv", "xlsx", "docx"):
        combined("--people", "people.csv", "--view", "pseudonym", "--report", "report.json", out=f"out.{ending}")
        content = (folder / f"out.{ending}").read_bytes()
        if ending in ("xlsx", "docx"):
            archive = zipfile.ZipFile(io.BytesIO(content))
            content = b"".join(archive.read(name) for name in archive.namelist())
        assert b"Child Wren" in content
        assert not any(name in content for name in (b"Zeb", b"Quill"))
    combined("--people", "people.csv")
    assert "Zebedee Quill" in (folder / "out.json").read_text()


def test_a_label_stands_in_what_is_said_of_a_fault_too(folder):
    (folder / "health.csv").write_text("Date,Source,Event\nwhen Zebedee was two,Notes,Seen\n")
    combined("--people", "people.csv", "--view", "pseudonym", "--report", "report.json")
    assert "ebedee" not in (folder / "report.json").read_text()
    assert "ebedee" not in (folder / "out.json").read_text()


def test_word_can_be_read_back_and_shows_the_date_as_written(folder):
    combined(out="out.docx")
    page = zipfile.ZipFile(folder / "out.docx").read("word/document.xml").decode()
    assert 'w:orient="landscape"' in page
    assert "<w:tblHeader" in page
    for words in (
        "22 May 2016, 14:30",
        "(written: 22/05/2016 2.30pm)",
        "(in doubt)",
        "Police, Response",
        "Not written",
    ):
        assert words in page
    assert cli.main(["combine", "out.docx", "--out", "again.json"]) == 0
    assert len(json.loads((folder / "again.json").read_text())["rows"]) == 5


def test_a_spreadsheet_takes_no_cell_for_a_formula(folder):
    long = "a" * (MOST_OF_A_CELL + 5)
    (folder / "p.csv").write_text(f"Source,Event,Start date\n+1,{long},2016\n")
    combined(out="out.xlsx")
    sheet = load_workbook(folder / "out.xlsx").active
    heads = [cell.value for cell in sheet[1]]
    assert heads[:8] == [
        *("When", "As written", "Earliest", "Latest", "Agency", "Department"),
        *("Source of information", "What happened"),
    ]
    cells = {cell.value: cell.data_type for line in sheet.iter_rows() for cell in line if cell.value}
    assert cells['=HYPERLINK("x")'] == "s"
    assert [len(value) for value in cells if value.endswith(CUT)] == [MOST_OF_A_CELL]
    combined(out="out.csv")
    text = (folder / "out.csv").read_text("utf-8-sig")
    assert "'=HYPERLINK" in text
    assert "'+1" in text
    assert long in text


def test_a_row_without_a_column_for_the_event_says_what_it_has(folder):
    (folder / "health.csv").write_text("Date,Source,Contact with\n22/05/2016,,GP\n,Notes,School\n")
    combined(out="out.docx")
    page = zipfile.ZipFile(folder / "out.docx").read("word/document.xml").decode()
    assert "GP" in page
    assert "(written: nothing)" in page


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--out", "out.json"], "no file is named"),
        (["health.csv", "--out", "out.pdf"], "--out has to end in one of .docx, .xlsx, .csv, .json"),
        (["health.csv"], "required: --out"),
        (["health.csv", "--out", "out.json", "--view", "pseudonym"], "needs --people"),
        (["--agency", "Police", "--out", "out.json"], "--agency Police: write it as NAME=FILE"),
        (["none.csv", "gone.csv", "--out", "out.json"], "none.csv: it cannot be opened (No such file or directory)."),
        (["people.csv", "bad.docx", "--out", "out.json"], "bad.docx: "),
        (["health.csv", "--out", "no/out.json"], "no/out.json: it cannot be written (No such file or directory)."),
        (["health.csv", "--out", "out.json", "--people", "none.csv"], "none.csv: it cannot be opened"),
        (["health.csv", "--out", "out.json", "--people", "latin.csv"], "latin.csv: it is not text in UTF-8"),
        (
            ["health.csv", "--out", "out.json", "--people", "health.csv"],
            "no column is headed kind, value, aliases, label",
        ),
        (["health.csv", "--out", "out.json", "--people", "half.csv"], "half.csv, line 2: it has a value and no other"),
    ],
)
def test_wrong_input_is_refused_in_sentences_and_writes_nothing(folder, capsys, arguments, sentence):
    (folder / "bad.docx").write_bytes(b"MZ not a document")
    (folder / "latin.csv").write_bytes("kind,value,aliases,label\nperson,Zoë,,A\n".encode("cp1252"))
    (folder / "half.csv").write_text("kind,value,aliases,label\nperson,Zebedee,,\nperson,,,Child\n")
    assert cli.main(["combine", *arguments]) == 2
    out, err = capsys.readouterr()
    assert sentence in err
    assert out == ""
    assert not (folder / "out.json").exists()
    assert "Traceback" not in err


def test_each_file_that_cannot_be_read_is_named(folder, capsys):
    assert cli.main(["combine", "none.csv", "gone.csv", "--out", "out.json"]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 2
