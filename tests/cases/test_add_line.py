"""A line of enquiry is added: it gets the next number of its case, once, and those who read the work are shown it."""

from datetime import timedelta

import pytest
from django.urls import reverse

from cairn.audit.models import Event
from cairn.cases import commands, queries
from cairn.cases.models import LineOfEnquiry
from cairn.kernel.verdict import Ground
from tests.cases.acting import refusal

ASKED = "How were fathers who live apart included?"
READERS = (
    *("business_manager", "officer", "chair", "partner_council", "scrutineer", "member", "deputy", "legal"),
    *("panel_member", "linked_member", "reviewer", "author", "sign_off"),
)


@pytest.fixture
def case(stories):
    return stories.case_at("shared")


def add(world, case, question=ASKED, who="reviewer", **facts):
    return commands.add_line(case, question=question, by=world.actor(who), at=world.at, **facts)


def test_lines_are_numbered_within_their_case_and_keep_their_words(world, stories, case):
    other = stories.case_at("shared", label="Child S")
    first = add(world, case, question=f" {ASKED} ", came_from=" The Panel's letter. ")
    second = add(world, case, question="What did the child say?", who="chair")
    elsewhere = add(world, other, who="officer")
    assert [(row.number, row.version, row.question) for row in (first, second, elsewhere)] == [
        (1, 1, ASKED),
        (2, 1, "What did the child say?"),
        (1, 1, ASKED),
    ]
    assert (first.came_from, first.recorded_by, first.recorded_at) == (
        "The Panel's letter.",
        world.user("reviewer"),
        world.at,
    )
    event = Event.unscoped.filter(verb="add_line", case_key=case.key).earliest("seq")
    assert (event.object_key, event.verdict) == (first.key, "done")


def test_an_empty_question_is_refused_beside_its_box(world, case):
    verdict = refusal(lambda: add(world, case, question=" \n"))
    assert [(reason.sentence, reason.about) for reason in verdict.reasons] == [("Enter what is asked.", "question")]


def test_a_form_that_is_sent_twice_adds_nothing(world, case):
    add(world, case)
    verdict = refusal(lambda: add(world, case, question="how were  Fathers who live apart\nincluded?"))
    assert verdict.sentences == ("This is asked already: it is line 1 of this case.",)
    assert LineOfEnquiry.unscoped.filter(case=case).count() == 1


@pytest.mark.parametrize("who", ["member", "scrutineer", "author", "legal"])
def test_whoever_may_only_read_is_told_so(world, case, who):
    verdict = refusal(lambda: add(world, case, who=who))
    assert verdict.sentences == ("Your role may not add, change or put aside what a review asks.",)


def test_it_is_read_by_those_who_read_the_work_and_by_agencies_and_by_nobody_else(world, case):
    line = add(world, case)
    row = queries.LineRow(line.key, 1, ASKED, live=True, came_from="", version=1, aside="")
    for who in READERS:
        assert queries.lines(world.actor(who), case, world.at) == [row], who
        assert queries.line(world.actor(who), case, line.key, world.at) == line, who
    for who in ("comms", "conflicted", "outsider", "ex_reviewer", "administrator", "auditor", "nobody"):
        assert queries.lines(world.actor(who), case, world.at) == [], who
        assert queries.line(world.actor(who), case, line.key, world.at) is None, who


def test_a_line_is_found_only_in_its_own_case(world, stories, case):
    other = stories.case_at("shared", label="Child S")
    line = add(world, case)
    assert queries.line(world.actor("chair"), other, line.key, world.at) is None
    assert queries.line(world.actor("chair"), case, "nobodys", world.at) is None


def test_once_access_has_ended_it_is_neither_read_nor_added(world, case):
    add(world, case)
    later = world.at + timedelta(days=91)
    reviewer = world.actor("reviewer", later)
    assert queries.lines(reviewer, case, later) == []
    verdict = refusal(lambda: commands.add_line(case, question="Why?", by=reviewer, at=later))
    assert verdict.rests_on(Ground.ROLE)


def test_on_the_page_the_reviewer_adds_a_line_and_a_second_sending_is_told_which_it_is(world, case):
    client, form = world.client("reviewer"), reverse("case_add_line", args=[case.key])
    page = client.get(form).content.decode()
    assert "with no names" in page
    assert client.post(form, {"question": ""}).status_code == 400
    assert client.post(form, {"question": ASKED})["Location"] == reverse("case_lines", args=[case.key])
    again = client.post(form, {"question": ASKED})
    assert (again.status_code, "it is line 1 of this case" in again.content.decode()) == (400, True)
    shown = client.get(reverse("case_lines", args=[case.key])).content.decode()
    assert shown.count(ASKED) == 1
    assert f'href="{reverse("case_lines", args=[case.key])}"' in shown


def test_an_agencys_author_reads_the_list_without_any_act(world, case):
    add(world, case)
    page = world.client("author").get(reverse("case_lines", args=[case.key])).content.decode()
    assert ASKED in page
    assert not [word for word in ("Put aside", "Add a line") if word in page]
