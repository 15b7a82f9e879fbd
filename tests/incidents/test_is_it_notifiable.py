"""From recorded facts to what the criteria say, child by child; what is not known stays not known."""

from datetime import date

import pytest

from cairn.cases import commands as cases
from cairn.guidance.criteria.facts import WORDS
from cairn.incidents import commands, queries
from cairn.incidents.engine.facts import FOLLOWS, RECORDED, Known, document, is_answer
from cairn.incidents.models import Account, ChildAtIncident, CriteriaFact
from cairn.kernel.verdict import Ground, Refused
from cairn.partnership.models import Partnership
from tests.incidents.furnished import TODAY, begun
from tests.refused import recorded, refused
from tests.stories import KNOWN_ON
from tests.world import EVERYBODY

KNOWN = Known(
    "Coldwater Council", date(2019, 9, 29), KNOWN_ON, None, "not_asked", "not_asked", "", "not_asked", "", None
)


@pytest.fixture
def on(world, stories):
    return begun(world, stories)


def known(**changes):
    return Known(**{**vars(KNOWN), **changes})


def record(on, fact, value, **changes):
    facts = {"certainty": "established" if value else "", "said_by": "The consultant", "version": 0}
    by, at = on.world.actor("officer"), on.world.at
    return commands.record_criteria_fact(on.case, fact=fact, value=value, **{**facts, **changes}, by=by, at=at)


def assessed(on, who="chair"):
    (found,) = queries.criteria_tested(on.world.actor(who), on.case, on.world.at)
    return found


def say_where(on, happened, lives, version):
    places = {"happened": commands.Place(*happened), "lives": commands.Place(*lives)}
    by, at = on.world.actor("officer"), on.world.at
    commands.say_where(on.incident, **places, moved="no", version=version, by=by, at=at)


def test_every_fact_of_the_criteria_is_recorded_or_follows():
    assert set(RECORDED) | set(FOLLOWS) == set(WORDS)
    assert not set(RECORDED) & set(FOLLOWS)


@pytest.mark.parametrize(
    ("changes", "follows"),
    [
        ({}, {}),
        ({"nature": "death"}, {"died": True}),
        ({"nature": "serious_harm"}, {"died": False, "seriously_harmed": True}),
        ({"nature": "other"}, {}),
        ({"happened_in": "ours"}, {"incident_country": "England", "place_of_incident_la": "Coldwater Council"}),
        (
            {"happened_in": "other_area", "happened_area": "Northmoor"},
            {"incident_country": "England", "place_of_incident_la": "Northmoor"},
        ),
        ({"happened_in": "other_country", "happened_area": "Wales"}, {"incident_country": "Wales"}),
        ({"lives_in": "ours"}, {"normally_resident_la": "Coldwater Council"}),
        ({"lives_in": "other_area", "lives_area": "Eastvale"}, {"normally_resident_la": "Eastvale"}),
        ({"born_on": date(2025, 2, 3)}, {"age": 1}),
        ({"born_on": date(2025, 2, 3), "happened_on": date(2026, 1, 1)}, {"age": 0}),
        ({"born_on": date(2026, 8, 14)}, {}),
        ({"arrangements_start": None}, {}),
    ],
)
def test_what_follows_from_the_records(changes, follows):
    found = document(known(**changes), {})
    always = {"own_la": "Coldwater Council", "aware_on": "2026-08-13"}
    started = {"arrangements_start": "2019-09-29"} if "arrangements_start" not in changes else {}
    assert found == {**always, **started, **follows}


def test_a_recorded_fact_stands_before_what_follows_and_not_known_takes_it_away():
    found = document(known(nature="serious_harm"), {"died": "yes", "seriously_harmed": "", "age": "17"})
    assert (found["died"], found["age"]) == ("yes", 17)
    assert "seriously_harmed" not in found


@pytest.mark.parametrize(
    ("fact", "value", "meant"),
    [
        ("age", "17", True),
        ("age", "131", False),
        ("age", "old", False),
        ("died", "yes", True),
        ("died", "maybe", False),
        ("abuse_or_neglect", "suspected", True),
        ("role", "perpetrator", True),
        ("interagency_concern", "no-with-clear-evidence", True),
    ],
)
def test_only_what_can_be_meant_is_an_answer(fact, value, meant):
    assert is_answer(fact, value) is meant


