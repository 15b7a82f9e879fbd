"""Having a file looked into by a child process that can do nothing else, and hearing what it found.

The process that asks parses nothing: it hands over bytes, and reads back one short answer.
"""

from __future__ import annotations

import json
import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass
from threading import Thread, Timer
from typing import IO, Any

from cairn.documents.engine.kinds import Kind
from cairn.documents.engine.limits import MOST_ANSWER, MOST_TEXT, READY, SECONDS_IN_ALL
from cairn.documents.engine.refusing import Fault, NotTaken

SECONDS_TO_END = 1.0  # after its last word
PROGRAM = "from cairn.documents.engine.child import main; main()"


@dataclass(frozen=True)
class Seen:
    """What the child process said of a file that may be kept."""

    text: str
    held: tuple[str, ...]  # what kept the process confined: limits, no network, filter, hook


def look(
    content: bytes,
    kind: Kind,
    *,
    text: bool = False,
    seconds: float = SECONDS_IN_ALL,
    program: str = PROGRAM,
    letters: int = MOST_TEXT,
) -> Seen:
    """Look into a file; with `text`, read it out too. Raises NotTaken with the fault, also if the child did not end.

    The child has no environment, no folder of its own, and gets the bytes by its standard input: none lie on a disk.
    """
    asked = [sys.executable, "-I", "-c", program, kind.value, *(["text"] if text else [])]
    child = subprocess.Popen(
        asked, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env={}, cwd="/"
    )
    assert child.stdin is not None
    assert child.stdout is not None
    feeding = Thread(target=_feed, args=(child.stdin, content), daemon=True)
    ending = Timer(seconds, child.kill)
    feeding.start()
    ending.start()
    try:
        said = child.stdout.read(MOST_ANSWER + 1)
    finally:
        ended = _ended(child)
        ending.cancel()
        feeding.join()
        child.stdout.close()
    return understood(said, ended, letters)


def _ended(child: subprocess.Popen[bytes]) -> int:
    """How the process ended, by itself or because it had said what it had to say, or too much."""
    with suppress(subprocess.TimeoutExpired):
        return child.wait(SECONDS_TO_END)
    child.kill()
    return child.wait()


def _feed(into: IO[bytes], content: bytes) -> None:
    with suppress(OSError):  # a child that was stopped reads no further
        into.write(content)
    with suppress(OSError):
        into.close()


def understood(said: bytes, ended: int, letters: int = MOST_TEXT) -> Seen:
    """What an answer means, believing nothing that is not on the list. Raises NotTaken.

    A child that never said it was ready could not be started. One that said no more stumbled over the file if it ended
    with an error, and was stopped for the time or memory it took if a signal ended it.
    """
    if not said.startswith(READY):
        raise NotTaken(Fault.NOT_LOOKED_AT)
    if said == READY:
        raise NotTaken(Fault.DAMAGED if ended > 0 else Fault.TOO_MUCH_WORK)
    found = _fields(said.removeprefix(READY))
    fault, text, held = found.get("fault"), found.get("text"), found.get("held")
    if isinstance(fault, str) and fault in set(Fault):
        raise NotTaken(Fault(fault))
    if not isinstance(text, str) or not isinstance(held, list):
        raise NotTaken(Fault.NOT_LOOKED_AT)
    return Seen(text[:letters], tuple(str(part) for part in held))


def _fields(said: bytes) -> dict[str, Any]:
    try:
        found = json.loads(said)
    except ValueError:  # cut off, or not of our making
        return {}
    return found if isinstance(found, dict) else {}
