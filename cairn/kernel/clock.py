"""The machine's time, for sessions, second factors, tokens, limits and the moment an event was put on record.

What people see and what statutory clocks count is the product's day, in `cairn.partnership.clock`.
"""

from __future__ import annotations

import time
from datetime import UTC, datetime


def now() -> datetime:
    """The machine's time, aware, in UTC."""
    return datetime.now(UTC)


def monotonic() -> float:
    """Seconds on a clock that never goes back, for measuring how long something took."""
    return time.monotonic()
