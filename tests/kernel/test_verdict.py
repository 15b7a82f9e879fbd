"""A verdict is yes, or no with its reasons."""

import pytest

from cairn.kernel.verdict import ALLOWED, Ground, Refused, enforce, refuse, require

TOO_LATE = "The meeting is over."
NOT_YOURS = "Your role may not decide."


def test_a_yes_has_no_reasons():
    assert ALLOWED
    assert ALLOWED.sentences == ()


def test_a_condition_that_holds_is_a_yes():
    assert require([1], TOO_LATE) == ALLOWED


def test_a_no_carries_its_sentence_and_its_ground():
    verdict = require("", NOT_YOURS, Ground.ROLE, about="outcome")
    assert not verdict
    assert [str(reason) for reason in verdict.reasons] == [NOT_YOURS]
    assert verdict.reasons[0].about == "outcome"
    assert verdict.rests_on(Ground.ROLE)
    assert not verdict.rests_on(Ground.STATE)


def test_joined_verdicts_keep_every_reason_once_and_in_order():
    verdict = refuse(TOO_LATE) & ALLOWED & refuse(NOT_YOURS) & refuse(TOO_LATE)
    assert verdict.sentences == (TOO_LATE, NOT_YOURS)


def test_a_refusal_without_a_sentence_is_a_fault_of_the_program():
    with pytest.raises(ValueError, match="needs a sentence"):
        refuse("  ")


def test_enforcing_a_yes_goes_on_and_enforcing_a_no_stops():
    enforce(ALLOWED)
    with pytest.raises(Refused) as caught:
        enforce(refuse(TOO_LATE))
    assert caught.value.verdict.sentences == (TOO_LATE,)


def test_the_exception_itself_tells_nothing_of_the_reason():
    assert TOO_LATE not in str(Refused(refuse(TOO_LATE)))
