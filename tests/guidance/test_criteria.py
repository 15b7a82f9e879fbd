"""The criteria of every era, as truth tables over recorded facts."""

from itertools import product

import pytest

from cairn.guidance.criteria import assess, read_facts
from cairn.guidance.refusals import CannotAnswer

OURS = {"own_la": "Oxfordshire", "place_of_incident_la": "Oxfordshire"}
BOARD_ERAS = ("lscb06", "wt10", "wt13", "wt15")
PARTNER_ERAS = ("wt18", "wt23", "wt26")


def three_valued_and(*values):
    return False if False in values else None if None in values else True


def three_valued_or(*values):
    return True if True in values else None if None in values else False


ABUSE = ["known", "suspected", "no", None]
YES_NO = [True, False, None]
CONCERN = ["yes", "no-with-clear-evidence", None]


@pytest.mark.parametrize("edition", BOARD_ERAS)
def test_a_serious_case_review_is_required_as_regulation_5_says(edition):
    for abuse, died, harmed, concern in product(ABUSE, YES_NO, YES_NO, CONCERN):
        facts = {
            "abuse_or_neglect": abuse,
            "died": died,
            "seriously_harmed": harmed,
            "interagency_concern": concern,
            "in_custody_or_detained": False,
        }
        an = None if abuse is None else abuse != "no"
        worry = None if concern is None else concern == "yes"
        expected = three_valued_and(an, three_valued_or(died, three_valued_and(harmed, worry)))
        found = assess(read_facts(facts), edition)
        assert found.serious_case is expected, facts
        assert found.review == {True: "required", False: "not_met", None: "cannot_say"}[expected], facts
        assert found.care_leaver_death_notice is False


@pytest.mark.parametrize("edition", PARTNER_ERAS)
def test_since_2018_a_serious_case_may_be_reviewed_and_here_must_be_notified(edition):
    for abuse, died, harmed in product(ABUSE, YES_NO, YES_NO):
        facts = {"abuse_or_neglect": abuse, "died": died, "seriously_harmed": harmed, **OURS}
        expected = three_valued_and(None if abuse is None else abuse != "no", three_valued_or(died, harmed))
        found = assess(read_facts(facts), edition)
        assert (found.serious_case, found.notify) == (expected, expected), facts
        assert found.review == {True: "may", False: "not_met", None: "cannot_say"}[expected], facts


@pytest.mark.parametrize(
    ("concern", "edition", "review"),
    [
        ("unknown", "wt15", "required"),
        ("unknown", "trans", "required"),
        ("unknown", "wt13", "cannot_say"),
        ("unknown", "lscb06", "cannot_say"),
        ("no-with-clear-evidence", "wt15", "not_met"),
        (None, "wt15", "cannot_say"),
    ],
)
def test_from_2015_serious_harm_is_reviewed_unless_clear_evidence_speaks_against_concern(concern, edition, review):
    facts = {
        "abuse_or_neglect": "known",
        "died": False,
        "seriously_harmed": True,
        "in_custody_or_detained": False,
        "interagency_concern": concern,
    }
    found = assess(read_facts(facts), edition)
    assert found.review == review
    assert ("interagency_concern" in found.missing_facts) is (review == "cannot_say")


@pytest.mark.parametrize(("edition", "review"), [("wt10", "not_met"), ("wt13", "required"), ("wt15", "required")])
def test_from_2013_a_death_in_custody_is_always_reviewed(edition, review):
    facts = {"abuse_or_neglect": "no", "died": True, "in_custody_or_detained": True}
    assert assess(read_facts(facts), edition).review == review


@pytest.mark.parametrize(
    ("facts", "notify"),
    [
        ({"abuse_or_neglect": "suspected", "died": True}, True),
        ({"abuse_or_neglect": "suspected", "seriously_harmed": True}, True),
        ({"abuse_or_neglect": "no", "died": True, "looked_after": True}, True),
        ({"abuse_or_neglect": "no", "died": True, "regulated_setting": True}, True),
        ({"abuse_or_neglect": "no", "died": True, "looked_after": False, "regulated_setting": False}, False),
        ({"abuse_or_neglect": "no", "died": True, "looked_after": False}, None),
        ({"abuse_or_neglect": "no", "died": False, "seriously_harmed": True}, False),
        ({"abuse_or_neglect": "known", "died": True, "age": 18}, False),
        ({}, None),
    ],
)
def test_an_incident_was_notifiable_in_2015_as_the_boards_procedures_say(facts, notify):
    assert assess(read_facts(facts), "wt15").notify is notify


