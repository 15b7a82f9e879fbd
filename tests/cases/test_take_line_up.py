"""A line of enquiry that was put aside is taken up again: that it rested, and why, stays on record."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from cairn.cases import commands, queries
from cairn.cases.models import TimeAside
from cairn.cases.states import LineState
from cairn.kernel.verdict import Ground
from tests.cases.acting import refusal, scene

DAY = timedelta(days=1)


@pytest.fixture
def on(world, stories):
    return scene(world, stories)


def take_up(world, line, who="reviewer"):
    return commands.take_line_up(line, by=world.actor(who), at=world.at)


def test_it_is_asked_again_and_can_rest_again_with_another_reason(world, on):
    take_up(world, on.aside)
    assert on.aside.state is LineState.ASKED
    commands.put_line_aside(on.aside, reason="Asked elsewhere.", by=world.actor("chair"), at=world.at)
    rested = queries.times_aside(on.aside)
    assert [(row.reason, row.taken_up_by and row.taken_up_by.name) for row in rested] == [
        ("Housing knew nobody.", "Rae Viewer"),
        ("Asked elsewhere.", None),
    ]
    rows = queries.lines(world.actor("chair"), on.case, world.at)
    assert [row.aside for row in rows if not row.live] == ["Asked elsewhere."]


def test_one_that_is_asked_cannot_be_taken_up_and_a_second_sending_is_told_so(world, on):
    for line in (on.line, on.aside):
        if line == on.aside:
            take_up(world, line)
        verdict = refusal(lambda line=line: take_up(world, line))
        assert verdict.sentences == ("This line of enquiry is not put aside.",)
        assert verdict.rests_on(Ground.STATE)


def test_on_the_page_it_is_taken_up_with_one_button_and_its_rest_stays_to_be_read(world, on):
    client = world.client("officer")
    whole = reverse("case_line", args=[on.case.key, on.aside.key])
    assert "Take it up again" in client.get(whole).content.decode()
    address = reverse("case_take_line_up", args=[on.case.key, on.aside.key])
    assert client.post(address).status_code == 302
    assert client.post(address).status_code == 409
    page = client.get(whole).content.decode()
    assert all(words in page for words in ("Housing knew nobody.", "Put it aside", "When it was put aside"))


@pytest.mark.parametrize("half", [{"taken_up_by": "officer"}, {"taken_up_at": timedelta()}, {"taken_up_at": -DAY}])
def test_the_table_holds_no_half_of_an_end(world, on, half):
    facts = {"taken_up_by": world.user(half["taken_up_by"])} if "taken_up_by" in half else {}
    if "taken_up_at" in half:
        facts["taken_up_at"] = world.at + half["taken_up_at"]
    with pytest.raises(IntegrityError), transaction.atomic():
        TimeAside.unscoped.filter(line=on.aside).update(**facts)
