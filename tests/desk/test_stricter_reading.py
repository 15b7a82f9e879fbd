"""Two texts name different days for the rapid review: one governs, the stricter is shown beside it as advice."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from cairn.cases import commands as cases
from cairn.cases.models import Clock
from cairn.incidents import commands, queries
from cairn.incidents.commands import Happened
from tests.desk.seen import main

AWARE, NOTIFIED, HAPPENED = date(2026, 8, 10), date(2026, 8, 13), date(2026, 8, 5)
STRICTER = "which is Wednesday 26 August 2026, the stricter date"


@pytest.fixture
def incident(world):
    by = world.actor("officer")
    facts = {"kind": "serious_incident", "label": "Child R", "told_by": "Ann Other"}
    found = commands.open_incident(**facts, aware_on=AWARE, by=by, at=world.at)
    cases.start_clock(
        found.case, duty="send_rapid_review", trigger_on=NOTIFIED, source="The sent copy.", by=by, at=world.at
    )
    return found


def happened(world, incident, how="day", first=HAPPENED, last=None):
    commands.say_what_happened(
        incident,
        what_happened="A fall.",
        nature="serious_harm",
        happened=Happened(how, first, last),
        version=1,
        by=world.actor("officer"),
        at=world.at,
    )


def test_the_case_page_says_the_stricter_day_once_the_day_of_the_incident_is_known(world, incident):
    address = reverse("case", args=[incident.case.key])
    assert "the stricter date" not in main(world.client("chair"), address)
    happened(world, incident)
    page = main(world.client("chair"), address)
    assert STRICTER in page
    assert "Friday 4 September" in page  # the date that governs stays


def test_why_this_date_says_it_too_and_the_clock_keeps_its_day(world, incident):
    clock = Clock.unscoped.get(case=incident.case, duty="send_rapid_review")
    address = reverse("case_clock", args=[incident.case.key, clock.key])
    assert "the stricter date" not in main(world.client("chair"), address)
    happened(world, incident)
    page = main(world.client("chair"), address)
    assert STRICTER in page
    assert "due Friday 4 September 2026" in page


@pytest.mark.parametrize(
    ("how", "first", "last"), [("period", HAPPENED, HAPPENED + timedelta(days=3)), ("not_known", None, None)]
)
def test_an_incident_without_one_known_day_gives_no_other_date(world, incident, how, first, last):
    happened(world, incident, how, first, last)
    assert queries.facts_for_clocks(world.actor("chair"), incident.case, world.at) == {}


def test_the_day_of_the_incident_is_not_told_to_whoever_may_not_read_it(world, incident):
    happened(world, incident)
    assert queries.facts_for_clocks(world.actor("chair"), incident.case, world.at) == {"incident": HAPPENED}
    for who in ("outsider", "administrator", "no_role"):
        assert queries.facts_for_clocks(world.actor(who), incident.case, world.at) == {}
