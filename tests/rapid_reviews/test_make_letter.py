"""The letter to an agency names whom to look for; it is made here, kept with the case, and sent by people."""

import re
from io import BytesIO
from zipfile import ZipFile

import pytest

from cairn.cases import commands as cases
from cairn.documents import queries as documents
from cairn.partnership.models import Message
from cairn.rapid_reviews import commands
from cairn.rapid_reviews.models import Return
from tests.rapid_reviews.acting import refusal, scene
from tests.rapid_reviews.pages import Pages, text
from tests.stories import ADDRESS, ALIAS, NAME
from tests.world import EVERYBODY


@pytest.fixture
def on(world, stories):
    return scene(world, stories)


def words(file):
    with ZipFile(BytesIO(documents.content(file))) as packed:
        return re.sub(r"<[^>]+>", " ", packed.read("word/document.xml").decode())


def test_the_letter_says_whom_to_look_for_why_and_by_when(on):
    before = Message.unscoped.count()
    cases.add_place(on.case, kind="home", label="Home B", by=on.by("officer"), at=on.world.at)  # nobody knows where
    file = commands.make_letter(on.answer, by=on.by("officer"), at=on.world.at)
    said = " ".join(words(file).split())
    for part in (f"{NAME[1]} {NAME[0]}", "3 February 2025", ALIAS, ADDRESS, "CW1 9ZZ", "Olu Office"):
        assert part in said
    for part in ("Coldwater Community Health Trust", "Tuesday 18 August 2026", "Wednesday 26 August 2026"):
        assert part in said
    assert Message.unscoped.count() == before
    assert (file.purpose, file.read_action, file.origin) == ("letter", "read_files", "made")


def test_only_the_office_makes_it_and_only_the_office_and_the_chair_read_it(on):
    file = commands.make_letter(on.answer, by=on.by("officer"), at=on.world.at)
    readers = {who for who in EVERYBODY if documents.file(on.by(who), on.case, file.key, on.world.at)}
    assert readers == {"business_manager", "officer", "chair"}
    for who in set(EVERYBODY) - {"business_manager", "officer"}:
        assert refusal(lambda who=who: commands.make_letter(on.answer, by=on.by(who), at=on.world.at)).reasons


def test_a_letter_without_anybody_to_look_for_is_refused_with_a_sentence(world, stories):
    case, by = stories.case_at("opened"), world.actor("officer")
    review = commands.open_rapid_review(case, why="Notified.", by=by, at=world.at)
    commands.ask_agencies(review, agencies=[world.agency("CSC")], means="letter", by=by, at=world.at)
    answer = Return.unscoped.get()
    verdict = refusal(lambda: commands.make_letter(answer, by=by, at=world.at))
    assert verdict.sentences[0].startswith("The letter cannot be made.")


def test_the_page_makes_it_and_leads_to_the_documents_of_the_case(on):
    client, pages = on.world.client("officer"), Pages(on)
    url = pages.url("rapid_review_letter", on.answer.request.key)
    assert url in text(client.get(pages.own("")))
    answer = client.post(url)
    assert answer["Location"] == pages.url("case_files")
    assert client.get(pages.url("rapid_review_letter", "nobody")).status_code == 404
    assert on.world.client("author").get(url).status_code == 200
