"""Agencies that have not answered are reminded: by somebody who saw the message, and by Cairn on set days."""

from datetime import UTC, date, datetime, timedelta

import pytest

from cairn.access.actor import MACHINE
from cairn.cases import commands as cases
from cairn.cases.models import Clock, Duty
from cairn.partnership.commands import seats
from cairn.partnership.models import Message
from cairn.partnership.queries import actor_for
from cairn.rapid_reviews import clock, commands, jobs, queries
from cairn.rapid_reviews.models import Chase, Return
from tests.rapid_reviews.acting import ask_more, author_of, refusal, scene, submit
from tests.stories import ADDRESS, ALIAS, NAME, give_contact_point


@pytest.fixture
def on(world, stories):
    return scene(world, stories)


def chase(on, *answers, at=None):
    requests = [answer.request for answer in answers]
    return commands.chase_agencies(on.review, requests=requests, by=on.by("officer"), at=at or on.world.at)


def day(number, month=8):
    return datetime(2026, month, number, 9, 0, tzinfo=UTC)


def test_a_reminder_goes_to_the_contact_point_of_now_and_names_nobody(on):
    give_contact_point(on.world, "POLICE", on.world.at)
    (sent,) = chase(on, on.silent)
    assert (sent.address, sent.sent_by, sent.for_day) == ("police@coldwater.example", on.world.user("officer"), None)
    notice = Message.unscoped.get(once=f"chase:{on.silent.request.key}:2026-08-14")
    said = notice.subject + notice.body + notice.link
    assert not [word for word in (*NAME, ALIAS, ADDRESS, "Child R", on.case.reference) if word in said]


def test_an_agency_is_reminded_once_a_day(on):
    chase(on, on.silent)
    verdict = refusal(lambda: chase(on, on.silent))
    assert verdict.sentences == ("Fellside Police was reminded today.",)
    assert len(chase(on, on.silent, on.answer)) == 1
    assert len(chase(on, on.silent, at=on.world.at + timedelta(days=1))) == 1


def test_whoever_owes_nothing_or_has_no_contact_point_is_not_reminded(on):
    submit(on)
    assert refusal(lambda: chase(on, on.answer)).sentences == ("Coldwater Community Health Trust owes no answer now.",)
    (asked,) = commands.ask_agencies(
        on.review, agencies=[on.world.agency("CSC")], means="letter", by=on.by("officer"), at=on.world.at
    ).requests
    verdict = refusal(lambda: chase(on, asked.answer))
    assert "has no contact point" in verdict.sentences[0]


def test_somebody_is_chosen_and_of_this_review(on, stories):
    other = scene(on.world, stories)
    assert refusal(lambda: chase(on)).reasons[0].about == "requests"
    case = stories.case_at("asked", label="Child S")
    strange = Return.unscoped.filter(case=case).first()
    verdict = refusal(lambda: chase(other, strange))
    assert verdict.sentences == ("Choose agencies of this review.",)


def test_whoever_came_to_write_for_the_agency_since_is_let_in_with_the_reminder(on):
    user = author_of(on.world, "POLICE")
    assert queries.asked_of(actor_for(user, on.world.at), on.world.at) == []
    chase(on, on.silent)
    assert len(queries.asked_of(actor_for(user, on.world.at), on.world.at)) == 1


def test_the_days_of_reminders_are_counted_around_the_day_that_is_due(on):
    days, asked_on, due = clock.counting(on.world.at), date(2026, 8, 14), date(2026, 8, 18)
    assert days.reached(due, asked_on, date(2026, 8, 14)) is None
    assert days.reached(due, asked_on, date(2026, 8, 17)) == date(2026, 8, 17)
    assert days.reached(due, asked_on, date(2026, 8, 23)) == date(2026, 8, 21)
    assert days.following(due, date(2026, 8, 18)) == date(2026, 8, 19)
    assert days.following(due, date(2026, 8, 25)) is None


