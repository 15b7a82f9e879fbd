"""What Chronolator can do for a chronology, feature by feature; where it is for Word alone, the need behind it.

Each feature has the number of its row in the list that Cairn is measured against. Those that need pages are not here.
"""

from __future__ import annotations

import csv
import io
import json
from datetime import date

import pytest

from cairn.chronology.engine.columns import Template
from cairn.chronology.engine.dates import as_document, read
from cairn.chronology.engine.finding import find
from cairn.chronology.engine.headings import Column
from cairn.chronology.engine.merging import merge
from cairn.chronology.engine.opening import tables_of
from cairn.chronology.engine.returns import Return, parse
from cairn.chronology.engine.rows import NOTE_MARKS
from cairn.chronology.engine.tables import Line, Table
from cairn.chronology.engine.when import Precision, shown
from cairn.config import cli
from cairn.documents.engine.refusing import NotTaken
from demo.chronologies.making import files, people
from tests.chronology.making import told
from tests.chronology.worked import example

FIVE = ("Start date", "Start time", "End date", "End time", "Sequence", "Source", "Event")
HEADINGS = ("Date", "Source", "Event")


def taken(*rows, headings=HEADINGS, agency="Health", template: Template | None = None, department="") -> Return:
    return parse(
        [told(*rows, headings=headings)],
        file=f"{agency}.csv",
        agency=agency,
        read_when=read,
        template=template or Template(),
        department=department,
    )


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """The files of the worked example, and the list of people."""
    monkeypatch.chdir(tmp_path)
    for file in files():
        (tmp_path / file.name).write_bytes(file.content)
    (tmp_path / "people.csv").write_bytes(people())
    return tmp_path


def combined(folder, *more: str, out: str = "out.json") -> str:
    named = [part for file in files() for part in ("--agency", f"{file.agency}={file.name}")]
    assert cli.main(["combine", *named, "--out", out, *more]) == 0
    return (folder / out).read_text("utf-8-sig")


def test_feature_02_a_heading_may_be_renamed_and_its_column_keeps_its_role():
    hers = Template(headings={"Tell us when": Column.START_DATE, "Who wrote it down": Column.SOURCE})
    (row,) = taken(
        ("22/05/2016", "Notes", "Seen"), headings=("Tell us when", "Who wrote it down", "E"), template=hers
    ).rows
    assert (row.first_day, row.source, row.others) == (date(2016, 5, 22), "Notes", {"E": "Seen"})


def test_feature_03_start_and_end_by_date_and_time_and_a_sequence_are_columns_of_their_own():
    (row,) = taken(("22/05/2016", "9am", "23/05/2016", "17:00", "2", "Notes", "Seen"), headings=FIVE).rows
    assert (row.first_day, row.last_day, row.sequence) == (date(2016, 5, 22), date(2016, 5, 23), 2.0)
    assert (row.time_text, row.end_time_text, row.faults) == ("9am", "17:00", ())


@pytest.mark.parametrize(
    "written",
    [
        *("22/05/2016", "22.05.16", "22-5-2016", "22 May 2016", "22nd May 2016", "Sun 22 May 2016", "2016-05-22"),
        *("22.05/16", "22 .5. 2016", "22/May/2016", "May 22, 2016", "22052016"),
    ],
)
def test_feature_04_a_date_is_understood_as_people_type_and_mistype_it(written):
    assert (read(written).earliest, read(written).problem) == (date(2016, 5, 22), "")


@pytest.mark.parametrize("written", ["?22/05/2016", "22/05/2016?", "probably 22 may 2016", "22 May 2016 (approx)"])
def test_feature_05_doubt_mark_is_kept_wherever_it_stands(written):
    when = read(written)
    assert (when.text, when.earliest, when.doubtful, when.problem) == (written, date(2016, 5, 22), True, "")
    assert shown(when) in ("22 May 2016 (in doubt)", "about 22 May 2016")


@pytest.mark.parametrize("written", ["14:30", "14.30", "1430hrs", "2.30pm", "2:30 PM", "?14:30"])
def test_feature_06_a_time_is_understood_as_people_type_it_and_may_be_in_doubt(written):
    when = read("22/05/2016", written)
    assert (f"{when.at:%H:%M}", when.doubtful, when.problem) == ("14:30", written.startswith("?"), "")


def test_feature_07_all_dates_can_be_shown_in_one_form_and_what_was_typed_is_kept():
    rows = taken(*[(text, "Notes", "Seen") for text in ("22.05/16", "22nd May 2016", "2016-05-22")]).rows
    assert {shown(row.when) for row in rows} == {"22 May 2016"}
    assert [row.date_text for row in rows] == ["22.05/16", "22nd May 2016", "2016-05-22"]


