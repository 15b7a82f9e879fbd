"""A line of enquiry is worded anew: the earlier wording stays to be read, and nobody overwrites another unseen."""

import pytest
from django.urls import reverse

from cairn.cases import commands, queries
from cairn.kernel.verdict import Ground
from tests.cases.acting import refusal, scene

NEW = "Who saw the child alone, and where?"


@pytest.fixture
def on(world, stories):
    return scene(world, stories)


def change(world, line, question=NEW, version=1, who="reviewer", **facts):
    return commands.change_line(line, question=question, version=version, by=world.actor(who), at=world.at, **facts)


def test_the_new_words_count_and_the_earlier_ones_are_kept(world, on):
    change(world, on.line, came_from=" The family. ")
    changed = change(world, on.line, question=f"{NEW} Why?", version=2, who="chair")
    assert (changed.number, changed.version, changed.question, changed.came_from) == (1, 3, f"{NEW} Why?", "")
    earlier = queries.earlier_wordings(changed)
    assert [(row.version, row.question, row.came_from, row.recorded_by.name) for row in earlier] == [
        (1, "Who saw the child alone?", "", "Bea Manager"),
        (2, NEW, "The family.", "Rae Viewer"),
    ]
    assert changed.recorded_by == world.user("chair")


def test_only_where_it_came_from_may_change_too(world, on):
    assert change(world, on.line, question=on.line.question, came_from="The Panel.").version == 2


def test_a_stale_form_overwrites_nothing_and_a_form_sent_twice_is_stale(world, on):
    change(world, on.line)
    verdict = refusal(lambda: change(world, on.line, question="Another?"))
    assert verdict.rests_on(Ground.STALE)
    on.line.refresh_from_db()
    assert on.line.question == NEW


def test_an_empty_question_and_one_that_another_line_asks_are_refused(world, on):
    assert refusal(lambda: change(world, on.line, question=" ")).sentences == ("Enter what is asked.",)
    verdict = refusal(lambda: change(world, on.line, question="was housing asked?"))
    assert verdict.sentences == ("This is asked already: it is line 2 of this case.",)


def test_a_line_that_is_put_aside_is_taken_up_before_it_is_changed(world, on):
    verdict = refusal(lambda: change(world, on.aside))
    assert verdict.sentences == ("This line of enquiry is put aside. Take it up again before you change its words.",)
    assert verdict.rests_on(Ground.STATE)


def test_on_the_page_what_was_typed_stays_when_somebody_else_was_quicker(world, on):
    client, address = world.client("reviewer"), reverse("case_change_line", args=[on.case.key, on.line.key])
    assert "Who saw the child alone?" in client.get(address).content.decode()
    change(world, on.line, who="chair")
    late = client.post(address, {"question": "What I typed?", "version": "1"})
    page = late.content.decode()
    assert (late.status_code, "What I typed?" in page, 'name="version" value="2"' in page) == (409, True, True)
    assert client.post(address, {"question": "What I typed?", "version": "2"}).status_code == 302
    page = client.get(reverse("case_line", args=[on.case.key, on.line.key])).content.decode()
    assert all(words in page for words in ("What I typed?", NEW, "How it was worded before", "Clare Chair"))


@pytest.mark.parametrize("name", ["case_line", "case_change_line", "case_put_line_aside", "case_take_line_up"])
def test_a_line_that_is_not_of_this_case_is_not_there(world, stories, name):
    other, case = stories.case_at("shared", label="Child S"), stories.case_at("shared")
    line = commands.add_line(case, question=NEW, by=world.actor("reviewer"), at=world.at)
    assert world.client("chair").get(reverse(name, args=[case.key, line.key])).status_code == 200
    assert world.client("chair").get(reverse(name, args=[other.key, line.key])).status_code == 404
