"""`cairn worker`: does each day's jobs and sends what waits in the outbox, until it is told to stop."""

from __future__ import annotations

import argparse
import logging
import signal
import sys
from threading import Event

import django
from django.db import Error, close_old_connections

SECONDS_BETWEEN_ROUNDS = 20.0
logger = logging.getLogger(__name__)


def run(arguments: list[str]) -> int:
    """Work until SIGTERM or SIGINT, finishing the round begun; `--once` does a single round."""
    wanted = _parser().parse_args(arguments)
    django.setup()
    stop = Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    work(stop, once=wanted.once, seconds=SECONDS_BETWEEN_ROUNDS)
    return 0


def work(stop: Event, *, once: bool, seconds: float) -> None:
    """Round after round, with a pause between; a database that is away for a while does not end the work."""
    while not stop.is_set():
        try:
            one_round()
        except Error as away:
            logger.error("The database did not answer (%s); trying again.", type(away).__name__)
        if once or stop.wait(seconds):
            return
        close_old_connections()


def one_round() -> None:
    """The jobs of today that are not done, then the outbox."""
    from cairn.partnership import clock, jobs
    from cairn.partnership.commands import outbox

    at = clock.now()
    ran = jobs.run_due(at)
    post = outbox.send_outbox(at=at)
    if ran.done or ran.failed or post.sent or post.failed:
        sys.stderr.write(
            f"{len(ran.done)} jobs done, {len(ran.failed)} failed; {post.sent} notices sent, {post.failed} not.\n"
        )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="cairn worker", description="Do each day's jobs and send the notices.")
    parser.add_argument("--once", action="store_true", help="do one round and stop")
    return parser
