"""The pages of decisions: what is asked, what stands beside it, who reads it, and that nothing typed is lost."""

import pytest
from django.urls import reverse

from cairn.cases import commands
from cairn.cases.models import Decision, Told, Voice
from tests.cases.acting import TODAY
from tests.cases.deciding import REASONING, decide, limbs
from tests.stories import NAME

DAY = {"decided_on_day": "14", "decided_on_month": "8", "decided_on_year": "2026"}


@pytest.fixture
def case(stories):
    return stories.case_at("shared")


def typed(kind="serious_case", outcome="serious_case", **more):
    answers = {f"met_{limb.name}": limb.met for limb in limbs(kind)} | {
        f"why_{limb.name}": "Seen." for limb in limbs(kind)
    }
    return {**answers, **REASONING, **DAY, "outcome": outcome, "legal_advice": "not_taken", "instead_of": "", **more}


def url(case, name, *parts):
    return reverse(name, args=[case.key, *parts])


def test_the_office_records_a_decision_limb_by_limb(world, case):
    client, page = world.client("officer"), url(case, "case_decide", "serious_case")
    html = client.get(page).content.decode()
    assert "The child was seriously harmed" in html or "seriously" in html
    assert "Who is in it" in html
    assert "Clocks that run" in html
    assert not any(name in html for name in NAME)
    answer = client.post(page, typed())
    assert answer.status_code == 302
    made = Decision.unscoped.get()
    assert made.recorded_by == world.user("officer")
    whole = client.get(url(case, "case_decision", made.key)).content.decode()
    assert REASONING["reasons"] in whole
    assert "Working Together" in whole
    listed = client.get(url(case, "case_decisions")).content.decode()
    assert "Not decided yet." in listed
    assert "It is a serious case" in listed


def test_a_limb_without_a_reason_is_asked_for_beside_it_and_nothing_typed_is_lost(world, case):
    answer = world.client("officer").post(
        url(case, "case_decide", "serious_case"), typed(why_died="", reasons="Typed in full.")
    )
    html = answer.content.decode()
    assert answer.status_code == 400
    assert "Say why." in html
    assert "Typed in full." in html
    assert not Decision.unscoped.exists()


def test_whoever_decides_second_sees_both_texts_and_may_send_hers_again(world, case):
    client, page = world.client("chair"), url(case, "case_decide", "serious_case")
    client.get(page)
    decide(world, case, reasons="The first text.")
    answer = client.post(page, typed(outcome="not_serious_case", reasons="The second text."))
    html = answer.content.decode()
    assert answer.status_code == 409
    assert "The first text." in html
    assert "The second text." in html
    first = Decision.unscoped.get()
    assert f'value="{first.key}"' in html
    again = client.post(page, typed(outcome="not_serious_case", reasons="The second text.", instead_of=first.key))
    assert again.status_code == 302
    assert Decision.unscoped.get(instead_of=first).reasons == "The second text."
    old = client.get(url(case, "case_decision", first.key)).content.decode()
    assert "A later decision has replaced this one." in old
    assert "replaced" in client.get(url(case, "case_decisions")).content.decode()


def test_the_rules_of_another_day_put_their_own_questions(world, case):
    old = {"decided_on_day": "1", "decided_on_month": "5", "decided_on_year": "2014"}
    answer = world.client("officer").post(url(case, "case_decide", "serious_case"), typed(**old))
    assert answer.status_code == 400
    assert "agencies_working_together" in answer.content.decode()
    wrong = world.client("officer").post(url(case, "case_decide", "serious_case"), typed(decided_on_day="41"))
    assert wrong.status_code == 400
    early = typed(decided_on_year="1999")
    assert world.client("officer").post(url(case, "case_decide", "position"), early).status_code == 400


def test_a_day_before_any_guidance_is_refused_in_words(world, case):
    early = typed("position", "hold", decided_on_year="1999")
    answer = world.client("officer").post(url(case, "case_decide", "position"), early)
    assert "No guidance held here was in force on that day." in answer.content.decode()