def test_a_death_in_a_regulated_setting_is_no_test_since_2018():
    facts = {"abuse_or_neglect": "no", "died": True, "regulated_setting": True, **OURS}
    assert assess(read_facts(facts), "wt23").notify is False


@pytest.mark.parametrize("edition", ["lscb06", "wt10", "wt13"])
def test_no_test_of_notification_is_invented_for_the_first_editions(edition):
    found = assess(read_facts({"abuse_or_neglect": "known", "died": True}), edition)
    assert (found.notify, found.looked_after_death_notice, found.missing_facts) == (None, None, ())


SERIOUS = {"abuse_or_neglect": "known", "died": True, "looked_after": False, "care_leaver": False}


@pytest.mark.parametrize(
    ("facts", "notify", "missing"),
    [
        ({"own_la": "Oxfordshire", "place_of_incident_la": "OXFORDSHIRE "}, True, ()),
        ({"own_la": ["Oxfordshire", "Swindon"], "place_of_incident_la": "swindon"}, True, ()),
        (
            {
                "own_la": "Oxfordshire",
                "place_of_incident_la": "Swindon",
                "normally_resident_la": "Oxfordshire",
                "incident_country": "England",
            },
            False,
            (),
        ),
        ({"own_la": "Oxfordshire", "normally_resident_la": "Oxfordshire", "incident_country": "Wales"}, True, ()),
        ({"own_la": "Oxfordshire", "normally_resident_la": "Swindon", "incident_country": "Spain"}, False, ()),
        (
            {"own_la": "Oxfordshire", "normally_resident_la": "Oxfordshire", "place_of_incident_la": "Swindon"},
            None,
            ("incident_country",),
        ),
        (
            {
                "own_la": "Oxfordshire",
                "normally_resident_la": "Oxfordshire",
                "place_of_incident_la": "Cardiff",
                "incident_country": "UK",
            },
            None,
            ("incident_country",),
        ),
        ({"own_la": "Oxfordshire", "normally_resident_la": "Swindon"}, None, ("place_of_incident_la",)),
        ({"place_of_incident_la": "Swindon", "incident_country": "england"}, None, ("own_la",)),
        (
            {"place_of_incident_la": "unknown", "own_la": "Oxfordshire", "incident_country": "England"},
            None,
            ("place_of_incident_la",),
        ),
    ],
)
def test_the_place_decides_which_authority_notifies(facts, notify, missing):
    found = assess(read_facts({**SERIOUS, **facts}), "wt23")
    assert (found.notify, found.missing_facts) == (notify, missing)


@pytest.mark.parametrize(
    ("facts", "notice"),
    [
        ({"looked_after": True, "died": True}, True),
        ({"looked_after": True, "died": False}, False),
        ({"looked_after": False, "died": True}, False),
        ({"died": True}, None),
        ({"died": False}, False),
    ],
)
@pytest.mark.parametrize("edition", ["wt15", "trans", "wt18", "wt23", "wt26"])
def test_the_death_of_a_looked_after_child_is_a_notice_whatever_its_cause(edition, facts, notice):
    assert assess(read_facts({"abuse_or_neglect": "no", **facts}), edition).looked_after_death_notice is notice


@pytest.mark.parametrize(
    ("edition", "facts", "notice"),
    [
        ("wt23", {"care_leaver": True, "died": True, "age": 24}, True),
        ("wt26", {"care_leaver": True, "died": True, "age": 24.9}, True),
        ("wt23", {"care_leaver": True, "died": True, "age": 25}, False),
        ("wt23", {"care_leaver": True, "died": True}, None),
        ("wt23", {"care_leaver": True, "died": False}, False),
        ("wt23", {"care_leaver": False, "died": True}, False),
        ("wt18", {"care_leaver": True, "died": True, "age": 20}, False),
        ("trans", {"care_leaver": True, "died": True, "age": 20}, False),
    ],
)
def test_the_death_of_a_care_leaver_is_a_notice_since_december_2023(edition, facts, notice):
    assert assess(read_facts(facts), edition).care_leaver_death_notice is notice


