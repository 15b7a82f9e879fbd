"""T39 on pages: a list asks the database as often for fifty rows as for one, and not more than twelve times
besides what every page asks: the session, who acts, the frame, and the event of reading."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cairn.cases import commands, policy, queries
from cairn.cases.models import (
    AccessGiven,
    AgencyInvolved,
    Alias,
    Clock,
    Conflict,
    Duty,
    LineOfEnquiry,
    Person,
    PersonFact,
    PersonIdentity,
    Place,
    PlaceIdentity,
    TimeAside,
)
from cairn.kernel.key import draw_key
from tests.cases.acting import scene

LISTS = ("people", "places", "agencies", "lines", "clocks", "duties", "access", "conflicts", "history")
MOST = 12
SEVERAL = {"home", "overview"}  # pages that hold a dozen lists: a fixed number of queries is what they owe
FIFTY = 49


@pytest.fixture
def on(world, stories):
    found = scene(world, stories)
    facts = {"agency": world.agency("TRUST"), "mode": "on_panel", "recorded_by": world.user("officer")}
    AgencyInvolved.unscoped.create(case=found.case, starts_at=world.at, **facts)
    return found


def again(row, **changed):
    """The same row once more, under a key of its own."""
    row.pk, row._state.adding = None, True
    if hasattr(row, "key"):
        row.key = draw_key()
    for name, value in changed.items():
        setattr(row, name, value)
    row.save(force_insert=True)
    return row


def fill(world, on):
    """Fifty of everything a list shows."""
    employed = AgencyInvolved.unscoped.get(case=on.case)
    for number in range(FIFTY):
        child = again(Person.unscoped.get(pk=on.child.pk), label=f"Child {number}")
        again(PersonIdentity.unscoped.get(person=on.child), person=child)
        again(Alias.unscoped.get(person=on.child), person=child)
        again(PersonFact.unscoped.get(person=on.child), person=child)
        home = again(Place.unscoped.get(pk=on.home.pk), label=f"Home {number}")
        again(PlaceIdentity.unscoped.get(place=on.home), place=home)
        again(Clock.unscoped.get(pk=on.clock.pk))
        line = again(LineOfEnquiry.unscoped.get(pk=on.aside.pk), number=number + 3)
        again(TimeAside.unscoped.get(line=on.aside), line=line)
        again(Duty.unscoped.get(pk=on.duty.pk))
        again(AccessGiven.unscoped.filter(case=on.case, user=world.user("reviewer")).latest("id"))
        over = {"second_lift_by": world.user("officer"), "second_lift_at": world.at, "second_lift_reason": "Moved."}
        again(Conflict.unscoped.get(pk=on.agreed.pk), **over)
        agency = again(world.agency("TRUST"), name=f"Trust {number}", short_name=f"T{number}")
        again(AgencyInvolved.unscoped.get(pk=employed.pk), agency=agency)


def asked(client, address):
    with CaptureQueriesContext(connection) as found:
        assert client.get(address).status_code == 200
    return len(found)


def sealed(world, on):
    """How often the database is asked to put on record that something was read."""
    by = world.actor("business_manager")
    with CaptureQueriesContext(connection) as found:
        commands.note_read(on.case, verb="read_people", by=by, at=world.at)
    return len(found)


def test_a_list_of_fifty_costs_as_many_queries_as_a_list_of_one_and_at_most_twelve(world, on):
    client = world.client("business_manager")
    addresses = {name: reverse(f"case_{name}", args=[on.case.key]) for name in LISTS}
    addresses |= {"home": reverse("home"), "whole list": reverse("owed_list"), "clock": _clock(on)}
    addresses["overview"] = reverse("case", args=[on.case.key])
    nothing = asked(client, reverse("help")) + sealed(world, on)
    few = {name: asked(client, address) - nothing for name, address in addresses.items()}
    fill(world, on)
    many = {name: asked(client, address) - nothing for name, address in addresses.items()}
    assert many == few
    assert {name: count for name, count in many.items() if count > MOST and name not in SEVERAL} == {}


def test_what_a_page_found_of_ones_rights_is_never_taken_for_anothers(world, on):
    office, outsider = world.actor("business_manager"), world.actor("outsider")
    hers = policy.rights(office, on.case, world.at)
    assert policy.held(office, on.case, world.at, hers) is hers
    assert not policy.held(outsider, on.case, world.at, hers).open
    assert queries.clocks(outsider, on.case, world.at, hers) == []
    assert queries.clocks(office, on.case, world.at, hers) == queries.clocks(office, on.case, world.at)


def test_rights_on_one_case_open_no_other(world, on, stories):
    office = world.actor("business_manager")
    other = stories.case_at("opened")
    hers = policy.rights(office, on.case, world.at)
    assert policy.held(office, other, world.at, hers).case_id == other.pk


def _clock(on):
    return reverse("case_clock", args=[on.case.key, on.clock.key])
