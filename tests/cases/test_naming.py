"""By which names everybody in a case is written: all that were ever on record, at the cost of four queries."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cairn.cases import commands, queries
from cairn.names.relabelling import Called
from tests.cases.test_people import NOT_ASKED
from tests.stories import ADDRESS, ALIAS, NAME


@pytest.fixture
def case(stories):
    return stories.case_at("shared")


@pytest.fixture
def named(world, stories, case):
    """The child and the home once more on record, each under another name, and a school that was called two things."""
    by, at = world.actor("officer"), world.at
    child, home = stories.child(case), stories.home(case)
    names = {"name_answer": "given", "family_name": "Tern Heron", "given_names": "Zebedee"}
    commands.record_identity(child, **names, born=NOT_ASKED, died=NOT_ASKED, version=1, by=by, at=at)
    commands.record_place_identity(home, address="1 New Road", version=1, by=by, at=at)
    commands.add_place_alias(home, name="The Yard", by=by, at=at)
    commands.add_place_alias(home, name="1 New Road", by=by, at=at)
    commands.add_place(case, kind="school", label="School A", by=by, at=at)
    return case


ALL = (
    Called("Child R", ("Zebedee Tern Heron", "Tern Heron, Zebedee", f"{NAME[1]} {NAME[0]}", ALIAS)),
    Called("Mother", ()),
    Called("Home A", ("1 New Road", ADDRESS, "CW1 9ZZ", "The Yard"), place=True),
    Called("School A", (), place=True),
)


def test_every_name_that_was_ever_on_record_is_there_the_latest_first(named):
    assert queries.naming(named) == ALL


def test_it_costs_four_queries_however_many_people_there_are(world, named):
    def asked():
        with CaptureQueriesContext(connection) as found:
            queries.naming(named)
        return len(found)

    assert asked() == 4
    for number in range(20):
        by, at = world.actor("officer"), world.at
        person = commands.add_person(named, kind="relative", label=f"Aunt {number}", by=by, at=at)
        commands.add_alias(person, kind="known_as", name=f"Aunty {number}", by=by, at=at)
    assert asked() == 4


def test_nobody_of_another_case_is_in_it(world, stories, named):
    other = stories.case_at("opened", label="Child S")
    assert queries.naming(other) == ()


@pytest.mark.parametrize(
    ("who", "shown", "labelled"),
    [
        ("reviewer", False, True),
        ("reviewer", True, False),
        ("panel_member", False, True),
        ("scrutineer", True, True),
        ("member", False, False),
        ("officer", False, False),
        ("author", False, False),
        ("conflicted", True, True),
        ("outsider", True, True),
        ("nobody", True, True),
    ],
)
def test_labels_are_for_everybody_who_may_not_read_real_names(world, named, who, shown, labelled):
    rights = queries.rights(world.actor(who), named, world.at)
    labels = queries.labels_for(rights, named, names_shown=shown)
    assert (labels is not None) is labelled
    if labels:
        assert labels.of("Z. Quillfeather, 1 New Road") == "Child R, Home A"
    assert queries.people_list(rights, named, names_shown=shown) == (() if labelled else ALL)