@pytest.mark.parametrize(("age", "notify"), [(17, True), (17.9, True), (18, False), (20, False), (None, None)])
def test_a_care_leaver_under_18_is_also_tested_as_a_serious_incident(age, notify):
    facts = {**SERIOUS, "care_leaver": True, "age": age, **OURS}
    found = assess(read_facts(facts), "wt23")
    assert found.notify is notify
    assert ("age" in found.missing_facts) is (age is None)


@pytest.mark.parametrize(
    ("facts", "review"),
    [
        ({"abuse_or_neglect": "known", "died": True}, "required"),
        ({"abuse_or_neglect": "no", "died": True, "in_custody_or_detained": True}, "required"),
        (
            {
                "abuse_or_neglect": "known",
                "died": False,
                "seriously_harmed": True,
                "interagency_concern": "no-with-clear-evidence",
            },
            "may",
        ),
        ({"abuse_or_neglect": "no", "died": False}, "not_met"),
        ({"abuse_or_neglect": "known"}, "cannot_say"),
    ],
)
def test_in_the_transition_the_board_must_and_the_partners_may(facts, review):
    assert assess(read_facts(facts), "trans").review == review


def test_no_limb_is_listed_twice():
    for edition in (*BOARD_ERAS, "trans", *PARTNER_ERAS):
        names = [limb.name for limb in assess(read_facts({}), edition).limbs]
        assert len(names) == len(set(names)), edition


def test_what_is_unknown_never_becomes_no():
    for edition in (*BOARD_ERAS, "trans", *PARTNER_ERAS):
        found = assess(read_facts({}), edition)
        assert found.serious_case is None
        assert found.review == "cannot_say"
        assert not [limb.name for limb in found.limbs if limb.answer.met is False]


def test_a_missing_fact_is_named_only_where_it_would_settle_something():
    found = assess(read_facts({"abuse_or_neglect": "no", "died": False, "care_leaver": False}), "wt23")
    assert found.missing_facts == ()
    found = assess(read_facts({**OURS, "abuse_or_neglect": "known", "died": False, "care_leaver": False}), "wt23")
    assert found.missing_facts == ("seriously_harmed",)


@pytest.mark.parametrize(
    ("facts", "edition"),
    [
        ({}, "wt26"),
        ({"aware_on": "2008-06-01"}, "lscb06"),
        ({"aware_on": "14 August 2016"}, "wt15"),
        ({"aware_on": "2019-05-20"}, "trans"),
        ({"aware_on": "2019-05-20", "arrangements_start": "2019-05-01"}, "wt18"),
        ({"aware_on": "2024-01-10"}, "wt23"),
    ],
)
def test_the_day_of_awareness_picks_the_edition_and_without_it_the_newest(facts, edition):
    assert assess(read_facts(facts)).edition.id == edition


def test_an_edition_without_criteria_and_a_day_before_all_of_them_are_refused():
    with pytest.raises(CannotAnswer, match=r"\(pg25\) holds no criteria\. Choose one of: lscb06, wt10"):
        assess(read_facts({}), "pg25")
    with pytest.raises(CannotAnswer, match=r"^No edition known was in force on Saturday 1 January 2000"):
        assess(read_facts({"aware_on": "2000-01-01"}))


def test_every_limb_says_its_meaning_why_and_where_it_is_written():
    for edition in (*BOARD_ERAS, "trans", *PARTNER_ERAS):
        for limb in assess(read_facts({}), edition).limbs:
            assert limb.meaning
            assert limb.answer.why
            assert limb.reference


def test_paragraphs_of_2023_are_marked_where_another_edition_is_asked():
    limbs = {edition: assess(read_facts({}), edition).limbs for edition in ("wt18", "wt23", "wt26")}
    shown = {
        edition: next(each.reference for each in found if each.name == "more_than_one_area")
        for edition, found in limbs.items()
    }
    assert shown == {
        "wt18": "Working Together 2023, panel at paragraph 341 (read in that edition only)",
        "wt23": "Working Together 2023, panel at paragraph 341",
        "wt26": "Working Together 2023, panel at paragraph 341 (carried over; the 2026 text is not verified)",
    }
