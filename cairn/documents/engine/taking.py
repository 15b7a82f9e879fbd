"""Taking a file in: its name, its size, what it is, what is inside. What is refused is kept nowhere."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from cairn.documents.engine import kinds, names
from cairn.documents.engine.kinds import Kind
from cairn.documents.engine.limits import MEGABYTE, MOST_BYTES
from cairn.documents.engine.refusing import NotTaken

TOO_LARGE = f"The file is larger than {MOST_BYTES // MEGABYTE} MB. Send it in parts, or without large pictures."


@dataclass(frozen=True)
class Upload:
    """A file that was looked at and may be kept. Only `take` and `made` make one."""

    name: str
    content: bytes
    kind: Kind
    scanned: bool = False

    @property
    def sha256(self) -> str:
        """What the bytes are known by, in hexadecimal."""
        return hashlib.sha256(self.content).hexdigest()


def take(name: str, content: bytes) -> Upload:
    """What somebody sent. Raises NotTaken with the sentence she is shown."""
    return made(name, content)


def made(name: str, content: bytes) -> Upload:
    """A paper that Cairn made itself: held to the same list and limits. Raises NotTaken if it is on neither."""
    if len(content) > MOST_BYTES:
        raise NotTaken(TOO_LARGE)
    tidied = names.tidy(name)
    return Upload(tidied, content, kinds.tell(tidied, content))
