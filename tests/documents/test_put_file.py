"""The office puts a file with a case; nobody else does, and what is refused is kept nowhere."""

from __future__ import annotations

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from cairn.audit.models import Event
from cairn.cases import commands as cases
from cairn.cases.models import Clock
from cairn.documents import commands, queries
from cairn.documents.engine import sealing
from cairn.documents.engine.store import Missing
from cairn.documents.engine.taking import made
from cairn.documents.models import FileKey, StoredFile
from cairn.kernel.verdict import Ground
from tests.documents.hostile_plain import NAMES
from tests.refused import recorded, refused
from tests.stories import NAME
from tests.world import EVERYBODY

WORDS = b"Quillfeather was seen at six weeks."
GIVEN = f"{NAME[0]} summary.txt"


@pytest.fixture
def case(stories):
    return stories.case_at("shared")


def put(world, case, *, content=WORDS, name=GIVEN, by="officer", **facts):
    chosen = {"purpose": "evidence", "read_action": "read_files", **facts}
    return commands.put_file(case, upload=made(name, content), **chosen, by=world.actor(by), at=world.at)


def test_what_was_put_comes_out_again_and_its_facts_are_kept(world, case):
    with recorded("put_file"):
        kept = put(world, case, agency=world.agency("TRUST"))
    assert queries.content(kept) == WORDS
    assert (kept.kind, kept.size, kept.name_given) == ("txt", len(WORDS), GIVEN)
    assert (kept.origin, kept.scanned, kept.agency) == ("received", "no_scanner", world.agency("TRUST"))
    assert (kept.put_by, kept.put_at) == (world.user("officer"), world.at)
    event = Event.unscoped.last()
    assert (event.object_key, event.case_key) == (kept.key, case.key)
    assert NAME[0] not in str(vars(event))


def test_on_disk_nothing_of_it_can_be_read(world, case):
    kept = put(world, case)
    lying = next(settings.FILES.glob(f"??/{kept.key}.sealed"))
    sealed = lying.read_bytes()
    assert WORDS not in sealed
    assert NAME[0].encode() not in sealed
    assert (lying.stat().st_mode & 0o777, settings.FILES.stat().st_mode & 0o077) == (0o600, 0)


def test_one_key_seals_the_files_of_one_case_and_opens_those_of_no_other(world, stories, case):
    other = stories.case_at("opened", label="Child Q")
    first, second, elsewhere = put(world, case), put(world, case), put(world, other)
    assert FileKey.unscoped.filter(case=case).count() == 1
    sealed = queries.store().read(first.key)
    for wrong_key, place in ((queries.data_key(other), first.place), (queries.data_key(case), second.place)):
        with pytest.raises(sealing.Unreadable):
            sealing.unseal(sealed, wrong_key, place)
    assert queries.content(elsewhere) == WORDS


@pytest.mark.parametrize("who", [who for who in EVERYBODY if who not in ("business_manager", "officer")])
def test_nobody_but_the_office_puts_one(world, case, who):
    before = list(queries.store().everything())
    reading = {"outsider", "conflicted", "ex_reviewer", "leaver", "no_role", "no_second_factor"}
    closed = {*reading, "administrator", "auditor", "partner_police"}
    sentence = "This case is not open to you." if who in closed else "Your role may not put a file with a case."
    with refused(sentence, ground=Ground.ROLE):
        put(world, case, by=who)
    assert list(queries.store().everything()) == before


def test_a_closed_case_takes_none(world, case):
    clock, at = Clock.unscoped.get(case=case), world.at
    cases.end_clock(clock, finding="Withdrawn.", ended_on=at.date(), by=world.actor("officer"), at=at)
    cases.close_case(case, reason="Nothing left.", by=world.actor("chair"), at=at)
    with refused("This case is closed. It can be read but not changed.", ground=Ground.STATE):
        put(world, case)


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        ({"purpose": "gossip"}, "Choose what the file is from the list."),
        ({"read_action": "read_audit"}, "Choose who may read it from the list."),
        ({"read_action": "read_return"}, "Choose whose it is, so that the agency may read it."),
    ],
)
def test_what_is_not_on_a_list_is_refused(world, case, facts, sentence):
    with refused(sentence, ground=Ground.INPUT):
        put(world, case, **facts)


