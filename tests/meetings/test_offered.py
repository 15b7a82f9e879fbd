"""A page of a meeting offers what would be accepted, and nothing else."""

import pytest

from cairn.meetings import commands
from tests.meetings.acting import agree, call, hold
from tests.meetings.test_meeting_pages import address, shown


@pytest.fixture
def meeting(world, stories):
    stories.case_at("shared")
    return call(world)


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
