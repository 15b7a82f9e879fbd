"""An agency takes part in one way at a time; a change ends the way before and keeps it."""

import pytest

from cairn.cases import commands, queries
from cairn.kernel.verdict import Ground
from tests.cases.acting import refusal


@pytest.fixture
def case(stories):
    return stories.case_at("shared")


def involve(world, case, mode="on_panel", agency="TRUST", **facts):
    return commands.involve_agency(
        case, agency=world.agency(agency), mode=mode, by=world.actor("officer"), at=world.at, **facts
    )


def test_how_an_agency_takes_part_changes_and_the_way_before_stays(world, case):
    before = involve(world, case, contact_name="Pam Panel", contact_address="pam@trust.example")
    involve(world, case, mode="information_only", instead_of=before.key)
    chair = world.actor("chair")
    (now,) = queries.agencies(chair, case, world.at)
    (earlier,) = queries.agencies(chair, case, world.at, earlier=True)
    assert (now.name, now.mode_label, now.until) == (
        "Coldwater Community Health Trust",
        "Gives information only",
        None,
    )
    assert (earlier.mode, earlier.contact_name, earlier.until) == ("on_panel", "Pam Panel", world.at)
    assert queries.agency_involved(chair, case, now.key, world.at).key == now.key
    assert queries.agency_involved(chair, case, earlier.key, world.at) is None


def test_two_people_do_not_settle_it_differently_unseen(world, case):
    involve(world, case)
    assert refusal(lambda: involve(world, case, mode="none")).rests_on(Ground.STALE)


def test_a_linked_agency_names_a_seat_of_another(world, case):
    verdict = refusal(lambda: involve(world, case, mode="linked"))
    assert verdict.sentences == ("Choose the seat through which the agency is linked.",)
    verdict = refusal(lambda: involve(world, case, mode="linked", linked_through=world.seat("panel_member")))
    assert verdict.sentences == ("An agency is linked through a seat of another agency.",)
    linked = involve(world, case, mode="linked", agency="SCHOOLS", linked_through=world.seat("linked_member"))
    (row,) = queries.agencies(world.actor("chair"), case, world.at)
    assert (linked.linked_through, row.through) == (world.seat("linked_member"), "Housing lead")


def test_a_mode_is_from_the_list(world, case):
    assert refusal(lambda: involve(world, case, mode="watching")).reasons[0].about == "mode"


def test_those_who_may_not_read_it_see_none(world, case):
    involve(world, case)
    for who in ("author", "comms", "outsider"):
        assert queries.agencies(world.actor(who), case, world.at) == []
