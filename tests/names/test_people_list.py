"""The people list says what `cairn combine --people` reads back, and no cell of it is taken for a formula."""

import csv
import io

import pytest

from cairn.chronology.commandline.people import labels_of
from cairn.names.people_list import plain, sheet
from cairn.names.relabelling import Called

CALLED = (
    Called("Child R", ("Zebedee Quillfeather", "=SUM(A1)Zeb", "Zo; Zed", " ")),
    Called("=Mother", ("@Ann Tern",)),
    Called("Nobody", ()),
    Called("Blank", (" ",)),
    Called("School A", ("Millbrook Primary School", "-The Brook"), place=True),
    Called("Home A", ("9 Larkspur Yard, Coldwater", "CW1 9ZZ"), place=True),
)


def test_everybody_with_a_name_has_a_line_and_no_cell_is_a_formula():
    head, *lines = csv.reader(io.StringIO(sheet(CALLED).decode("utf-8-sig")))
    assert head == ["kind", "value", "aliases", "label"]
    assert lines == [
        ["person", "Zebedee Quillfeather", "'=SUM(A1)Zeb;Zo, Zed", "Child R"],
        ["person", "'@Ann Tern", "", "'=Mother"],
        ["place", "Millbrook Primary School", "'-The Brook", "School A"],
        ["place", "9 Larkspur Yard, Coldwater", "CW1 9ZZ", "Home A"],
    ]


def test_what_was_saved_is_read_back(tmp_path):
    (tmp_path / "people.csv").write_bytes(sheet(CALLED))
    labels = labels_of(tmp_path / "people.csv")
    assert labels.of("Zebedee, Sum a1 zeb and Ann at Millbrook Primary School, the brook") == (
        "Child R, Child R and =Mother at School A, School A"
    )
    assert labels.of("At 9 Larkspur Yard; CW19ZZ. Primary School") == "At Home A; Home A. Primary School"
    assert labels.persons_in("ANN TERN") == {"=Mother"}


@pytest.mark.parametrize(
    ("cell", "said"), [(None, ""), (" a ", "a"), ("'=a", "=a"), ("'t Hooft", "'t Hooft"), ("'", "'"), ("' =a", "' =a")]
)
def test_only_the_apostrophe_before_a_formula_is_taken_off(cell, said):
    assert plain(cell) == said
