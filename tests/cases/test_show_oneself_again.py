"""Before access is given or ended, a conflict lifted or the history taken away, she shows again who she is."""

from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse

from cairn.audit.models import Event
from cairn.cases import commands
from cairn.cases.models import AccessGiven, Conflict
from tests.cases.acting import scene
from tests.demonstration import become_demonstration
from tests.signed_in import signed_in
from tests.world import AT

ACTS = ("give_to_seat", "give_to_person", "end_access", "agree_to_lift", "lift_conflict", "export_history")


@pytest.fixture
def on(world, stories):
    return scene(world, stories)


@pytest.fixture
def sent(world, on):
    """Each sensitive act: its address, and what is typed."""
    case, day = on.case.key, {"ends_at_day": 20, "ends_at_month": 8, "ends_at_year": 2026}
    reason = {"reason": "Asked to the meeting of Thursday."}
    to_person = {"to": world.user("no_role").key, "role": "legal_adviser", **day, **reason}
    return {
        "give_to_seat": (reverse("case_give_to_seat", args=[case]), {"to": world.seat("outsider").key, **reason}),
        "give_to_person": (reverse("case_give_to_person", args=[case]), to_person),
        "end_access": (reverse("case_end_access", args=[case, on.grant.key]), reason),
        "agree_to_lift": (reverse("case_agree_to_lift", args=[case, on.conflict.key]), reason),
        "lift_conflict": (reverse("case_lift_conflict", args=[case, on.agreed.key]), reason),
        "export_history": (reverse("case_export_history", args=[case]), {}),
    }


def done():
    """What has come of the sensitive acts so far."""
    return (
        AccessGiven.unscoped.count(),
        AccessGiven.unscoped.filter(ended_by__isnull=False).count(),
        Conflict.unscoped.filter(first_lift_at__isnull=False).count(),
        Conflict.unscoped.filter(second_lift_at__isnull=False).count(),
        Event.unscoped.filter(verb="export_case_history").count(),
    )


@pytest.fixture
def chair(world):
    """The chair in a demonstration, where confirming is one press of a button."""
    become_demonstration()
    return signed_in(world.user("chair"), by="demo")


def later(minutes):
    return time_machine.travel(AT + timedelta(minutes=minutes), tick=False)


@pytest.mark.parametrize("act", ACTS)
def test_within_ten_minutes_nothing_is_asked(chair, sent, act):
    before = done()
    with later(9.9):
        answer = chair.post(*sent[act])
    assert not answer.headers.get("Location", "").startswith("/demo/")
    assert done() != before


@pytest.mark.parametrize("act", ACTS)
def test_after_ten_minutes_one_press_confirms_and_what_was_typed_is_done(chair, sent, act):
    address, typed = sent[act]
    before = done()
    with later(10):
        asked = chair.post(address, typed)
        assert asked.headers["Location"].startswith(reverse("demo_confirm"))
        assert done() == before
        assert chair.post(reverse("demo_confirm"), {"next": address}).status_code in (200, 302)
    assert [after - was for was, after in zip(before, done(), strict=True)].count(1) == 1


def test_reading_the_page_of_such_an_act_is_never_asked_for(chair, sent):
    with later(14):
        assert {chair.get(sent[act][0]).status_code for act in ACTS[:-1]} == {200}


def test_what_was_typed_stands_there_again_if_it_is_refused_after_all(world, on, chair, sent):
    address, typed = sent["agree_to_lift"]
    with later(10):
        chair.post(address, typed)
        manager = world.actor("business_manager")
        commands.agree_to_lift_conflict(on.conflict, reason="Moved.", by=manager, at=AT)
        answer = chair.post(reverse("demo_confirm"), {"next": address})
    page = answer.content.decode()
    assert answer.status_code == 409
    assert typed["reason"] in page
    assert f'<form method="post" action="{address}"' in page


@pytest.mark.parametrize("act", ACTS[:-1])
def test_what_cannot_be_done_as_typed_is_said_before_anything_is_asked(chair, sent, act):
    with later(10):
        assert chair.post(sent[act][0], {"reason": ""}).status_code == 400


@pytest.mark.parametrize("who", ["outsider", "conflicted", "administrator", "ex_reviewer"])
@pytest.mark.parametrize("act", ACTS)
def test_one_outside_is_not_asked_but_finds_nothing_there(world, sent, who, act):
    client = world.client(who)
    with later(10):
        answer, nothing = client.post(*sent[act]), client.post("/cases/xxxxxxxxxxxxxxxxxxxxxx/access/seat/")
    assert (answer.status_code, answer.content) == (404, nothing.content)


def test_one_who_may_not_is_refused_without_being_asked(world, sent):
    client = world.client("scrutineer")
    with later(10):
        assert client.post(*sent["give_to_seat"]).status_code == 403
        assert client.post(*sent["export_history"]).status_code == 404


def test_after_the_file_is_sent_the_page_that_asked_leads_back_to_the_history(chair, on, sent):
    address, _ = sent["export_history"]
    assert chair.get(address).headers["Location"] == reverse("case_history", args=[on.case.key])
