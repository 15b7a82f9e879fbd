"""What reading leaves behind."""

from __future__ import annotations

from datetime import datetime

from cairn.access.actor import Actor
from cairn.audit.commands import record
from cairn.audit.models import Answer


def note_events_read(*, verb: str, by: Actor, at: datetime) -> None:
    """Reading the record of events is put on that record: once for each page or export."""
    record(by=by, verb=verb, at=at, kind="audit.event", verdict=Answer.READ)
