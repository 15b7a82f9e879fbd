"""What reading and searching leave behind."""

from __future__ import annotations

from datetime import datetime

from django.core.cache import cache

from cairn.access.actor import Actor
from cairn.audit.commands import command, record
from cairn.audit.models import Answer
from cairn.kernel import clock
from cairn.kernel.verdict import Verdict, enforce, require

SEARCHES_A_MINUTE = 30
TOO_MANY = "You have searched {most} times in this minute. Wait a minute, then search again."


def note_events_read(*, verb: str, by: Actor, at: datetime) -> None:
    """Reading the record of events is put on that record: once for each page or export."""
    record(by=by, verb=verb, at=at, kind="audit.event", verdict=Answer.READ)


@command
def search(*, by: Actor, at: datetime) -> None:
    """Somebody searches; nothing is kept of what she typed. More than thirty in a minute are refused.

    The limit is against trying out names one after another (security T2, adversary I2).
    """
    enforce(_within_the_limit(by))
    record(by=by, verb="search", at=at, kind="cases.searchentry", verdict=Answer.READ)


def _within_the_limit(by: Actor) -> Verdict:
    minute = f"search:{by.key}:{clock.now():%Y%m%d%H%M}"
    tried = int(cache.get(minute, 0))
    cache.set(minute, tried + 1, timeout=120)
    return require(tried < SEARCHES_A_MINUTE, TOO_MANY.format(most=SEARCHES_A_MINUTE))