def test_while_facts_are_missing_the_answer_is_cannot_say_and_names_them(on):
    found = assessed(on).assessment
    assert (found.edition.id, found.notify, found.serious_case) == ("wt26", None, None)
    assert {"abuse_or_neglect", "died", "seriously_harmed", "place_of_incident_la"} <= set(found.missing_facts)


def test_facts_make_it_notifiable_with_each_limb_and_its_reason(on):
    record(on, "abuse_or_neglect", "suspected", certainty="likely", note="A judgement on balance.")
    record(on, "died", "no")
    record(on, "seriously_harmed", "yes")
    say_where(on, ("ours", ""), ("other_area", "Northmoor"), 1)
    found = assessed(on).assessment
    assert found.notify is True
    limbs = {limb.name: (limb.answer.met, limb.answer.why) for limb in found.limbs}
    assert limbs["abuse_or_neglect"] == (True, "Abuse or neglect is suspected.")
    assert limbs["happened_here"] == (True, "It happened in this area.")


def test_a_child_of_this_area_harmed_outside_england_is_notified_too(on):
    record(on, "abuse_or_neglect", "known")
    record(on, "died", "yes")
    say_where(on, ("other_country", "Scotland"), ("ours", ""), 1)
    assert assessed(on).assessment.notify is True


def test_a_looked_after_child_who_died_is_told_of_whatever_the_cause(on):
    record(on, "abuse_or_neglect", "no")
    record(on, "died", "yes")
    record(on, "looked_after", "yes")
    found = assessed(on).assessment
    assert (found.notify, found.looked_after_death_notice) == (False, True)


def test_under_the_rules_of_2015_a_death_in_a_regulated_setting_is_notifiable(on):
    for fact, value in (("abuse_or_neglect", "no"), ("died", "yes"), ("regulated_setting", "yes")):
        record(on, fact, value)
    why = {"source": "The file.", "why": "An old case."}
    commands.say_when_it_became_known(
        on.incident,
        aware_on=date(2017, 5, 18),
        suspected=commands.Suspected("not_asked"),
        **why,
        version=1,
        by=on.world.actor("officer"),
        at=on.world.at,
    )
    found = assessed(on).assessment
    assert (found.edition.id, found.notify) == ("wt15", True)


def test_facts_of_one_child_do_not_speak_of_another(world, on):
    by = world.actor("officer")
    other = cases.add_person(on.case, kind="subject_child", label="Child S", by=by, at=world.at)
    record(on, "died", "no")
    record(on, "died", "yes", about=other)
    first, second = queries.criteria_tested(by, on.case, world.at)
    died = [next(limb.answer.met for limb in each.assessment.limbs if limb.name == "died") for each in (first, second)]
    assert (first.label, second.label, died) == ("Child R", "Child S", [False, True])
    assert [line.fact for line in second.own] == ["died"]
    assert first.own == []


@pytest.mark.parametrize(
    ("aware_on", "started_on", "sentence"),
    [
        (date(2005, 12, 30), date(2019, 9, 29), "No edition known was in force"),
        (date(2019, 12, 2), date(2021, 1, 1), "arrangements"),
    ],
)
def test_where_guidance_cannot_answer_its_own_sentence_is_shown(on, aware_on, started_on, sentence):
    Partnership.unscoped.update(arrangements_started_on=started_on)
    Account.unscoped.update(aware_on=aware_on)
    found = assessed(on)
    assert found.assessment is None
    assert sentence in found.problem
    assert queries.incident(on.world.actor("chair"), on.case, on.world.at).leading.ours is None


def test_without_an_incident_nothing_is_tested(world, stories):
    case = stories.case_at("shared", "Child S")
    assert queries.criteria_tested(world.actor("chair"), case, world.at) == []


def test_while_no_child_is_recorded_the_incident_itself_is_tested(world):
    incident = commands.open_incident(
        kind="serious_incident",
        label="Child T",
        aware_on=KNOWN_ON,
        told_by="Ann",
        by=world.actor("officer"),
        at=world.at,
    )
    (found,) = queries.criteria_tested(world.actor("officer"), incident.case, world.at)
    assert (found.label, found.child_key) == ("Every child", "")


