"""The sessions of the person at hand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from allauth.usersessions.models import UserSession

from cairn.partnership.commands import signing_in
from cairn.partnership.models import User
from cairn.partnership.signin.request import Request

# The first mark found counts: Edge also calls itself Chrome, and every one of them Safari; Android is also Linux.
BROWSERS = (("Edg/", "Edge"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari"))
SYSTEMS = (
    ("Windows", "Windows"),
    ("Android", "Android"),
    ("iPhone", "an iPhone"),
    ("iPad", "an iPad"),
    ("Mac OS X", "a Mac"),
    ("Linux", "Linux"),
)


@dataclass(frozen=True)
class OwnSession:
    """One place where she is signed in."""

    started: datetime
    browser: str
    here: bool


def list_own(request: Request) -> list[OwnSession]:
    """Where she is signed in, the newest first."""
    assert isinstance(request.user, User)
    found = UserSession.objects.purge_and_list(request.user)
    here = request.session.session_key
    newest = sorted(found, key=lambda row: row.created_at, reverse=True)
    return [OwnSession(row.created_at, in_words(row.user_agent), row.session_key == here) for row in newest]


def in_words(agent: str) -> str:
    """What a browser says of itself, as a person would say it; as it stands where it is not known."""
    browser = next((word for mark, word in BROWSERS if mark in agent), "")
    system = next((word for mark, word in SYSTEMS if mark in agent), "")
    return f"{browser} on {system}" if browser and system else agent[:80]


def end_others(request: Request, at: datetime) -> None:
    """End all of them but this one."""
    assert isinstance(request.user, User)
    signing_in.end_other_sessions(request.user, keep=request.session.session_key or "", by=request.actor, at=at)
