"""A chronology goes in as it was read, its own manager answers for it, and what is not clear goes back."""

import pytest

from cairn.chronology import commands
from cairn.partnership.models import Message
from tests.chronology.acting import POLICE, TRUST, latest, read_in, scene, sent, signed, taken
from tests.chronology.test_ask_for_chronologies import STALE, ask, remind
from tests.chronology.test_put_rows_right import NO_DRAFT, OWN_ONLY, put, row
from tests.refused import recorded, refused
from tests.stories import ADDRESS, ALIAS, NAME

NOT_SENT = "There is nothing to sign off: the chronology is not in, or it is signed off already."
WRONG = ("31/02/2025", "", "GP", "Reviewed", "", "")


@pytest.fixture
def on(world, stories):
    return scene(world, stories)


def send(on, version, who="author", short="TRUST", **facts):
    return commands.send_chronology(on.asked(short), version=version, **facts, by=on.by(who), at=on.at)


def sign(on, who="sign_off", version=1, short="TRUST"):
    return commands.sign_chronology(on.asked(short), version=version, by=on.by(who), at=on.at)


def sign_by_mail(on, short="POLICE", who="officer", **facts):
    facts = {"signed_name": " Chief Frost ", "signed_how": " Secure mail ", "version": 1, **facts}
    return commands.record_chronology_sign_off(on.asked(short), **facts, by=on.by(who), at=on.at)


def send_back(on, questions=" Which day? ", short="TRUST", who="officer"):
    return commands.send_chronology_back(
        on.asked(short), questions=questions, version=latest(on.asked(short)).number, by=on.by(who), at=on.at
    )


def test_what_goes_in_is_what_was_read(on):
    draft = taken(on)
    put(on, row(on), {})
    with refused(STALE):
        send(on, draft.revision)
    with recorded("send_chronology"):
        version = send(on, draft.revision + 1)
    assert (version.sent_by.name, version.sent_at, on.asked().state) == ("Ava Author", on.at, "sent")
    with refused(NO_DRAFT):
        send(on, version.revision)


def test_faults_are_put_right_or_said_to_be_known_and_stay_marked(on):
    draft = taken(on, (*TRUST, WRONG))
    with refused("Put right what is listed, or say that you know of it."):
        send(on, draft.revision)
    version = send(on, draft.revision, faults_known=True)
    assert (version.faults_left, version.faults.get().text.faulty) == (1, True)


def test_nothing_is_sent_before_a_file_is_read_in(on):
    with refused(NO_DRAFT):
        send(on, 1)


@pytest.mark.parametrize(
    ("who", "sentence"),
    [
        ("author", OWN_ONLY),
        ("officer", "Your role may not sign off an agency's chronology."),
        ("chair", "Your role may not sign off an agency's chronology."),
        ("no_second_factor", "Your role may not sign off an agency's chronology."),
        ("outsider", "This case is not open to you."),
    ],
)
def test_only_its_own_senior_manager_signs_off_a_chronology(on, who, sentence):
    sent(on)
    sentence = "Your role may not sign off an agency's chronology." if who == "author" else sentence
    with refused(sentence):
        sign(on, who)
    with recorded("sign_chronology"):
        version = sign(on)
    assert (version.signed_name, version.signed_by.name, version.signed_how) == ("Si Gnoff", "Si Gnoff", "")


def test_a_manager_signs_nothing_of_another_agency(on):
    sent(on, POLICE, "POLICE", "no_second_factor")
    with refused(OWN_ONLY):
        sign(on, short="POLICE")


def test_a_manager_signs_what_she_read_and_signs_it_once(on):
    with refused(NOT_SENT):
        sign(on)
    sent(on)
    sent(on, TRUST[1:], why="One row was another child's.")
    with refused(STALE):
        sign(on, version=1)
    assert sign(on, version=2).number == 2
    assert on.asked().state == "signed"
    with refused(NOT_SENT):
        sign(on, version=2)


def test_a_correction_is_signed_off_anew(on):
    signed(on)
    sent(on, TRUST[1:], why="One row was another child's.")
    assert on.asked().state == "sent"
    assert sign(on, version=2).signed_at == on.at


def test_the_office_records_a_sign_off_that_came_by_mail(on):
    sent(on, POLICE, "POLICE", "no_second_factor")
    with refused("Enter who signed it off, with the post.", "Say how and when the sign-off came."):
        sign_by_mail(on, signed_name=" ", signed_how=" ")
    with refused(STALE):
        sign_by_mail(on, version=2)
    with refused("Only the office records what comes by mail."):
        sign_by_mail(on, who="no_second_factor")
    with recorded("record_chronology_sign_off"):
        version = sign_by_mail(on)
    assert (version.signed_name, version.signed_how, version.signed_by.name) == (
        "Chief Frost",
        "Secure mail",
        "Olu Office",
    )
    with refused(NOT_SENT):
        sign_by_mail(on)


def test_what_is_not_clear_goes_back_with_questions_and_a_notice_that_names_nobody(on):
    sent(on)
    with refused("Write what you ask."):
        send_back(on, " ")
    with recorded("send_chronology_back"):
        version = send_back(on)
    assert (version.questions, on.asked().state) == ("Which day?", "sent_back")
    notice = Message.unscoped.get(once=f"chronology_back:{version.key}")
    assert (notice.to_address, notice.about_a_case) == ("trust@coldwater.example", True)
    assert not [word for word in (*NAME, ALIAS, ADDRESS, "Child R", on.case.reference) if word in notice.body]


def test_what_was_sent_back_is_answered_by_a_new_version_and_is_neither_signed_nor_sent_back_again(on):
    sent(on)
    send_back(on)
    with refused(NOT_SENT):
        sign(on)
    with refused("Only a chronology that was sent in, and is not signed off, can be sent back."):
        send_back(on)
    with refused("Say what is corrected."):
        taken(on)
    draft = commands.correct_chronology(on.asked(), why="The day.", by=on.by("author"), at=on.at)
    assert (draft.questions, draft.rows) == ("", 3)
    send(on, draft.revision)
    assert sign(on, version=2).number == 2


def test_an_agency_that_began_to_answer_questions_is_still_waited_for(on):
    sent(on)
    send_back(on)
    commands.correct_chronology(on.asked(), why="The day.", by=on.by("author"), at=on.at)
    assert remind(on, on.asked()) == 1


def test_what_is_signed_off_is_not_sent_back(on):
    signed(on)
    with refused("Only a chronology that was sent in, and is not signed off, can be sent back."):
        send_back(on)


def test_an_agency_without_contact_point_is_sent_questions_without_a_notice(on):
    before = Message.unscoped.count()
    ask(on, "CSC")
    facts = {"read_in": read_in(TRUST), "version": 0, "by": on.by("officer"), "at": on.at}
    commands.take_chronology(on.asked("CSC"), **facts)
    send(on, latest(on.asked("CSC")).revision, "officer", "CSC")
    send_back(on, short="CSC")
    assert Message.unscoped.count() == before


def test_the_chair_and_the_reviewer_ask_nothing_of_an_agency_by_themselves(on):
    sent(on)
    for who in ("chair", "reviewer"):
        with refused("Your role may not ask agencies for chronologies, and release the whole."):
            send_back(on, who=who)
