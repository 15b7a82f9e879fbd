"""The report to the national Panel: answered, made, and sent only once nothing is missing."""

import zipfile
from datetime import timedelta
from io import BytesIO

import pytest

from cairn.cases import commands as cases
from cairn.cases.models import Clock
from cairn.documents import queries as documents
from cairn.rapid_reviews import commands, policy, queries
from cairn.rapid_reviews.models import PanelReport, ReportAnswer
from tests.cases.acting import refusal
from tests.rapid_reviews.reporting import (
    TODAY,
    agree,
    answer_everything,
    decide_everything,
    made,
    review_of,
    sent,
    whole,
)
from tests.stories import ADDRESS, NAME


@pytest.fixture
def review(world, stories):
    return review_of(world, stories)


def answer(world, review, who="officer", **facts):
    facts = {"question": "why", "answer": "given", "words": "Nobody asked.", "version": 0, **facts}
    return commands.answer_report(review, by=world.actor(who), at=world.at, **facts)


@pytest.mark.parametrize(
    ("facts", "about"),
    [
        ({"question": "whatever"}, "question"),
        ({"answer": "perhaps"}, "answer"),
        ({"words": " "}, "answer"),
    ],
)
def test_what_was_typed_wrong_is_said_beside_its_field(world, review, facts, about):
    assert [reason.about for reason in refusal(lambda: answer(world, review, **facts)).reasons] == [about]


def test_an_answer_is_versioned_and_a_stale_one_is_refused(world, review):
    answer(world, review)
    assert "Somebody changed this" in refusal(lambda: answer(world, review)).sentences[0]
    answer(world, review, answer="not_known", words="left over", version=1)
    row = next(row for row in queries.questions(review) if row.id == "why")
    assert (row.version, row.told) == (2, "Not known")
    assert [kept.words for kept in ReportAnswer.unscoped.order_by("version")] == ["Nobody asked.", ""]


@pytest.mark.parametrize("who", ["member", "partner_council", "scrutineer", "author", "outsider", "conflicted"])
def test_others_write_nothing_of_the_report(world, review, who):
    assert refusal(lambda: answer(world, review, who)).reasons
    assert refusal(lambda: commands.make_report(review, by=world.actor(who), at=world.at)).reasons


def test_the_chair_writes_it_too(world, review):
    assert answer(world, review, "chair").version == 1


def test_a_report_is_made_with_its_gaps_counted_and_cannot_be_sent(world, review):
    report = made(world, review)
    assert report.number == 1
    assert report.gaps_blocking > 10
    verdict = refusal(lambda: send(world, report))
    assert (
        verdict.sentences[0] == "Something was missing when this report was made. Mend it, then make the report again."
    )
    assert "Not decided: Is it a serious case?" in verdict.sentences
    assert "Ethnicity of Child R is blank. Say what is known, or none, not known or not asked." in verdict.sentences


def send(world, report, who="officer", **facts):
    facts = {"sent_on": TODAY, "sent_how": "Secure mail to the Panel's mailbox", **facts}
    return commands.send_report(report, by=world.actor(who), at=world.at, **facts)


def test_a_whole_report_is_sent_and_meets_the_clock(world, stories):
    review = whole(world, stories)
    report = made(world, review)
    assert report.gaps_blocking == 0
    assert report.gaps_told == 3  # ethnicity and religion not known, disability not asked
    send(world, report)
    clock = Clock.unscoped.get(case=review.case, duty="send_rapid_review")
    assert (clock.state, clock.met_on) == ("met", TODAY)
    assert clock.evidence == "Report 1: Secure mail to the Panel's mailbox"
    assert policy.panel_state_of(review) == "sent"


