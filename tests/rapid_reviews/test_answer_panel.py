"""The national Panel replies; each point is answered; the partners keep or change their view, with reasons."""

from datetime import timedelta

import pytest

from cairn.rapid_reviews import commands, policy, queries
from cairn.rapid_reviews.models import OurAnswer
from tests.cases.acting import refusal
from tests.cases.deciding import decide
from tests.rapid_reviews.reporting import TODAY, made, replied, review_of, sent, whole

NOTHING_OWED = "This letter is owed no answer, or was answered already."


@pytest.fixture
def report(world, stories):
    return sent(world, whole(world, stories))


def point(world, reply, who="officer", **facts):
    facts = {"asks": "What became of the sibling?", "owed_by": world.seat("member"), "due_on": TODAY, **facts}
    return commands.set_point(reply, by=world.actor(who), at=world.at, **facts)


def settle(world, found, who="officer", **facts):
    facts = {"answer": "She is safe.", "answered_on": TODAY, **facts}
    return commands.answer_point(found, by=world.actor(who), at=world.at, **facts)


def answer(world, reply, who="officer", **facts):
    facts = {"sent_on": TODAY, "words": "The decision stands.", **facts}
    return commands.answer_panel(reply, by=world.actor(who), at=world.at, **facts)


@pytest.mark.parametrize(
    ("says", "state"),
    [
        ("agrees", "settled"),
        ("agrees_with_comment", "settled"),
        ("national_review", "settled"),
        ("asks", "answer_owed"),
        ("disagrees", "answer_owed"),
    ],
)
def test_what_the_panel_says_decides_whether_an_answer_is_owed(world, report, says, state):
    replied(world, report, says)
    assert policy.panel_state_of(report.rapid_review) == state


@pytest.mark.parametrize(
    ("facts", "about"),
    [
        ({"says": "perhaps"}, "says"),
        ({"words": " "}, "words"),
        ({"received_on": TODAY + timedelta(1)}, "received_on"),
        ({"received_on": TODAY - timedelta(1)}, "received_on"),
    ],
)
def test_a_letter_is_recorded_whole_and_after_the_report(world, report, facts, about):
    assert [reason.about for reason in refusal(lambda: replied(world, report, **facts)).reasons] == [about]


def test_before_the_report_is_sent_there_is_no_reply(world, stories):
    report = made(world, review_of(world, stories))
    verdict = refusal(lambda: replied(world, report))
    assert verdict.sentences[0] == "The report has not been sent, so the Panel cannot have replied to it."


@pytest.mark.parametrize(
    "who", ["chair", "member", "partner_council", "scrutineer", "outsider", "conflicted", "ex_reviewer"]
)
def test_others_record_nothing_of_it(world, report, who):
    reply = replied(world, report)
    found = point(world, reply)
    for act in (
        lambda: commands.record_reply(
            report, received_on=TODAY, says="agrees", words="Agrees.", by=world.actor(who), at=world.at
        ),
        lambda: point(world, reply, who),
        lambda: settle(world, found, who),
        lambda: answer(world, reply, who),
    ):
        assert refusal(act).reasons


@pytest.mark.parametrize(
    ("facts", "about"),
    [({"asks": ""}, "asks"), ({"due_on": TODAY - timedelta(1)}, "due_on")],
)
def test_a_point_says_what_is_asked_and_by_when(world, report, facts, about):
    reply = replied(world, report)
    assert [reason.about for reason in refusal(lambda: point(world, reply, **facts)).reasons] == [about]


def test_a_point_is_given_to_a_seat_that_somebody_holds(world, report):
    verdict = refusal(lambda: point(world, replied(world, report), owed_by=world.seat("leaver")))
    assert verdict.sentences == ("Nobody holds this seat any more.",)


def test_points_are_answered_before_the_partners_answer(world, report):
    reply = replied(world, report)
    found = point(world, reply)
    decide(world, report.case, "position", "inform", limbs=[])
    assert refusal(lambda: answer(world, reply)).sentences == ("A point of the letter is not answered yet.",)
    for facts, about in (
        ({"answer": " "}, "answer"),
        ({"answered_on": TODAY + timedelta(1)}, "answered_on"),
        ({"answered_on": TODAY - timedelta(1)}, "answered_on"),
    ):
        assert [reason.about for reason in refusal(lambda facts=facts: settle(world, found, **facts)).reasons] == [
            about
        ]
    settle(world, found)
    assert refusal(lambda: settle(world, found)).sentences == ("This point was answered already.",)
    assert answer(world, reply).decision.outcome == "inform"
    assert policy.panel_state_of(report.rapid_review) == "answered"


