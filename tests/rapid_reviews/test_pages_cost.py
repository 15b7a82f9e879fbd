"""However many agencies were asked, a page asks the database as often as for a few."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cairn.rapid_reviews import commands, queries
from tests.rapid_reviews.acting import ask_more, scene, submit
from tests.rapid_reviews.pages import Pages


@pytest.fixture
def on(world, stories):
    return scene(world, stories)


def asked(client, address):
    with CaptureQueriesContext(connection) as found:
        assert client.get(address).status_code == 200
    return len(found)


def ask_safety(on, short):
    facts = {"children": [on.child], "safe_now": "yes", "done": "Placed.", "interval": 5}
    commands.ask_safety(on.case, agency=on.world.agency(short), **facts, by=on.by("chair"), at=on.world.at)


def test_board_and_lists_cost_as_many_queries_for_six_agencies_as_for_three(world, on):
    submit(on)
    client, pages = world.client("business_manager"), Pages(on)
    names = ("rapid_review_requests", "rapid_review_chase", "agency_returns", "agency_key_events", "safety_questions")
    few = {name: asked(client, pages.url(name)) for name in names}
    ask_more(on, "CSC", "ICB", "PH")
    for short in ("CSC", "ICB"):
        ask_safety(on, short)
    many = {name: asked(client, pages.url(name)) for name in names}
    assert many == few


def test_the_home_rows_cost_as_many_queries_for_two_cases_as_for_one(world, on, stories):
    def cost(question, who):
        actor = world.actor(who)
        with CaptureQueriesContext(connection) as found:
            question(actor, world.at)
        return len(found)

    few = cost(queries.asked_of, "author"), cost(queries.safety_due, "chair")
    stories.case_at("asked", label="Child S")
    assert len(queries.asked_of(world.actor("author"), world.at)) == 2
    assert (cost(queries.asked_of, "author"), cost(queries.safety_due, "chair")) == few
