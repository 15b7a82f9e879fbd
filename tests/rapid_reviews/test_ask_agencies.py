"""Agencies are asked what they knew: each once, by a notice that names nobody, and their own people are let in."""

from datetime import date, timedelta

import pytest

from cairn.cases import queries as cases
from cairn.cases.commands import declare_conflict, give_access, meet_clock
from cairn.cases.models import AccessGiven, AgencyInvolved, Clock
from cairn.partnership.commands import agency as agencies
from cairn.partnership.commands.steps import set_local_step
from cairn.partnership.models import Message
from cairn.partnership.queries import actor_for
from cairn.rapid_reviews import commands, queries
from cairn.rapid_reviews.models import RapidReview, Request, Return
from tests.rapid_reviews.acting import ask_more, author_of, refusal, scene
from tests.stories import ADDRESS, ALIAS, NAME, give_contact_point

PLANTED = (*NAME, ALIAS, ADDRESS, "Child R")


@pytest.fixture
def on(world, stories):
    return scene(world, stories)


def ask(on, *shorts, **facts):
    chosen = [on.world.agency(short) for short in shorts]
    return commands.ask_agencies(on.review, agencies=chosen, **facts, by=on.by("officer"), at=on.world.at)


def test_a_case_has_one_rapid_review_and_it_says_why(world, stories):
    case, by = stories.case_at("shared"), world.actor("officer")
    blank = refusal(lambda: commands.open_rapid_review(case, why=" ", by=by, at=world.at))
    assert blank.sentences == ("Say why a rapid review is held.",)
    commands.open_rapid_review(case, why="Notified.", by=by, at=world.at)
    again = refusal(lambda: commands.open_rapid_review(case, why="Notified.", by=by, at=world.at))
    assert again.sentences == ("This case has its rapid review already.",)
    assert RapidReview.unscoped.get().state == "gathering"


def test_a_request_says_by_which_working_days_an_answer_is_due(on):
    request = on.answer.request
    assert (request.known_by, request.summary_by) == (date(2026, 8, 18), date(2026, 8, 26))
    assert request.address == "trust@coldwater.example"


def test_one_more_agency_is_asked_later_and_has_its_days_from_then(on, world):
    late = world.at + timedelta(days=11)
    give_contact_point(world, "CSC", late)
    asked = commands.ask_agencies(on.review, agencies=[world.agency("CSC")], by=world.actor("officer", late), at=late)
    (request,) = asked.requests
    assert (request.known_by, request.summary_by) == (date(2026, 8, 27), date(2026, 8, 27))


def test_the_summary_counts_from_the_notification_once_its_clock_is_met(on, world):
    by = on.by("officer")
    meet_clock(Clock.unscoped.get(case=on.case), met_on=date(2026, 8, 13), evidence="The receipt.", by=by, at=world.at)
    (request,) = ask(on, "CSC", means="letter").requests
    assert request.summary_by == date(2026, 8, 25)


def set_step(on, kind, days):
    facts = {"label": "Ours", "working_days": days, "trigger": "requests_sent", "version": 0}
    set_local_step(kind=kind, **facts, by=on.by("business_manager"), at=on.world.at)


def test_the_partnership_sets_its_own_steps(on):
    set_step(on, "agency_known", 1)
    set_step(on, "agency_summary", 4)
    (request,) = ask(on, "CSC", means="letter").requests
    assert (request.known_by, request.summary_by) == (date(2026, 8, 17), date(2026, 8, 20))


def test_without_a_usual_day_the_office_says_one(on):
    set_step(on, "agency_summary", None)
    verdict = refusal(lambda: ask(on, "CSC", means="letter"))
    assert [(reason.about, reason.sentence) for reason in verdict.reasons] == [
        ("summary_by", "Say by which day the summary is needed: the partnership sets no usual day.")
    ]
    set_step(on, "agency_known", None)
    (request,) = ask(on, "CSC", means="letter", summary_by=date(2026, 8, 20)).requests
    assert (request.known_by, request.summary_by) == (date(2026, 8, 20), date(2026, 8, 20))


