"""A duty is set, handed over, done (late with a reason) or waived where it may be."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from cairn.cases import commands, queries
from tests.cases.acting import TODAY, refusal


@pytest.fixture
def case(stories):
    return stories.case_at("shared")


def owe(world, case, **facts):
    facts = {"what": "Ask the trust", "strength": "should", "owed_by": world.seat("member"), **facts}
    return commands.set_duty(case, by=world.actor("officer"), at=world.at, **facts)


def do(world, duty, done_on=TODAY, who="member", **late):
    return commands.do_duty(duty, done_on=done_on, by=world.actor(who), at=world.at, **late)


@pytest.mark.parametrize(
    ("facts", "about"),
    [
        ({"what": " "}, "what"),
        ({"strength": "perhaps"}, "strength"),
        ({"strength": "must"}, "reference"),
    ],
)
def test_what_was_typed_wrong_is_said_beside_its_field(world, case, facts, about):
    assert [reason.about for reason in refusal(lambda: owe(world, case, **facts)).reasons] == [about]


def test_a_duty_is_owed_by_a_seat_that_somebody_holds(world, case):
    verdict = refusal(lambda: owe(world, case, owed_by=world.seat("leaver")))
    assert verdict.sentences == ("Nobody holds this seat any more.",)


def test_a_duty_done_in_time_needs_no_reason(world, case):
    duty = do(world, owe(world, case, due_on=TODAY), late_reason="ignored")
    assert (duty.state, duty.done_on, duty.done_by, duty.late_reason) == ("done", TODAY, world.user("member"), "")


def test_a_duty_without_a_day_is_never_late(world, case):
    duty = owe(world, case)
    assert not duty.is_late_on(date(2030, 1, 1))
    assert do(world, duty).state == "done"


def test_a_duty_done_late_says_why(world, case):
    duty = owe(world, case, due_on=TODAY - timedelta(1))
    assert refusal(lambda: do(world, duty)).reasons[0].about == "late_reason"
    assert do(world, duty, late_reason="On leave.").state == "done_late"
    assert refusal(lambda: do(world, duty)).sentences[0] == "This duty is no longer owed."


def test_a_duty_is_not_done_tomorrow(world, case):
    duty = owe(world, case)
    assert refusal(lambda: do(world, duty, done_on=TODAY + timedelta(1))).reasons[0].about == "done_on"


def test_only_the_seat_that_owes_it_or_the_office_says_it_is_done(world, case):
    verdict = refusal(lambda: do(world, owe(world, case), who="scrutineer"))
    assert verdict.sentences == ("You may do this only for what your own seat owes.",)


def test_what_should_be_done_is_waived_with_a_reason_and_what_must_be_is_not(world, case):
    by = world.actor("chair")
    should, must = owe(world, case), owe(world, case, strength="must", reference="paragraph 344")
    verdict = refusal(lambda: commands.waive_duty(must, reason="No need.", by=by, at=world.at))
    assert verdict.sentences == ("What must be done cannot be waived.",)
    assert refusal(lambda: commands.waive_duty(should, reason="", by=by, at=world.at)).reasons[0].about == "reason"
    waived = commands.waive_duty(should, reason="No need.", by=by, at=world.at)
    assert (waived.state, waived.waived_on, waived.waived_by) == ("waived", TODAY, world.user("chair"))


def test_a_duty_is_handed_to_another_seat(world, case):
    duty = owe(world, case)
    by = world.actor("officer")
    verdict = refusal(lambda: commands.hand_over_duty(duty, to=world.seat("leaver"), by=by, at=world.at))
    assert verdict.sentences == ("Nobody holds this seat any more.",)
    commands.hand_over_duty(duty, to=world.seat("chair"), by=by, at=world.at)
    assert refusal(lambda: do(world, duty)).sentences == ("You may do this only for what your own seat owes.",)
    assert do(world, duty, who="chair").state == "done"


def test_lists_say_what_is_owed_by_whom_and_when(world, case):
    owe(world, case, what="Third")
    owe(world, case, what="Second", due_on=TODAY + timedelta(3))
    owe(world, case, what="First", due_on=TODAY - timedelta(1), strength="must", reference="paragraph 344")
    owe(world, case, what="Now", due_on=TODAY, owed_by=world.seat("chair"))
    rows = queries.duties(world.actor("scrutineer"), case, world.at)
    assert [(row.what, row.words, row.late, row.waivable) for row in rows] == [
        ("First", "1 day late", True, False),
        ("Now", "due today", False, True),
        ("Second", "3 days left", False, True),
        ("Third", "", False, True),
    ]
    assert rows[0].owed_by == "Designated doctor (Mo Member)"
    own = queries.duties_due(world.actor("member"), world.at, own=True)
    assert [row.what for row in own] == ["First", "Second", "Third"]
    assert len(queries.duties_due(world.actor("member"), world.at)) == 4
    assert queries.duties_due(world.actor("outsider"), world.at) == []


def test_a_duty_is_found_only_by_those_in_the_case(world, case):
    duty = owe(world, case)
    assert queries.duty(world.actor("chair"), case, duty.key, world.at) == duty
    assert queries.duty(world.actor("outsider"), case, duty.key, world.at) is None
    assert queries.duties(world.actor("outsider"), case, world.at) == []


def test_a_case_with_something_owed_or_running_is_not_closed(world, case):
    owe(world, case)
    by = world.actor("chair")
    verdict = refusal(lambda: commands.close_case(case, reason="", by=by, at=world.at))
    assert [reason.sentence.split(".")[0] for reason in verdict.reasons] == [
        "Say why the case is closed",
        "A clock is still running on this case",
        "Something is still owed on this case",
    ]


def test_the_list_offers_to_record_only_what_she_may(world, stories):
    case = stories.case_at("shared")
    by = world.actor("business_manager")
    hers = commands.set_duty(case, what="Ask", strength="local", owed_by=world.seat("member"), by=by, at=world.at)
    other = commands.set_duty(case, what="Tell", strength="local", owed_by=world.seat("chair"), by=by, at=world.at)

    def offered(who):
        html = world.client(who).get(reverse("case_duties", args=[case.key])).content.decode()
        return {duty.what for duty in (hers, other) if reverse("case_do_duty", args=[case.key, duty.key]) in html}

    assert offered("member") == {"Ask"}
    assert offered("officer") == {"Ask", "Tell"}
    assert offered("scrutineer") == set()
