"""A job of the day is taken on: once for each job and day, however many workers there are."""

from __future__ import annotations

from datetime import datetime

from cairn.access.actor import MACHINE
from cairn.audit.commands import record
from cairn.partnership.clock import day_of
from cairn.partnership.models import DailyRun


def take_on(job: str, *, at: datetime) -> bool:
    """Whether this caller, in whose transaction it stands, is the one to do the job of the day."""
    _, first = DailyRun.unscoped.get_or_create(job=job, day=day_of(at), defaults={"done_at": at})
    if first:
        record(by=MACHINE, verb="do_daily_job", at=at, kind="partnership.dailyrun", key=job)
    return first
