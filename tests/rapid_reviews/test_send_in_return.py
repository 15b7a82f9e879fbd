"""A return is sent in whole, or as a file, or comes by mail; it is signed off, checked, sent back, corrected."""

from datetime import date

import pytest

from cairn.cases.policy import rights
from cairn.documents.engine import taking
from cairn.documents.models import StoredFile
from cairn.kernel.verdict import Ground
from cairn.partnership.models import Message
from cairn.rapid_reviews import commands, queries
from cairn.rapid_reviews.engine.questions import GIVEN, Given, section
from cairn.rapid_reviews.models import Return
from tests.rapid_reviews.acting import changes, check, fill, refusal, scene, sign, submit


@pytest.fixture
def on(world, stories):
    return scene(world, stories)


def upload(name="return.txt", content=b"What we knew."):
    return taking.take(name, content)


def test_a_return_goes_in_once_every_question_is_answered(on):
    by = on.by("author")
    verdict = refusal(lambda: commands.submit_return(on.answer, version=changes(on.answer), by=by, at=on.world.at))
    assert verdict.sentences[:2] == (
        "Who wrote this, and what was searched: 6 questions still to be answered.",
        "When and how the child was seen: 5 questions still to be answered.",
    )
    assert on.fresh().state == "known"
    submit(on)
    assert on.fresh().state == "submitted"
    assert on.fresh().is_shared


def test_one_question_left_is_told_in_the_singular(on):
    fill(on, on.answer)
    child = section("child")
    given = {each.id: Given(GIVEN, "x") for each in child.questions} | {"religion": Given()}
    version = sum(row.revision for row in on.fresh().latest.answers.filter(question__in=given))
    commands.save_answers(on.answer, section=child, given=given, version=version, by=on.by("author"), at=on.world.at)
    by = on.by("author")
    verdict = refusal(lambda: commands.submit_return(on.answer, version=changes(on.answer), by=by, at=on.world.at))
    assert verdict.sentences == ("The child: 1 question still to be answered.",)


def test_what_goes_in_is_what_was_read(on):
    fill(on, on.answer)
    read, by = changes(on.answer), on.by("author")
    commands.remove_key_event(on.event(), by=on.by("sign_off"), at=on.world.at)
    verdict = refusal(lambda: commands.submit_return(on.answer, version=read, by=by, at=on.world.at))
    assert verdict.rests_on(Ground.STALE)


def test_a_second_press_of_the_button_sends_it_in_once(on):
    submit(on)
    by = on.by("author")
    verdict = refusal(lambda: commands.submit_return(on.answer, version=changes(on.answer), by=by, at=on.world.at))
    assert verdict.rests_on(Ground.STATE)


def test_an_agency_sends_its_own_file_instead_and_that_counts(on):
    version = commands.upload_return(on.answer, upload=upload(), by=on.by("author"), at=on.world.at)
    file = version.file
    assert (file.purpose, file.read_action, file.agency, file.is_shared) == (
        "agency_return",
        "read_return",
        on.world.agency("TRUST"),
        True,
    )
    assert on.fresh().state == "submitted"


def test_a_return_that_came_by_mail_counts_the_same(on):
    facts = {"received_from": "Sgt Bell", "received_on": date(2026, 8, 14), "received_how": "Council secure mail"}
    by = on.by("officer")
    commands.record_return(on.silent, **facts, upload=upload(), by=by, at=on.world.at)
    found = Return.unscoped.get(pk=on.silent.pk)
    assert (found.state, found.sent_in.came_by, found.first_answer.knowledge) == ("submitted", "mail", "known")
    commands.record_sign_off(on.silent, signed_name="Supt Hale", signed_how="Mail", by=by, at=on.world.at)
    commands.check_return(on.silent, all_so=True, by=by, at=on.world.at)
    assert Return.unscoped.get(pk=on.silent.pk).state == "checked"
    again = refusal(lambda: commands.record_return(on.silent, **facts, by=by, at=on.world.at))
    assert again.sentences == ("This agency's return is in already. Open a correction first.",)


def test_what_the_agency_said_first_stays_when_its_return_comes_by_mail(on):
    facts = {"received_from": "A nurse", "received_on": date(2026, 8, 14), "received_how": "Post"}
    commands.record_return(on.answer, **facts, by=on.by("officer"), at=on.world.at)
    assert on.fresh().first_answer.number == 1
    assert StoredFile.unscoped.filter(purpose="agency_return").count() == 0