def test_feature_08_the_source_is_mandatory_and_the_agency_is_added_on_merging():
    blank = taken(("22/05/2016", "", "Seen"))
    assert [(fault.row, fault.column) for fault in blank.faults] == [(2, "Source")]
    rows = merge([blank, taken(("22/05/2016", "Log 4", "Called"), agency="Police")])
    assert [(row.agency, row.source) for row in rows] == [("Health", ""), ("Police", "Log 4")]


def test_feature_09_mandatory_columns_are_checked_each_time_a_file_is_read_and_the_place_is_told():
    hers = Template(mandatory=frozenset({Column.START_DATE, Column.SOURCE, Column.EVENT}))
    once = [taken(("22/05/2016", "Notes", ""), ("", "", "Seen"), template=hers).faults for _ in range(2)]
    assert once[0] == once[1]
    assert [(fault.table, fault.row, fault.column) for fault in once[0]] == [
        (1, 2, "Event"),
        (1, 3, "Date"),
        (1, 3, "Source"),
    ]


def test_feature_10_damaged_headings_lose_no_row_and_it_is_told_which_are_missing():
    damaged = taken(("22/05/2016", "Notes", "Seen"), headings=("DATE ", "sorce", "Event:"))
    assert (len(damaged.rows), damaged.rows[0].others) == (1, {"sorce": "Notes"})
    assert [(fault.row, fault.column) for fault in damaged.faults] == [(0, "Source of information")]
    without = Table("", (Line(1, ("23/05/2016", "Notes", "Seen again")),))
    whole = parse([told(headings=HEADINGS), without], file="a", agency="Health", read_when=read)
    assert [row.event for row in whole.rows] == ["Seen again"]


def test_feature_11_each_message_says_where_what_is_wrong_and_what_to_do():
    faults = [fault for found in example().returns for fault in found.faults]
    assert len(faults) > 15
    for fault in faults:
        assert fault.table
        assert fault.row or fault.problem.startswith("The rows stand in no order of date")
        assert fault.problem.endswith(".")
        assert fault.mend.endswith(".")


def test_feature_13_events_of_one_day_stand_in_the_sequence_their_author_gave_them():
    rows = taken(
        ("22/05/2016", "", "", "", "2", "Notes", "The baby had collapsed"),
        ("22/05/2016", "", "", "", "1", "Notes", "The baby was well"),
        ("23/05/2016", "", "", "", "1", "Notes", "Next day, counted anew"),
        headings=FIVE,
    )
    assert [row.event for row in merge([rows])] == [
        "The baby was well",
        "The baby had collapsed",
        "Next day, counted anew",
    ]


def test_feature_14_what_is_taken_for_granted_puts_in_order_and_is_never_shown():
    rows = merge([taken(("May 2016", "Notes", "b"), ("2016", "Notes", "a"), ("2 May 2016", "Notes", "c"))])
    assert [(row.event, shown(row.when)) for row in rows] == [("a", "2016"), ("b", "May 2016"), ("c", "2 May 2016")]
    assert as_document(rows[0].when)["precision"] == Precision.YEAR


def test_feature_15_files_are_checked_before_they_are_merged_and_none_is_left_out_silently(folder, capsys):
    (folder / "broken.docx").write_bytes(b"not a document")
    assert cli.main(["combine", "hollin-homes.csv", "broken.docx", "--out", "out.json"]) == 2
    assert "broken.docx: " in capsys.readouterr().err
    assert not (folder / "out.json").exists()
    rows = json.loads(combined(folder))["rows"]
    assert {row["file"] for row in rows} == {file.name for file in files()}


def test_feature_16_the_reminder_for_a_column_is_what_its_author_reads_when_it_is_wrong():
    hers = Template(instructions={Column.SOURCE: "Give the record and the page; leave your own agency out."})
    (fault,) = taken(("22/05/2016", "", "Seen"), template=hers).faults
    assert fault.mend == "Give the record and the page; leave your own agency out."


def test_feature_17_a_file_with_a_password_is_refused_with_what_to_do_and_names_need_not_leave_the_laptop(folder):
    locked = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "EncryptedPackage".encode("utf-16-le") + bytes(2000)
    with pytest.raises(NotTaken) as refused:
        tables_of("locked.docx", locked)
    assert "password" in refused.value.fault.sentence
    text = combined(folder, "--people", "people.csv", "--view", "pseudonym")
    assert not any(name in text for name in ("Billie", "Pretend House", "Example-Ferris", "Arun"))


