"""Known or not known comes first; a nil return is an answer in full."""

import pytest

from cairn.rapid_reviews import commands, queries
from cairn.rapid_reviews.models import FirstAnswer, Return
from tests.rapid_reviews.acting import fill, refusal, scene, submit


@pytest.fixture
def on(world, stories):
    return scene(world, stories)


def not_known(on, answer, who="sign_off", **changed):
    facts = {"searched": "Both names, from birth.", "confirmed_by": "The director"} | changed
    return commands.say_not_known(answer, **facts, by=on.by(who), at=on.world.at)


def test_a_nil_return_is_whole_and_nothing_more_is_owed(on):
    before = [row.key for row in queries.asked_of(on.by("author"), on.world.at)]
    assert before == [on.answer.key]
    not_known(on, on.answer)
    assert on.fresh().state == "nil"
    assert queries.asked_of(on.by("author"), on.world.at) == []
    assert on.fresh().answered_at == on.world.at


def test_a_later_answer_comes_beside_the_earlier_one_and_counts(on):
    not_known(on, on.answer)
    commands.say_known(on.answer, knowledge="limited", by=on.by("author"), at=on.world.at)
    said = FirstAnswer.unscoped.filter(agency_return=on.answer).values_list("number", "knowledge")
    assert list(said) == [(1, "known"), (2, "not_known"), (3, "limited")]
    assert on.fresh().state == "known"


@pytest.mark.parametrize("field", ["searched", "confirmed_by"])
def test_a_nil_return_says_what_was_searched_and_who_confirms_it(on, field):
    assert refusal(lambda: not_known(on, on.answer, **{field: " "})).reasons[0].about == field


def test_known_is_chosen_from_the_list(on):
    by = on.by("no_second_factor")
    verdict = refusal(lambda: commands.say_known(on.silent, knowledge="not_known", by=by, at=on.world.at))
    assert verdict.reasons[0].about == "knowledge"


def test_the_office_records_what_it_was_told_and_says_who_told_it(on):
    by = on.by("officer")
    verdict = refusal(lambda: commands.say_known(on.silent, knowledge="known", by=by, at=on.world.at))
    assert [(reason.about, reason.sentence) for reason in verdict.reasons] == [
        ("told_how", "Say who told the office, when and how.")
    ]
    said = commands.say_known(on.silent, knowledge="known", told_how="Sgt Bell, by phone.", by=by, at=on.world.at)
    assert (said.told_how, said.said_by) == ("Sgt Bell, by phone.", on.world.user("officer"))
    told = refusal(lambda: not_known(on, on.answer, "officer")).reasons
    assert [reason.about for reason in told] == ["told_how"]


def test_known_is_said_once_and_not_after_the_return_is_in(on):
    by = on.by("author")
    again = refusal(lambda: commands.say_known(on.answer, knowledge="known", by=by, at=on.world.at))
    assert again.sentences == ("The agency has said already that it knew somebody.",)
    submit(on)
    late = refusal(lambda: not_known(on, on.answer, "author"))
    assert late.sentences == ("The agency has answered already. Correct the return instead.",)


def test_writing_begins_once_the_agency_said_that_it_knew_somebody(on):
    verdict = refusal(lambda: fill(on, on.silent, "no_second_factor"))
    assert "has not said yet that it knew somebody" in verdict.sentences[0]
    assert Return.unscoped.get(pk=on.silent.pk).state == "asked"