def test_an_act_that_is_not_one_of_reading_opens_no_file(world, case):
    with pytest.raises(ValueError, match="put_file is not an action of reading"):
        commands.keep_file(
            case,
            content=WORDS,
            name=GIVEN,
            purpose="evidence",
            read_action="put_file",
            by=world.actor("officer"),
            at=world.at,
        )


def test_if_the_row_cannot_be_written_the_bytes_go_again(world, case, monkeypatch):
    before = list(queries.store().everything())
    long = made("x.txt", WORDS)
    object.__setattr__(long, "name", "")  # a row without a name is refused by the database
    with pytest.raises(Exception, match="file_is_whole"):
        commands.put_file(case, upload=long, purpose="evidence", by=world.actor("officer"), at=world.at)
    assert list(queries.store().everything()) == before
    assert not StoredFile.unscoped.filter(case=case).exists()


def test_what_takes_the_place_of_another_says_so_and_only_once(world, case):
    first = put(world, case)
    facts = {"purpose": "evidence", "read_action": "read_files", "by": world.actor("officer"), "at": world.at}
    second = commands.keep_file(case, content=b"Better.", name="a.txt", origin="made", supersedes=first, **facts)
    first.refresh_from_db()
    assert (first.superseded_by, second.scanned) == (second, "made_here")
    assert queries.content(first) == WORDS
    with pytest.raises(Exception, match="refused") as caught:
        commands.keep_file(case, content=b"Best.", name="a.txt", supersedes=first, **facts)
    assert caught.value.verdict.rests_on(Ground.STALE)


def test_bytes_that_were_changed_or_are_gone_are_not_given_and_are_named(world, case):
    kept, whole = put(world, case), put(world, case)
    lying = next(settings.FILES.glob(f"??/{kept.key}.sealed"))
    sealed = lying.read_bytes()
    lying.write_bytes(sealed[:-1] + bytes([sealed[-1] ^ 1]))
    with pytest.raises(queries.Altered):
        queries.content(kept)
    assert list(queries.unsound()) == [kept]
    assert list(queries.unsound(share=kept.pk + 1, of=28)) == []
    with pytest.raises(queries.Altered):
        world.client("officer").get(reverse("case_file", args=[case.key, kept.key]))
    assert not Event.unscoped.filter(verb="read_file").exists()
    lying.unlink()
    with pytest.raises(Missing):
        queries.content(kept)
    assert list(queries.unsound(share=kept.pk + 1, of=28)) == [kept]
    listed = world.client("officer").get(reverse("case_files", args=[case.key])).content.decode()
    assert listed.count("Its bytes are missing. Tell whoever runs the service.") == 1
    StoredFile.unscoped.filter(pk=whole.pk).update(sha256="0" * 64)
    with pytest.raises(queries.Altered):
        queries.content(StoredFile.unscoped.get(pk=whole.pk))


def test_what_a_file_says_is_read_out_again_when_it_is_asked_for(world, case):
    assert queries.text_of(put(world, case)) == WORDS.decode()


def test_a_paper_cairn_made_may_have_its_title_from_what_somebody_typed(world, case):
    assert put(world, case, name="Minutes of Child\u200b R/Q\n.txt").name_given == "Q.txt"


def test_the_partnerships_own_files_have_a_key_of_their_own_and_the_readers_of_their_action(world):
    by = world.actor("business_manager")
    kept = commands.keep_file(
        None, content=WORDS, name="letter.txt", purpose="template", read_action="read_letters", by=by, at=world.at
    )
    assert (kept.case_key, queries.content(kept)) == ("", WORDS)
    assert queries.file(by, None, kept.key, world.at) == kept
    assert queries.file(world.actor("member"), None, kept.key, world.at) is None


