"""Rows of a draft are put right by the agency whose they are; what was sent in never changes."""

from datetime import date, time

import pytest

from cairn.chronology import commands
from cairn.chronology.engine.asking import USUALLY_ASKED, Asked
from cairn.chronology.engine.headings import Column
from cairn.chronology.models import EntryFault, EntryText
from tests.chronology.acting import HEADINGS, TRUST, latest, opened, read_in, scene, sent, signed, taken
from tests.chronology.test_ask_for_chronologies import STALE, ask
from tests.chronology.test_take_a_chronology import add
from tests.refused import recorded, refused

NO_DRAFT = "No chronology is being put right now. Read in a file, or begin a correction."
OWN_ONLY = "You may do this for your own agency only."


@pytest.fixture
def on(world, stories):
    return scene(world, stories)


def put(on, text, columns=None, others=None, who="author", version=None):
    facts = {"columns": columns or {}, "others": others or {}}
    version = version or latest(text.version.request).revision
    return commands.put_right(text, **facts, version=version, by=on.by(who), at=on.at)


def row(on, place=1):
    return on.texts(latest(on.asked()))[place - 1]


@pytest.mark.parametrize("who", ["author", "sign_off", "officer", "business_manager"])
def test_the_agencys_own_people_and_the_office_put_a_row_right(on, who):
    taken(on)
    with recorded("put_right"):
        text = put(on, row(on), {Column.ACTION: "Reviewed at home"}, who=who)
    assert text.columns["action"] == "Reviewed at home"


@pytest.mark.parametrize(
    ("who", "sentence"),
    [
        ("reviewer", "Your role may not send in an agency's chronology."),
        ("chair", "Your role may not send in an agency's chronology."),
        ("member", "Your role may not send in an agency's chronology."),
        ("no_second_factor", OWN_ONLY),
        ("outsider", "This case is not open to you."),
    ],
)
def test_nobody_else_does(on, who, sentence):
    taken(on)
    with refused(sentence):
        put(on, row(on), {Column.ACTION: "Nothing was done"}, who=who)
    assert row(on).columns["action"] == "Reviewed"


def test_the_first_words_stay_beside_the_row_however_often_it_is_put_right(on):
    taken(on)
    put(on, row(on), {Column.START_DATE: "4 March 2025"})
    put(on, row(on), {Column.START_DATE: "5 March 2025", Column.SEEN: "Yes"})
    assert row(on).before == {"start_date": "3 March 2025"}
    assert (row(on).first_day, row(on).sort_day) == (date(2025, 3, 5), date(2025, 3, 5))


def test_a_row_that_is_saved_without_a_change_remembers_nothing(on):
    draft = taken(on)
    was = row(on)
    text = put(on, was, {Column.SEEN: " Yes "}, {"Ward": " "})
    assert (text.before, text.ident, text.others) == ({}, was.ident, {})
    assert latest(on.asked()).revision == draft.revision + 1


def test_one_column_is_emptied_and_the_row_still_says_the_others(on):
    taken(on)
    text = put(on, row(on), {Column.ACTION: " "})
    assert ("action" in text.columns, text.before) == (False, {"action": "Reviewed"})


def test_a_row_that_would_say_nothing_is_refused_beside_the_event(on):
    taken(on)
    with refused("A row says something."):
        put(on, row(on), dict.fromkeys(Column, " "))


def test_its_time_and_sequence_put_it_in_another_place_of_the_day(on):
    taken(on)
    text = put(on, row(on), {Column.START_TIME: "14:05", Column.SEQUENCE: "2"})
    assert (text.sort_time, text.sort_sequence) == (time(14, 5), 2.0)


def test_what_is_newly_wrong_is_found_and_what_was_wrong_is_gone(on):
    taken(on, (("31/02/2025", "", "GP", "Reviewed", "", ""), TRUST[0]))
    put(on, row(on), {Column.START_DATE: "28/02/2025", Column.SOURCE: "", Column.SEQUENCE: "first"})
    faults = EntryFault.unscoped.filter(text=row(on))
    assert [fault.column for fault in faults] == ["Source of information", "Sequence"]
    assert (row(on).faulty, latest(on.asked()).faults_left) == (True, 2)
    put(on, row(on), {Column.SOURCE: "GP record p 1", Column.SEQUENCE: ""})
    assert (row(on).faulty, latest(on.asked()).faults_left) == (False, 0)
    put(on, row(on), {Column.END_DATE: "1 January 2025"})
    assert [fault.problem for fault in row(on).faults.all()] == ["It ends before it begins, on 28/02/2025."]
    put(on, row(on), {Column.SOURCE: "# to myself", Column.START_DATE: ""})
    assert (row(on).note, row(on).first_day) == (True, None)


def test_the_department_is_the_one_that_is_written_and_without_one_that_of_the_file(on):
    taken(on, TRUST[:1])
    add(on, [TRUST[1]], "Midwifery")
    assert put(on, row(on, 2), {Column.DEPARTMENT: "Health visiting"}).department == "Health visiting"
    assert put(on, row(on, 2), {Column.DEPARTMENT: ""}).department == "Midwifery"