@pytest.mark.parametrize("mark", NOTE_MARKS)
def test_feature_18_the_note_of_an_author_is_held_to_its_date_and_time_alone(mark):
    found = taken(
        ("22/05/2016", "", "", "", "x", mark, ""),
        ("31/02/2016", "", "", "", "", f"{mark} ask", ""),
        headings=FIVE,
        template=Template(mandatory=frozenset(Column)),
    )
    assert [(fault.row, fault.column) for fault in found.faults if fault.row] == [(3, "Start date")]
    assert find(found.rows).duplicates == ()


def test_feature_19_a_list_of_people_and_places_gives_names_their_labels_in_every_text(folder):
    real, labelled = combined(folder), combined(folder, "--people", "people.csv", "--view", "pseudonym")
    assert "Billie" in real
    assert labelled.count("Child Plover") >= real.count("Billie")
    assert "Home A" in labelled


def test_feature_20_real_names_and_labels_are_two_views_of_the_same_rows(folder):
    views = [
        json.loads(combined(folder, "--people", "people.csv", "--view", view))["rows"] for view in ("real", "pseudonym")
    ]
    where = [[(row["file"], row["table"], row["row"], row["when"]) for row in rows] for rows in views]
    assert where[0] == where[1]
    differing = [real["id"] for real, other in zip(*views, strict=True) if real["text"] != other["text"]]
    assert 0 < len(differing) < len(views[0])


def test_feature_21_fictitious_names_may_stand_in_place_of_real_ones(folder):
    (folder / "people.csv").write_text("kind,value,aliases,label\nperson,Billie Example-Ferris,,Toby\n")
    text = combined(folder, "--people", "people.csv", "--view", "pseudonym", out="out.csv")
    assert "Toby born at term" in text
    assert "Billie" not in text


def test_feature_22_turning_back_gives_exactly_what_was_written_for_nothing_was_overwritten(folder):
    before = combined(folder)
    (folder / "people.csv").write_text("kind,value,aliases,label\nperson,Billie Example-Ferris,,Mother\n")
    combined(folder, "--people", "people.csv", "--view", "pseudonym")
    assert combined(folder, "--people", "people.csv", "--view", "real") == before


def test_feature_25_events_told_twice_are_shown_as_pairs_with_the_reason_and_left_as_they_are():
    pairs = example().found.duplicates
    assert len(pairs) >= 20
    assert all(len(pair.ids) == 2 and pair.why.startswith("Told ") for pair in pairs)
    assert len(example().rows) == sum(len(found.rows) for found in example().returns)


def test_feature_27_departments_make_an_agencys_chronology_and_agencies_make_the_whole():
    wards = [taken(("22/05/2016", "Notes", name), agency="Hospital", department=name) for name in ("Ward", "Clinic")]
    whole = merge([*wards, taken(("21/05/2016", "Log", "Called"), agency="Police")])
    assert [(row.agency, row.department) for row in whole] == [
        ("Police", ""),
        ("Hospital", "Ward"),
        ("Hospital", "Clinic"),
    ]


def test_feature_27_what_was_combined_can_be_combined_again(folder):
    assert cli.main(["combine", "hollin-hospitals.docx", "hollin-community-nhs.docx", "--out", "health.docx"]) == 0
    assert cli.main(["combine", "health.docx", "hollin-homes.csv", "--out", "all.json"]) == 0
    rows = json.loads((folder / "all.json").read_text())["rows"]
    health = {"Hollin Hospitals", "Hollin Community NHS", "Hollin Homes"}
    assert len(rows) == sum(len(found.rows) for found in example().returns if found.agency in health)


def test_feature_28_the_whole_is_exchanged_as_json_with_dates_in_iso_8601(folder):
    rows = json.loads(combined(folder))["rows"]
    by = {(row["file"], row["row"]): row for row in rows}
    assert by["hollin-homes.csv", 2]["when"]["earliest"] == "2023-06-12T10:30"
    assert by["hollin-homes.csv", 5]["when"]["edtf"] == "2023-12"
    assert by["hollinshire-police.csv", 4]["when"]["edtf"] == "2024-02"
    sheet = list(csv.DictReader(io.StringIO(combined(folder, out="out.csv"))))
    assert [row["Id"] for row in sheet] == [row["id"] for row in rows]


def test_feature_30_a_worked_case_comes_with_the_demonstration_and_can_be_gone_through(folder):
    combined(folder, "--report", "report.json")
    report = json.loads((folder / "report.json").read_text())
    assert len(report["files"]) == 6
    assert all(report[part] for part in ("duplicates", "disagreements", "gaps"))