def test_a_change_is_a_version_with_who_says_so_and_how_sure(world, on):
    with recorded("record_criteria_fact"):
        record(on, "died", "no", known_on=TODAY, note="Seen on the ward.")
    record(on, "died", "", version=1)
    rows = CriteriaFact.unscoped.order_by("version")
    assert [(row.version, row.value, row.certainty) for row in rows] == [(1, "no", "established"), (2, "", "")]
    line = queries.fact_line(world.actor("chair"), on.case, "died", None, world.at)
    assert (line.words, line.said_by, line.version) == ("Not known", "The consultant", 2)


def test_nobody_overwrites_a_fact_unseen(on):
    record(on, "died", "no")
    with pytest.raises(Refused) as refusal:
        record(on, "died", "yes")
    assert refusal.value.verdict.rests_on(Ground.STALE)


@pytest.mark.parametrize(
    ("changes", "about"),
    [
        ({"fact": "aware_on"}, "fact"),
        ({"value": "maybe"}, "value"),
        ({"certainty": "surely"}, "certainty"),
        ({"said_by": " "}, "said_by"),
        ({"known_on": date(2026, 8, 15)}, "known_on"),
    ],
)
def test_what_was_typed_wrong_is_said_beside_its_field(on, changes, about):
    with pytest.raises(Refused) as refusal:
        record(on, **{"fact": "died", "value": "yes", **changes})
    assert about in [reason.about for reason in refusal.value.verdict.reasons]


def test_a_fact_is_about_a_child_of_this_case(world, on):
    by, facts = (
        world.actor("officer"),
        {"kind": "concern", "label": "Child S", "known_on": KNOWN_ON, "told_by": "A school"},
    )
    other = cases.open_case(**facts, by=by, at=world.at)
    stranger = cases.add_person(other, kind="subject_child", label="Child S", by=by, at=world.at)
    with refused("Choose a child of this case."):
        record(on, "died", "yes", about=stranger)


def test_each_child_is_described_by_the_words_the_figures_use(world, on):
    facts = {"social_care": "child_in_need", "factors": ["neglect", "neglect", "mental_health"], "known_to": "School."}
    by = world.actor("officer")
    with recorded("describe_child"):
        commands.describe_child(on.child, **facts, placement=" At home ", version=0, by=by, at=world.at)
    row = ChildAtIncident.unscoped.get()
    assert (row.social_care, row.factors, row.placement) == ("child_in_need", ["mental_health", "neglect"], "At home")
    assert queries.child_words(row)[0] == "Child in need"
    assert queries.child_words(None)[0] == "Not recorded"
    with pytest.raises(Refused):
        commands.describe_child(on.child, factors=["boredom"], version=1, by=by, at=world.at)
    with pytest.raises(Refused):
        commands.describe_child(on.child, social_care="fine", factors=[], version=1, by=by, at=world.at)
    with pytest.raises(Refused) as refusal:
        commands.describe_child(on.child, factors=[], version=0, by=by, at=world.at)
    assert refusal.value.verdict.rests_on(Ground.STALE)


def test_what_the_criteria_say_is_read_by_those_the_matrix_names(world, on):
    reads = {who for who in EVERYBODY if queries.criteria_tested(world.actor(who), on.case, world.at)}
    assert reads == {
        *("business_manager", "officer", "chair", "partner_council", "partner_health", "scrutineer"),
        *("member", "member_education", "deputy", "reviewer", "legal"),
    }
    assert {who for who in EVERYBODY if queries.facts_for_every_child(world.actor(who), on.case, world.at)} == reads
    hidden = [who for who in EVERYBODY if who not in reads]
    assert not any(queries.fact_line(world.actor(who), on.case, "died", None, world.at) for who in hidden)
    record(on, "died", "no")
    by = world.actor("officer")
    commands.describe_child(on.child, factors=[], version=0, by=by, at=world.at)
    assert not any(queries.child_at_incident(world.actor(who), on.child, world.at) for who in hidden)
    assert not any(queries.children_at_incident(world.actor(who), on.case, world.at) for who in hidden)
