"""A corrected return beside the one it replaces."""

from __future__ import annotations

from cairn.chronology.engine import comparing
from cairn.chronology.engine.comparing import compare, differences
from tests.chronology.making import rows_of

OLD = (
    ("1/8/2026", "GP notes", "Weighed at the clinic"),
    ("2/8/2026", "GP notes", "Seen at home with her mother and grandmother"),
    ("3/8/2026", "GP notes", "Telephone call from the school nurse about weight"),
    ("4/8/2026", "GP notes", "Withdrawn later"),
    ("5/8/2026", "GP notes", "First of two"),
    ("5/8/2026", "GP notes", "Second of two"),
    ("6/8/2026", "GP notes", "Date will be put right"),
    ("7/8/2026", "", ""),
)
NEW = (
    ("1/8/2026", "GP notes", "Weighed at the clinic"),
    ("2/8/2026", "GP notes", "Seen at home"),
    ("3/8/2026", "School file", "Telephone call by the school nurse about her weight"),
    ("5/8/2026", "GP notes", "Second of three"),
    ("5/8/2026", "GP notes", "First of three"),
    ("16/8/2026", "GP notes", "Date will be put right"),
    ("9/8/2026", "Other", "Quite new: arrested for burglary"),
)


def events(rows):
    return [row.event for row in rows]


def test_every_row_stayed_changed_came_or_went():
    found = compare(rows_of(*OLD), rows_of(*NEW))
    assert events(found.unchanged) == ["Weighed at the clinic"]
    assert [(before.event, after.event) for before, after in found.changed] == [
        ("Seen at home with her mother and grandmother", "Seen at home"),
        (
            "Telephone call from the school nurse about weight",
            "Telephone call by the school nurse about her weight",
        ),
        ("Second of two", "Second of three"),
        ("First of two", "First of three"),
        ("Date will be put right", "Date will be put right"),
    ]
    assert events(found.added) == ["Quite new: arrested for burglary"]
    assert events(found.withdrawn) == ["Withdrawn later", ""]


def test_what_differs_is_told_by_the_column():
    before, after = (
        rows_of(("1/8/2026", "GP", "Seen", *more), headings=("Date", "Source", "Event", "Ref", "Page"))[0]
        for more in (("A", "1"), ("B", "1"))
    )
    assert differences(before, after) == ("Ref",)
    assert differences(*(rows_of((f"{day}/8/2026", "GP", "Seen"))[0] for day in (1, 2))) == ("Start date",)


def test_too_many_rows_are_matched_by_source_and_date_alone(monkeypatch):
    monkeypatch.setattr(comparing, "MOST_COMPARED", 0)
    found = compare(rows_of(*OLD), rows_of(*NEW))
    assert (len(found.changed), len(found.added), len(found.withdrawn)) == (4, 2, 3)
