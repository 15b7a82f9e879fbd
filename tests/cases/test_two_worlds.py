"""T2 and T39, small: a hidden case changes nothing that can be asked, and lists cost the same whatever their length."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cairn.cases import commands, queries
from cairn.cases.models import AccessGiven, Case, Clock
from cairn.kernel.key import draw_key


def asked(actor, at, case):
    """Everything the queries say to somebody."""
    return [
        list(queries.visible_to(actor, at)),
        queries.visible_to(actor, at).count(),
        list(queries.my_cases(actor, at)),
        list(queries.my_cases(actor, at, closed=True)),
        queries.clocks_due(actor, at),
        queries.duties_due(actor, at),
        queries.people(actor, case, at),
        queries.access(actor, case, at),
        queries.agencies(actor, case, at),
        queries.clocks(actor, case, at),
        queries.lines(actor, case, at),
    ]


@pytest.mark.parametrize("who", ["member", "conflicted", "reviewer", "outsider", "administrator", "auditor", "nobody"])
def test_a_case_that_is_not_open_to_you_changes_nothing_you_can_ask(world, stories, who):
    seen = stories.case_at("shared")
    actor = world.actor(who)
    before = asked(actor, world.at, seen)
    hidden = stories.case_at("shared", label="Child Hidden")
    manager = world.actor("business_manager")
    commands.set_duty(hidden, what="Ask", strength="local", owed_by=world.seat("outsider"), by=manager, at=world.at)
    if actor.user_id and who not in ("conflicted", "administrator", "auditor", "outsider"):
        user = world.user(who)
        commands.declare_conflict(hidden, person=user, nature="A relative.", by=manager, at=world.at)
    assert asked(actor, world.at, seen) == before
    assert queries.get(actor, hidden.key, world.at) is None
    for empty in (
        queries.people,
        queries.places,
        queries.access,
        queries.agencies,
        queries.clocks,
        queries.duties,
        queries.lines,
    ):
        assert empty(actor, hidden, world.at) == []


def many(world, case, number):
    """As many cases again, each with its clock and access, as plain rows."""
    clock, grant = Clock.unscoped.get(case=case), AccessGiven.unscoped.filter(case=case, role="subgroup_chair").get()
    for n in range(number):
        copy = Case.unscoped.create(
            kind=case.kind, label=f"Child {n}", told_by="x", opened_at=world.at + timedelta(n), opened_by=case.opened_by
        )
        for row in (clock, grant):
            row.pk, row.key, row.case = None, draw_key(), copy
            row.save(force_insert=True)


def queries_of(ask):
    with CaptureQueriesContext(
        connection,
    ) as asked_of:
        ask()
    return len(asked_of)


def test_fifty_cases_cost_as_many_queries_as_one(world, stories):
    case = stories.case_at("shared")
    chair = world.actor("chair")

    def home():
        list(queries.my_cases(chair, world.at))
        queries.clocks_due(chair, world.at)
        queries.duties_due(chair, world.at)

    before = queries_of(home)
    many(world, case, 49)
    assert len(queries.clocks_due(chair, world.at)) == 50
    assert (before, queries_of(home)) == (4, 4)  # the bank holidays that clocks count with are one


def test_fifty_people_and_clocks_of_a_case_cost_as_many_queries_as_one(world, stories):
    case = stories.case_at("shared")
    officer = world.actor("officer")

    def page():
        queries.people(officer, case, world.at)
        queries.places(officer, case, world.at)
        queries.agencies(officer, case, world.at)
        queries.access(officer, case, world.at)
        queries.clocks(officer, case, world.at)
        queries.duties(officer, case, world.at)
        queries.conflicts(officer, case, world.at)

    before = queries_of(page)
    for n in range(12):
        commands.add_person(case, kind="sibling", label=f"Sib {n}", by=officer, at=world.at)
        commands.start_clock(
            case,
            duty="send_rapid_review",
            trigger_on=world.at.date() - timedelta(n),
            source="x",
            by=officer,
            at=world.at,
        )
    assert queries_of(page) == before