@pytest.mark.parametrize(
    ("changed", "about"),
    [
        ({"received_from": ""}, "received_from"),
        ({"received_how": ""}, "received_how"),
        ({"received_on": date(2026, 8, 15)}, "received_on"),
    ],
)
def test_what_came_by_mail_says_from_whom_when_and_how(on, changed, about):
    facts = {"received_from": "Sgt Bell", "received_on": date(2026, 8, 14), "received_how": "Mail"} | changed
    verdict = refusal(lambda: commands.record_return(on.silent, **facts, by=on.by("officer"), at=on.world.at))
    assert [reason.about for reason in verdict.reasons] == [about]


def test_an_author_does_not_record_mail_in_the_name_of_the_office(on):
    facts = {"received_from": "Me", "received_on": date(2026, 8, 14), "received_how": "Mail"}
    verdict = refusal(lambda: commands.record_return(on.answer, **facts, by=on.by("author"), at=on.world.at))
    assert verdict.sentences == ("Only the office records what comes and goes by mail.",)


@pytest.mark.parametrize("field", ["signed_name", "signed_how"])
def test_a_sign_off_by_mail_says_whose_it_is_and_how_it_came(on, field):
    submit(on)
    facts = {"signed_name": "The director", "signed_how": "Mail"} | {field: " "}
    verdict = refusal(lambda: commands.record_sign_off(on.answer, **facts, by=on.by("officer"), at=on.world.at))
    assert [reason.about for reason in verdict.reasons] == [field]


def test_a_return_is_checked_only_if_every_line_is_so(on):
    sign(on)
    verdict = refusal(lambda: commands.check_return(on.answer, all_so=False, by=on.by("chair"), at=on.world.at))
    assert verdict.sentences == ("Tick every line, or send the return back with questions.",)
    assert on.fresh().state == "signed"


def test_a_return_sent_back_is_written_again_as_a_copy_and_the_one_sent_in_stays_to_be_read(on):
    sign(on)
    blank = refusal(lambda: commands.send_back(on.answer, questions="", by=on.by("officer"), at=on.world.at))
    assert blank.reasons[0].about == "questions"
    commands.send_back(on.answer, questions="Which ward was it?", by=on.by("officer"), at=on.world.at)
    found = on.fresh()
    assert (found.state, found.latest.number, found.sent_in.number) == ("sent_back", 2, 1)
    first, second = found.sent_in, found.latest
    assert [row.words for row in first.answers.all()] == [row.words for row in second.answers.all()]
    assert second.key_events.count() == first.key_events.count() == 1
    notice = Message.unscoped.get(once=f"sent_back:{second.key}")
    assert notice.to_address == "trust@coldwater.example"
    assert "ward" not in notice.body + notice.subject
    commands.submit_return(on.answer, version=changes(on.answer), by=on.by("author"), at=on.world.at)
    assert on.fresh().state == "submitted"


def test_an_agency_without_an_address_is_sent_back_its_return_without_a_notice(on):
    asked = commands.ask_agencies(
        on.review, agencies=[on.world.agency("CSC")], means="letter", by=on.by("officer"), at=on.world.at
    )
    (answer,) = [request.answer for request in asked.requests]
    facts = {"received_from": "A manager", "received_on": date(2026, 8, 14), "received_how": "Post"}
    commands.record_return(answer, **facts, by=on.by("officer"), at=on.world.at)
    before = Message.unscoped.count()
    commands.send_back(answer, questions="When?", by=on.by("officer"), at=on.world.at)
    assert Message.unscoped.count() == before


def test_a_correction_is_a_new_version_with_its_reason(on):
    check(on)
    blank = refusal(lambda: commands.correct_return(on.answer, why=" ", by=on.by("author"), at=on.world.at))
    assert blank.reasons[0].about == "why"
    version = commands.correct_return(on.answer, why="The date of birth.", by=on.by("author"), at=on.world.at)
    assert (version.number, version.why, on.fresh().state) == (2, "The date of birth.", "correcting")
    assert on.fresh().is_shared


def test_those_who_meet_read_what_was_sent_in_not_what_is_being_written(on):
    education = on.by("member_education")
    assert queries.one_return(education, on.case, on.answer.key, on.world.at) is None
    submit(on)
    commands.correct_return(on.answer, why="A slip.", by=on.by("author"), at=on.world.at)
    found = queries.one_return(education, on.case, on.answer.key, on.world.at)
    hers, own = rights(education, on.case, on.world.at), rights(on.by("author"), on.case, on.world.at)
    assert queries.shown_version(education, found, hers).number == 1
    assert queries.shown_version(on.by("author"), found, own).number == 2
