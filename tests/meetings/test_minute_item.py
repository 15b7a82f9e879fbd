"""What came of each item, and the minutes each case keeps."""

from datetime import timedelta

import pytest

from cairn.actions import queries as actions
from cairn.audit.models import Event
from cairn.cases import commands as cases
from cairn.documents.models import StoredFile
from cairn.documents.queries import content, file
from cairn.kernel.verdict import Ground
from cairn.meetings import queries
from cairn.meetings.models import ItemMinute
from tests.meetings.acting import NEXT_WEEK, TODAY, act_on, agree, call, came, hand, hold, minute, put, standing
from tests.refused import refused

NO_ROLE = "Your role may not call a meeting, bind its papers and keep its minutes."
STALE = "Somebody changed this while you were typing. Compare it with yours, then send yours again if it still stands."
OVER = "The minutes of this meeting are agreed, or it was cancelled."


@pytest.fixture
def case(stories):
    return stories.case_at("shared")


@pytest.fixture
def meeting(world, case):
    return call(world)


@pytest.fixture
def item(world, meeting, case):
    return put(world, meeting, case)


def test_a_minute_is_written_anew_and_every_version_stays(world, meeting, item, case):
    minute(world, item)
    with refused(STALE, ground=Ground.STALE):
        minute(world, item)
    minute(world, item, version=1, decision="")
    assert ItemMinute.unscoped.count() == 2
    row = queries.row_of_item(world.actor("member"), meeting, item.key, world.at)
    assert (row.minute.version, row.minute.decision, row.number) == (2, "", 2)
    assert Event.unscoped.filter(verb="minute_item", case_key=case.key, verdict="done").count() == 2
    with refused("Say what was discussed."):
        minute(world, item, version=2, discussion=" ")


def test_only_the_office_writes_and_only_in_an_item_that_is_there_for_her(world, item, case):
    for act in (minute, act_on, hand):
        with refused(NO_ROLE, ground=Ground.ROLE):
            act(world, item, who="member")
    manager = world.actor("business_manager")
    cases.declare_conflict(case, person=world.user("officer"), nature="A relative.", by=manager, at=world.at)
    for act in (minute, act_on, hand):
        with refused("This case is not open to you.", ground=Ground.ROLE):
            act(world, item)


def test_an_action_set_at_an_item_is_an_action_of_the_case(world, meeting, item, case):
    action = act_on(world, item)
    assert (action.case, action.origin, action.source_words) == (case, "meeting", "Meeting of Friday 21 August 2026")
    row = queries.row_of_item(world.actor("member"), meeting, item.key, world.at)
    assert [each.key for each in row.actions] == [action.key]
    assert [each.key for each in actions.actions(world.actor("member"), case, world.at)] == [action.key]
    assert {event.verb for event in Event.unscoped.filter(case_key=case.key)} >= {"set_action", "set_action_at_item"}


def test_an_action_is_set_on_a_case_and_what_is_wrong_with_it_is_said(world, meeting, item):
    with refused("An action is set on a case. Hand this over to a forum instead."):
        act_on(world, standing(meeting))
    with refused("Say what is to be done."):
        act_on(world, item, what=" ")


def test_what_was_thought_about_at_the_end_goes_to_another_forum(world, meeting):
    reflection = standing(meeting)
    handed = hand(world, reflection, due_on=NEXT_WEEK)
    assert (handed.forum, handed.case_key, str(handed)) == ("Training group", "", handed.key)
    row = queries.agenda_for(world.actor("outsider"), meeting, world.at)[-1]
    assert (row.key, [each.forum for each in row.handed_over]) == (reflection.key, ["Training group"])
    with refused("Say to which forum it goes.", "Say what is handed over."):
        hand(world, reflection, forum="", what="")
    with refused("That is before the meeting."):
        hand(world, reflection, due_on=TODAY)


def test_each_case_keeps_its_own_minutes_also_one_closed_to_whoever_records_the_agreement(world, stories, case):
    other, silent = stories.case_at("shared", label="Child Q"), stories.case_at("shared", label="Child P")
    meeting = call(world)
    first, second, third = (put(world, meeting, each) for each in (case, other, silent))
    minute(world, first, discussion="Of the first.")
    minute(world, second, discussion="Of the second.")
    came(world, meeting, "member")
    hold(world, meeting)
    by, at = world.actor("business_manager"), world.at + timedelta(8)
    cases.declare_conflict(other, person=world.user("officer"), nature="A relative.", by=by, at=at)
    agree(world, meeting)
    files = {row.case_id: row for row in StoredFile.unscoped.filter(purpose="minutes")}
    assert set(files) == {first.case_id, second.case_id}
    assert third.case_id not in files
    assert files[other.pk].name_given == "Minutes of the meeting of 21 August 2026.docx"
    assert content(files[case.pk]).startswith(b"PK")
    assert file(world.actor("member", at), other, files[other.pk].key, at) is not None
    assert file(world.actor("officer", at), other, files[other.pk].key, at) is None
    with refused(OVER, ground=Ground.STATE):
        minute(world, first, version=1)