def test_a_reader_sees_why_she_cannot_decide(world, case):
    answer = world.client("member").get(url(case, "case_decide", "serious_case"))
    assert answer.status_code == 200
    assert "Your role may not write the rapid review" in answer.content.decode()


def test_a_partner_says_how_she_stands_and_the_scrutineer_comments(world, case):
    made = decide(world, case)
    page = url(case, "case_own_voice", made.key)
    council = world.client("partner_council")
    assert REASONING["reasons"] in council.get(page).content.decode()
    assert council.post(page, {"stance": "agrees", "words": "", "version": "0"}).status_code == 302
    stale = council.post(page, {"stance": "dissents", "words": "On reflection.", "version": "0"})
    assert stale.status_code == 409
    assert 'name="version" value="1"' in stale.content.decode()
    scrutineer = world.client("scrutineer")
    assert scrutineer.post(page, {"stance": "comments", "words": "Well put.", "version": "0"}).status_code == 302
    assert {voice.stance for voice in Voice.unscoped.all()} == {"agrees", "comments"}
    html = council.get(url(case, "case_decision", made.key)).content.decode()
    assert "Said here, for her own seat" in html
    assert "Well put." in html


def test_who_has_no_seat_of_a_partner_is_told_so(world, case):
    made = decide(world, case)
    html = world.client("officer").get(url(case, "case_own_voice", made.key)).content.decode()
    assert "each for her own seat" in html


def test_the_office_records_a_word_and_who_was_told(world, case):
    made, client = (
        decide(world, case, dissent="Police at first.", for_family="A serious case."),
        world.client("officer"),
    )
    day = {"given_on_day": "14", "given_on_month": "8", "given_on_year": "2026"}
    word = {"seat": world.seat("partner_police").key, "stance": "agrees", "words": "", "came_by": "Secure mail", **day}
    assert client.post(url(case, "case_record_voice", made.key), word).status_code == 302
    assert Voice.unscoped.get().came_by == "Secure mail"
    told = {"whom": "The mother", "how": "In person", "told_on_day": "14", "told_on_month": "8", "told_on_year": "2026"}
    assert client.post(url(case, "case_tell_of_decision", made.key), told).status_code == 302
    assert Told.unscoped.get().told_on == TODAY
    html = client.get(url(case, "case_decision", made.key)).content.decode()
    assert all(words in html for words in ("The mother", "Secure mail", "Police at first.", "A serious case."))


def test_the_list_shows_dissent_and_whom_it_waits_for(world, case):
    made = decide(world, case)
    commands.give_voice(
        made,
        seat=world.seat("partner_council"),
        stance="dissents",
        words="No.",
        given_on=TODAY,
        version=0,
        by=world.actor("partner_council"),
        at=world.at,
    )
    html = world.client("member").get(url(case, "case_decisions")).content.decode()
    assert "Dissents" in html
    assert "Hema Health" in html


@pytest.mark.parametrize("who", ["author", "comms", "panel_member", "outsider", "conflicted", "administrator"])
def test_what_may_not_be_read_is_not_there(world, case, who):
    made, client = decide(world, case), world.client(who)
    for name, parts in (
        ("case_decisions", ()),
        ("case_decide", ("serious_case",)),
        ("case_decision", (made.key,)),
        ("case_own_voice", (made.key,)),
        ("case_record_voice", (made.key,)),
        ("case_tell_of_decision", (made.key,)),
    ):
        assert client.get(url(case, name, *parts)).status_code == 404
        assert client.post(url(case, name, *parts)).status_code in (404, 405)


def test_a_question_nobody_asks_and_a_decision_nobody_took_are_not_there(world, case):
    client = world.client("officer")
    assert client.get(url(case, "case_decide", "whatever")).status_code == 404
    for name in ("case_decision", "case_own_voice", "case_record_voice", "case_tell_of_decision"):
        assert client.get(url(case, name, "nobodys-key")).status_code == 404