def test_a_day_agreed_for_some_agencies_stands_instead_of_the_usual_one(on):
    early = refusal(lambda: ask(on, "CSC", means="letter", summary_by=date(2026, 8, 17)))
    assert early.reasons[0].about == "summary_by"
    (request,) = ask(on, "CSC", means="letter", summary_by=date(2026, 8, 21)).requests
    assert request.summary_by == date(2026, 8, 21)


def test_the_notice_goes_to_the_contact_point_not_to_an_account_and_names_nobody(on):
    notice = Message.unscoped.get(once=f"asked:{on.answer.request.key}")
    assert (notice.to_address, notice.to_user) == ("trust@coldwater.example", None)
    assert notice.subject == "A request is waiting in Cairn"
    said = notice.subject + notice.body + notice.link + notice.once
    assert not [word for word in (*PLANTED, on.case.reference) if word in said]


def test_an_agency_asked_comes_into_the_case_its_mode_not_settled_and_one_that_takes_part_stays_as_it_is(on):
    modes = dict(AgencyInvolved.unscoped.filter(case=on.case).values_list("agency__short_name", "mode"))
    assert modes == {"TRUST": "information_only", "POLICE": "not_settled", "SCHOOLS": "not_settled"}


def test_an_agency_without_contact_point_is_left_out_and_the_others_go_ahead(on):
    give_contact_point(on.world, "ICB", on.world.at)
    asked = ask(on, "CSC", "ICB")
    assert [request.agency.short_name for request in asked.requests] == ["ICB"]
    (left_out,) = asked.not_asked
    assert left_out.agency == "Coldwater Council children's services"
    assert left_out.sentence == (
        "Coldwater Council children's services has no contact point. Record one, or send a letter by secure mail."
    )


def test_a_letter_needs_no_contact_point_and_sends_no_notice(on):
    before = Message.unscoped.count()
    (request,) = ask(on, "CSC", means="letter").requests
    assert (request.address, Message.unscoped.count()) == ("", before)


def test_an_agency_that_has_ended_is_not_asked(on):
    verdict = refusal(lambda: ask(on, "CCG", means="letter"))
    assert verdict.sentences == (
        "Coldwater Clinical Commissioning Group has ended. Ask the agency that took over from it.",
    )


def test_an_agency_that_ends_later_is_asked(on):
    agencies.end_agency(on.world.agency("PH"), ends_on=date(2026, 9, 1), by=on.by("officer"), at=on.world.at)
    assert len(ask(on, "PH", means="letter").requests) == 1


def test_asking_twice_asks_once(on):
    before = Request.unscoped.count(), Message.unscoped.count()
    verdict = refusal(lambda: ask(on, "TRUST", "POLICE"))
    assert verdict.sentences == (
        "Coldwater Community Health Trust is asked already.",
        "Fellside Police is asked already.",
    )
    assert before == (Request.unscoped.count(), Message.unscoped.count())


@pytest.mark.parametrize(
    ("shorts", "facts", "about"),
    [((), {}, "agencies"), (("CSC",), {"means": "pigeon"}, "means")],
)
def test_what_cannot_be_right_is_said_beside_its_question(on, shorts, facts, about):
    assert refusal(lambda: ask(on, *shorts, **facts)).reasons[0].about == about


def test_authors_and_sign_off_managers_of_the_agency_are_let_in_and_nobody_else_of_it(on, world):
    user = author_of(world, "CSC")
    assert cases.get(actor_for(user, world.at), on.case.key, world.at) is None
    ask_more(on, "CSC")
    assert cases.get(actor_for(user, world.at), on.case.key, world.at) is not None
    assert cases.get(world.actor("no_role"), on.case.key, world.at) is None
    given = AccessGiven.unscoped.get(case=on.case, seat__holder=user)
    assert (given.reason, given.given_by) == ("Asked for what your agency knew.", world.user("officer"))


