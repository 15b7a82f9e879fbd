"""A file is read by whoever may read what it is about; to everybody else it is not there."""

from __future__ import annotations

import pytest
from django.urls import reverse

from cairn.audit.models import Event
from cairn.documents import commands, queries
from cairn.documents.engine.taking import made
from cairn.documents.models import StoredFile
from cairn.look import answers
from tests.stories import NAME
from tests.world import EVERYBODY

WORDS = b"Seen at six weeks."
OFFICE = {"business_manager", "officer", "chair"}
PARTNERS = {"partner_council", "partner_health", "scrutineer", "legal"}
MEMBERS = {"member", "member_education", "deputy"}


@pytest.fixture
def case(stories):
    return stories.case_at("shared")


def keep(world, case, read_action, agency="", is_shared=False):
    return commands.keep_file(
        case,
        content=WORDS,
        name=f"{NAME[0]} return.txt",
        purpose="agency_return",
        read_action=read_action,
        agency=world.agency(agency) if agency else None,
        is_shared=is_shared,
        by=world.actor("officer"),
        at=world.at,
    )


@pytest.mark.parametrize(
    ("facts", "readers"),
    [
        ({"read_action": "read_files"}, OFFICE),
        ({"read_action": "read_incident"}, OFFICE | PARTNERS | MEMBERS | {"reviewer"}),
        ({"read_action": "read_return"}, OFFICE | {"reviewer"}),
        (
            {"read_action": "read_return", "agency": "TRUST"},
            OFFICE | {"reviewer", "member", "panel_member", "author", "sign_off"},
        ),
        ({"read_action": "read_return", "is_shared": True}, OFFICE | MEMBERS | {"reviewer"}),
        ({"read_action": "read_audit"}, set()),
    ],
)
def test_exactly_these_read_it_and_have_it_in_their_list(world, case, facts, readers):
    kept = keep(world, case, **facts)
    found = {who for who in EVERYBODY if queries.file(world.actor(who), case, kept.key, world.at)}
    listed = {who for who in EVERYBODY if queries.files(world.actor(who), case, world.at)}
    assert (found, listed) == (readers, readers)


def test_a_file_of_another_case_is_not_found_in_this_one(world, stories, case):
    kept, other = keep(world, case, "read_files"), stories.case_at("opened", label="Child Q")
    assert queries.file(world.actor("officer"), other, kept.key, world.at) is None
    assert queries.file(world.actor("officer"), None, kept.key, world.at) is None


def test_it_is_given_to_save_never_to_show_under_a_name_that_tells_nobody(world, case):
    kept = keep(world, case, "read_files")
    before = Event.unscoped.count()
    answer = world.client("officer").get(reverse("case_file", args=[case.key, kept.key]))
    assert answer.content == WORDS
    assert answer["Content-Disposition"] == f'attachment; filename="{case.reference} agency return.txt"'
    assert answer["Content-Type"] == "text/plain"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert answer["Cache-Control"] == "no-store"
    assert not {"ETag", "Last-Modified", "Accept-Ranges"} & set(answer.headers)
    assert NAME[0] not in str(answer.headers)
    events = [(event.verb, event.object_key, event.case_key) for event in Event.unscoped.all()[before:]]
    assert events == [("read_file", kept.key, case.key)]


@pytest.mark.parametrize(
    "asked",
    [
        {"HTTP_IF_NONE_MATCH": "*"},
        {"HTTP_IF_MODIFIED_SINCE": "Wed, 25 Nov 2026 00:00:00 GMT"},
        {"HTTP_RANGE": "bytes=0-0"},
    ],
)
def test_asking_on_a_condition_tells_nobody_more(world, case, asked):
    kept = keep(world, case, "read_files")
    address = reverse("case_file", args=[case.key, kept.key])
    assert world.client("officer").get(address, **asked).content == WORDS
    for who in ("member", "outsider"):
        answer = world.client(who).get(address, **asked)
        assert (answer.status_code, answer.content) == (404, answers.absent().content)


@pytest.mark.parametrize("who", ["member", "outsider", "conflicted", "ex_reviewer", "administrator", "auditor"])
def test_to_others_it_is_not_there_in_the_same_bytes(world, case, who):
    kept = keep(world, case, "read_files")
    client = world.client(who)
    there = client.get(reverse("case_file", args=[case.key, kept.key]))
    nowhere = client.get(reverse("case_file", args=[case.key, "A" * 22]))
    assert (there.status_code, there.content, dict(there.headers)) == (404, nowhere.content, dict(nowhere.headers))


def test_the_name_it_came_with_is_shown_to_its_readers_alone(world, case):
    kept = keep(world, case, "read_files")
    address = reverse("case_files", args=[case.key])
    assert kept.name_given in world.client("officer").get(address).content.decode()
    for who in ("member", "outsider", "conflicted", "reviewer"):
        answer = world.client(who).get(address)
        assert answer.status_code == 404
        assert NAME[0] not in answer.content.decode()


def test_an_empty_list_says_so_and_only_the_office_is_offered_to_add(world, case):
    address = reverse("case_files", args=[case.key])
    assert "No document yet." in world.client("chair").get(address).content.decode()
    assert "Add a document" not in world.client("chair").get(address).content.decode()
    assert "Add a document" in world.client("officer").get(address).content.decode()


def test_a_large_file_and_one_that_was_replaced_are_shown_as_such(world, case):
    first = keep(world, case, "read_files")
    StoredFile.unscoped.filter(pk=first.pk).update(size=12_345_678)
    facts = {"purpose": "agency_return", "read_action": "read_files", "by": world.actor("officer"), "at": world.at}
    commands.keep_file(case, upload=made("a.txt", WORDS), supersedes=first, **facts)
    page = world.client("officer").get(reverse("case_files", args=[case.key])).content.decode()
    assert "Agency return (replaced)" in page
    assert "12.3 MB" in page
