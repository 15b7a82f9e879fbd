"""The pages of a rapid review over HTTP: what each person reads, sends, is refused, and never learns."""

import pytest
from django.urls import reverse

from cairn.audit.models import Event
from cairn.partnership.models import Message
from cairn.rapid_reviews import commands
from cairn.rapid_reviews.models import RapidReview, Request, SafetyQuestion
from tests.rapid_reviews.acting import ask_more, author_of, scene, sign, submit
from tests.rapid_reviews.pages import Pages, day, text
from tests.signed_in import signed_in
from tests.stories import ADDRESS, ALIAS, NAME, give_contact_point

PLANTED = (*NAME, ALIAS, ADDRESS)


@pytest.fixture
def on(world, stories):
    return scene(world, stories)


@pytest.fixture
def pages(on):
    return Pages(on)


def test_the_office_opens_a_review_and_asks_the_agencies_it_chooses(world, stories):
    case, client = stories.case_at("shared"), world.client("officer")
    board, ask = (reverse(name, args=[case.key]) for name in ("rapid_review_requests", "rapid_review_ask"))
    assert "No rapid review is open on this case." in text(client.get(board))
    for name in ("rapid_review_ask", "rapid_review_chase", "rapid_review_close", "rapid_review_reopen"):
        assert client.get(reverse(name, args=[case.key])).status_code == 404
    opened = client.post(reverse("rapid_review_open", args=[case.key]), {"why": "Notified."})
    assert opened["Location"] == ask
    page = text(client.get(ask))
    assert "Fellside Police (no contact point)" in page
    assert "A request is waiting in Cairn" in page
    assert "http://localhost:8000/" in page
    chosen = {"agencies": [world.agency("POLICE").key, world.agency("TRUST").key], "means": "notice"}
    refused = client.post(ask, chosen)
    assert refused.status_code == 409
    assert "Fellside Police has no contact point." in text(refused, 409)
    assert "checked" in text(refused, 409)
    by_letter = client.post(ask, chosen | {"means": "letter"}, follow=True)
    assert "2 agencies asked" in text(by_letter)
    assert Request.unscoped.count() == 2


def test_the_page_says_which_of_those_chosen_could_not_be_asked(world, on, pages):
    give_contact_point(world, "ICB", world.at)
    chosen = {"agencies": [world.agency("ICB").key, world.agency("CSC").key], "means": "notice"}
    page = text(world.client("officer").post(pages.url("rapid_review_ask"), chosen, follow=True))
    assert "Coldwater Council children&#x27;s services has no contact point." in page
    assert "Fellside Integrated Care Board" in page


def test_the_board_says_who_has_answered_and_who_has_not(world, on, pages):
    page = text(world.client("chair").get(pages.url("rapid_review_requests")))
    for words in ("3 agencies asked", "0 agencies answered in full", "1 agency with a summary to come"):
        assert words in page
    assert "2 agencies without any answer" in page
    only = text(world.client("chair").get(pages.url("rapid_review_requests"), {"show": "unanswered"}))
    assert "Fellside Police" in only
    submit(on)
    only = text(world.client("chair").get(pages.url("rapid_review_requests"), {"show": "unanswered"}))
    assert "Coldwater Community Health Trust" not in only.split("<main")[1]


def test_partners_and_scrutineer_read_the_board_and_no_return(world, on, pages):
    submit(on)
    for who in ("partner_council", "partner_health", "scrutineer"):
        client = world.client(who)
        page = text(client.get(pages.url("rapid_review_requests")))
        assert pages.own("") not in page
        for url in (pages.own(""), pages.url("agency_returns"), pages.url("agency_key_events")):
            assert client.get(url).status_code == 404


def test_an_agencys_people_see_their_own_line_of_the_board_and_no_other(world, pages):
    page = text(world.client("author").get(pages.url("rapid_review_requests"))).split("<main")[1]
    assert "Coldwater Community Health Trust" in page
    assert "Fellside Police" not in page
    assert "1 agency asked" in page


def test_agencies_are_reminded_with_the_exact_message_in_view(world, on, pages):
    client, url = world.client("officer"), pages.url("rapid_review_chase")
    page = text(client.get(url))
    assert "A request in Cairn still waits for your agency" in page
    assert page.count("checked") == 3
    one = text(client.get(url, {"request": on.silent.request.key}))
    assert one.count("checked") == 1
    pages.send(client, url, requests=[on.silent.request.key])
    assert Message.unscoped.filter(once__startswith="chase:").count() == 1
    assert "was reminded today" in text(client.post(url, {"requests": [on.silent.request.key]}), 409)


