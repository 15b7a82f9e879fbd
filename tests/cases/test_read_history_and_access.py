"""The history of a case and who can see it: what stands on the pages, and what the files say."""

import importlib
from datetime import timedelta

import pytest
from django.urls import reverse

from cairn.audit.models import Event
from cairn.cases import commands, queries
from cairn.cases.models import AccessGiven
from tests.cases.acting import scene
from tests.stories import ADDRESS, ALIAS, NAME

PLANTED = (*NAME, ALIAS, ADDRESS)


@pytest.fixture
def on(world, stories):
    return scene(world, stories)


def test_the_history_says_who_did_what_and_nothing_that_was_typed(world, on):
    client = world.client("chair")
    page = client.get(reverse("case_history", args=[on.case.key])).content.decode()
    assert "open case" in page
    assert "Bea Manager" in page
    assert not [word for word in PLANTED if word in page]
    assert client.get(reverse("case_history", args=[on.case.key]) + "?page=2").content.decode().count("<tr") <= 1
    assert "person identity" in page
    export = reverse("case_export_history", args=[on.case.key])
    sheet = client.post(export).content.decode().splitlines()
    assert sheet[0] == "When,Who,Did,To,Came of it"
    assert sheet[-1].split(",")[-4:] == ["Bea Manager", "open case", "case", "done"]
    assert Event.unscoped.filter(verb="export_case_history", verdict="read").count() == 1
    assert world.client("officer").post(export).status_code == 404


def test_a_long_history_is_read_page_by_page_and_exported_whole(world, on, monkeypatch):
    monkeypatch.setattr(importlib.import_module("cairn.cases.queries.history"), "MOST", 5)
    chair = world.actor("chair")
    first = queries.history(chair, on.case, world.at)
    assert (len(first.rows), first.older) == (5, 2)
    whole = list(queries.whole_history(chair, on.case, world.at))[1:]
    assert len(whole) == Event.unscoped.filter(case_key=on.case.key).count()
    number, read = 1, []
    while number:
        page = queries.history(chair, on.case, world.at, page=number)
        read, number = [*read, *(row.cells() for row in page.rows)], page.older
    assert read == whole
    assert queries.history(chair, on.case, world.at, page=99) == queries.History((), None)
    assert queries.history(world.actor("officer"), on.case, world.at).rows == ()


def test_access_that_has_ended_is_listed_apart_with_who_ended_it_and_why(world, on):
    by = world.actor("chair")
    commands.end_access(on.grant, reason="Left the group.", by=by, at=world.at)
    spent = AccessGiven.unscoped.get(case=on.case, user=world.user("reviewer"))
    AccessGiven.unscoped.filter(pk=spent.pk).update(starts_at=world.at - timedelta(9), ends_at=world.at)
    rows = queries.ended_access(world.actor("scrutineer"), on.case, world.at)
    seat = f"The seat {on.grant.seat.title}"
    assert {(row.to, row.ended_by, row.end_reason) for row in rows} == {
        (seat, "Clare Chair", "Left the group."),
        ("Rae Viewer, independent reviewer", "", ""),
    }
    page = world.client("officer").get(reverse("case_access", args=[on.case.key])).content.decode()
    now, ended = page.split("Access that has ended", 1)
    assert "Mo Member" not in now
    assert all(words in ended for words in (seat, "Left the group.", "Rae Viewer", "14 August 2026, 10:00"))
    assert queries.ended_access(world.actor("outsider"), on.case, world.at) == []


def test_what_ending_an_access_would_mean_is_said_before(world, on):
    assert queries.end_of(on.grant) == (
        f"Whoever holds the seat {on.grant.seat.title}, or stands in for it, will no longer see this case."
    )
    person = AccessGiven.unscoped.get(case=on.case, user=world.user("reviewer"))
    assert queries.end_of(person) == "Rae Viewer will no longer see this case as independent reviewer."
    rule = AccessGiven.unscoped.get(case=on.case, role="business_officer")
    assert queries.end_of(rule) == "The standing rule will no longer open this case to any business officer."
    commands.end_access(rule, reason="An outside office keeps it.", by=world.actor("chair"), at=world.at)
    (ended,) = queries.ended_access(world.actor("chair"), on.case, world.at)
    assert ended.to == "Any business officer, by the standing rule"


def test_why_real_names_were_switched_on_is_kept_for_those_who_read_the_history(world, on):
    by = world.actor("reviewer")
    commands.show_names(on.case, reason="To check the draft with the family.", by=by, at=world.at)
    kept = queries.names_shown(world.actor("chair"), on.case, world.at)
    assert [row[1:] for row in kept] == [(by.name, "To check the draft with the family.")]
    page = world.client("chair").get(reverse("case_history", args=[on.case.key])).content.decode()
    assert "To check the draft with the family." in page
    assert queries.names_shown(world.actor("officer"), on.case, world.at) == []
    assert queries.names_shown(world.actor("outsider"), on.case, world.at) == []
