"""A case is opened: it exists, the notification clock runs, the office and the chair are in."""

from datetime import date

import pytest

from cairn.audit.models import Event
from cairn.cases import commands, queries
from cairn.cases.commands.opening import unused_reference
from cairn.cases.models import AccessGiven, Case, Clock, Duty
from cairn.cases.models.case import LETTERS
from cairn.kernel.verdict import Ground, Refused
from tests.world import EVERYBODY

FACTS = {
    "kind": "serious_incident",
    "label": "Child R",
    "known_on": date(2026, 8, 14),
    "told_by": "Children's services",
}


def opened(world, who="business_manager", **changes):
    return commands.open_case(**{**FACTS, **changes}, by=world.actor(who), at=world.at)


def test_the_notification_is_due_five_working_days_after_it_became_known(world):
    case = opened(world)
    clock = Clock.unscoped.get()
    assert (clock.case, clock.duty, clock.due_on) == (case, "notify_serious_incident", date(2026, 8, 21))
    assert (clock.trigger_on, clock.trigger_name) == (date(2026, 8, 14), "aware_of_incident")
    assert clock.trigger_source == "Recorded when the case was opened; told by Children's services."


@pytest.mark.parametrize(
    ("kind", "duties"),
    [
        ("serious_incident", ["notify_serious_incident"]),
        ("looked_after_death", ["notify_looked_after_death"]),
        ("care_leaver_death", []),
        ("concern", []),
        ("other_area", []),
    ],
)
def test_each_kind_of_case_starts_the_notice_it_owes(world, kind, duties):
    opened(world, kind=kind)
    assert list(Clock.unscoped.values_list("duty", flat=True)) == duties


def test_the_standing_rule_lets_in_the_office_and_the_chair_and_nobody_else(world):
    case = opened(world)
    seeing = [who for who in EVERYBODY if queries.get(world.actor(who), case.key, world.at)]
    assert seeing == ["business_manager", "officer", "chair"]
    assert {grant.standing_rule for grant in AccessGiven.unscoped.all()} == {"office_and_chair"}
    assert {grant.reason.split(":")[0] for grant in AccessGiven.unscoped.all()} == {"Standing rule"}


def test_one_event_says_who_opened_it(world):
    before = Event.unscoped.count()
    case = opened(world, "officer")
    event = Event.unscoped.order_by("seq").last()
    assert Event.unscoped.count() == before + 1
    assert (event.verb, event.object_key, event.case_key) == ("open_case", case.key, case.key)
    assert event.person_key == world.user("officer").key


@pytest.mark.parametrize("who", [who for who in EVERYBODY if who not in ("business_manager", "officer")] + ["nobody"])
def test_everybody_else_is_refused(world, who):
    with pytest.raises(Refused) as refusal:
        opened(world, who)
    assert refusal.value.verdict.sentences == ("Your role may not open a case.",)
    assert refusal.value.verdict.rests_on(Ground.ROLE)
    assert not Case.unscoped.exists()


@pytest.mark.parametrize(
    ("changes", "about", "sentence"),
    [
        ({"kind": "party"}, "kind", "Choose what brought the case here."),
        ({"label": "  "}, "label", "Enter a label that says nothing of who the child is, such as Child R."),
        ({"told_by": ""}, "told_by", "Enter who told the partnership."),
        ({"known_on": date(2026, 8, 15)}, "known_on", "The day it became known cannot be in the future."),
    ],
)
def test_what_was_typed_wrong_is_said_beside_its_field(world, changes, about, sentence):
    with pytest.raises(Refused) as refusal:
        opened(world, **changes)
    (reason,) = refusal.value.verdict.reasons
    assert (reason.about, reason.sentence, reason.ground) == (about, sentence, Ground.INPUT)


def test_a_notice_without_a_number_of_days_is_a_duty_of_whoever_opened_the_case(world):
    case = opened(world, "officer", kind="care_leaver_death")
    duty = Duty.unscoped.get()
    assert (duty.case, duty.what, duty.strength) == (case, "Notify the death of a care leaver up to 24", "should")
    assert (duty.due_on, duty.owed_by) == (None, world.seat("officer"))
    assert "paragraph 332" in duty.reference


def test_a_case_from_before_there_was_a_notice_is_opened_without_one(world):
    case = opened(world, known_on=date(2005, 12, 30))
    assert not Clock.unscoped.exists()
    assert not Duty.unscoped.exists()
    assert case.reference


def test_two_cases_may_have_the_same_label(world):
    assert opened(world).reference != opened(world).reference


def test_a_reference_is_drawn_again_if_a_case_has_it(world):
    taken = opened(world).reference
    assert unused_reference(iter([taken, "CR-AAAA-AA"]).__next__) == "CR-AAAA-AA"


def test_a_reference_tells_neither_order_nor_number(world):
    reference = opened(world).reference
    assert len(reference) == 10
    assert reference[:3] == "CR-"
    assert set(reference[3:].replace("-", "")) <= set(LETTERS)
