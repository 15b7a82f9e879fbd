"""Anchors: from time to time, how long the chain was and how it ended, written where the database cannot reach.

One JSON document a line, each sealed with the audit key over itself and the seal before it. A database put back to an
older copy, or cut short, disagrees with them. The file is only as safe as its place: a copy belongs on another machine.
"""

from __future__ import annotations

import fcntl
import json
import os
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from cairn.audit.engine.chain import START, Head, canonical, mac

FILE = "anchors.jsonl"


@dataclass(frozen=True)
class Anchor:
    """At this moment of the machine (ISO 8601, UTC) the chain had `count` events and the last seal was `head`."""

    count: int
    head: str
    at: str
    previous: str
    seal: str


class AnchorUnreadable(Exception):
    """A line of the file is not an anchor; `line` counts from 1."""

    def __init__(self, line: int) -> None:
        super().__init__(f"Line {line} of {FILE} is not an anchor.")
        self.line = line


def sealed(key: str, anchor: Anchor) -> Anchor:
    """The anchor with the seal that belongs to it."""
    facts = [(name, value) for name, value in asdict(anchor).items() if name != "seal"]
    return replace(anchor, seal=mac(key, b"anchor" + canonical(facts)))


def write(folder: Path, key: str, head: Head, at: str) -> Anchor:
    """Add an anchor for this end of the chain, on the disk before this returns. Raises OSError where it cannot."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    descriptor = os.open(folder / FILE, os.O_RDWR | os.O_CREAT, 0o600)
    with os.fdopen(descriptor, "r+b") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        kept = file.read()
        whole = kept[: kept.rfind(b"\n") + 1]  # a line without its end was never finished: the power failed
        lines = whole.splitlines()
        previous = _parse(lines[-1], len(lines)).seal if lines else START
        anchor = sealed(key, Anchor(head.count, head.seal, at, previous, ""))
        file.truncate(len(whole))
        file.seek(len(whole))
        file.write(json.dumps(asdict(anchor)).encode() + b"\n")
        file.flush()
        os.fsync(file.fileno())
    return anchor


def read(folder: Path) -> Iterator[Anchor]:
    """All anchors, oldest first; none where there is no file. Raises AnchorUnreadable, OSError."""
    try:
        text = (folder / FILE).read_bytes()
    except FileNotFoundError:
        return
    for number, line in enumerate(text[: text.rfind(b"\n") + 1].splitlines(), start=1):
        yield _parse(line, number)


def _parse(line: bytes, number: int) -> Anchor:
    try:
        anchor = Anchor(**json.loads(line))
    except (ValueError, TypeError) as wrong:
        raise AnchorUnreadable(number) from wrong
    kinds = {name: int if name == "count" else str for name in asdict(anchor)}
    if any(type(getattr(anchor, name)) is not kind for name, kind in kinds.items()):
        raise AnchorUnreadable(number)
    return anchor
