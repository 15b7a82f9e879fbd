"""Reading a confidential record is an event."""

from __future__ import annotations

from datetime import datetime

from cairn.access.actor import Actor
from cairn.audit.commands import record
from cairn.audit.models import Answer
from cairn.cases.models import Case
from cairn.cases.models.in_case import InCase


def note_read(about: Case | InCase, *, verb: str, by: Actor, at: datetime) -> None:
    """Put on record that somebody opened this record: once for each page, by the view that shows it."""
    record(by=by, verb=verb, at=at, about=about, verdict=Answer.READ)
