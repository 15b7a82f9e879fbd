"""Which meetings there are for whom, and at what cost."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cairn.documents.engine.papers.paper import Table
from cairn.meetings import queries
from cairn.meetings.queries.content import content_of, item_content
from tests.meetings.acting import NEXT_WEEK, call, came, hold, minute, put
from tests.world import EVERYBODY

SUBGROUP = {
    *("business_manager", "officer", "chair", "member", "member_education", "deputy", "conflicted", "legal", "outsider")
}


@pytest.fixture
def case(stories):
    return stories.case_at("shared")


def test_a_meeting_is_there_for_the_office_its_chair_its_group_and_who_stands_in(world):
    meeting = call(world)
    assert {who for who in EVERYBODY if queries.get(world.actor(who), meeting.key)} == SUBGROUP
    executive = call(world, group="executive", kind="executive", chair="scrutineer")
    reads = {who for who in EVERYBODY if queries.get(world.actor(who), executive.key)}
    assert reads == {"business_manager", "officer", "scrutineer", "partner_council", "partner_police", "partner_health"}


def test_being_in_the_group_opens_no_case(world, case):
    meeting = call(world)
    item = put(world, meeting, case)
    sees = {who for who in SUBGROUP if queries.item(world.actor(who), meeting, item.key, world.at)}
    assert sees == SUBGROUP - {"conflicted", "outsider"}
    assert [row.part for row in queries.agenda_for(world.actor("outsider"), meeting, world.at)] == [
        "opening",
        "closing",
    ]


def test_the_lists_say_what_is_to_come_and_what_was(world):
    first, second = call(world, title="First"), call(world, title="Second", held_on=NEXT_WEEK + timedelta(3))
    member, later = world.actor("member"), world.at + timedelta(8)
    assert [row.title for row in queries.meetings(member, world.at)] == ["First", "Second"]
    assert [row.title for row in queries.to_read(member, world.at)] == ["First", "Second"]
    hold(world, first)
    on_the_day = world.at + timedelta(7)
    assert [row.title for row in queries.to_read(member, on_the_day)] == ["Second"]
    assert [row.title for row in queries.meetings(member, later, past=True)] == ["First"]
    assert queries.to_read(world.actor("author"), world.at) == []
    assert str(second) == second.key


def test_a_case_lists_the_meetings_that_take_it_and_what_they_decided(world, case):
    meeting = call(world)
    item = put(world, meeting, case)
    (row,) = queries.meetings_of_case(world.actor("member"), case, world.at)
    assert (row.item_key, row.opens, row.decision) == (item.key, True, "")
    minute(world, item, decision="A local review.")
    (row,) = queries.meetings_of_case(world.actor("partner_council"), case, world.at)
    assert (row.opens, row.decision) == (False, "A local review.")
    for who in ("author", "outsider", "conflicted", "administrator"):
        assert queries.meetings_of_case(world.actor(who), case, world.at) == [], who


def test_six_cases_cost_as_many_queries_as_one(world, stories, case):
    others = [stories.case_at("shared", label=label) for label in ("Child B", "Child C")]
    meeting = call(world)
    came(world, meeting, "chair", "member", "conflicted")
    minute(world, put(world, meeting, case))
    chair = world.actor("chair")

    def asked():
        with CaptureQueriesContext(connection) as found:
            queries.agenda_for(chair, meeting, world.at)
        return len(found)

    before = asked()
    for other in others:
        put(world, meeting, other)
    assert asked() == before
    with CaptureQueriesContext(connection) as found:
        queries.to_read(chair, world.at)
    assert len(found) == 1


def test_the_pack_binds_under_each_item_what_every_app_hands_in(world, stories):
    case = stories.case_at("at_work")
    meeting = call(world)
    put(world, meeting, case)
    pack = queries.pack(world.actor("member"), meeting, world.at)
    headings = [(heading.level, heading.text) for heading in pack.headings()]
    assert [text for level, text in headings if level == 1][2:] == [
        "1 Welcome, what is said here stays here, apologies and deputies, interests declared",
        f"2 {case.reference}, Child R: Rapid review",
        "3 Reflection on themes that are new or come back, and where the learning goes",
    ]
    under = [text for level, text in headings if level == 2]
    assert under[0] == "The case"
    assert set(under) >= {"The case", "Clocks", "Agencies", "What to go through", "Decision sheet"}
    assert under[-1] == "Decision sheet"


def test_a_case_in_which_nobody_is_recorded_yet_lists_nobody(world, stories):
    blocks = list(content_of(world.actor("chair"), stories.case_at("opened", label="Child N"), world.at))
    assert "Who is in the case" not in {block.caption for block in blocks if isinstance(block, Table)}


def test_a_part_has_a_name_of_its_own():
    with pytest.raises(ValueError, match="There is a part called 'case' already"):
        item_content("case", 1)(lambda actor, case, at: [])


def test_a_part_says_to_each_reader_what_she_may_read(world, case):
    captions = {
        who: {block.caption for block in content_of(world.actor(who), case, world.at) if isinstance(block, Table)}
        for who in ("member", "comms")
    }
    stories_tell = {"Who is in the case", "Clocks of the case"}
    assert captions["member"] >= stories_tell
    assert captions["comms"] & stories_tell == {"Clocks of the case"}