def sent(client, case, name="summary.txt", content=WORDS, **more):
    facts = {"purpose": "evidence", "agency": "", "read_action": "read_files", **more}
    upload = SimpleUploadedFile(name, content)
    return client.post(reverse("case_put_file", args=[case.key]), {"upload": upload, **facts})


def test_the_page_asks_sends_and_leads_to_the_list(world, case):
    client = world.client("officer")
    page = client.get(reverse("case_put_file", args=[case.key])).content.decode()
    assert 'enctype="multipart/form-data"' in page
    assert 'type="file"' in page
    answer = sent(client, case)
    assert (answer.status_code, answer["Location"]) == (302, reverse("case_files", args=[case.key]))
    listed = client.get(answer["Location"]).content.decode()
    assert "summary.txt" in listed
    assert "Not scanned for viruses: no scanner is set" in listed


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "save it as .docx"),
        ("page.html", b"<!doctype html><script>alert(1)</script>", "Save it as PDF and send that."),
        ("picture.png", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "a drawing that can hold scripts"),
        ("a.pdf", b"MZ\x90\0", "programs are not taken"),
        ("a.txt", b"%PDF-1.7", "What is in the file is not what the end of its name says"),
        ("a.txt", b"PK\x03\x04", "What is in the file is not what the end of its name says"),
        ("a.pdf", b"Hello", "is not what the end of its name says, or it is damaged"),
        ("a.docx", b"PK\x03\x04", "it is damaged or unfinished"),
        ("a.odt", b"Hello", "Files of this kind are not taken."),
        ("a.txt", b"", "The file is empty."),
    ],
)
def test_a_refusal_says_why_keeps_what_was_typed_and_nothing_of_the_file(world, case, name, content, sentence):
    before = list(queries.store().everything())
    answer = sent(world.client("officer"), case, name, content, purpose="referral")
    page = answer.content.decode()
    assert answer.status_code == 400
    assert sentence in page
    assert 'value="referral" checked' in page
    assert list(queries.store().everything()) == before


@pytest.mark.parametrize("name", [name for name, _fault in NAMES if name.split("/")[-1].strip(".")])
def test_a_name_made_to_do_harm_reaches_no_header_however_it_is_sent(world, case, name):
    client = world.client("officer")
    answer = sent(client, case, name)
    assert answer.status_code in (302, 400)
    for kept in StoredFile.unscoped.filter(case=case):
        assert kept.name_given.isprintable()
        assert not set("/\\") & set(kept.name_given)
        given = client.get(reverse("case_file", args=[case.key, kept.key]))
        assert given["Content-Disposition"] == f'attachment; filename="{case.reference} evidence.txt"'


def test_what_the_browser_says_a_file_is_is_never_believed(world, case):
    client, address = world.client("officer"), reverse("case_put_file", args=[case.key])
    for said in ("text/html", "image/svg+xml", "application/x-msdownload", "multipart/mixed", "\r\nX: y"):
        facts = {"purpose": "evidence", "agency": "", "read_action": "read_files"}
        upload = SimpleUploadedFile("a.txt", WORDS, content_type=said)
        assert client.post(address, {"upload": upload, **facts}).status_code in (302, 400)
    for kept in StoredFile.unscoped.filter(case=case):
        assert client.get(reverse("case_file", args=[case.key, kept.key]))["Content-Type"] == "text/plain"


def test_without_a_file_the_page_asks_for_one(world, case):
    url = reverse("case_put_file", args=[case.key])
    answer = world.client("officer").post(url, {"purpose": "evidence", "read_action": "read_files"})
    assert answer.status_code == 400
    assert "Choose a file to send." in answer.content.decode()


@pytest.mark.parametrize("more", [1, 3 * 1024 * 1024])
def test_a_file_over_the_limit_is_refused_and_nothing_of_it_is_kept(world, case, more):
    before = list(queries.store().everything())
    answer = sent(world.client("officer"), case, "a.txt", b"x" * (25 * 1024 * 1024 + more))
    assert answer.status_code == 400
    assert "larger than 25 MB" in answer.content.decode()
    assert list(queries.store().everything()) == before
