"""T4 and T5 on pages: access that ends while somebody is signed in and types is over with her next request."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.urls import reverse

from cairn.cases import commands
from cairn.cases.models import AccessGiven, Conflict
from cairn.partnership.commands import seats

LONDON = ZoneInfo("Europe/London")
SECOND = timedelta(seconds=1)
EDGES = {
    "an ordinary morning": datetime(2026, 9, 1, 9, 0, tzinfo=LONDON),
    "the hour that spring leaves out": datetime(2027, 3, 28, 1, 0, tzinfo=UTC),
    "the first one o'clock of autumn": datetime(2026, 10, 25, 1, 0, tzinfo=LONDON),
    "the second one o'clock of autumn": datetime(2026, 10, 25, 1, 0, tzinfo=LONDON, fold=1),
}
TYPED = {"nature": "She is my neighbour."}


@pytest.fixture
def case(world, stories):
    return stories.case_at("shared")


def pages(case):
    """What she had open: a list, and a form that would still be accepted."""
    return [reverse(name, args=[case.key]) for name in ("case_people", "case_duties", "case_declare_conflict", "case")]


def nothing(client):
    return client.get("/cases/xxxxxxxxxxxxxxxxxxxxxx/people/").content


def assert_gone(client, case):
    absent = nothing(client)
    for page in pages(case):
        for answer in (client.get(page), client.post(page, TYPED)):
            if page == pages(case)[-1] and answer.request["REQUEST_METHOD"] == "POST":
                continue
            assert (answer.status_code, answer.content) == (404, absent), page


@pytest.mark.parametrize("edge", EDGES.values(), ids=EDGES.keys())
def test_access_is_over_to_the_second_under_an_open_form(world, case, edge):
    finish = edge.astimezone(UTC)
    given = AccessGiven.unscoped.filter(case=case, user=world.user("reviewer"))
    given.update(starts_at=finish - timedelta(days=30), ends_at=edge)
    with time_machine.travel(finish - SECOND, tick=False):
        client = world.client("reviewer")
        assert {client.get(page).status_code for page in pages(case)} == {200}
    before = Conflict.unscoped.count()
    for late in (0, 1, 3600):
        with time_machine.travel(finish + SECOND * late, tick=False):
            client = world.client("reviewer") if late > 600 else client
            assert_gone(client, case)
    assert Conflict.unscoped.count() == before


def _end_access(world, case):
    given = AccessGiven.unscoped.get(case=case, seat=world.seat("member"))
    commands.end_access(given, reason="Left the group.", by=world.actor("chair"), at=world.at)


def _declare(world, case):
    person, by = world.user("member"), world.actor("business_manager")
    commands.declare_conflict(case, person=person, nature="A relative.", by=by, at=world.at)


def _end_seat(world, case):
    seats.end_seat(world.seat("member"), ends_at=world.at, by=world.actor("business_manager"), at=world.at)


@pytest.mark.parametrize("shut_out", [_end_access, _declare, _end_seat])
def test_whoever_is_shut_out_meanwhile_finds_nothing_with_her_next_request(world, case, shut_out):
    client = world.client("member")
    assert {client.get(page).status_code for page in pages(case)} == {200}
    shut_out(world, case)
    before = Conflict.unscoped.count()
    assert_gone(client, case)
    assert Conflict.unscoped.count() == before
    assert case.reference not in client.get("/").content.decode()
