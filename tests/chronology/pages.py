"""The pages of a chronology as people open and send them."""

from __future__ import annotations

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from cairn.chronology.models import ChronologyRequest, Entry, EntryText
from tests.chronology.acting import On, latest
from tests.stories import ADDRESS, ALIAS, NAME, Stories

PLANTED = (*NAME, ALIAS, ADDRESS)


def url(on: On, name: str, *parts: object) -> str:
    """A page of the case."""
    return reverse(name, args=[on.case.key, *map(str, parts)])


def telling(on: On, place: int = 1, short: str = "TRUST") -> EntryText:
    """A row of an agency's last version, by its place."""
    return EntryText.unscoped.get(version=latest(on.asked(short)), place=place)


def entry(on: On, place: int = 1, short: str = "TRUST") -> Entry:
    """The entry that it tells."""
    return telling(on, place, short).entry


def text(answer: HttpResponse, status: int = 200) -> str:
    """The page as one line, once it answered as it should."""
    assert answer.status_code == status, answer.content.decode()
    return " ".join(answer.content.decode().split())


def absent(client: Client, *addresses: str) -> bool:
    """Whether each of them answers as an address that never existed."""
    nowhere = client.get("/nowhere/")
    found = [client.get(address) for address in addresses]
    return all((each.status_code, each.content) == (404, nowhere.content) for each in found)


def request_is_gone(on: On, short: str = "TRUST") -> None:
    """The request is no more, though it was answered. No command does that; what the database holds is read anyway."""
    facts = {"withdrawn_at": on.at, "withdrawn_by": on.world.user("officer"), "withdrawn_reason": "Asked by mistake."}
    ChronologyRequest.unscoped.filter(pk=on.asked(short).pk).update(**facts)


def two_cases(stories: Stories) -> None:
    """Both cases are told before anything is done in one of them: a story is put back only where nothing came between.

    For tests that go on to set the scene in "Child S" too.
    """
    for label in ("Child R", "Child S"):
        stories.case_at("shared", label)
