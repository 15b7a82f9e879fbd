"""What is weighed before a review is decided on: listed limb by limb, deciding nothing by itself."""

import pytest

from cairn.guidance.criteria import assess, read_facts

SERIOUS = {
    "abuse_or_neglect": "known",
    "died": True,
    "own_la": "Oxfordshire",
    "place_of_incident_la": "Oxfordshire",
}


def met(edition, name, **facts):
    (found,) = [limb for limb in assess(read_facts(facts), edition).limbs if limb.name == name]
    return found.answer.met


@pytest.mark.parametrize(
    ("limb", "fact"),
    [
        ("improvements_needed", "improvements_needed"),
        ("recurrent_themes", "recurrent_themes"),
        ("panel_suggests_local_review", "panel_suggests_local_review"),
        ("concern_about_one_agency", "single_agency_concern"),
        ("concern_that_no_agency_was_involved", "no_agency_involvement_concern"),
        ("more_than_one_area", "more_than_one_area"),
        ("institutional_setting", "institutional_setting"),
        ("law_or_guidance_may_change", "law_or_guidance_may_change"),
        ("educated_otherwise_than_at_school", "educated_otherwise"),
        ("in_local_authority_care", "looked_after"),
        ("on_a_protection_plan_now_or_recently", "protection_plan_now_or_recently"),
        ("range_of_abuse_types", "several_abuse_types"),
        ("suicide_with_abuse_or_neglect", "suspected_suicide"),
    ],
)
def test_what_is_weighed_is_listed_and_decides_nothing(limb, fact):
    answers = [met("wt23", limb, **{fact: value}) for value in (True, False, None)]
    assert answers == [True, False, None]
    with_it, without = (assess(read_facts({**SERIOUS, fact: value}), "wt23") for value in (True, None))
    assert with_it.review == without.review == "may"


def test_concern_between_agencies_is_weighed_and_doubt_is_not_known():
    answers = [
        met("wt23", "concern_between_agencies", interagency_concern=value)
        for value in ("yes", "no-with-clear-evidence", "unknown", None)
    ]
    assert answers == [True, False, None, None]


def test_custody_is_an_institutional_setting():
    assert met("wt23", "institutional_setting", in_custody_or_detained=True) is True


def test_a_perpetrator_makes_the_nature_other_to_be_considered():
    assert [met("wt23", "nature_is_other", role=role) for role in ("perpetrator", "victim", "unknown")] == [
        True,
        False,
        None,
    ]
