"""A line of enquiry is put aside with a reason: it is kept, shown as resting, and put aside once at a time."""

import pytest
from django.urls import reverse

from cairn.cases import commands, queries
from cairn.cases.states import LineState
from cairn.kernel.verdict import Ground
from tests.cases.acting import refusal, scene


@pytest.fixture
def on(world, stories):
    return scene(world, stories)


def put_aside(world, line, reason="The inquest asks this.", who="reviewer"):
    return commands.put_line_aside(line, reason=reason, by=world.actor(who), at=world.at)


def test_it_rests_with_its_reason_and_is_still_there(world, on):
    aside = put_aside(world, on.line, reason=" The inquest asks this. ")
    assert (aside.reason, aside.put_aside_by, aside.put_aside_at, aside.taken_up_at) == (
        "The inquest asks this.",
        world.user("reviewer"),
        world.at,
        None,
    )
    assert on.line.state is LineState.PUT_ASIDE
    rows = queries.lines(world.actor("author"), on.case, world.at)
    assert [(row.number, row.live, row.aside) for row in rows] == [
        (1, False, "The inquest asks this."),
        (2, False, "Housing knew nobody."),
    ]


def test_a_reason_is_needed(world, on):
    (reason,) = refusal(lambda: put_aside(world, on.line, reason=" ")).reasons
    assert (reason.sentence, reason.about) == ("Say why this line is put aside.", "reason")


def test_a_form_sent_twice_puts_it_aside_once(world, on):
    put_aside(world, on.line)
    verdict = refusal(lambda: put_aside(world, on.line))
    assert verdict.sentences == ("This line of enquiry is put aside already.",)
    assert verdict.rests_on(Ground.STATE)
    assert len(queries.times_aside(on.line)) == 1


def test_on_the_page_the_chair_puts_it_aside_and_everybody_reads_why(world, on):
    client, address = world.client("chair"), reverse("case_put_line_aside", args=[on.case.key, on.line.key])
    assert client.post(address, {"reason": ""}).status_code == 400
    assert client.post(address, {"reason": "The inquest asks this."}).status_code == 302
    assert client.post(address, {"reason": "The inquest asks this."}).status_code == 409
    assert "already" in client.get(address).content.decode()
    page = world.client("sign_off").get(reverse("case_lines", args=[on.case.key])).content.decode()
    assert "Put aside: The inquest asks this." in page
