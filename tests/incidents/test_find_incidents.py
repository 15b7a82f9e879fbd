"""What happened, what harmed a child, what was decided and what is to be done are found by those who may read them."""

import pytest

from cairn.cases import queries
from cairn.cases.commands.indexing import reindex
from cairn.cases.models import SearchEntry
from cairn.incidents import commands
from cairn.incidents.models import Incident

FOUND = {
    "shaken scalded": ("incident", "Child R"),
    "outside home": ("theme", "Harm outside the home; Mental health of the child"),
    "genogram": ("action", "Complete the genogram"),
    "is it a serious case": ("decision", "Is it a serious case? "),
}
CLOSED_TO = ("outsider", "conflicted", "ex_reviewer", "administrator", "auditor", "no_role", "nobody")


def found(world, who, words):
    return [(row.kind, row.title) for row in queries.search(world.actor(who), words, world.at).found]


@pytest.fixture
def told(world, stories):
    """A case at work whose incident was told, with what harmed the child."""
    case, by = stories.case_at("at_work"), world.actor("officer")
    incident = commands.begin_incident(case, aware_on=world.at.date(), by=by, at=world.at)
    commands.say_what_happened(
        incident,
        what_happened="The baby was shaken and scalded.",
        nature="serious_harm",
        happened=commands.Happened("not_known"),
        version=1,
        by=by,
        at=world.at,
    )
    child = stories.child(case)
    commands.describe_child(child, factors=["mental_health", "harm_outside_home"], version=0, by=by, at=world.at)
    return case


@pytest.mark.parametrize("words", FOUND)
def test_the_office_finds_it(world, told, words):
    kind, title = FOUND[words]
    assert any(row[0] == kind and row[1].startswith(title) for row in found(world, "officer", words))


@pytest.mark.parametrize("who", CLOSED_TO)
def test_whoever_the_case_is_closed_to_does_not(world, told, who):
    assert [found(world, who, words) for words in FOUND] == [[]] * len(FOUND)


def test_a_role_finds_what_it_may_read(world, told):
    assert found(world, "member", "outside home") == [FOUND["outside home"]]
    assert found(world, "author", "outside home") == found(world, "comms", "shaken") == []


def test_what_is_told_anew_replaces_it_and_built_anew_it_is_the_same(world, told, stories):
    by = world.actor("officer")
    assert reindex() == 0
    commands.say_what_happened(
        Incident.unscoped.get(case=told),
        what_happened="The baby fell.",
        nature="serious_harm",
        happened=commands.Happened("not_known"),
        version=2,
        by=by,
        at=world.at,
    )
    commands.describe_child(stories.child(told), factors=[], version=1, by=by, at=world.at)
    assert found(world, "officer", "shaken") == found(world, "officer", "outside home") == []
    assert found(world, "officer", "baby fell") == [FOUND["shaken scalded"]]
    assert not SearchEntry.unscoped.filter(kind="theme").exists()
    assert reindex() == 0
