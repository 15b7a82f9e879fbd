"""The jobs of each day, once a product day whoever runs them. A higher app adds its own by `@daily`."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from importlib import import_module

from django.conf import settings
from django.db import transaction

from cairn.access.actor import MACHINE, Actor
from cairn.kernel import clock as machine
from cairn.partnership import clock, queries
from cairn.partnership.commands import daily_runs, demo_day, duties, outbox, tries

Job = Callable[[datetime], None]
logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Daily:
    """One job: its name, what it does in words, and the function that does it for the day of a moment."""

    name: str
    says: str
    run: Job


@dataclass
class Ran:
    """What one round came to, by the names of the jobs."""

    done: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)

    def says(self) -> list[str]:
        """What each job that was done does, in words."""
        return [_registered[name].says for name in self.done]


@dataclass(frozen=True)
class Moved:
    """The day a demonstration has come to, and what was done for it."""

    day: date
    ran: Ran


_registered: dict[str, Daily] = {}


def daily(name: str, says: str) -> Callable[[Job], Job]:
    """Register a job of the day. Raises ValueError if another has the name."""

    def register(run: Job) -> Job:
        if name in _registered:
            raise ValueError(f"There is a daily job called {name!r} already.")
        _registered[name] = Daily(name, says, run)
        return run

    return register


def registered() -> tuple[Daily, ...]:
    """Every job of the day, in the order in which they run."""
    return tuple(_registered.values())


def run_due(at: datetime) -> Ran:
    """Do what has not been done on this product day. A job that fails is undone and tried again next time."""
    ran = Ran()
    for job in registered():
        try:
            if _run_once(job, at):
                ran.done.append(job.name)
        except Exception as failure:  # one job's fault must not keep the others from their day
            logger.error("The daily job %s failed: %s.", job.name, type(failure).__name__)
            ran.failed.append(job.name)
    return ran


def _run_once(job: Daily, at: datetime) -> bool:
    with transaction.atomic():
        if not daily_runs.take_on(job.name, at=at):
            return False
        job.run(at)
    return True


def move_on(*, by: Actor, at: datetime) -> Moved:
    """A demonstration goes to its next day, and that day's jobs are done."""
    day = demo_day.move_day(by=by, at=at)
    return Moved(day, run_due(clock.now()))


@daily("partnership_duties", "Sets what the partnership owes each year, and hands on what a leaver owed.")
def set_partnership_duties(at: datetime) -> None:
    """Every duty without a case that has begun is owed by somebody who sits."""
    seat = queries.seat_of_the_office(at)
    if seat is None:
        return
    for duty, trigger_on in queries.duties_begun(at):
        duties.owe_partnership_duty(duty=duty, trigger_on=trigger_on, seat=seat, by=MACHINE, at=at)
    for left in queries.duties_left_behind(at):
        duties.hand_on_partnership_duty(left, seat=seat, by=MACHINE, at=at)


@daily("remind", "Reminds those who owe something a month and a week before, on the day, and once it is late.")
def remind(at: datetime) -> None:
    """A notice for each stage a duty has reached, once; it says that something is due, and no more."""
    for reminder in queries.reminders(at):
        outbox.write_notice(once=reminder.once, to=reminder.reader, subject=reminder.subject, body=reminder.body, at=at)


@daily("clear_sessions", "Removes the sessions, and the counted tries to sign in, that have ended.")
def clear_sessions(at: datetime) -> None:
    """Sessions and counts end by the machine's time; what is left of them is removed once a day."""
    tries.forget_ended(machine.now())
    import_module(settings.SESSION_ENGINE).SessionStore.clear_expired()
