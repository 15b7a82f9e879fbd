"""Pages on which chronologies are asked for, read in, put right and signed off, as each person sees them."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from cairn.chronology import commands
from cairn.chronology.models import Chronology, ChronologyRequest
from tests.chronology.acting import POLICE, TRUST, file_of, latest, opened, scene, sent, signed, taken
from tests.stories import ALIAS, NAME, give_contact_point


@pytest.fixture
def on(world, stories):
    return scene(world, stories)


def url(on, name, *parts):
    return reverse(name, args=[on.case.key, *parts])


def page(on, who, name, *parts, **query):
    return on.world.client(who).get(url(on, name, *parts), query)


def send(on, who, name, *parts, **typed):
    return on.world.client(who).post(url(on, name, *parts), typed, follow=True)


def upload(rows, name="chronology.csv"):
    return SimpleUploadedFile(name, file_of(rows), content_type="text/csv")


def test_the_office_sets_the_scope_looks_at_the_columns_and_asks(world, stories):
    case = stories.case_at("shared")
    give_contact_point(world, "POLICE", world.at)
    office = world.client("officer")
    opened = office.post(reverse("chronology_open", args=[case.key]), {"scope": "From birth."}, follow=True)
    assert "the usual columns" in opened.text
    assert "Date it became known" in opened.text
    typed = {"heading": "Ward", "column": "", "mandatory": "on", "instruction": "Which ward.", "version": "1"}
    added = office.post(reverse("chronology_add_column", args=[case.key]), typed, follow=True)
    assert "The column is added." in added.text
    again = office.post(reverse("chronology_add_column", args=[case.key]), typed)
    assert (again.status_code, "while you were typing" in again.text) == (409, True)
    asked = {"agencies": [world.agency("POLICE").key], "means": "notice"}
    asked |= {"due_on_day": "4", "due_on_month": "9", "due_on_year": "2026"}
    board = office.post(reverse("chronology_ask", args=[case.key]), asked, follow=True)
    assert "Fellside Police" in board.text
    assert ChronologyRequest.unscoped.get().due_on.isoformat() == "2026-09-04"
    fixed = office.get(reverse("chronology_guide", args=[case.key]))
    assert "so they stay as they are" in fixed.text
    assert Chronology.unscoped.get().columns.count() == 14


def test_an_author_reads_a_file_in_puts_its_row_right_and_sends_it(on):
    key = on.asked().key
    rows = (*TRUST, ("31/02/2025", "", "Ward notes", "Reviewed by the ward", "", ""))
    there = send(on, "author", "chronology_take", key, read_in=upload(rows), version="0")
    assert "Rows read: 4." in there.text
    assert "Put a row right" not in there.text
    wrong = on.texts(latest(on.asked()))[3]
    form = page(on, "author", "chronology_put_right", key, wrong.key)
    assert "31/02/2025" in form.text
    typed = {"start_date": "28/02/2025", "source": "Ward notes", "event": "Reviewed by the ward"}
    saved = send(
        on, "author", "chronology_put_right", key, wrong.key, **typed, version=str(latest(on.asked()).revision)
    )
    assert "Nothing is to be put right." in saved.text
    assert "Start date in the file: 31/02/2025" in saved.text
    done = send(on, "author", "chronology_send", key, version=str(latest(on.asked()).revision))
    assert "It is in." in done.text
    assert on.asked().state == "sent"


def test_what_is_left_to_put_right_is_said_to_be_known_before_it_goes_in(on):
    key = on.asked().key
    taken(on, (*TRUST, ("", "", "Ward notes", "No day is written", "", "")))
    version = str(latest(on.asked()).revision)
    listed = page(on, "author", "chronology_send", key).text
    assert "Still to be put right" in listed
    assert "is blank." in listed
    refused = send(on, "author", "chronology_send", key, version=version)
    assert (refused.status_code, "say that you know of it" in refused.text) == (400, True)
    assert send(on, "author", "chronology_send", key, version=version, faults_known="on").status_code == 200
    assert on.asked().state == "sent"


def test_a_file_that_cannot_be_read_is_refused_in_a_sentence_and_nothing_is_kept(on):
    key = on.asked().key
    hostile = SimpleUploadedFile("a.docx", b"PK\x03\x04 not a file", content_type="application/zip")
    refused = send(on, "author", "chronology_take", key, read_in=hostile, version="0")
    assert refused.status_code == 400
    empty = send(on, "author", "chronology_take", key, read_in=upload(()), version="0")
    assert latest(on.asked()) is None or empty.status_code == 200
    pdf = SimpleUploadedFile("a.txt", b"Only words, no table.", content_type="text/plain")
    assert send(on, "author", "chronology_take", key, read_in=pdf, version="0").status_code == 400


def test_a_sign_off_manager_signs_what_she_read_and_nobody_else_can(on):
    sent(on)
    key = on.asked().key
    for who in ("author", "chair", "reviewer"):
        assert send(on, who, "chronology_sign", key, version="1").status_code in {403, 404}
    signed_page = send(on, "sign_off", "chronology_sign", key, version="1")
    assert "It is signed off. Thank you." in signed_page.text
    assert on.asked().state == "signed"


def test_a_corrected_return_says_what_changed(on):
    signed(on)
    changed = (TRUST[0], ("April 2025", *TRUST[1][1:]), ("10 June 2025", "", "Letter", "Discharged home", "", ""))
    key = on.asked().key
    send(on, "author", "chronology_take", key, read_in=upload(changed), version="1", why="A date was wrong.")
    there = page(on, "author", "chronology_return", key)
    assert "What this version changed" in there.text
    for word in ("Changed", "Added", "Withdrawn", "A date was wrong."):
        assert word in there.text
    chair = page(on, "chair", "chronology_return", key)
    assert "A date was wrong." not in chair.text
    first = page(on, "author", "chronology_return", key, version="1")
    assert "What this version changed" not in first.text


def test_drafts_are_seen_by_the_agency_and_the_office_alone(on):
    taken(on)
    key = on.asked().key
    for who, sees in {"author": True, "officer": True, "sign_off": True, "chair": False, "reviewer": False}.items():
        assert ("Admitted with" in page(on, who, "chronology_return", key).text) is sees
    for who in ("member_education", "outsider", "conflicted", "ex_reviewer", "administrator", "comms"):
        assert page(on, who, "chronology_return", key).status_code == 404


def test_a_reviewer_reads_labels_until_she_switches_names_on(on):
    signed(on)
    key = on.asked().key
    said = page(on, "reviewer", "chronology_return", key).text
    assert "seen at home by the health visitor" in said
    assert not [name for name in (*NAME, ALIAS) if name in said]
    assert "/files/" not in said, "the file itself holds names as the agency wrote them"
    assert "/files/" in page(on, "author", "chronology_return", key).text
    assert NAME[0] in page(on, "author", "chronology_return", key).text


def test_the_office_records_what_came_by_mail(on):
    key = on.asked("POLICE").key
    typed = {
        "read_in": upload(POLICE),
        "version": "0",
        "received_from": "Inspector Hale",
        "received_how": "Secure mail",
    }
    typed |= {"received_on_day": "13", "received_on_month": "8", "received_on_year": "2026"}
    assert "It is recorded" in send(on, "officer", "chronology_record", key, **typed).text
    how = {"signed_name": "Superintendent Frost", "signed_how": "Secure mail, 14 August", "version": "1"}
    assert "The sign-off is recorded." in send(on, "officer", "chronology_record_sign_off", key, **how).text
    assert on.asked("POLICE").state == "signed"
    assert "Inspector Hale: Secure mail" in page(on, "chair", "chronology_return", key).text


def test_the_empty_chronology_is_given_in_three_formats_without_a_name(on):
    for kind in ("word", "excel", "csv"):
        answer = page(on, "author", "chronology_empty", kind)
        assert answer.status_code == 200
        assert f"{on.case.reference} empty chronology" in answer["Content-Disposition"]
    assert page(on, "author", "chronology_empty", "pdf").status_code == 404
    assert page(on, "outsider", "chronology_empty", "word").status_code == 404


def test_the_whole_is_released_by_name_and_recalled(on):
    signed(on)
    to = {"to": on.world.user("panel_member").key, "reason": "For the panel."}
    until = {"ends_on_day": "30", "ends_on_month": "9", "ends_on_year": "2026"}
    listed = send(on, "officer", "chronology_release", **to, **until)
    assert "Pam Panel" in listed.text
    assert "30 September 2026" in listed.text
    assert page(on, "chair", "chronology_releases").status_code == 404
    from cairn.cases.models import Released

    key = Released.unscoped.get().key
    assert (
        "Recalled: No longer on the panel."
        in send(on, "officer", "chronology_recall", key, reason="No longer on the panel.").text
    )


def test_agencies_are_reminded_sent_questions_and_no_longer_asked(on):
    key = on.asked("POLICE").key
    reminded = send(on, "officer", "chronology_remind", requests=[key])
    assert "14 August 2026" in reminded.text
    sent(on)
    back = send(on, "officer", "chronology_send_back", on.asked().key, questions="Which ward was it?", version="1")
    assert "Which ward was it?" in back.text
    corrected = send(on, "author", "chronology_correct", on.asked().key, why="The ward is added.")
    assert "Being corrected" in corrected.text
    gone = send(on, "officer", "chronology_take_back", key, reason="The wrong force.")
    assert "No longer asked" in gone.text
    closed = send(on, "officer", "chronology_close", reason="All are in.")
    assert "Closed to returns: All are in." in closed.text
    assert "open to returns" in send(on, "officer", "chronology_reopen").text


def test_nothing_to_tell_is_an_answer_in_full(on):
    key = on.asked().key
    nil = {"searched": "All records back to 2010.", "confirmed_by": "Director of nursing"}
    assert "answered in full" in send(on, "author", "chronology_nil", key, **nil).text
    there = page(on, "officer", "chronology_return", key)
    assert "The agency has nothing to tell." in there.text
    assert "All records back to 2010." in there.text


def test_pages_ask_as_many_questions_for_many_rows_as_for_few(on, django_assert_max_num_queries):
    many = [(f"{day} May 2025", "", f"Note {day}", f"Contact {day}", "", "") for day in range(1, 29)] * 5
    commands.send_chronology(
        on.asked(), version=taken(on, many).revision, faults_known=True, by=on.by("author"), at=on.at
    )
    client = on.world.client("officer")
    with django_assert_max_num_queries(40):
        assert "Rows 1 to 100 of 140." in client.get(url(on, "chronology_return", on.asked().key)).text
    assert "Rows 101 to 140 of 140." in client.get(url(on, "chronology_return", on.asked().key), {"page": "2"}).text


def test_one_whose_agency_is_not_asked_is_told_so_and_not_that_nobody_is(world, stories):
    on = opened(world, stories)
    assert "Nothing is asked of your agency" in page(on, "panel_member", "chronology_requests").text
    assert "No agency is asked yet." in page(on, "officer", "chronology_requests").text