def test_the_answer_rests_on_a_decision_of_the_partners(world, report):
    reply = replied(world, report, "disagrees")
    verdict = refusal(lambda: answer(world, reply))
    assert verdict.sentences == ("The partners have not decided what they answer. Record that decision first.",)
    decide(world, report.case, "position", "hold", limbs=[], reasons="The learning is being acted on already.")
    sent_back = answer(world, reply)
    assert sent_back.decision.outcome == "hold"
    assert refusal(lambda: answer(world, reply)).sentences == (NOTHING_OWED,)
    assert OurAnswer.unscoped.count() == 1


@pytest.mark.parametrize(
    ("facts", "about"),
    [
        ({"words": ""}, "words"),
        ({"sent_on": TODAY + timedelta(1)}, "sent_on"),
        ({"sent_on": TODAY - timedelta(1)}, "sent_on"),
    ],
)
def test_what_the_partners_answered_and_when_is_asked_for(world, report, facts, about):
    reply = replied(world, report)
    decide(world, report.case, "position", "inform", limbs=[])
    assert [reason.about for reason in refusal(lambda: answer(world, reply, **facts)).reasons] == [about]


def test_after_the_answer_the_panel_may_write_again(world, report):
    first = replied(world, report)
    decide(world, report.case, "position", "inform", limbs=[])
    answer(world, first)
    replied(world, report, "agrees")
    assert policy.panel_state_of(report.rapid_review) == "settled"
    assert [row.says for row in queries.replies(world.actor("member"), report.case, world.at)] == ["agrees", "asks"]


def test_points_still_open_are_on_the_list_of_those_who_may_read_them(world, report):
    found = point(world, replied(world, report), due_on=TODAY + timedelta(3))
    rows = queries.points_due(world.actor("chair"), world.at)
    assert [(row.key, row.words, row.late, row.own) for row in rows] == [(found.key, "3 days left", False, False)]
    assert queries.points_due(world.actor("member"), world.at)[0].own
    later = queries.points_due(world.actor("chair"), world.at + timedelta(4))
    assert [(row.words, row.late) for row in later] == [("1 day late", True)]
    assert queries.points_due(world.actor("chair"), world.at + timedelta(3))[0].words == "due today"
    for who in ("outsider", "conflicted", "administrator", "author"):
        assert queries.points_due(world.actor(who), world.at) == []
        assert queries.replies(world.actor(who), report.case, world.at) == []
    assert queries.point(world.actor("chair"), report.case, "nobodys", world.at) is None


@pytest.mark.parametrize("last", ["agrees", "disagrees"])
def test_a_letter_is_owed_its_answer_whatever_the_panel_writes_after_it(world, report, last):
    first = replied(world, report)
    found = point(world, first)
    replied(world, report, last)
    assert policy.panel_state_of(report.rapid_review) == "answer_owed"
    settle(world, found)
    decide(world, report.case, "position", "inform", limbs=[])
    answer(world, first)
    assert policy.panel_state_of(report.rapid_review) == ("settled" if last == "agrees" else "answer_owed")
    assert policy.letter_state_of(queries.reply(world.actor("chair"), report.case, first.key, world.at)) == "answered"


def test_each_letter_is_answered_once_though_another_is_still_owed_an_answer(world, report):
    first = replied(world, report)
    found = point(world, first)
    settle(world, found)
    decide(world, report.case, "position", "inform", limbs=[])
    answer(world, first)
    replied(world, report, "disagrees")
    for act in (lambda: answer(world, first), lambda: point(world, first)):
        assert refusal(act).sentences == (NOTHING_OWED,)
    assert NOTHING_OWED in refusal(lambda: settle(world, found)).sentences


def test_a_letter_in_which_the_panel_agrees_is_owed_nothing(world, report):
    agrees = replied(world, report, "agrees")
    replied(world, report)
    assert refusal(lambda: point(world, agrees)).sentences == (NOTHING_OWED,)