def test_a_declared_conflict_shuts_out_even_one_who_was_asked(on, world):
    from cairn.partnership.queries import actor_for

    user = author_of(world, "CSC")
    declare_conflict(on.case, person=user, nature="Her own case.", by=on.by("officer"), at=world.at)
    ask_more(on, "CSC")
    assert cases.get(actor_for(user, world.at), on.case.key, world.at) is None
    assert queries.asked_of(actor_for(user, world.at), world.at) == []


def test_one_who_was_let_in_for_a_reason_of_its_own_keeps_her_access(on, world):
    user, by = author_of(world, "CSC"), on.by("chair")
    given = give_access(on.case, to=user.seats.get(), reason="Named nurse.", by=by, at=world.at)
    (request,) = ask_more(on, "CSC")
    commands.withdraw_request(request.answer, reason="A mistake.", by=on.by("officer"), at=world.at)
    assert AccessGiven.unscoped.get(seat__holder=user) == given
    assert sees(on, user)


def sees(on, user):
    return cases.get(actor_for(user, on.world.at), on.case.key, on.world.at) is not None


def test_access_to_answer_ends_when_the_request_is_taken_back_and_the_agency_can_be_asked_anew(on, world):
    user = author_of(world, "CSC")
    (request,) = ask_more(on, "CSC")
    by = on.by("officer")
    blank = refusal(lambda: commands.withdraw_request(request.answer, reason="", by=by, at=world.at))
    assert blank.reasons[0].about == "reason"
    commands.withdraw_request(request.answer, reason="The wrong trust.", by=by, at=world.at)
    assert not sees(on, user)
    assert Return.unscoped.get(request=request).state == "withdrawn"
    again = refusal(lambda: commands.withdraw_request(request.answer, reason="x", by=by, at=world.at))
    assert again.sentences == ("Only what has not been sent in can be taken back.",)
    assert len(ask(on, "CSC").requests) == 1
    assert sees(on, user)


def test_access_to_answer_ends_when_the_review_closes_to_returns_and_comes_back_if_it_opens_again(on, world):
    user, by = author_of(world, "CSC"), on.by("officer")
    ask_more(on, "CSC")
    blank = refusal(lambda: commands.close_to_returns(on.review, reason="", by=by, at=world.at))
    assert blank.reasons[0].about == "reason"
    closed = commands.close_to_returns(on.review, reason="All are in.", by=by, at=world.at)
    assert closed.state == "closed_to_returns"
    assert not sees(on, user)
    assert cases.get(world.actor("author"), on.case.key, world.at), "she was let in by name, for another reason"
    verdict = refusal(lambda: ask(on, "ICB", means="letter"))
    assert verdict.sentences == ("This review is closed to returns. Open it to returns again first.",)
    closed_twice = refusal(lambda: commands.close_to_returns(on.review, reason="x", by=by, at=world.at))
    assert closed_twice.sentences == ("This review is closed to returns already.",)
    commands.reopen_to_returns(on.review, by=by, at=world.at)
    assert sees(on, user)
    assert refusal(lambda: commands.reopen_to_returns(on.review, by=by, at=world.at)).sentences == (
        "This review is open to returns.",
    )


def test_one_who_is_asked_about_safety_too_keeps_her_access_until_that_is_closed(on, world):
    user, by = author_of(world, "CSC"), on.by("officer")
    ask_more(on, "CSC")
    question = commands.ask_safety(
        on.case,
        children=[on.child],
        safe_now="yes",
        done="Placed.",
        agency=world.agency("CSC"),
        interval=7,
        by=by,
        at=world.at,
    )
    commands.close_to_returns(on.review, reason="All are in.", by=by, at=world.at)
    assert sees(on, user)
    commands.close_safety(question, reason="Safe.", by=by, at=world.at)
    assert not sees(on, user)