def test_another_agencys_people_find_nothing_of_a_return(world, on, pages):
    sign(on)
    other = author_of(world, "CSC")
    ask_more(on, "CSC")
    client, nothing = signed_in(other), world.client("nobody").get("/nowhere/").content
    names = ("", "_known", "_not_known", "_submit", "_upload", "_thanks", "_correct", "_record", "_sign", "_check")
    urls = [pages.own(name) for name in (*names, "_send_back", "_record_sign_off", "_add_event")]
    urls += [pages.own("_section", "child"), pages.url("safety_update", on.question.key)]
    urls += [pages.url("rapid_review_withdraw", on.answer.request.key)]
    for url in urls:
        answer = client.get(url)
        assert (answer.status_code, answer.content) == (404, nothing), url
        assert client.post(url, {}).status_code in {404, 405}
    assert client.post(pages.own("_save", "child"), {"version": 0}).status_code == 404
    listed = text(client.get(pages.url("agency_returns"))) + text(client.get(pages.url("rapid_review_requests")))
    assert "Coldwater Community Health Trust" not in listed


@pytest.mark.parametrize("who", ["outsider", "conflicted", "ex_reviewer", "administrator", "no_role"])
def test_for_those_outside_nothing_is_there(world, on, pages, who):
    client, nothing = world.client(who), world.client("nobody").get("/nowhere/").content
    names = ("rapid_review_requests", "rapid_review_ask", "rapid_review_chase", "agency_returns", "safety_questions")
    for url in (*map(pages.url, names), pages.own(""), pages.own("_section", "child"), pages.own("_known")):
        assert (client.get(url).status_code, client.get(url).content) == (404, nothing), url


def test_those_who_may_read_but_not_act_see_the_reason_where_the_form_would_be(world, on, pages):
    page = text(world.client("member").get(pages.own("_section", "child")))
    assert "Your role may not write what an agency sends in, or record what came by mail." in page
    assert "<form" not in page.split("<main")[1].split("</main>")[0]
    early = text(world.client("sign_off").get(pages.own("_sign")))
    assert "There is nothing to sign off" in early


def test_a_request_is_taken_back_and_the_review_closed_and_opened_again(world, on, pages):
    office = world.client("officer")
    pages.send(office, pages.url("rapid_review_withdraw", on.silent.request.key), reason="The wrong force.")
    assert "2 agencies asked" in text(office.get(pages.url("rapid_review_requests")))
    pages.send(office, pages.url("rapid_review_close"), reason="All are in.")
    assert RapidReview.unscoped.get().state == "closed_to_returns"
    pages.send(office, pages.url("rapid_review_reopen"))
    assert RapidReview.unscoped.get().state == "gathering"


def test_safety_is_asked_reported_set_and_closed(world, on, pages):
    chair, author = world.client("chair"), world.client("author")
    asked = {"children": [on.child.key], "safe_now": "not_known", "done": "Asked.", "interval": 3}
    ask = pages.url("safety_ask")
    assert chair.post(ask, asked | {"agency": ""}).status_code == 400
    pages.send(chair, ask, **asked, agency=world.agency("CSC").key)
    assert SafetyQuestion.unscoped.count() == 2
    key = on.question.key
    pages.send(author, pages.url("safety_update", key), safe_now="yes", words="Well.", told_by="", **day("as_of", 14))
    assert author.get(pages.url("safety_close", key)).status_code == 200
    stale = chair.post(pages.url("safety_interval", key), {"interval": 2, "version": 1})
    assert 'name="version" value="2"' in text(stale, 409)
    pages.send(chair, pages.url("safety_interval", key), interval=2, version=2)
    pages.send(chair, pages.url("safety_close", key), reason="Satisfied.")
    page = text(chair.get(pages.url("safety_questions")))
    for words in ("Well.", "Satisfied.", "Every 3 days", "Child R"):
        assert words in page
    for name in ("safety_update", "safety_interval", "safety_close"):
        assert chair.get(pages.url(name, "nobody")).status_code == 404


def test_each_page_that_is_read_leaves_one_event(world, on, pages):
    client = world.client("officer")
    names = ("rapid_review_requests", "rapid_review_ask", "agency_returns", "agency_key_events", "safety_questions")
    for url in (*map(pages.url, names), pages.own(""), pages.own("_section", "child"), pages.own("_submit")):
        before = Event.unscoped.count()
        client.get(url)
        (event,) = Event.unscoped.order_by("seq")[before:]
        assert (event.verdict, event.case_key) == ("read", on.case.key), url


def test_what_is_not_there_is_not_there(world, on, pages):
    client = world.client("officer")
    for url in (
        pages.url("agency_return", "nobody"),
        pages.url("agency_return_section", "nobody", "child"),
        pages.own("_section", "nowhere"),
        pages.url("agency_return_add_event", "nobody"),
        pages.own("_event", "nobody"),
        pages.own("_remove_event", "nobody"),
        pages.url("agency_return_submit", "nobody"),
        pages.own("_thanks"),
        pages.url("rapid_review_withdraw", "nobody"),
        pages.url("agency_return_known", "nobody"),
    ):
        assert client.get(url).status_code == 404, url


def test_nothing_of_a_return_reaches_the_mail(world, on):
    sign(on)
    commands.send_back(on.answer, questions=f"Was {NAME[1]} smiling?", by=on.by("officer"), at=world.at)
    said = " ".join(f"{row.subject} {row.body} {row.link} {row.once}" for row in Message.unscoped.all())
    assert not [word for word in (*PLANTED, "Child R", "smiling", on.case.reference) if word in said]
