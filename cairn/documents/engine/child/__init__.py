"""What runs in a process of its own, confined, for one file: it looks inside and answers with a verdict and text.

Nothing here is imported by a web process. `looking` starts it; it gets the bytes on its standard input, says that it
is ready, answers with one line of JSON and ends. Where a parser stumbles over something it was never meant to read, the
process ends with the error, and says no more.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from typing import BinaryIO

from cairn.documents.engine.child import confining, inside
from cairn.documents.engine.kinds import Kind
from cairn.documents.engine.limits import MOST_BYTES, READY
from cairn.documents.engine.refusing import Fault, NotTaken

Confine = Callable[[], list[str]]
Ready = Callable[[Kind], inside.Look]


def main(confine: Confine = confining.confine, ready: Ready = inside.ready) -> None:
    """Look into the file on standard input as the kind named by the first argument; with `text`, read it out too."""
    answer(sys.argv[1:], sys.stdin.buffer, sys.stdout.buffer, confine, ready)


def answer(
    arguments: list[str], source: BinaryIO, out: BinaryIO, confine: Confine, ready: Ready = inside.ready
) -> None:
    """Load the parsers, give up every right, and only then touch what was sent.

    Where another app reads more out of a file than its text, `ready` is what loads the parsers of that app.
    """
    kind, reads = Kind(arguments[0]), "text" in arguments[1:]
    look = ready(kind)
    held = confine()
    out.write(READY)
    out.flush()
    found = _look(look, source.read(MOST_BYTES + 1), reads)
    out.write(json.dumps({**found, "held": held}).encode())
    out.flush()


def _look(look: inside.Look, content: bytes, reads: bool) -> dict[str, str]:
    try:
        return {"text": look(content, reads)}
    except NotTaken as refused:
        return {"fault": refused.fault.value}
    except (MemoryError, RecursionError):
        return {"fault": Fault.TOO_MUCH_WORK.value}
