"""A fictional case of six agencies: everything that was planted in their files is found, and nothing else."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from cairn.chronology.engine.comparing import compare
from cairn.chronology.engine.headings import Column
from cairn.chronology.engine.when import When, shown
from demo import area, stories
from demo.chronologies.making import BORN, corrected, files, people, planted
from tests.chronology.worked import example, keys_of, returned

RECALL, PRECISION = 0.95, 0.90
PLANTED = planted()


def test_six_agencies_of_the_fiction_send_files_of_three_kinds():
    sent = files()
    assert {file.agency for file in sent} <= {body.short_name for body in area.BODIES}
    assert len({file.agency for file in sent}) == 6
    assert Counter(file.name.rpartition(".")[2] for file in sent) == {"docx": 2, "xlsx": 2, "csv": 2}


def test_the_example_is_about_a_child_of_the_demonstration_and_ends_with_the_incident():
    home = stories.PLOVERS_HOME
    assert home.child.born == stories.Known("day", BORN)
    for known in (home.child.family_name, home.child.given_names, home.address, home.postcode, home.child.label):
        assert known in people().decode()
    days = [row.first_day for row in example().rows if row.first_day]
    assert (min(days), max(days)) == (date(2023, 5, 1), date(2026, 5, 20))


def test_every_row_of_every_file_is_read_and_stands_in_one_order():
    read = [len(found.rows) for found in example().returns]
    assert sum(read) == len(example().rows) == len(example().keys) == sum(len(file.places) for file in files())
    assert all(25 <= rows <= 45 for rows in read)
    known = [row.when.sort_key for row in example().rows if row.when and row.when.earliest]
    assert known == sorted(known)
    assert [row.first_day for row in example().rows[len(known) :]].count(None) == len(example().rows) - len(known)


def test_titles_instructions_and_headings_said_again_are_no_rows():
    counts = {found.file: (found.above, found.repeated, found.blank, found.unread) for found in example().returns}
    assert counts.pop("hollin-hospitals.docx") == (1, 1, 0, 0)
    assert counts.pop("childrens-services.xlsx") == (2, 0, 0, 0)
    assert set(counts.values()) == {(0, 0, 0, 0)}
    assert {row.table for row in example().rows if row.agency == "Hollin Hospitals"} == {1, 2}


def test_every_planted_fault_is_found_where_it_stands_in_one_pass_and_no_other():
    found = {
        (each.file, fault.table, fault.row, fault.column): fault.problem
        for each in example().returns
        for fault in each.faults
        if fault.row
    }
    wanted = {(one.file, one.place.table, one.place.row, one.column): one.says for one in PLANTED.faults}
    assert found.keys() == wanted.keys()
    assert all(says in found[where] for where, says in wanted.items())
    assert sum(fault.row > 0 for each in example().returns for fault in each.faults) == len(PLANTED.faults)


def test_the_files_whose_rows_are_in_no_order_of_date_are_told_so_once():
    of_tables = [(each.file, fault.problem) for each in example().returns for fault in each.faults if not fault.row]
    assert {file for file, _ in of_tables} == {
        *("hollin-homes.csv", "hollin-community-nhs.docx", "hollinshire-police.csv", "childrens-services.xlsx")
    }
    assert all(problem.startswith("The rows stand in no order of date") for _, problem in of_tables)


@pytest.mark.parametrize("kept", PLANTED.kept, ids=lambda kept: kept.written)
def test_a_date_that_is_not_one_full_day_is_kept_as_what_it_is(kept):
    row = example().row(kept.row)
    assert isinstance(row.when, When)
    assert (row.date_text, shown(row.when), row.when.doubtful) == (kept.written, kept.shown, kept.doubtful)


def test_the_notes_of_authors_are_known():
    assert {example().keys[row.id] for row in example().rows if row.note} == set(PLANTED.notes)


def test_a_tracked_change_is_read_as_accepted_and_a_stray_mark_swallows_no_row():
    assert example().row("C30").event == "Case talked about with the team lead: to try again in two weeks."
    assert example().row("T14").event == '"Boiler reported: no hot water in the morning.'
    assert example().row("T15").event.startswith("Gas check")


def test_words_in_another_encoding_and_true_dates_in_cells_are_read():
    assert "Mother’s bicycle" in example().row("P02").event
    assert example().row("S01").date_text == "2023-06-12"
    assert example().row("S01").text(Column.DEPARTMENT) == "Leaving care"


def test_events_told_by_two_agencies_are_found_and_few_others_are():
    keys = example().keys
    found = {frozenset(keys[id] for id in pair.ids) for pair in example().found.duplicates}
    truth = set(map(frozenset, PLANTED.duplicates))
    assert len(truth) >= 20
    assert len(found & truth) / len(truth) >= RECALL
    assert len(found & truth) / len(found) >= PRECISION


def test_every_planted_disagreement_is_found_and_no_other():
    keys = example().keys
    found = {frozenset(keys[id] for id in pair.ids): pair.why for pair in example().found.disagreements}
    wanted = {frozenset(each.rows): each.about for each in PLANTED.differences}
    assert found.keys() == wanted.keys()
    for rows, about in wanted.items():
        assert ("has it on" if about == "the day" else about) in found[rows]


def test_every_listed_gap_is_found_and_no_other():
    found = [(gap.lack.value, gap.agency, gap.begins, gap.ends) for gap in example().found.gaps]
    assert found == [(gap.lack, gap.agency, gap.begins, gap.ends) for gap in PLANTED.gaps]


def test_a_corrected_return_shows_exactly_what_was_put_right():
    first = next(file for file in files() if file.agency == corrected().agency)
    old, new = returned(first), returned(corrected())
    before, after = keys_of(first, old), keys_of(corrected(), new)
    found = compare(old.rows, new.rows)
    assert [(before[one.id], after[other.id]) for one, other in found.changed] == [
        (key, key) for key in PLANTED.correction.changed
    ]
    assert tuple(before[row.id] for row in found.withdrawn) == PLANTED.correction.withdrawn
    assert tuple(after[row.id] for row in found.added) == PLANTED.correction.added
    same = set(before.values()) - {*PLANTED.correction.changed, *PLANTED.correction.withdrawn}
    assert {after[row.id] for row in found.unchanged} == same


def test_the_example_says_the_same_each_time_it_is_made():
    assert [returned(file).rows for file in files()] == [found.rows for found in example().returns]
