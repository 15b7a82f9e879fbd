"""What is done for the record of events each day."""

from __future__ import annotations

from django.db import transaction

from cairn.audit.commands import anchor_now


def anchor_the_day() -> None:
    """Write an anchor once what is under way is committed: an event that is undone must not have been anchored."""
    transaction.on_commit(anchor_now)
