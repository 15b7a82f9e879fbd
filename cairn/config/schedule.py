"""The jobs of the day that belong to apps below the partnership, put on its schedule."""

from __future__ import annotations

from datetime import datetime

from cairn.audit.jobs import anchor_the_day
from cairn.partnership.jobs import daily


@daily("anchor_events", "Writes down, outside the database, how long the record of events is and how it ends.")
def anchor_events(at: datetime) -> None:
    """An anchor for each day, however quiet."""
    anchor_the_day()
