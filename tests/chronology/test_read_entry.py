"""The page of one entry: who finds it, what it says now, and what it said before."""

from datetime import timedelta

import pytest
import time_machine

from cairn.audit.models import Event
from cairn.cases import commands as cases
from cairn.chronology import commands
from cairn.chronology.engine.headings import Column
from tests.chronology.acting import POLICE, TRUST, released, scene, sent, signed, taken
from tests.chronology.pages import PLANTED, absent, entry, request_is_gone, text, two_cases, url
from tests.signed_in import signed_in


@pytest.fixture
def on(world, stories):
    two_cases(stories)
    return scene(world, stories)


def page(on, who, *which, **where):
    return on.world.client(who).get(url(on, "chronology_entry", entry(on, *which, **where).key))


def test_a_row_is_shown_whole_with_when_as_understood_and_as_written(world, on):
    signed(on)
    shown = text(page(on, "officer", 2))
    for said in ("April 2025 (in doubt)", "?April 2025", "GP record p 5", "TRUST version 1"):
        assert said in shown
    assert "Mother did not attend the clinic with the child" in shown
    assert "Coldwater Community Health Trust" in shown
    assert "Si Gnoff, 14 August 2026" in shown
    assert "No comment yet." in shown
    assert "What it said before" not in shown
    assert Event.unscoped.filter(verb="read_entry", object_key=entry(on, 2).key, person_key=world.user("officer").key)


def test_before_the_sign_off_only_those_who_gather_read_it(on):
    released_to = "panel_member"
    signed(on, POLICE, "POLICE", "officer")
    released(on, released_to)
    sent(on)
    assert "Not signed off yet" in text(page(on, "chair"))
    assert page(on, released_to).status_code == 404
    assert page(on, released_to, short="POLICE").status_code == 200


def test_those_who_may_not_read_it_find_nothing_not_even_that_it_is_there(world, on):
    signed(on)
    here = url(on, "chronology_entry", entry(on).key)
    for who in ("panel_member", "member", "conflicted", "outsider", "author", "comms", "business_manager"):
        client = world.client(who)
        assert absent(client, here) is (who != "business_manager"), who
    assert absent(world.client("chair"), url(on, "chronology_entry", "not-there"))


def test_a_release_that_ended_or_a_conflict_shuts_the_page(world, on):
    signed(on)
    released(on, "member", days=2)
    here, client = url(on, "chronology_entry", entry(on).key), world.client("member")
    assert client.get(here).status_code == 200
    facts = {"by": on.by("chair"), "at": on.at}
    cases.declare_conflict(on.case, person=world.user("member"), nature="Her sister is a nurse there.", **facts)
    assert absent(client, here)


def test_an_expired_release_shuts_the_page(world, on):
    signed(on)
    released(on, "panel_member", days=2)
    here = url(on, "chronology_entry", entry(on).key)
    with time_machine.travel(on.at + timedelta(days=3), tick=False):
        assert absent(signed_in(world.user("panel_member"), by="mfa"), here)


def test_an_entry_of_another_case_is_not_in_this_one(world, stories, on):
    signed(on)
    other = scene(world, stories, "Child S")
    signed(other, TRUST[:1])
    theirs = entry(other)
    assert absent(world.client("officer"), url(on, "chronology_entry", theirs.key))


def test_what_a_version_said_otherwise_is_told_with_the_columns_that_differ(on):
    signed(on)
    key = entry(on, 2).key
    changed = (TRUST[0], ("4 April 2025", "", "GP record p 5", TRUST[1][3], "", ""), TRUST[2])
    signed(on, changed, why="The date and the answer were wrong.")
    assert entry(on, 2).key == key
    shown = text(page(on, "chair", 2))
    before = shown.split("What it said before", 1)[1]
    assert "Version 1, sent in on 14 August 2026" in before
    assert "?April 2025" in before
    assert "Child seen or spoken to" in before
    assert "Source of information" not in before
    assert "What it said before" not in text(page(on, "chair", 1))


def test_a_version_that_nobody_signed_is_no_history_for_whom_it_was_released_to(on):
    sent(on)
    commands.send_chronology_back(on.asked(), questions="Which clinic?", version=1, by=on.by("officer"), at=on.at)
    signed(on, (("4 March 2025", *TRUST[0][1:]), *TRUST[1:]), why="The day was wrong.")
    released(on)
    assert "What it said before" in text(page(on, "chair"))
    assert "What it said before" not in text(page(on, "panel_member"))


def test_a_row_that_a_correction_withdrew_stays_to_be_read_and_says_so(on):
    signed(on)
    gone = entry(on, 2)
    signed(on, (TRUST[0], TRUST[2]), why="That was another child.")
    here = url(on, "chronology_entry", gone.key)
    shown = text(on.world.client("officer").get(here))
    assert "This row was withdrawn in version 2. It is shown as version 1 told it." in shown
    assert absent(on.world.client("panel_member"), here)
    assert "withdrawn" not in text(page(on, "officer", 1))


def test_a_request_that_is_gone_takes_its_entries_with_it(on):
    sent(on)
    here = url(on, "chronology_entry", entry(on).key)
    request_is_gone(on)
    assert absent(on.world.client("officer"), here)


def test_the_words_of_the_file_stay_beside_what_was_put_right(on):
    draft = taken(on, (("31/02/2025", "", "Ward notes", "Reviewed by the ward", "", ""),))
    facts = {"columns": {Column.START_DATE: "28/02/2025"}, "others": {"Ward": "Three"}, "version": draft.revision}
    (wrong,) = on.texts(draft)
    commands.put_right(wrong, **facts, by=on.by("author"), at=on.at)
    revision = draft.revision + 1
    commands.send_chronology(on.asked(), version=revision, faults_known=True, by=on.by("author"), at=on.at)
    shown = text(page(on, "chair"))
    before = shown.split("What the file said before it was put right", 1)[1]
    assert "31/02/2025" in before
    assert "Nothing stood there" in before
    assert "28 February 2025" in shown


def test_names_are_read_only_by_those_who_may_and_others_read_labels(world, on):
    rows = ((f"3 March 2025, {PLANTED[2]}", "", PLANTED[3], f"{PLANTED[1]} {PLANTED[0]} seen at home", PLANTED[1], ""),)
    signed(on, rows)
    changed = ((*rows[0][:3], f"{PLANTED[1]} seen at home by {PLANTED[0]}", *rows[0][4:]),)
    signed(on, changed, why="Said anew.")
    assert PLANTED[0] in text(page(on, "officer"))
    assert PLANTED[0] in text(page(on, "chair"))
    client = world.client("reviewer")
    here = url(on, "chronology_entry", entry(on).key)
    hidden = text(client.get(here))
    assert [name for name in PLANTED if name in hidden] == []
    assert "Child R" in hidden
    assert "Home A" in hidden
    switched = client.post(url(on, "case_show_names"), {"reason": "To talk with the family."})
    assert switched.status_code == 302
    assert PLANTED[0] in text(client.get(here))
