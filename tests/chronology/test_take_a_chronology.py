"""A file is read in as a draft with all that is wrong with it; a corrected one keeps the entries it had."""

from datetime import date, time

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cairn.chronology import commands
from cairn.chronology.commands.intake import UNKNOWN
from cairn.chronology.models import ChronologyVersion, EntryFault
from cairn.documents.models import StoredFile
from tests.chronology.acting import HEADINGS, TRUST, latest, read_in, scene, sent, taken
from tests.chronology.test_ask_for_chronologies import STALE
from tests.refused import recorded, refused

BATCHES = 60  # of 1,500 rows: an engine that takes few values at once writes some forty of them together
MIDWIFE = ("4 March 2025", "", "Midwife notes p 2", "Booked late, at thirty weeks", "", "")


@pytest.fixture
def on(world, stories):
    return scene(world, stories)


def add(on, rows, department="Midwifery", version=None, short="TRUST", who="author"):
    asked = on.asked(short)
    facts = {"read_in": read_in(rows, department=department), "version": version or latest(asked).revision}
    return commands.add_chronology_file(asked, **facts, by=on.by(who), at=on.at)


def entries(on, version):
    return [text.entry_id for text in on.texts(version)]


def test_a_file_is_read_in_as_a_draft_which_nobody_has_sent(on):
    with recorded("take_chronology"):
        draft = taken(on)
    kept = (draft.number, draft.rows, draft.faults_left, draft.revision, draft.sent_at, draft.read_by.name)
    assert kept == (1, 3, 0, 2, None, "Ava Author")
    assert on.asked().state == "draft"
    (file,) = draft.files.all()
    assert (file.number, file.file.agency, file.file.read_action) == (1, draft.agency, "read_chronology_return")


def test_a_row_keeps_its_words_and_what_was_understood_of_them(on):
    last = on.texts(taken(on))[2]
    assert last.columns["event"] == "Admitted with a fractured arm"
    assert (last.first_day, last.sort_day, last.sort_time) == (date(2025, 5, 9), date(2025, 5, 9), time(10, 30))
    assert (last.place, last.row_number, last.seen, last.faulty, last.doubtful) == (3, 4, "yes", False, False)
    assert on.texts(latest(on.asked()))[1].doubtful


def test_faults_are_kept_beside_their_rows_and_those_of_a_table_beside_none(on):
    rows = [("", "", "GP", "No day is known", "", ""), ("3 March 2025", "", "", "No source", "", "")]
    draft = taken(on, rows)
    faults = EntryFault.unscoped.filter(version=draft)
    assert [(fault.text.place, fault.column) for fault in faults] == [(1, "Date"), (2, "Source")]
    assert [text.sort_day for text in on.texts(draft)] == [UNKNOWN, date(2025, 3, 3)]
    again = taken(on, read_in=read_in([("3 March 2025", "Seen")], ("Date", "Event")))
    (fault,) = EntryFault.unscoped.filter(version=again)
    assert (fault.text, fault.row_number, again.faults_left) == (None, 0, 1)
    assert on.texts(again)[0].faulty


def test_a_file_with_nothing_in_it_is_refused_and_nothing_is_kept(on):
    before = StoredFile.unscoped.count()
    with refused("No table with anything in it was found in this file."):
        taken(on, read_in=commands.ReadIn(read_in(TRUST).upload, ()))
    assert (ChronologyVersion.unscoped.count(), StoredFile.unscoped.count()) == (0, before)


def test_a_file_without_headings_is_read_in_to_be_seen_but_cannot_be_sent(on):
    draft = taken(on, read_in=read_in([("only", "words")], ("what", "ever")))
    assert (draft.rows, draft.faults_left, draft.files.get().unread) == (0, 1, 2)
    with refused("No row was read from the file, so there is nothing to send in."):
        facts = {"version": draft.revision, "faults_known": True, "by": on.by("author"), "at": on.at}
        commands.send_chronology(on.asked(), **facts)


def test_a_file_read_in_by_another_meanwhile_is_not_passed_over_unseen(on):
    taken(on)
    with refused(STALE):
        taken(on, version=0)


def test_a_second_draft_takes_the_place_of_the_first_and_keeps_its_entries(on):
    first, second = taken(on), taken(on, TRUST[1:])
    assert (second.number, entries(on, second)) == (2, entries(on, first)[1:])
    done = commands.send_chronology(on.asked(), version=second.revision, by=on.by("author"), at=on.at)
    assert (done.number, on.asked().state, ChronologyVersion.unscoped.get(number=1).sent_at) == (2, "sent", None)


def test_after_it_was_sent_in_a_new_file_says_what_is_corrected(on):
    sent(on)
    with refused("Say what is corrected."):
        taken(on)
    draft = taken(on, why=" A wrong date. ")
    assert (draft.why, on.asked().state) == ("A wrong date.", "correcting")


def test_an_agency_that_had_nothing_to_tell_finds_something_after_all(on):
    facts = {"searched": " All names. ", "confirmed_by": " The director ", "by": on.by("author"), "at": on.at}
    with refused(
        "Say under which names and in which records you searched.",
        "Enter who confirms this for the agency, with the post.",
    ):
        commands.say_nothing_to_tell(on.asked(), **facts | {"searched": " ", "confirmed_by": " "})
    nil = commands.say_nothing_to_tell(on.asked(), **facts)
    assert (nil.state, nil.nil_searched, nil.nil_confirmed_by) == ("nil", "All names.", "The director")
    with refused("The agency has answered already."):
        commands.say_nothing_to_tell(on.asked(), **facts)
    taken(on)
    assert on.asked().state == "draft"


