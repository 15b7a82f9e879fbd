"""A chronology that is owed stands on the first page: of those who write it, those who sign it, those who wait."""

from datetime import UTC, date, datetime

import pytest

from cairn.chronology import commands
from cairn.chronology.queries.owed import chronologies_asked_of, chronologies_waited_for
from tests.chronology.acting import scene, sent, signed

LATE = datetime(2026, 9, 8, 9, 0, tzinfo=UTC)


@pytest.fixture
def on(world, stories):
    return scene(world, stories)


def own(on, who, at=None):
    return [(row.what, row.words) for row in chronologies_asked_of(on.by(who, at), at or on.at)]


def waited(on, who, at=None):
    return [(row.owed_by, row.late) for row in chronologies_waited_for(on.by(who, at), at or on.at)]


def test_an_author_sees_what_her_agency_owes_until_it_is_in_and_her_manager_what_she_signs(on):
    assert own(on, "author") == [("Send in your agency's chronology", "14 working days left")]
    sent(on)
    assert own(on, "author") == []
    assert own(on, "sign_off") == [("Sign off your agency's chronology", "14 working days left")]
    signed(on, why="A date.")
    assert own(on, "sign_off") == []


def test_the_days_are_said_on_the_day_and_after_it(on):
    assert own(on, "author", datetime(2026, 9, 4, 9, 0, tzinfo=UTC))[0][1] == "due today"
    assert own(on, "author", datetime(2026, 9, 7, 9, 0, tzinfo=UTC))[0][1] == "1 working day late"
    assert own(on, "author", LATE)[0][1] == "2 working days late"


def test_the_office_sees_who_is_waited_for_and_others_do_not(on):
    assert waited(on, "officer", LATE) == [
        ("Coldwater Community Health Trust", True),
        ("Coldwater Schools", True),
        ("Fellside Police", True),
    ]
    sent(on)
    assert [name for name, _ in waited(on, "officer")] == ["Coldwater Schools", "Fellside Police"]
    assert waited(on, "chair") == waited(on, "outsider") == waited(on, "conflicted") == []
    commands.close_to_chronologies(on.chronology, reason="Enough.", by=on.by("officer"), at=on.at)
    assert waited(on, "officer") == []


def test_the_first_page_leads_to_it(on, world):
    text = world.client("author").get("/").text
    assert "Send in your agency&#x27;s chronology" in text
    assert f"/chronologies/returns/{on.asked().key}/" in text
    board = world.client("officer").get("/").text
    assert "See who has sent theirs" in board
    assert date(2026, 9, 4) == on.asked().due_on