def test_columns_of_the_partnerships_own_are_put_right_too(world, stories):
    on = opened(world, stories)
    facts = {"columns": [*USUALLY_ASKED, Asked("Ward manager", None, True)], "version": 1}
    commands.change_scope(on.chronology, scope="All.", **facts, by=on.by("officer"), at=on.at)
    ask(on, "TRUST")
    draft = taken(on, read_in=read_in([(*TRUST[2], "")], (*HEADINGS, "Ward manager")))
    assert draft.faults_left > 0
    text = put(on, row(on), {Column.EVENT: "Admitted"}, {"Ward manager": "On leave", "Bed": "4"})
    assert text.others == {"Ward manager": "On leave", "Bed": "4"}
    assert text.before == {"event": "Admitted with a fractured arm", "*Ward manager": "", "*Bed": ""}
    again = put(on, row(on), {}, {"Bed": ""})
    assert again.others == {"Ward manager": "On leave"}


def idents(on):
    return [text.ident for text in on.texts(latest(on.asked()))]


def test_rows_that_come_to_say_the_same_have_idents_of_their_own(on):
    taken(on)
    alike = {column: row(on).columns.get(column.value, "") for column in Column}
    for place in (2, 3):
        put(on, row(on, place), alike)
    assert len(set(idents(on))) == 3
    put(on, row(on, 2), {Column.ACTION: "Something else"})
    put(on, row(on, 2), alike)
    assert len(set(idents(on))) == 3


def test_a_row_that_two_departments_tell_is_saved_again_without_taking_the_others_ident(on):
    taken(on, TRUST[:1])
    add(on, TRUST[:1])
    put(on, row(on), {Column.SEEN: "Yes"})
    assert len(set(idents(on))) == 2


def test_what_somebody_else_put_right_meanwhile_is_not_overwritten(on):
    draft = taken(on)
    put(on, row(on), {Column.ACTION: "Reviewed at home"})
    with refused(STALE):
        put(on, row(on), {Column.ACTION: "Nothing"}, version=draft.revision)


def test_a_row_that_was_sent_in_never_changes(on):
    sent(on)
    with refused(NO_DRAFT):
        put(on, row(on), {Column.ACTION: "Nothing"})
    old = row(on)
    draft = commands.correct_chronology(on.asked(), why=" An action. ", by=on.by("author"), at=on.at)
    assert (draft.why, draft.number, draft.rows, on.asked().state) == ("An action.", 2, 3, "correcting")
    with refused("This row is not in the version that is being put right."):
        put(on, old, {Column.ACTION: "Nothing"})
    new = put(on, row(on), {Column.ACTION: "Referred"})
    assert (new.entry_id, new.before) == (old.entry_id, {"action": "Reviewed"})
    assert EntryText.unscoped.get(pk=old.pk).columns["action"] == "Reviewed"


def test_a_row_of_a_draft_that_another_file_replaced_is_not_put_right(on):
    taken(on)
    old = row(on)
    taken(on)
    with refused("This row is not in the version that is being put right."):
        put(on, old, {Column.ACTION: "Nothing"})


def test_a_correction_begins_as_a_copy_with_all_files_faults_and_first_words(on):
    taken(on, (TRUST[0], ("31/02/2025", "", "GP", "Reviewed", "", "")))
    put(on, row(on), {Column.ACTION: "Seen again"})
    add(on, [TRUST[2]], "Midwifery")
    facts = {"version": latest(on.asked()).revision, "faults_known": True, "by": on.by("author"), "at": on.at}
    first = commands.send_chronology(on.asked(), **facts)
    with refused("Say what has to be corrected."):
        commands.correct_chronology(on.asked(), why=" ", by=on.by("author"), at=on.at)
    second = commands.correct_chronology(on.asked(), why="A day.", by=on.by("author"), at=on.at)
    for kept in ("files", "faults"):
        assert getattr(first, kept).count() == getattr(second, kept).count()
    assert [file.department for file in second.files.all()] == ["", "Midwifery"]
    before, after = on.texts(first), on.texts(second)
    same = ("entry_id", "ident", "place", "columns", "before", "department", "faulty", "sort_day")
    assert [[getattr(text, name) for name in same] for text in before] == [
        [getattr(text, name) for name in same] for text in after
    ]
    assert {text.file.version_id for text in after} == {second.pk}
    assert [fault.text.version_id for fault in second.faults.all()] == [second.pk]


def test_a_fault_of_a_whole_table_is_copied_too(on):
    taken(on, read_in=read_in([("3 March 2025", "Seen")], ("Date", "Event")))
    facts = {"version": 2, "faults_known": True, "by": on.by("author"), "at": on.at}
    commands.send_chronology(on.asked(), **facts)
    copy = commands.correct_chronology(on.asked(), why="A source.", by=on.by("author"), at=on.at)
    assert (copy.faults.get().text, copy.faults_left) == (None, 1)


def test_what_is_signed_off_stays_signed_while_it_is_corrected(on):
    first = signed(on)
    draft = commands.correct_chronology(on.asked(), why="A day.", by=on.by("author"), at=on.at)
    first.refresh_from_db()
    assert (first.signed_name, draft.signed_at, on.asked().state) == ("Si Gnoff", None, "correcting")
    with refused("Only what was sent in is corrected; until then it is simply changed."):
        commands.correct_chronology(on.asked(), why="A day.", by=on.by("author"), at=on.at)
