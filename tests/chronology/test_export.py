"""The combined chronology taken away: in five kinds of file, whole or narrowed, with names or with labels."""

import csv
import io
import json
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from cairn.audit.models import Event
from cairn.chronology.views import export
from cairn.documents.engine.papers import pdf
from tests.chronology.acting import POLICE, TRUST, released, scene, sent, signed
from tests.chronology.whole_pages import text, url
from tests.signed_in import signed_in
from tests.stories import NAME

PAGE = "chronology_export"
KINDS = ("word", "excel", "csv", "json")


@pytest.fixture
def on(world, stories):
    on = scene(world, stories)
    signed(on)
    signed(on, POLICE, "POLICE", "officer")
    return on


def take(on, who, form, query="", **more):
    return on.world.client(who).post(url(on, PAGE), {"form": form, "query": query, **more})


def read(answer, form):
    """What the file says, as one text."""
    content = answer.content
    if form == "word":
        return ZipFile(io.BytesIO(content)).read("word/document.xml").decode()
    if form == "excel":
        sheet = load_workbook(io.BytesIO(content)).active
        return "\n".join(str(cell.value) for row in sheet.iter_rows() for cell in row)
    return content.decode("utf-8-sig")


@pytest.mark.parametrize("form", KINDS)
def test_each_kind_holds_the_rows_under_a_name_that_tells_only_the_reference(on, form):
    answer = take(on, "chair", form)
    assert answer.status_code == 200
    ending = export.OFFERS[form].ending
    assert answer["Content-Disposition"] == f'attachment; filename="{on.case.reference} combined chronology.{ending}"'
    said = read(answer, form)
    for words in ("Admitted with a fractured arm", "Officers called", "Zebedee", "Fellside Police"):
        assert words in said


@pytest.mark.parametrize("form", KINDS)
def test_readers_of_labels_take_labels(on, form):
    answer = take(on, "reviewer", form)
    said = read(answer, form)
    assert "Child R" in said
    assert not [name for name in NAME if name in said]


def test_the_filters_narrow_the_file_unless_the_whole_is_asked_for(on):
    rows = json.loads(take(on, "chair", "json", "seen=yes").content)["rows"]
    assert [row["text"].split()[0] for row in rows] == ["Zebedee", "Admitted"]
    rows = json.loads(take(on, "chair", "json", "seen=yes", whole="yes").content)["rows"]
    assert len(rows) == 5


def test_the_paper_says_whose_copy_it_is_what_narrows_it_and_how_it_is_guarded(on):
    content = take(on, "reviewer", "word", "seen=yes").content
    parts = ZipFile(io.BytesIO(content))
    everything = " ".join(parts.read(name).decode() for name in parts.namelist() if name.endswith(".xml"))
    for words in ("Copy for Rae Viewer", "child seen: Seen", on.case.reference, "Names are shown as labels."):
        assert words in everything
    assert "official-sensitive" in everything.casefold()


def test_a_paper_with_unsigned_rows_says_so(on):
    sent(on, (("1 March 2025", "", "Letter", "Later news", "", ""),), why="More was found.")
    said = read(take(on, "chair", "word"), "word")
    assert "not signed off yet" in said
    released(on)
    said = read(take(on, "panel_member", "word"), "word")
    assert "Later news" not in said
    assert "not signed off yet" not in said


def test_the_page_offers_what_the_filters_leave_and_says_it(on):
    client = on.world.client("chair")
    page = text(client.get(url(on, PAGE), {"seen": "yes"}))
    assert "What the filters leave: child seen: Seen." in page
    assert "The whole chronology" in page
    assert "The whole chronology" not in text(client.get(url(on, PAGE)))
    assert "Choose what kind of file." in text(client.post(url(on, PAGE), {"query": "seen=yes"}), 400)


def test_a_pdf_of_too_many_rows_is_refused_with_what_to_do(on, monkeypatch):
    monkeypatch.setattr(export, "MOST_IN_PDF", 4)
    page = text(take(on, "chair", "pdf"), 400)
    assert "Narrow them with the filters, or take Word." in page
    assert not Event.unscoped.filter(verb="export_chronology").exists()


@pytest.mark.skipif(not pdf.is_on(), reason="This machine makes no PDFs.")
def test_a_pdf_is_made_of_the_same_paper(on):
    answer = take(on, "chair", "pdf", "seen=yes")
    assert answer.content.startswith(b"%PDF")


def test_taking_it_is_on_record_and_asks_again_who_sits_there(on):
    assert take(on, "chair", "csv").status_code == 200
    event = Event.unscoped.get(verb="export_chronology")
    assert event.case_key == on.case.key
    weak = signed_in(on.world.user("chair"), by="password")
    assert weak.post(url(on, PAGE), {"form": "csv"}).status_code == 302
    assert Event.unscoped.filter(verb="export_chronology").count() == 1


def test_whoever_may_not_read_it_finds_no_page_and_takes_no_file(on):
    for who in ("panel_member", "member", "outsider", "conflicted"):
        client = on.world.client(who)
        assert client.get(url(on, PAGE)).status_code == 404
        assert client.post(url(on, PAGE), {"form": "csv"}).status_code == 404
    assert take(on, "chair", "csv", "agency=nobody").status_code == 404


def test_a_cell_that_looks_like_a_formula_is_harmless(on):
    signed(on, (("2 March 2025", "", "Note", "=1+1", "", ""),), "SCHOOLS", "officer")
    rows = list(csv.reader(io.StringIO(read(take(on, "chair", "csv"), "csv"))))
    assert "'=1+1" in [cell for row in rows for cell in row]
    assert len(rows) == len(TRUST) + len(POLICE) + 2
