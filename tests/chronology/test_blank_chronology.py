"""What agencies are sent to fill comes back as it went out: its columns are known, and nothing in it is a fault."""

from datetime import date

import pytest

from cairn.chronology.engine import blank
from cairn.chronology.engine.asking import USUALLY_ASKED, Asked, template_of
from cairn.chronology.engine.dates import read
from cairn.chronology.engine.opening import tables_of
from cairn.chronology.engine.returns import parse

COLUMNS = (*USUALLY_ASKED, Asked("Ward", None, mandatory=True))
DAY = date(2026, 8, 14)
FILES = {
    "a.docx": blank.as_word(COLUMNS, "From birth.", "Write plainly.", DAY, DAY),
    "b.docx": blank.as_word(COLUMNS, "From birth.", "", None, DAY),
    "c.xlsx": blank.as_excel(COLUMNS, DAY),
    "d.csv": blank.as_csv(COLUMNS),
}


@pytest.mark.parametrize("name", FILES)
def test_the_empty_file_reads_as_no_rows_and_no_faults(name):
    found = parse(
        tables_of(name, FILES[name]), file=name, agency="Police", read_when=read, template=template_of(COLUMNS)
    )
    assert (found.rows, found.faults, found.unread) == ((), (), 0)


def test_the_guide_says_what_must_be_filled_and_how():
    lines = blank.guide(COLUMNS)
    assert lines[0].startswith("Start date (must be filled): As the record has it.")
    assert lines[-1] == "Ward (must be filled): as you see fit."


def test_two_workbooks_that_say_the_same_are_the_same_bytes_and_name_no_program():
    assert blank.as_excel(COLUMNS, DAY) == FILES["c.xlsx"]
    assert b"openpyxl" not in FILES["c.xlsx"]
