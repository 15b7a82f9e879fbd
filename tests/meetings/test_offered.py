"""A page of a meeting offers what would be accepted, and nothing else."""

import pytest

from cairn.documents import commands as documents
from cairn.documents.engine.taking import made
from cairn.meetings import commands
from tests.meetings.acting import agree, call, hold, put, standing
from tests.meetings.test_meeting_pages import address, shown


@pytest.fixture
def meeting(world, stories):
    stories.case_at("shared")
    return call(world)


@pytest.fixture
def case(stories):
    return stories.case_at("shared")


def cancel(world, meeting):
    commands.cancel_meeting(meeting, reason="The hall is shut.", by=world.actor("officer"), at=world.at)


@pytest.mark.parametrize("end", [cancel, agree])
def test_an_interest_is_declared_until_the_meeting_is_cancelled_or_its_minutes_agreed(world, meeting, end):
    where = address(meeting, "meeting_interest")
    assert where in shown(world, "member", meeting, "meeting")
    if end is agree:
        hold(world, meeting)
    end(world, meeting)
    assert where not in shown(world, "member", meeting, "meeting")
    refused = shown(world, "member", meeting, "meeting_interest")
    assert "The minutes of this meeting are agreed, or it was cancelled." in refused


def test_only_seats_that_may_chair_are_offered_as_chair(world, meeting):
    html = shown(world, "officer", meeting, "meeting_change")
    assert f'value="{world.seat("chair").key}"' in html
    for who in ("author", "leaver", "auditor"):
        assert f'value="{world.seat(who).key}"' not in html


def test_only_documents_put_there_for_the_meetings_are_offered_as_papers(world, meeting, case):
    item, by = put(world, meeting, case), world.actor("officer")
    kept = {
        action: documents.put_file(
            case, upload=made("notes.txt", b"Seen."), purpose=purpose, read_action=action, by=by, at=world.at
        )
        for purpose, action in (("meeting_paper", "read_meeting"), ("evidence", "read_incident"))
    }
    html = shown(world, "officer", meeting, "meeting_paper", item.key)
    assert kept["read_meeting"].key in html
    assert kept["read_incident"].key not in html


def test_before_an_item_about_no_case_only_words_are_laid(world, meeting):
    assert world.client("officer").get(address(meeting, "meeting_paper", standing(meeting).key)).status_code == 200
