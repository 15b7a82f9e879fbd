"""An agency's own people see the case while it is asked for its chronology, and no longer."""

from datetime import timedelta

import pytest

from cairn.cases import queries as cases
from cairn.cases.commands import declare_conflict, give_access
from cairn.cases.models import AccessGiven, LetIn
from cairn.chronology import commands
from cairn.partnership.commands import seats
from cairn.partnership.queries import actor_for
from cairn.rapid_reviews import commands as rapid_reviews
from tests.chronology.acting import DUE, opened, signed
from tests.rapid_reviews.acting import author_of
from tests.refused import refused


@pytest.fixture
def on(world, stories):
    return opened(world, stories)


def ask(on, *shorts, at=None):
    moment = at or on.at
    chosen = [on.world.agency(short) for short in shorts]
    facts = {"agencies": chosen, "due_on": DUE, "means": "letter"}
    return commands.ask_for_chronologies(on.chronology, **facts, by=on.by("officer", moment), at=moment)


def sees(on, user, at=None):
    moment = at or on.at
    return cases.get(actor_for(user, moment), on.case.key, moment) is not None


def take_back(on, asked):
    return commands.take_back_request(asked, reason="The wrong agency.", by=on.by("officer"), at=on.at)


def close(on, reason="All are in."):
    return commands.close_to_chronologies(on.chronology, reason=reason, by=on.by("officer"), at=on.at)


def reopen(on):
    return commands.reopen_to_chronologies(on.chronology, by=on.by("officer"), at=on.at)


def test_authors_of_the_agency_are_let_in_and_nobody_else_of_it(on, world):
    user = author_of(world, "CSC")
    assert not sees(on, user)
    ask(on, "CSC")
    assert sees(on, user)
    assert not sees(on, world.user("no_role"))
    given = AccessGiven.unscoped.get(case=on.case, seat__holder=user)
    assert (given.reason, given.given_by) == ("Asked for your agency's chronology.", world.user("officer"))


def test_taking_back_shuts_them_out_and_asking_anew_lets_them_in(on, world):
    user = author_of(world, "CSC")
    (asked,) = ask(on, "CSC")
    with refused("Say why the request is taken back."):
        commands.take_back_request(asked, reason=" ", by=on.by("officer"), at=on.at)
    assert take_back(on, asked).state == "withdrawn"
    assert not sees(on, user)
    assert AccessGiven.unscoped.get(seat__holder=user).end_reason == "Nothing more is asked of the agency."
    with refused("Only what has not been sent in can be taken back."):
        take_back(on, asked)
    ask(on, "CSC")
    assert sees(on, user)


def test_closing_shuts_them_out_and_reopening_lets_in_those_who_are_still_asked(on, world):
    user, other = author_of(world, "CSC"), author_of(world, "PH", "Pip Other")
    _, second = ask(on, "CSC", "PH")
    take_back(on, second)
    with refused("Say why the chronology is closed to returns."):
        close(on, " ")
    assert close(on).state == "closed_to_chronologies"
    assert not sees(on, user)
    closed = "This chronology is closed to returns. Open it to returns again first."
    with refused(closed):
        ask(on, "ICB")
    with refused(closed):
        commands.remind_of_chronology(on.chronology, requests=[second], by=on.by("officer"), at=on.at)
    with refused("This chronology is closed to returns already."):
        close(on)
    assert reopen(on).state == "gathering"
    assert sees(on, user)
    assert not sees(on, other)
    with refused("This chronology is open to returns."):
        reopen(on)


def test_one_who_sees_the_case_for_a_reason_of_its_own_keeps_her_access(on, world):
    user = author_of(world, "CSC")
    given = give_access(on.case, to=user.seats.get(), reason="Named nurse.", by=on.by("chair"), at=on.at)
    ask(on, "CSC")
    assert not LetIn.unscoped.filter(access=given)
    close(on)
    assert sees(on, user)


def test_one_who_is_asked_for_the_rapid_review_too_keeps_her_access_until_both_are_over(on, world):
    user, by = author_of(world, "CSC"), on.by("officer")
    review = rapid_reviews.open_rapid_review(on.case, why="Notified.", by=by, at=on.at)
    rapid_reviews.ask_agencies(review, agencies=[world.agency("CSC")], means="letter", by=by, at=on.at)
    ask(on, "CSC")
    assert LetIn.unscoped.filter(access__seat__holder=user).count() == 2
    close(on)
    assert sees(on, user)
    rapid_reviews.close_to_returns(review, reason="All in.", by=by, at=on.at)
    assert not sees(on, user)


def test_a_declared_conflict_shuts_out_even_one_who_was_asked(on, world):
    user = author_of(world, "CSC")
    declare_conflict(on.case, person=user, nature="Her own case.", by=on.by("officer"), at=on.at)
    ask(on, "CSC")
    assert not sees(on, user)
    with refused("This case is not open to you."):
        facts = {"searched": "All.", "confirmed_by": "Me", "by": actor_for(user, on.at), "at": on.at}
        commands.say_nothing_to_tell(on.asked("CSC"), **facts)


def test_whoever_follows_in_the_seat_is_let_in_with_the_next_reminder(on, world):
    leaving = author_of(world, "CSC")
    (asked,) = ask(on, "CSC")
    seat, later = leaving.seats.get(), on.at + timedelta(days=1)
    seats.end_seat(seat, ends_at=on.at, by=on.by("business_manager"), at=on.at)
    assert not sees(on, leaving, later)
    follows = author_of(world, "CSC", "Fay Other")
    assert not sees(on, follows, later)
    asked.agency.contact_point = "csc@coldwater.example"
    asked.agency.save()
    by = on.by("officer", later)
    commands.remind_of_chronology(on.chronology, requests=[asked], by=by, at=later)
    assert sees(on, follows, later)
    assert not sees(on, leaving, later)


def test_what_was_sent_in_is_not_taken_back_though_it_is_being_corrected_or_was_sent_back(on):
    sentence = "Only what has not been sent in can be taken back."
    (asked,) = ask(on, "TRUST")
    signed(on)
    with refused(sentence):
        take_back(on, asked)
    version = commands.correct_chronology(asked, why="A wrong date.", by=on.by("author"), at=on.at)
    with refused(sentence):
        take_back(on, asked)
    facts = {"version": version.revision, "faults_known": True, "by": on.by("author"), "at": on.at}
    commands.send_chronology(asked, **facts)
    commands.send_chronology_back(asked, questions="Which day?", version=version.number, by=on.by("officer"), at=on.at)
    with refused(sentence):
        take_back(on, asked)
