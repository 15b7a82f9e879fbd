"""A page that is only looked at writes nothing but the record of events and the session, and asks a bounded number."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from django.db import connection

from cairn.audit.models import Event
from cairn.partnership.models import Neighbour
from tests.gates.running.addresses import filled, routes
from tests.gates.running.asking import ask

WRITE = re.compile(r"""^\s*(?:INSERT(?:\s+OR\s+\w+)?\s+INTO|UPDATE|DELETE\s+FROM|REPLACE\s+INTO)\s+"?(\w+)"?""", re.I)
MAY_BE_WRITTEN = {"audit_event", "audit_chainhead", "django_session", "usersessions_usersession"}
MOST_QUERIES = 40


class Watch:
    """Notes the statements that pass to the database."""

    def __init__(self) -> None:
        self.statements: list[str] = []

    def __call__(self, execute, sql, params, many, context):
        self.statements.append(sql)
        return execute(sql, params, many, context)

    @property
    def written(self) -> set[str]:
        """The tables written to."""
        return {match[1].lower() for sql in self.statements if (match := WRITE.match(sql))}

    @property
    def asked(self) -> int:
        """How many questions were asked."""
        return sum(sql.lstrip().upper().startswith("SELECT") for sql in self.statements)


@pytest.fixture
def watch():
    noted = Watch()
    with connection.execute_wrapper(noted):
        yield noted


@pytest.mark.parametrize("who", ["business_manager", "member", "administrator", "nobody"])
def test_looking_at_every_page_writes_nothing_else(world, stories, watch, who):
    case, client = stories.case_at("chronicled"), world.client(who)
    written: dict[str, set[str]] = {}
    many: Counter[str] = Counter()
    for route in routes():
        address = filled(route, world, case)
        watch.statements.clear()
        ask(client, "GET", address)
        many[route.name] = watch.asked
        written[route.name] = watch.written - MAY_BE_WRITTEN
    assert {name: tables for name, tables in written.items() if tables} == {}
    assert {name: asked for name, asked in many.items() if asked > MOST_QUERIES} == {}


@pytest.mark.django_db
def test_a_write_would_be_noticed(watch):
    Neighbour.unscoped.create(name="Northshire")
    Neighbour.unscoped.filter(name="Northshire").update(name="Southshire")
    Neighbour.unscoped.all().delete()
    assert watch.written == {"partnership_neighbour"}


def test_looking_at_a_page_of_a_case_is_one_event_and_being_turned_away_is_one_at_most(world, stories):
    case = stories.case_at("chronicled")
    for who, most in (("member", 1), ("outsider", 1), ("nobody", 0)):
        client = world.client(who)
        for route in (route for route in routes() if route.pattern.startswith("cases/<")):
            before = Event.unscoped.count()
            answer = client.get(filled(route, world, case))
            added = list(Event.unscoped.all()[before:])
            if who == "member" and answer.status_code == 200:
                assert len(added) == 1, route.name
                assert added[0].case_key == case.key
            assert len(added) <= most, route.name
