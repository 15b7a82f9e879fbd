"""The partnership's own letters: uploaded and versioned by the business manager, read by the office and the chair."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.urls import reverse

from cairn.audit.models import Event
from cairn.documents import commands, queries
from cairn.documents.commands.letters import filled
from cairn.documents.engine.papers import package
from cairn.documents.engine.papers.fields import KINDS, REQUEST
from cairn.documents.engine.papers.filling import NOT_ALONE, fill
from cairn.documents.engine.papers.shipped import shipped
from cairn.documents.engine.taking import made
from cairn.documents.models import Letter, StoredFile
from cairn.documents.policy import MEANWHILE
from cairn.kernel.verdict import Ground, Refused
from tests.documents.letters import in_paragraph, letter, said_in
from tests.refused import recorded, refused
from tests.world import EVERYBODY

OURS = letter("Dear {{ agency_name }}", "Ref {{ case_reference }}")
READERS = {"business_manager", "officer", "chair"}
LATER = timedelta(days=1)


def upload(world, content=OURS, *, kind="agency_request", note="Our own words", seen=0, by="business_manager", at=None):
    return commands.upload_letter(
        world.partnership,
        kind=kind,
        upload=made("Jane Doe draft.docx", content),
        note=note,
        seen=seen,
        by=world.actor(by),
        at=at or world.at,
    )


def test_until_one_is_uploaded_the_letter_that_comes_with_cairn_is_in_use(world):
    assert queries.letter("agency_request", world.at) == shipped("agency_request")
    [only] = queries.letter_versions(world.actor("officer"), "agency_request", world.at)
    assert (only.version, only.note, only.in_use) == (0, "Comes with Cairn.", True)


def test_an_uploaded_letter_is_in_use_and_earlier_ones_stay(world):
    with recorded("upload_letter"):
        first = upload(world)
    assert (first.version, first.note, first.uploaded_by) == (1, "Our own words", world.user("business_manager"))
    assert (first.file.case, first.file.read_action, first.file.purpose) == (None, "read_letters", "template")
    again = letter("Hello {{ agency_name }}")
    second = upload(world, again, note="Shorter", seen=1, at=world.at + LATER)
    assert queries.letter("agency_request", world.at + LATER) == again
    assert queries.letter("agency_request", world.at) == OURS
    first.file.refresh_from_db()
    assert first.file.superseded_by == second.file
    listed = queries.letter_versions(world.actor("chair"), "agency_request", world.at + LATER)
    assert [(row.version, row.note, row.in_use) for row in listed] == [
        (2, "Shorter", True),
        (1, "Our own words", False),
        (0, "Comes with Cairn.", False),
    ]
    assert queries.letter_version(world.actor("chair"), "agency_request", 1, world.at + LATER) == OURS
    assert queries.letter("agency_return", world.at) == shipped("agency_return")
    assert str(second) == "agency_request 2"


def test_the_record_of_it_names_the_row_and_nothing_that_was_written(world):
    kept = upload(world)
    event = Event.unscoped.last()
    assert (event.kind, event.object_key, event.case_key) == ("documents.letter", kept.key, "")
    assert "Jane" not in str(vars(event))


@pytest.mark.parametrize("who", [who for who in EVERYBODY if who != "business_manager"])
def test_nobody_but_the_business_manager_uploads_one(world, who):
    before = StoredFile.unscoped.count()
    with refused("Your role may not upload the partnership's own letters and forms.", ground=Ground.ROLE):
        upload(world, by=who)
    assert StoredFile.unscoped.count() == before


@pytest.mark.parametrize("who", [who for who in EVERYBODY if who not in READERS])
def test_others_are_told_of_no_letter(world, who):
    actor = world.actor(who)
    assert queries.letter_kinds(actor, world.at) == ()
    assert queries.letter_versions(actor, "agency_request", world.at) == []
    assert queries.letter_version(actor, "agency_request", 0, world.at) is None


@pytest.mark.parametrize(
    ("content", "sentences"),
    [
        (letter("{{ agency_nam }}"), ["There is no field called “agency_nam”. Did you mean “agency_name”?"]),
        (letter("{{ voice }} {{ xyzzy }}"), ["There is no field called “voice”.", "There is no field called “xyzzy”."]),
        (letter("So: {{ report }}"), ["There is no field called “report”."]),
        (b"PK\x03\x04 nothing", [package.NOT_WORD]),
        (
            in_paragraph('<w:ins w:id="1" w:author="Jane Doe"><w:r><w:t>x</w:t></w:r></w:ins>'),
            [package.REVIEWED],
        ),
    ],
)
def test_a_file_that_cannot_serve_is_refused_with_the_reason_and_kept_nowhere(world, content, sentences):
    before = list(queries.store().everything())
    with refused(*sentences, ground=Ground.INPUT):
        upload(world, content)
    assert list(queries.store().everything()) == before
    assert not Letter.unscoped.exists()


def test_a_whole_field_needs_a_paragraph_to_itself(world):
    with refused(NOT_ALONE.format(name="report"), ground=Ground.INPUT):
        upload(world, letter("So: {{ report }}"), kind="panel_report")
    assert upload(world, letter("To the Panel", "{{ report }}", "Yours"), kind="panel_report").version == 1


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        ({"kind": "ransom_note"}, "Choose which letter it is from the list."),
        ({"note": "  "}, "Say what is new in it."),
    ],
)
def test_what_is_typed_is_checked(world, facts, sentence):
    with refused(sentence, ground=Ground.INPUT):
        upload(world, **facts)


@pytest.mark.parametrize("seen", [0, 2, -1])
def test_nobody_takes_the_place_of_a_version_she_has_not_seen(world, seen):
    upload(world)
    with refused(MEANWHILE, ground=Ground.STALE):
        upload(world, seen=seen)


def test_a_version_stands_once_and_is_whole(world):
    kept = upload(world)
    with pytest.raises(IntegrityError), transaction.atomic():
        Letter.unscoped.filter(pk=kept.pk).update(note="")
    with pytest.raises(IntegrityError), transaction.atomic():
        Letter.unscoped.filter(pk=kept.pk).update(kind="ransom_note")
    other = upload(world, seen=1)
    with pytest.raises(IntegrityError), transaction.atomic():
        Letter.unscoped.filter(pk=other.pk).update(version=1)


def test_the_letter_in_use_is_filled(world):
    assert said_in(filled("agency_request", REQUEST.example, at=world.at))[2] == REQUEST.example["today"]
    upload(world)
    made_of = filled("agency_request", {**REQUEST.example, "people": "", "not_a_field": ""}, at=world.at)
    assert said_in(made_of) == ["Dear Coldwater Community Health Trust", "Ref CSCP-2026-0004"]


def test_a_value_that_is_not_there_yet_refuses_with_the_field_in_words(world):
    with pytest.raises(Refused) as no:
        filled("agency_request", {**REQUEST.example, "people": " "}, at=world.at)
    assert no.value.verdict.sentences == (
        "The letter cannot be made. There is nothing to put in for the field “people”. Who to search for, a line each: "
        "real name, birth date, addresses.",
    )


def test_a_field_the_program_forgets_is_a_fault(world):
    with pytest.raises(ValueError, match="without people, sender"):
        filled("agency_request", dict.fromkeys(REQUEST.names - {"people", "sender"}, "x"), at=world.at)


@pytest.mark.parametrize("kind", KINDS)
def test_every_shipped_letter_uses_each_field_of_its_kind_once_the_examples_fill_it(kind):
    example = KINDS[kind].example
    assert package.opened(shipped(kind))
    text = package.opened(fill(shipped(kind), example))["word/document.xml"].decode()
    missing = [name for name, value in example.items() if isinstance(value, str) and value.split("\n")[0] not in text]
    assert missing == []
    assert "{{" not in text
    assert ("A midwife called again" in text) == (kind == "panel_report")


def sent(client, content=OURS, **typed):
    upload = SimpleUploadedFile("ours.docx", content)
    facts = {"upload": upload, "note": "Our own words", "seen": "0", **typed}
    return client.post(reverse("upload_letter", args=["agency_request"]), facts)


def test_the_pages_list_letters_their_versions_and_their_fields(world):
    upload(world)
    client = world.client("officer")
    settings = client.get(reverse("partnership")).content.decode()
    assert reverse("letters") in settings
    listed = client.get(reverse("letters")).content.decode()
    assert "Letter to an agency" in listed
    assert "Version 1" in listed
    assert "The one that comes with Cairn" in listed
    shown = client.get(reverse("letter", args=["agency_request"])).content.decode()
    assert "Version 1 (in use)" in shown
    assert "14 August 2026, Bea Manager" in shown
    assert "{{ agency_name }}" in shown
    assert reverse("upload_letter", args=["agency_request"]) not in shown


def test_the_business_manager_uploads_on_the_page(world):
    client = world.client("business_manager")
    page = client.get(reverse("upload_letter", args=["agency_request"])).content.decode()
    assert 'enctype="multipart/form-data"' in page
    assert re.search(r'<input type="hidden"[^>]*name="seen"[^>]*value="0"', page)
    answer = sent(client)
    assert (answer.status_code, answer["Location"]) == (302, reverse("letter", args=["agency_request"]))
    assert queries.letter("agency_request", world.at) == OURS
    assert reverse("upload_letter", args=["agency_request"]) in client.get(answer["Location"]).content.decode()


def test_a_refusal_on_the_page_names_the_field_beside_the_file_and_keeps_what_was_typed(world):
    answer = sent(world.client("business_manager"), letter("{{ agency_nam }}"))
    page = answer.content.decode()
    assert answer.status_code == 400
    assert "There is no field called “agency_nam”." in page
    assert 'value="Our own words"' in page


def test_a_stale_form_is_refused_with_the_reason(world):
    upload(world)
    answer = sent(world.client("business_manager"))
    assert answer.status_code == 409
    assert MEANWHILE in answer.content.decode()


def test_those_who_read_but_do_not_change_see_why(world):
    answer = sent(world.client("officer"))
    assert answer.status_code == 403
    page = world.client("officer").get(reverse("upload_letter", args=["agency_request"]))
    assert "Your role may not upload" in page.content.decode()


@pytest.mark.parametrize(("name", "version"), [("letter_version", 0), ("letter_version", 1), ("letter_example", 1)])
def test_a_version_is_given_to_save_and_never_to_show(world, name, version):
    upload(world)
    answer = world.client("chair").get(reverse(name, args=["agency_request", version]))
    assert answer.status_code == 200
    assert answer["Content-Disposition"].startswith(f'attachment; filename="Letter to an agency, version {version}')
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer["Content-Security-Policy"]
    expected = {("letter_version", 0): shipped("agency_request"), ("letter_version", 1): OURS}
    if (name, version) in expected:
        assert answer.content == expected[(name, version)]
    else:
        assert said_in(answer.content) == ["Dear Coldwater Community Health Trust", "Ref CSCP-2026-0004"]


@pytest.mark.parametrize(
    ("name", "args"),
    [
        ("letter", ["ransom_note"]),
        ("upload_letter", ["ransom_note"]),
        ("letter_version", ["agency_request", 7]),
        ("letter_example", ["agency_request", 7]),
    ],
)
def test_what_is_not_there_is_absent(world, name, args):
    assert world.client("business_manager").get(reverse(name, args=args)).status_code == 404


@pytest.mark.parametrize(
    ("name", "args"), [("letters", []), ("letter", ["agency_request"]), ("upload_letter", ["agency_request"])]
)
def test_to_others_the_pages_are_absent(world, name, args):
    assert world.client("member").get(reverse(name, args=args)).status_code == 404