def test_word_and_pdf_hold_what_was_decided_and_no_real_name(world, stories):
    review = whole(world, stories)
    report = made(world, review)
    with zipfile.ZipFile(BytesIO(documents.content(report.word_file))) as word:
        text = word.read("word/document.xml").decode()
    assert "The harm was serious and neglect is suspected." in text
    assert "Child R" in text
    assert not any(name in text for name in (*NAME, ADDRESS))
    assert documents.content(report.pdf_file).startswith(b"%PDF")


@pytest.mark.parametrize(
    ("facts", "about"),
    [
        ({"sent_how": ""}, "sent_how"),
        ({"sent_on": TODAY + timedelta(1)}, "sent_on"),
    ],
)
def test_the_day_and_the_way_it_was_sent_are_asked_for(world, stories, facts, about):
    report = made(world, whole(world, stories))
    assert [reason.about for reason in refusal(lambda: send(world, report, **facts)).reasons] == [about]


def test_a_word_missing_since_it_was_made_stops_it(world, stories):
    review = whole(world, stories)
    report = made(world, review)
    standing = queries_decision(world, review)
    from tests.cases.deciding import decide

    decide(world, review.case, instead_of=standing.key, reasons="Changed since.")
    assert any(
        "has neither agreed nor dissented" in sentence for sentence in refusal(lambda: send(world, report)).sentences
    )


def queries_decision(world, review):
    from cairn.cases.queries import standing_decision

    return standing_decision(world.actor("officer"), review.case, "serious_case", world.at)


def test_only_the_latest_report_is_sent_and_only_once(world, stories):
    review = whole(world, stories)
    first, second = made(world, review), made(world, review)
    assert refusal(lambda: send(world, first)).sentences == ("A later report was made. Send that one.",)
    send(world, second)
    assert refusal(lambda: send(world, second)).sentences[0].startswith("The report was sent already.")
    assert [report.number for report in queries.reports(world.actor("chair"), review.case, world.at)] == [2, 1]


def test_late_it_says_why_and_who_was_told(world, stories):
    review = whole(world, stories)
    clock = Clock.unscoped.get(case=review.case, duty="send_rapid_review")
    cases.correct_trigger(
        clock,
        trigger_on=TODAY - timedelta(40),
        source="The receipt.",
        why="Sent in July.",
        by=world.actor("officer"),
        at=world.at,
    )
    report = made(world, review)
    assert {reason.about for reason in refusal(lambda: send(world, report)).reasons} == {"late_reason", "late_told"}
    assert not PanelReport.unscoped.filter(sent_on__isnull=False).exists()
    send(world, report, late_reason="Two agencies were late.", late_told="The Panel, by mail.")
    assert Clock.unscoped.get(case=review.case, duty="send_rapid_review", superseded_by=None).state == "met_late"


def test_where_nothing_was_notified_a_report_is_sent_without_a_clock(world, stories):
    review = whole(world, stories)
    clock = Clock.unscoped.get(case=review.case, duty="send_rapid_review")
    cases.end_clock(clock, finding="Withdrawn.", ended_on=TODAY, by=world.actor("officer"), at=world.at)
    assert sent(world, review).sent_on == TODAY


def test_a_machine_without_pdfs_makes_word_alone(world, stories, monkeypatch):
    from cairn.documents.engine.papers import pdf

    def off(_paper):
        raise pdf.PapersOff

    monkeypatch.setattr(pdf, "write", off)
    assert made(world, review_of(world, stories)).pdf_file is None


def test_what_is_missing_is_told_to_those_who_may_read_it_alone(world, review):
    answer_everything(world, review)
    assert queries.missing(world.actor("member"), review, world.at)
    assert queries.missing(world.actor("outsider"), review, world.at) == []
    assert queries.reports(world.actor("author"), review.case, world.at) == []


def test_decisions_without_all_partners_leave_the_report_waiting(world, stories):
    review = review_of(world, stories)
    decisions = decide_everything(world, review.case)
    assert len(decisions) == 3
    assert not any(gap.about == "signatures" for gap in queries.missing(world.actor("chair"), review, world.at))
    assert agree  # the same words are used by the pages' tests
