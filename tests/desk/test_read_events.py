"""The auditor reads the record of events, narrows it, takes it away; for everybody else it is not there."""

from __future__ import annotations

import csv
from datetime import timedelta

import pytest
from django.urls import reverse

from cairn.audit.models import Event
from tests.desk.seen import main
from tests.stories import ADDRESS, ALIAS, NAME, Stories
from tests.world import EVERYBODY, World


def last_event() -> tuple[str, str, str]:
    event = Event.unscoped.order_by("seq").last()
    assert event is not None
    return event.verb, event.kind, event.verdict


def test_events_are_shown_newest_first_with_who_and_how_they_ended(world: World, stories: Stories) -> None:
    stories.case_at("shared")
    shown = main(world.client("auditor"), reverse("events"))
    assert "Clare Chair Give access Access given Done" in shown
    assert "14 August 2026, 10:00 Bea Manager Open case Case Done" in shown
    assert "Cairn Found partnership Partnership Done" in main(
        world.client("auditor"), reverse("events") + "?older_than=3"
    )


def test_nothing_in_it_names_a_child_or_a_place(world: World, stories: Stories) -> None:
    case = stories.case_at("shared")
    shown = main(world.client("auditor"), reverse("events"))
    for planted in (*NAME, ALIAS, ADDRESS, case.label, case.reference, case.key):
        assert planted not in shown


def test_reading_it_is_an_event_itself(world: World) -> None:
    world.client("auditor").get(reverse("events"))
    assert last_event() == ("read_events", "audit.event", "read")


@pytest.mark.parametrize("who", [name for name in EVERYBODY if name not in ("auditor", "no_second_factor")])
def test_for_everybody_else_it_is_not_there(world: World, who: str) -> None:
    client = world.client(who)
    nowhere = client.get("/never/was/").content
    for response in (client.get(reverse("events")), client.post(reverse("events_export"))):
        assert (response.status_code, response.content) == (404, nowhere)


def test_days_and_answers_narrow_it(world: World, stories: Stories) -> None:
    case = stories.case_at("opened")
    world.client("outsider").get(reverse("case", args=[case.key]))
    client, address = world.client("auditor"), reverse("events")
    assert "Open case" in main(client, f"{address}?since=14/8/2026&until=14/8/2026&answer=done")
    assert "Open case" not in main(client, f"{address}?since=1/4/2026&until=13/8/2026&answer=")
    assert "No event fits what you chose." in main(client, f"{address}?answer=refused")


def test_days_in_the_wrong_order_are_refused_in_words(world: World) -> None:
    before = Event.unscoped.count()
    shown = main(world.client("auditor"), reverse("events") + "?since=14/8/2026&until=13/8/2026")
    assert "The last day cannot be before the first." in shown
    assert Event.unscoped.count() == before


def test_older_events_are_a_page_further(world: World) -> None:
    client = world.client("auditor")
    for _ in range(50 - Event.unscoped.count() + 1):
        client.get(reverse("events"))
    html = client.get(reverse("events")).content.decode()
    assert "Older events" in html
    oldest = main(client, f"{reverse('events')}?older_than=5")
    assert "Back to the newest" in oldest
    assert "Older events" not in oldest


def test_an_export_holds_every_event_that_fits_and_is_an_event_itself(world: World) -> None:
    asked = {"since": "1/4/2026", "until": "1/4/2026", "answer": ""}
    response = world.client("auditor").post(reverse("events_export"), asked)
    rows = list(csv.reader(response.content.decode().splitlines()))
    fitting = Event.unscoped.filter(moment__date=world.at.date() - timedelta(days=135))
    assert response.headers["Content-Disposition"] == 'attachment; filename="events.csv"'
    assert rows[0][:3] == ["seq", "moment", "recorded_at"]
    assert [row[0] for row in rows[1:]] == [str(event.seq) for event in fitting.order_by("seq")]
    assert last_event() == ("export_events", "audit.event", "read")


def test_an_export_for_days_that_cannot_be_read_is_refused(world: World) -> None:
    response = world.client("auditor").post(reverse("events_export"), {"since": "31/2/2026"})
    assert response.status_code == 400
    assert "Enter a real date, such as 14/8/2026." in response.content.decode()
