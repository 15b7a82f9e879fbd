"""What is asked of agencies stands on the first screen: for those who answer, and for those who wait."""

from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse

from tests.desk.seen import main
from tests.rapid_reviews.acting import scene, submit
from tests.rapid_reviews.pages import Pages


@pytest.fixture
def on(world, stories):
    return scene(world, stories)


def home(world, who):
    return main(world.client(who), reverse("home"))


def test_the_author_sees_what_her_agency_is_asked_and_is_led_to_it(world, on):
    shown = home(world, "author")
    assert "Send in what your agency knew" in shown
    assert "Say whether the child is safe now" in shown
    page = world.client("author").get(reverse("home")).content.decode()
    assert Pages(on).own("") in page
    assert Pages(on).url("safety_update", on.question.key) in page


def test_those_who_watch_see_each_agency_that_has_not_answered_by_name(world, on):
    shown = home(world, "chair")
    for agency in ("Fellside Police", "Coldwater Schools", "Coldwater Community Health Trust"):
        assert agency in shown
    assert "Send in what your agency knew" in shown
    submit(on)
    assert "Send in what your agency knew" not in home(world, "chair")


def test_an_overdue_update_on_safety_stands_above_everything_else(world, on):
    with time_machine.travel(world.at + timedelta(days=12), tick=False):
        for who in ("chair", "author"):
            shown = home(world, who)
            rows = shown[shown.index("Late") :]
            assert rows.index("5 days late") < rows.index("Send in what your agency knew")
            assert rows.index("Say whether the child is safe now") < rows.index("5 days late")


def test_a_member_sees_nothing_of_other_agencies_answers(world, on):
    shown = home(world, "member_education")
    assert "Send in what your agency knew" not in shown
    assert "Say whether the child is safe now" not in shown


@pytest.mark.parametrize("who", ["outsider", "conflicted", "no_role"])
def test_those_outside_see_nothing_of_it(world, on, who):
    shown = home(world, who)
    assert on.case.reference not in shown
    assert "Fellside Police" not in shown
