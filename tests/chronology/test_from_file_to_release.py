"""One agency's file on its way to a reader, step by step, through the commands and the door to the rows."""

import pytest

from cairn.cases import policy as cases
from cairn.chronology import commands
from cairn.chronology.queries.combined import entry_texts, versions_shown
from tests.chronology.acting import POLICE, TRUST, latest, released, scene, sent, signed, taken
from tests.rapid_reviews.acting import refusal


@pytest.fixture
def on(world, stories):
    return scene(world, stories)


def rows(on, who):
    return [text.columns["event"] for text in entry_texts(cases.rights(on.by(who), on.case, on.at), on.case)]


def test_from_a_file_to_a_signed_and_released_chronology(on):
    draft = taken(on)
    assert (on.asked().state, draft.rows, draft.faults_left) == ("draft", 3, 0)
    assert rows(on, "chair") == []
    sent_in = commands.send_chronology(on.asked(), version=draft.revision, by=on.by("author"), at=on.at)
    assert on.asked().state == "sent"
    assert len(rows(on, "chair")) == len(rows(on, "reviewer")) == 3
    commands.sign_chronology(on.asked(), version=sent_in.number, by=on.by("sign_off"), at=on.at)
    signed(on, POLICE, "POLICE", "officer")
    assert rows(on, "panel_member") == []
    given = released(on)
    told = [event.split()[0] for event in rows(on, "panel_member")]
    assert told == ["Zebedee", "Mother", "Officers", "Admitted", "Interview"]
    commands.recall_chronology(given, reason="The panel has changed.", by=on.by("officer"), at=on.at)
    assert rows(on, "panel_member") == []


def test_a_corrected_row_is_the_same_entry_and_a_new_row_another(on):
    first = signed(on)
    changed = (TRUST[0], ("April 2025", *TRUST[1][1:]), ("10 June 2025", "", "Letter", "Discharged", "", ""))
    second = sent(on, changed, why="A date was wrong.")
    before, after = ([text.entry_id for text in on.texts(version)] for version in (first, second))
    assert after[:2] == before[:2]
    assert after[2] not in before
    shown = versions_shown(cases.rights(on.by("chair"), on.case, on.at), on.case)
    assert [version.number for version in shown] == [2]
    released(on)
    shown = versions_shown(cases.rights(on.by("panel_member"), on.case, on.at), on.case)
    assert [version.number for version in shown] == [1]


def test_a_row_is_put_right_and_what_the_file_said_stays_beside_it(on):
    from cairn.chronology.engine.headings import Column

    draft = taken(on, (*TRUST, ("31/02/2025", "", "Ward notes", "Reviewed by the ward", "", "")))
    assert draft.faults_left == 1
    wrong = on.texts(draft)[3]
    facts = {"columns": {Column.START_DATE: "28/02/2025"}, "others": {}, "version": draft.revision}
    right = commands.put_right(wrong, **facts, by=on.by("author"), at=on.at)
    assert (right.before, right.faulty) == ({"start_date": "31/02/2025"}, False)
    assert (latest(on.asked()).faults_left, right.sort_day.isoformat()) == (0, "2025-02-28")
    stale = refusal(lambda: commands.put_right(right, **facts, by=on.by("author"), at=on.at))
    assert "while you were typing" in stale.sentences[0]
