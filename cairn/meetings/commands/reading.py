"""Reading what a meeting takes is an event: of the meeting, and of each case that was read in it."""

from __future__ import annotations

from datetime import datetime

from cairn.access.actor import Actor
from cairn.audit.commands import record
from cairn.audit.models import Answer
from cairn.meetings.models import AgendaItem, Meeting


def note_read(about: Meeting | AgendaItem, *, verb: str, by: Actor, at: datetime) -> None:
    """Put on record that somebody opened this, or took a paper of it away."""
    record(by=by, verb=verb, at=at, about=about, verdict=Answer.READ)
