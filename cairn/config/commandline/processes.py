"""Several programs run as one: when one ends, or somebody says stop, all of them are stopped."""

from __future__ import annotations

import signal
import subprocess
import time
from collections.abc import Sequence
from types import FrameType

SECONDS_TO_STOP = 20.0
SECONDS_BETWEEN_LOOKS = 0.1


class _Stop(Exception):
    """Somebody said stop."""


def run_together(programs: Sequence[Sequence[str]]) -> int:
    """Run them until one ends or this process is told to stop; 0 when told to, otherwise 1.

    A program that ends by itself is a fault, whatever it says: without a worker no clock would be kept.
    """
    before = {number: signal.signal(number, _stop) for number in (signal.SIGTERM, signal.SIGINT)}
    running: list[subprocess.Popen[bytes]] = []
    try:
        for program in programs:
            # Sessions of their own: Ctrl-C reaches this process, which stops them in order.
            running.append(subprocess.Popen(program, start_new_session=True))
        while all(process.poll() is None for process in running):
            time.sleep(SECONDS_BETWEEN_LOOKS)
        return 1
    except _Stop:
        return 0
    finally:
        for number in before:
            signal.signal(number, signal.SIG_IGN)  # stopping is not to be interrupted
        _end(running)
        for number, handler in before.items():
            signal.signal(number, handler)


def _stop(_number: int, _frame: FrameType | None) -> None:
    raise _Stop


def _end(running: Sequence[subprocess.Popen[bytes]]) -> None:
    for process in running:
        process.terminate()
    for process in running:
        try:
            process.wait(SECONDS_TO_STOP)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
