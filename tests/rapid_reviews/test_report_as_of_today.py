"""The report to the national Panel says how things stand on the day it is made, not how they stood at first."""

import pytest

from cairn.rapid_reviews import commands
from cairn.rapid_reviews.models import SafetyQuestion
from cairn.rapid_reviews.queries.material import material_of
from tests.rapid_reviews.reporting import TODAY, review_of, say_safe


@pytest.fixture
def review(world, stories):
    return review_of(world, stories)


def safety_told(world, review):
    actor = world.actor("officer")
    return material_of(actor, review, world.at).safety


def test_until_there_is_an_update_the_report_says_what_was_said_first(world, stories, review):
    say_safe(world, review, stories)
    assert safety_told(world, review) == (("Child R", "Yes. In hospital, and then with foster carers."),)


def test_the_report_says_whether_the_child_is_safe_as_last_reported(world, stories, review):
    say_safe(world, review, stories)
    question, by = SafetyQuestion.unscoped.get(), world.actor("officer")
    for safe_now, words in (("not_known", "Moved; nobody knows where to."), ("no", "Back with the parents.")):
        facts = {"safe_now": safe_now, "words": words, "as_of": TODAY, "told_by": "The social worker"}
        commands.update_safety(question, **facts, by=by, at=world.at)
    assert safety_told(world, review) == (("Child R", "No. Back with the parents."),)
