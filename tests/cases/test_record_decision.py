"""The partners decide, limb by limb; each answers for herself; a change cites what it replaces."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cairn.cases import commands, queries
from cairn.cases.engine.deciding import QUESTIONS, outcomes_of
from cairn.cases.models import Clock, Decision, LimbTested, Told
from cairn.partnership.commands import seats
from tests.cases.acting import TODAY, refusal
from tests.cases.deciding import decide, limbs

WHO_DECIDES = {"business_manager", "officer", "chair"}


@pytest.fixture
def case(stories):
    return stories.case_at("shared")


def voice(world, decision, who="partner_council", stance="agrees", by=None, **facts):
    facts = {"words": "", "given_on": TODAY, "version": 0, **facts}
    by = world.actor(by or who)
    return commands.give_voice(decision, seat=world.seat(who), stance=stance, by=by, at=world.at, **facts)


def test_a_decision_keeps_its_limbs_its_reasons_and_its_edition(world, case):
    made = decide(world, case)
    assert (made.edition, made.outcome, made.decided_on) == ("wt26", "serious_case", TODAY)
    assert [(limb.name, limb.met) for limb in made.limbs.all()] == [
        ("under_eighteen", "yes"),
        ("abuse_or_neglect", "yes"),
        ("died", "yes"),
        ("seriously_harmed", "yes"),
    ]


@pytest.mark.parametrize(
    ("facts", "about"),
    [
        ({"outcome": "perhaps"}, "outcome"),
        ({"reasons": " "}, "reasons"),
        ({"evidence": ""}, "evidence"),
        ({"alternatives": ""}, "alternatives"),
        ({"legal_advice": "maybe"}, "legal_advice"),
        ({"legal_advice": "taken"}, "legal_topic"),
        ({"decided_on": TODAY + timedelta(1)}, "decided_on"),
        ({"limbs": limbs("serious_case")[1:]}, "met_under_eighteen"),
        ({"limbs": [commands.LimbAnswer("died", "yes", " "), *limbs("serious_case")[:2]]}, "met_seriously_harmed"),
    ],
)
def test_what_was_typed_wrong_is_said_beside_its_field(world, case, facts, about):
    verdict = refusal(lambda: decide(world, case, **facts))
    assert about in [reason.about for reason in verdict.reasons]
    assert not Decision.unscoped.exists()


def test_a_day_before_any_guidance_is_refused(world, case):
    verdict = refusal(lambda: decide(world, case, limbs=[], decided_on=date(2005, 1, 1)))
    assert verdict.sentences == ("No guidance held here was in force on that day.",)


def test_legal_advice_is_kept_by_topic_and_forgotten_where_none_was_taken(world, case):
    assert decide(world, case, legal_advice="taken", legal_topic="Criteria, 12 August").legal_topic
    other = decide(world, case, "national_importance", "not_national", legal_topic="left over")
    assert other.legal_topic == ""


@pytest.mark.parametrize("who", ["member", "partner_council", "scrutineer", "author", "reviewer", "legal"])
def test_others_do_not_record_a_decision_and_are_told_why(world, case, who):
    verdict = refusal(lambda: decide(world, case, who=who))
    assert verdict.sentences == ("Your role may not write the rapid review, and record its decisions.",)


@pytest.mark.parametrize("who", ["outsider", "conflicted", "ex_reviewer", "administrator"])
def test_to_whom_the_case_is_closed_it_cannot_be_decided(world, case, who):
    assert refusal(lambda: decide(world, case, who=who)).sentences == ("This case is not open to you.",)


def test_a_closed_case_is_decided_no_more(world, case):
    clock = Clock.unscoped.get(case=case)
    by = world.actor("business_manager")
    commands.end_clock(clock, finding="Withdrawn.", ended_on=TODAY, by=by, at=world.at)
    commands.close_case(case, reason="Nothing left.", by=by, at=world.at)
    assert refusal(lambda: decide(world, case)).sentences == ("This case is closed. It can be read but not changed.",)


def test_who_decides_second_is_told_and_a_change_cites_what_it_replaces(world, case):
    first = decide(world, case)
    assert "Somebody changed this" in refusal(lambda: decide(world, case, outcome="not_serious_case")).sentences[0]
    second = decide(world, case, outcome="not_serious_case", instead_of=first.key)
    assert second.instead_of == first
    first = Decision.unscoped.get(pk=first.pk)
    assert first.is_replaced
    assert [row.outcome for row in queries.decisions(world.actor("chair"), case, world.at)] == ["not_serious_case"]
    earlier = queries.decisions(world.actor("chair"), case, world.at, earlier=True)
    assert [row.outcome for row in earlier] == ["serious_case"]


def test_an_old_decision_is_taken_by_the_rules_of_its_day(world, case):
    on = date(2014, 5, 1)
    made = decide(world, case, decided_on=on)
    assert made.edition == "wt13"
    assert "agencies_working_together" in {limb.name for limb in made.limbs.all()}
    review = decide(world, case, "local_review", "serious_case_review", limbs=[], decided_on=on)
    row = queries.shown_decision(review, world.at)
    assert row.outcome_label == "A serious case review (legacy SCR)"
    started = Clock.unscoped.filter(case=case, trigger_on=on)
    assert {(clock.duty, clock.edition, clock.due_on) for clock in started} == {
        ("report_serious_case_review_decision", "wt13", date(2014, 5, 9)),
        ("finish_serious_case_review", "wt13", date(2014, 11, 1)),
    }
    assert refusal(lambda: decide(world, case, "national_importance", "national", limbs=[])).reasons


def test_a_local_review_starts_six_months_and_another_outcome_ends_them(world, case):
    first = decide(world, case, "local_review", "local_review")
    clock = Clock.unscoped.get(case=case, duty="publish_practice_review")
    assert (clock.trigger_on, clock.due_on) == (TODAY, date(2027, 2, 14))
    again = decide(world, case, "local_review", "local_review", instead_of=first.key, reasons="In other words.")
    assert Clock.unscoped.filter(case=case, duty="publish_practice_review").count() == 1
    decide(world, case, "local_review", "no_review", instead_of=again.key)
    clock.refresh_from_db()
    assert (clock.state, clock.finding) == ("no_longer_owed", "A later decision came to another outcome.")


def test_each_partner_answers_for_her_own_seat(world, case):
    made = decide(world, case)
    voice(world, made)
    row = queries.shown_decision(made, world.at)
    assert len(row.voices) == 4
    assert row.waits_for == (
        "Hema Health, Chief nurse, Fellside Integrated Care Board",
        "Pat Police, Superintendent, Fellside Police",
    )
    verdict = refusal(lambda: voice(world, made, "partner_health", by="partner_council"))
    assert verdict.sentences == ("Each answers for her own seat.",)


def test_dissent_says_why_and_is_shown(world, case):
    made = decide(world, case)
    assert refusal(lambda: voice(world, made, stance="dissents")).reasons[0].about == "words"
    voice(world, made, stance="dissents", words="The harm was not serious.")
    assert queries.shown_decision(made, world.at).dissenting == (
        "Ceri Council, Director, Coldwater Council children's services",
    )


def test_a_change_of_mind_is_a_new_version_and_a_stale_one_is_refused(world, case):
    made = decide(world, case)
    voice(world, made)
    assert "Somebody changed this" in refusal(lambda: voice(world, made)).sentences[0]
    assert voice(world, made, version=1, stance="dissents", words="On reflection.").version == 2
    assert len(queries.shown_decision(made, world.at).voices) == 4


@pytest.mark.parametrize(
    ("who", "stance", "sentence"),
    [
        ("scrutineer", "agrees", "Partners agree or dissent; the scrutineer comments."),
        ("partner_council", "comments", "Partners agree or dissent; the scrutineer comments."),
        ("chair", "agrees", "Your role may not comment as independent scrutineer."),
    ],
)
def test_partners_agree_or_dissent_and_the_scrutineer_comments(world, case, who, stance, sentence):
    made = decide(world, case)
    assert sentence in refusal(lambda: voice(world, made, who, stance=stance, words="Words.")).sentences


def test_the_scrutineer_comments_for_herself(world, case):
    made = decide(world, case)
    assert voice(world, made, "scrutineer", stance="comments", words="Well reasoned.").words == "Well reasoned."


def test_the_scrutineer_has_no_word_on_whether_to_notify(world, case):
    made = decide(world, case, "notify", "notify")
    assert refusal(lambda: voice(world, made, "scrutineer", stance="comments", words="Words.")).reasons
    assert [voice.role for voice in queries.shown_decision(made, world.at).voices] == ["safeguarding_partner"] * 3
    assert len(queries.seats_heard(made, world.at)) == 3


def test_the_office_records_what_came_by_its_own_mail_and_says_how(world, case):
    made = decide(world, case)
    said = voice(world, made, "partner_police", by="officer", came_by="Secure mail of 14 August")
    assert (said.came_by, said.recorded_by) == ("Secure mail of 14 August", world.user("officer"))
    assert refusal(lambda: voice(world, made, "partner_health", by="member", came_by="He told me")).reasons


def test_a_word_comes_neither_before_the_decision_nor_after_it_was_replaced(world, case):
    made = decide(world, case)
    assert refusal(lambda: voice(world, made, given_on=TODAY - timedelta(1))).reasons[0].about == "given_on"
    assert refusal(lambda: voice(world, made, given_on=TODAY + timedelta(1))).reasons[0].about == "given_on"
    decide(world, case, outcome="not_serious_case", instead_of=made.key)
    assert refusal(lambda: voice(world, made)).sentences == ("A later decision has replaced this one.",)


def test_the_family_is_told_and_it_is_on_record(world, case):
    made, by = decide(world, case), world.actor("officer")
    facts = {"whom": "The mother", "told_on": TODAY, "how": "By her social worker.", "by": by, "at": world.at}
    for wrong, about in (
        ({"whom": ""}, "whom"),
        ({"how": " "}, "how"),
        ({"told_on": TODAY + timedelta(1)}, "told_on"),
        ({"told_on": TODAY - timedelta(1)}, "told_on"),
    ):
        verdict = refusal(lambda wrong=wrong: commands.tell_of_decision(made, **{**facts, **wrong}))
        assert verdict.reasons[0].about == about
    told = commands.tell_of_decision(made, **facts)
    assert queries.shown_decision(made, world.at).told == (told,)
    assert refusal(lambda: commands.tell_of_decision(made, **{**facts, "by": world.actor("member")})).reasons


def test_what_waits_for_a_partners_word_is_hers_alone(world, case):
    made = decide(world, case)
    for_council = queries.decisions_to_sign(world.actor("partner_council"), world.at)
    assert [(found, row.key) for found, row in for_council] == [(case, made.key)]
    voice(world, made)
    assert queries.decisions_to_sign(world.actor("partner_council"), world.at) == []
    assert queries.decisions_to_sign(world.actor("officer"), world.at) == []


def test_who_stands_in_for_a_delegate_is_not_told_to_sign_for_her(world, case):
    manager, seat = world.actor("business_manager"), world.seat("partner_council")
    facts = {"starts_at": world.at, "ends_at": world.at + timedelta(days=9), "by": manager, "at": world.at}
    seats.brief_deputy(seats.name_deputy(seat, deputy=world.user("deputy"), **facts), by=manager, at=world.at)
    made = decide(world, case)
    assert seat.key in [held.key for held in world.actor("deputy").seats]
    assert queries.decisions_to_sign(world.actor("deputy"), world.at) == []
    assert [row.key for _, row in queries.decisions_to_sign(world.actor("partner_council"), world.at)] == [made.key]


def test_what_waits_to_be_signed_is_asked_for_without_limbs_and_without_who_was_told(world, case):
    decide(world, case)
    with CaptureQueriesContext(connection) as asked:
        [(_, row)] = queries.decisions_to_sign(world.actor("partner_council"), world.at)
    assert (row.limbs, row.told) == ((), ())
    tables = (LimbTested._meta.db_table, Told._meta.db_table)
    assert not [query for query in asked if any(f'FROM "{table}"' in query["sql"] for table in tables)]


def test_a_seat_that_ended_keeps_its_word(world, case):
    made = decide(world, case)
    voice(world, made)
    later = world.at + timedelta(days=30)
    seats.end_seat(world.seat("partner_council"), ends_at=later, by=world.actor("business_manager"), at=world.at)
    row = queries.shown_decision(made, later + timedelta(1))
    assert [said.stance for said in row.voices if said.stance] == ["agrees"]
    assert len(row.voices) == 4


def test_a_decision_is_found_only_by_those_who_may_read_it(world, case):
    made = decide(world, case)
    assert queries.decision(world.actor("member"), case, made.key, world.at) == made
    for who in ("author", "comms", "panel_member", "outsider", "conflicted"):
        assert queries.decision(world.actor(who), case, made.key, world.at) is None
        assert queries.decisions(world.actor(who), case, world.at) == []
    assert queries.decision(world.actor("member"), case, "nobodys-key", world.at) is None


def test_while_boards_gave_way_a_serious_case_review_could_follow_beside_the_new_outcomes():
    values = [outcome.value for outcome in outcomes_of(QUESTIONS["local_review"], "trans")]
    assert "serious_case_review" in values
    assert {outcome.value for outcome in QUESTIONS["local_review"].outcomes} < set(values)