def test_a_department_adds_its_file_and_says_which_it_is(on):
    with refused("No chronology is being put right now. Read in a file, or begin a correction."):
        commands.add_chronology_file(on.asked(), read_in=read_in(TRUST), version=1, by=on.by("author"), at=on.at)
    taken(on)
    with refused("Say which department it is from."):
        add(on, [MIDWIFE], " ")
    with refused(STALE):
        add(on, [MIDWIFE], version=1)
    with recorded("add_chronology_file"):
        draft = add(on, [MIDWIFE], " Midwifery ")
    assert (draft.rows, draft.revision, [file.department for file in draft.files.all()]) == (4, 3, ["", "Midwifery"])
    told = on.texts(draft)[3]
    assert (told.place, told.department, told.file.number) == (4, "Midwifery", 2)


def test_two_departments_that_tell_the_same_row_have_an_entry_each_and_keep_it(on):
    taken(on, TRUST[:1])
    first = add(on, TRUST[:1])
    one, two = on.texts(first)
    assert (two.ident, one.entry_id == two.entry_id) == (f"{one.ident}-2", False)
    taken(on, TRUST[:1])
    again = add(on, TRUST[:1])
    assert entries(on, again) == [one.entry_id, two.entry_id]


def test_rows_that_say_the_same_in_one_file_are_entries_of_their_own(on):
    first = taken(on, (TRUST[0], TRUST[0]))
    assert len({text.ident for text in on.texts(first)}) == len(set(entries(on, first))) == 2
    assert entries(on, taken(on, (TRUST[0], TRUST[0]))) == entries(on, first)


def test_a_corrected_file_keeps_what_is_unchanged_and_changed_and_has_new_entries_for_what_is_added(on):
    before = entries(on, sent(on))
    changed = (TRUST[0][0], "09:15", *TRUST[0][2:])
    added = ("1 July 2025", "", "Letter", "Moved to another town", "", "")
    after = entries(on, sent(on, (added, TRUST[2], changed), why="A time was missing; one row was another child's."))
    assert after[1:] == [before[2], before[0]]
    assert after[0] not in before
    back = entries(on, sent(on, TRUST, why="As it was."))
    assert [back[0], back[2]] == [before[0], before[2]]
    assert back[1] not in {*before, *after}, "a row that was withdrawn and comes again is told anew"


def test_a_row_added_by_one_department_never_takes_the_entry_of_another_departments_row(on):
    taken(on)
    before = entries(on, add(on, [MIDWIFE]))
    near = ("5 March 2025", "", "GP record p 6", "Booked late, at thirty-one weeks", "", "")
    taken(on, (*TRUST, near))
    after = entries(on, add(on, [MIDWIFE]))
    assert after[:3] == before[:3]
    assert after[4] == before[3]


def test_what_came_in_two_files_can_come_corrected_in_one(on):
    taken(on)
    before = entries(on, add(on, [MIDWIFE]))
    assert entries(on, taken(on, (MIDWIFE, *TRUST))) == [before[3], *before[:3]]


def test_a_department_that_is_named_only_now_keeps_its_entries(on):
    before = entries(on, taken(on))
    changed = (TRUST[0][0], "09:15", *TRUST[0][2:])
    after = taken(on, read_in=read_in((changed, *TRUST[1:]), department="Health visiting"))
    assert entries(on, after) == before


def many(count):
    return [("3 March 2025", "", f"Record {n}", f"Contact number {n} of many", "", "") for n in range(count)]


def statements(on, rows, **facts):
    with CaptureQueriesContext(
        connection,
    ) as told:
        version = taken(on, rows, **facts)
    assert version.rows == len(rows)
    return len(told)


def test_many_rows_take_the_statements_of_their_batches_and_none_of_their_own(on):
    few, lots = statements(on, many(5)), statements(on, many(1500))
    assert lots <= few + BATCHES
    assert statements(on, many(1500)[::-1]) <= lots + BATCHES
    with CaptureQueriesContext(connection) as told:
        commands.send_chronology(on.asked(), version=latest(on.asked()).revision, by=on.by("author"), at=on.at)
        commands.correct_chronology(on.asked(), why="One row.", by=on.by("author"), at=on.at)
    assert len(told) <= few + BATCHES


def by_mail(on, **facts):
    facts = {
        "read_in": read_in(TRUST),
        "received_from": " Sergeant Frost ",
        "received_on": date(2026, 8, 13),
        "received_how": " Secure mail ",
        "version": 0,
        **facts,
    }
    return commands.record_chronology(on.asked("POLICE"), **facts, by=on.by("officer"), at=on.at)


def test_what_came_by_mail_counts_the_same(on):
    with recorded("record_chronology"):
        version = by_mail(on)
    came = (version.received_from, version.received_on, version.received_how, version.sent_by.name, version.rows)
    assert came == ("Sergeant Frost", date(2026, 8, 13), "Secure mail", "Olu Office", 3)
    assert on.asked("POLICE").state == "sent"
    with refused("Say what is corrected."):
        by_mail(on, version=1)
    assert by_mail(on, version=1, why="They sent it anew.").number == 2


def test_what_came_by_mail_says_from_whom_when_and_how_and_holds_a_row(on):
    with refused(
        "Enter who sent it, with the post.",
        "Say how it came, such as by the council's secure mail.",
        "The day it came cannot be in the future.",
    ):
        by_mail(on, received_from=" ", received_how="", received_on=date(2026, 8, 15))
    with refused(STALE):
        by_mail(on, version=1)
    with refused("No row was read from the file, so there is nothing to send in."):
        by_mail(on, read_in=read_in((), HEADINGS))
    assert not ChronologyVersion.unscoped.filter(request=on.asked("POLICE"))