def test_cairn_reminds_each_agency_around_the_day_on_which_its_next_answer_is_due(on):
    def sent(at):
        before = list(Chase.unscoped.values_list("pk", flat=True))
        jobs.remind_agencies(at)
        found = Chase.unscoped.exclude(pk__in=before).values_list("request__agency__short_name", "for_day")
        return sorted((name, day.day) for name, day in found)

    assert sent(day(14)) == []
    assert sent(day(17)) == [("POLICE", 17), ("SCHOOLS", 17)]
    assert sent(day(17)) == []
    assert sent(day(19)) == [("POLICE", 19), ("SCHOOLS", 19)]
    assert sent(day(25)) == [("POLICE", 25), ("SCHOOLS", 25), ("TRUST", 25)]
    submit(on)
    assert sent(day(27)) == []


def test_a_day_on_which_nothing_ran_is_made_up_once(on):
    jobs.remind_agencies(day(22))  # a Saturday
    assert set(Chase.unscoped.values_list("for_day", flat=True)) == {date(2026, 8, 21)}
    jobs.remind_agencies(day(23))
    assert Chase.unscoped.count() == 2


def test_whoever_was_reminded_by_hand_today_is_left_alone(on):
    chase(on, on.silent, at=day(19))
    jobs.remind_agencies(day(19))
    assert Chase.unscoped.filter(request=on.silent.request).count() == 1


def test_no_reminder_goes_without_an_address_or_once_the_review_is_closed_to_returns(on):
    commands.ask_agencies(
        on.review, agencies=[on.world.agency("CSC")], means="letter", by=on.by("officer"), at=on.world.at
    )
    jobs.remind_agencies(day(19))
    assert not Chase.unscoped.filter(request__agency__short_name="CSC").exists()
    commands.close_to_returns(on.review, reason="All in.", by=on.by("officer"), at=on.world.at)
    jobs.remind_agencies(day(20))
    assert not Chase.unscoped.filter(day=date(2026, 8, 20)).exists()


def test_a_step_is_not_sent_twice_by_two_workers(on):
    commands.remind_agency(on.silent.request, for_day=date(2026, 8, 19), by=MACHINE, at=day(19))
    verdict = refusal(
        lambda: commands.remind_agency(on.silent.request, for_day=date(2026, 8, 19), by=MACHINE, at=day(20))
    )
    assert verdict.sentences == ("Cairn has sent this reminder already.",)


def test_one_whose_seat_has_ended_is_asked_nothing(on):
    seat = on.world.seat("author")
    assert queries.asked_of(on.by("author"), on.world.at)
    seats.end_seat(seat, ends_at=on.world.at, by=on.by("business_manager"), at=on.world.at)
    assert queries.asked_of(on.by("author"), on.world.at) == []


def test_what_an_agency_is_asked_stands_on_the_home_page_of_those_who_write_and_sign(on):
    (row,) = queries.asked_of(on.by("author"), on.world.at)
    assert (row.what, row.due_on, row.words, row.own) == (
        "Send in what your agency knew",
        date(2026, 8, 26),
        "8 working days left",
        True,
    )
    assert queries.asked_of(on.by("member"), on.world.at) == []
    submit(on)
    assert queries.asked_of(on.by("author"), on.world.at) == []
    (row,) = queries.asked_of(on.by("sign_off"), on.world.at)
    assert row.what == "Sign off what your agency sent in"


def test_a_first_answer_that_is_late_is_told_in_working_days(on):
    user = author_of(on.world, "SCHOOLS")
    ask_more(on, "CSC")
    chase(on, *[row.answer for row in on.review.requests.filter(agency__short_name="SCHOOLS")])
    at = on.world.at + timedelta(days=5)
    (row,) = queries.asked_of(actor_for(user, at), at)
    assert (row.what, row.late, row.words) == ("Say whether your agency knew anybody", True, "1 working day late")
    due = on.world.at + timedelta(days=4)
    assert queries.asked_of(actor_for(user, due), due)[0].words == "due today"


def test_a_closed_case_asks_nothing_of_anybody(on):
    by = on.by("business_manager")
    cases.meet_clock(Clock.unscoped.get(), met_on=date(2026, 8, 14), evidence="Receipt", by=by, at=on.world.at)
    cases.do_duty(Duty.unscoped.get(), done_on=date(2026, 8, 14), by=by, at=on.world.at)
    cases.close_case(on.case, reason="Done.", by=by, at=on.world.at)
    assert queries.asked_of(on.by("author"), on.world.at) == []
    jobs.remind_agencies(day(19))
    assert Chase.unscoped.count() == 0
