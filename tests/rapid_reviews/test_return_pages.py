"""The author's pages over HTTP: from the first question to a return that is signed off and checked."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from cairn.documents.models import StoredFile
from cairn.rapid_reviews import commands
from cairn.rapid_reviews.models import KeyEvent, Return, ReturnAnswer
from tests.rapid_reviews.acting import scene, submit
from tests.rapid_reviews.pages import Pages, day, text, typed
from tests.signed_in import signed_in
from tests.stories import ADDRESS, ALIAS, NAME

PLANTED = (*NAME, ALIAS, ADDRESS)


@pytest.fixture
def on(world, stories):
    return scene(world, stories)


@pytest.fixture
def pages(on):
    return Pages(on)


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


@pytest.mark.parametrize("name", ["_send_back", "_correct"])
def test_what_was_sent_in_stays_to_be_read_while_the_agency_writes_again(world, on, pages, name):
    submit(on)
    pages.send(world.client("officer"), pages.own(name), questions="Which street?", why="Which street?")
    for who in ("chair", "member"):
        page = text(world.client(who).get(pages.own("")))
        assert "Zebedee was smiling" in page
        assert "Which street?" in page
        assert "What your agency is asked" not in page
    assert "What your agency is asked" in text(world.client("author").get(pages.own("")))


def test_the_chair_reads_what_is_being_written_and_is_not_asked_to_write_it(world, on, pages):
    pages.send(world.client("author"), pages.own("_section", "search"), **typed("search"), version=0)
    page = text(world.client("chair").get(pages.own("")))
    assert "As we know it." in page
    assert "What your agency is asked" not in page
