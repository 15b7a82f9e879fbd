"""The pages of a rapid review over HTTP: what each person reads, sends, is refused, and never learns."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from cairn.audit.models import Event
from cairn.documents.models import StoredFile
from cairn.partnership.models import Message
from cairn.rapid_reviews import commands
from cairn.rapid_reviews.models import KeyEvent, RapidReview, Request, Return, ReturnAnswer, SafetyQuestion
from tests.rapid_reviews.acting import ask_more, author_of, scene, sign, submit
from tests.rapid_reviews.pages import Pages, day
from tests.signed_in import signed_in
from tests.stories import ADDRESS, ALIAS, NAME, give_contact_point

PLANTED = (*NAME, ALIAS, ADDRESS)


@pytest.fixture
def on(world, stories):
    return scene(world, stories)


@pytest.fixture
def pages(on):
    return Pages(on)


def text(answer, status=200):
    assert answer.status_code == status, answer.content.decode()
    return " ".join(answer.content.decode().split())


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


def test_the_author_reads_why_she_is_asked_whom_to_look_for_and_who_will_read_it(world, pages):
    page = text(world.client("author").get(pages.own("")))
    for words in ("Why you are asked", "What happens to what you write", *PLANTED):
        assert words in page
    title = re.search(r"<title>(.*?)</title>", page).group(1)
    assert not [word for word in (*PLANTED, "Child R") if word in title]


def test_one_who_works_with_pseudonyms_gets_no_names_to_look_for(world, on, pages):
    submit(on)
    page = text(world.client("reviewer").get(pages.own("")))
    assert not [word for word in (*NAME[:1], ALIAS, ADDRESS) if word in page]


def test_an_agency_answers_from_the_first_question_to_the_last_page(world, on, pages):
    client = world.client("author")
    pages.fill(client)
    assert ReturnAnswer.unscoped.filter(version__agency_return=on.answer).count() == 29
    for url in (pages.own("_submit"), pages.own("_section", "search"), pages.own("_section", "child")):
        assert "As we know it." in text(client.get(url))
    answer = client.post(pages.own("_submit"), {"version": pages.version()})
    assert answer["Location"] == pages.own("_thanks")
    assert "What happens next" in text(client.get(pages.own("_thanks")))
    sign_off = world.client("sign_off")
    assert "Sign it off" in text(sign_off.get(pages.own("")))
    pages.send(sign_off, pages.own("_sign"))
    office = world.client("officer")
    assert "Tick every line" in text(office.post(pages.own("_check"), {"ticked": ["voice"]}), 400)
    lines = re.findall(r'name="ticked" type="checkbox" value="(\w+)"', text(office.get(pages.own("_check"))))
    pages.send(office, pages.own("_check"), ticked=lines)
    assert on.fresh().state == "checked"


def test_an_agency_that_knew_nobody_says_so_on_one_page(world, on, pages):
    client, url = world.client("author"), pages.own("_not_known")
    assert client.get(url).status_code == 200
    assert "Say under which names" in text(client.post(url, {"searched": "", "confirmed_by": "A"}), 400)
    pages.send(client, url, searched="Both names.", confirmed_by="The director", told_how="")
    assert "What was searched" in text(client.get(pages.own("")))
    pages.send(client, pages.own("_known"), knowledge="limited", told_how="")
    assert on.fresh().state == "known"


def test_what_is_saved_outlives_the_session_in_which_it_was_typed(world, on, pages):
    client = world.client("author")
    half = {"ethnicity_how": "given", "ethnicity_words": "White British", "version": 0, "then": "stay"}
    answer = client.post(pages.own("_section", "child"), half)
    assert answer["Location"] == pages.own("_section", "child")
    client.logout()
    assert client.get(pages.own("_section", "child")).status_code == 302
    again = text(signed_in(world.user("author")).get(pages.own("_section", "child")))
    assert "White British" in again
    assert "Last saved at 10:00 by Ava Author." in again


def test_what_is_typed_is_saved_as_it_is_typed_and_the_page_is_told_when(world, on, pages):
    client, url = world.client("author"), pages.own("_save", "child")
    answer = client.post(url, {"ethnicity_words": "White Bri", "version": 0})
    assert (answer.status_code, answer["Cairn-Saved"], answer["Cairn-Version"]) == (204, "10:00", "1")
    assert ReturnAnswer.unscoped.get(question="ethnicity").words == "White Bri"
    assert client.post(url, {"ethnicity_words": "White British", "version": 1})["Cairn-Version"] == "2"
    stale = client.post(url, {"ethnicity_words": "Asian", "version": 1})
    assert (stale.status_code, stale["Content-Type"]) == (409, "text/plain; charset=utf-8")
    assert "Somebody changed this" in stale.content.decode()
    assert client.post(url, {"version": "x"}).status_code == 400
    assert client.get(url).status_code == 405
    assert client.post(pages.own("_save", "nowhere"), {}).status_code == 404
    assert world.client("chair").post(url, {"version": 2}).status_code == 403


def test_two_of_one_agency_typing_at_once_each_see_both_texts(world, on, pages):
    url = pages.own("_section", "child")
    first = {"ethnicity_how": "given", "ethnicity_words": "White British", "version": 0}
    pages.send(world.client("author"), url, **first)
    answer = world.client("sign_off").post(url, first | {"ethnicity_words": "Asian British"})
    page = text(answer, 409)
    assert "White British" in page
    assert "Asian British" in page
    assert 'name="version" value="1"' in page
    pages.send(world.client("sign_off"), url, **first | {"ethnicity_words": "Asian British", "version": 1})
    assert ReturnAnswer.unscoped.get(question="ethnicity").words == "Asian British"


def test_key_events_are_added_changed_and_removed(world, on, pages):
    client, add = world.client("author"), pages.own("_add_event")
    event = {"written_date": "spring 2019", "event": "Born early.", "source": "Ward notes"}
    answer = client.post(add, event | {"then": "another"})
    assert answer["Location"] == add
    pages.send(client, add, **event | {"written_date": "around Easter"})
    page = text(client.get(pages.own("_section", "events")))
    assert "around Easter (not understood as a date)" in page
    row = KeyEvent.unscoped.get(written_date="spring 2019")
    change = pages.own("_event", row.key)
    assert "Born early." in text(client.get(change))
    assert client.post(change, event | {"event": "", "version": 1}).status_code == 400
    pages.send(client, change, **event | {"event": "Born at 35 weeks."}, version=1)
    stale = text(client.post(change, event | {"version": 1}), 409)
    assert "Born at 35 weeks." in stale
    assert "Born early." in stale
    remove = pages.own("_remove_event", row.key)
    assert "Born at 35 weeks." in text(client.get(remove))
    pages.send(client, remove)
    for url in (change, remove):
        assert client.get(url).status_code == 404
    pages.send(client, pages.own("_section", "events"), key_events="on", version=0)


def test_the_merged_events_stand_by_date_with_those_before_birth_marked_for_whoever_may_know_it(world, on, pages):
    by = on.by("author")
    commands.add_key_event(on.answer, written_date="2001", event="Moved here.", source="GP", by=by, at=world.at)
    commands.add_key_event(on.answer, written_date="long ago", event="Rumour.", source="GP", by=by, at=world.at)
    assert "No key event was sent in yet." in text(world.client("chair").get(pages.url("agency_key_events")))
    submit(on)
    page = text(world.client("member").get(pages.url("agency_key_events")))
    assert "2001 (before birth)" in page
    assert "long ago (not understood as a date)" in page
    assert page.index("Moved here.") < page.index("Referred.") < page.index("Rumour.")
    assert "before birth" not in text(world.client("reviewer").get(pages.url("agency_key_events")))


def test_a_file_is_sent_instead_of_the_form_and_read_by_those_who_meet(world, on, pages):
    client, url = world.client("author"), pages.own("_upload")
    assert client.get(url).status_code == 200
    file = SimpleUploadedFile("Zebedee Quillfeather.txt", b"What we knew.", "text/plain")
    answer = client.post(url, {"upload": file})
    assert answer["Location"] == pages.own("_thanks")
    kept = on.fresh().sent_in.file
    given = world.client("member_education").get(pages.url("case_file", kept.key))
    assert given.content == b"What we knew."
    assert "Quillfeather" not in given["Content-Disposition"]
    assert pages.url("case_file", kept.key) in text(world.client("member_education").get(pages.own("")))
    assert world.client("partner_council").get(pages.url("case_file", kept.key)).status_code == 404


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("return.docx", b"MZ\x90\x00 a program"),
        ("return.pdf", b"<script>alert(1)</script>"),
        ("return.exe", b"MZ\x90\x00"),
        ("return.docx", b""),
    ],
)
def test_a_file_that_is_not_what_it_claims_is_refused_and_kept_nowhere(world, on, pages, name, content):
    before = StoredFile.unscoped.count()
    file = SimpleUploadedFile(name, content)
    answer = world.client("author").post(pages.own("_upload"), {"upload": file})
    assert answer.status_code == 400
    assert StoredFile.unscoped.count() == before
    assert on.fresh().state == "known"


def test_the_office_records_what_came_by_secure_mail(world, on, pages):
    office, police = world.client("officer"), on.silent.key
    record = pages.url("agency_return_record", police)
    mail = {"received_from": "Sgt Bell", "received_how": "Secure mail", **day("received_on", 14)}
    assert office.get(record).status_code == 200
    pages.send(office, record, **mail, upload=SimpleUploadedFile("r.txt", b"Known to us.", "text/plain"))
    page = text(office.get(pages.url("agency_return", police)))
    assert "Sgt Bell: Secure mail" in page
    pages.send(office, pages.url("agency_return_record_sign_off", police), signed_name="Supt", signed_how="Mail")
    pages.send(office, pages.url("agency_return_send_back", police), questions="Which street?")
    pages.send(office, pages.url("agency_return_record", police), **mail)
    pages.send(office, pages.url("agency_return_correct", police), why="Wrong street.")
    assert "Wrong street." in text(office.get(pages.url("agency_return", police)))
    assert Return.unscoped.get(key=police).latest.number == 3


def test_a_correction_is_seen_by_the_agency_and_what_was_sent_in_by_the_others(world, on, pages):
    submit(on)
    pages.send(world.client("author"), pages.own("_correct"), why="A slip.")
    assert "What your agency is asked" in text(world.client("author").get(pages.own("")))
    assert "A slip." not in text(world.client("member_education").get(pages.own("")))


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
