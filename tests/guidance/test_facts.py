"""Recorded facts are read strictly: a slip of the pen must not turn an answer."""

import pytest

from cairn.guidance.criteria import Facts, read_facts
from cairn.guidance.refusals import CannotAnswer


def test_a_fact_may_stand_beside_its_certainty():
    written = {"died": {"value": True, "certainty": "sure", "date_known": "2026-03-01", "decided_by": "partners"}}
    assert read_facts(written) == Facts(died=True)


def test_unknown_and_null_are_not_known():
    written = {
        "died": None,
        "age": "unknown",
        "looked_after": "unknown",
        "abuse_or_neglect": "unknown",
        "role": "unknown",
    }
    assert read_facts(written) == Facts()


def test_yes_and_no_are_read():
    assert read_facts({"died": "yes", "looked_after": "no", "own_la": [" Oxfordshire"]}) == Facts(
        died=True, looked_after=False, own_la=("Oxfordshire",)
    )


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        ([], "The facts must be one JSON object"),
        ({"dead": True}, "The facts hold 'dead', which is not a fact of the criteria."),
        ({"looked_afer": True}, "Did you mean looked_after"),
        ({"died": 1}, "The fact 'died' cannot be 1. Write true, false, or null where it is not known."),
        ({"died": "perhaps"}, "The fact 'died' cannot be 'perhaps'."),
        ({"died": {"value": True, "colour": "red"}}, "The fact 'died' must be a value, or an object with `value`"),
        ({"died": {"certainty": "sure"}}, "The fact 'died' must be a value"),
        ({"abuse_or_neglect": True}, "The fact 'abuse_or_neglect' cannot be True. Write one of known, suspected, no"),
        ({"interagency_concern": "no"}, "Write one of yes, no-with-clear-evidence, unknown"),
        ({"age": -1}, "The fact 'age' cannot be -1. Write the age in years as a number from 0."),
        ({"age": True}, "The fact 'age' cannot be True."),
        ({"age": float("nan")}, "The fact 'age' cannot be nan."),
        ({"place_of_incident_la": ""}, "The fact 'place_of_incident_la' cannot be ''. Write a name"),
        ({"own_la": ["Oxfordshire", 3]}, "a list of names where areas have joined"),
        ({"aware_on": 20260814}, "The fact 'aware_on' cannot be 20260814. Write a date such as 2026-08-14."),
        ({"aware_on": "30 February 2026"}, "The fact 'aware_on': There is no such date"),
    ],
)
def test_a_fact_that_cannot_be_meant_is_refused_by_name(written, sentence):
    with pytest.raises(CannotAnswer) as refusal:
        read_facts(written)
    assert sentence in str(refusal.value)
