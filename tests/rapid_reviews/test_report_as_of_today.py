"""The report to the national Panel says how things stand on the day it is made, not how they stood at first."""

from dataclasses import replace

import pytest

from cairn.incidents import commands as incidents
from cairn.rapid_reviews import commands
from cairn.rapid_reviews.models import SafetyQuestion
from cairn.rapid_reviews.queries.material import material_of
from tests.incidents import furnished
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


def test_the_report_bears_the_reference_under_which_the_incident_was_last_notified(world, stories):
    on, by = furnished.notified(world, stories), world.actor("officer")
    review = review_of(world, stories)
    assert material_of(by, review, world.at).notified_as == "CSN-4711"
    sent = replace(furnished.SENT, system_reference="CSN-4712")
    incidents.correct_notification(on.notification, sent=sent, correction="It was wrong.", by=by, at=world.at)
    assert material_of(by, review, world.at).notified_as == "CSN-4712"
    assert material_of(world.actor("chair"), review, world.at).notified_as == "CSN-4712"


def test_a_report_on_what_was_never_notified_has_no_such_reference(world, review):
    assert material_of(world.actor("officer"), review, world.at).notified_as == ""
