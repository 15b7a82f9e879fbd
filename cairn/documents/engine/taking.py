"""Taking a file in: its name, its size, what it is, what is inside. What is refused is kept nowhere."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace

from cairn.documents.engine import kinds, names
from cairn.documents.engine.kinds import Kind
from cairn.documents.engine.limits import MOST_BYTES
from cairn.documents.engine.looking import look
from cairn.documents.engine.refusing import Fault, NotTaken
from cairn.documents.engine.scanning import scan


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


def take(name: str, content: bytes, scanner: str = "") -> Upload:
    """What somebody sent, looked into by a child process and, where one is set, by a virus scanner (its socket).

    Raises NotTaken with the fault she is told, also where a scanner that is set does not answer.
    """
    upload = _told(names.tidy(name), content)
    if scanner:
        scan(content, scanner)
    look(content, upload.kind)
    return replace(upload, scanned=bool(scanner))


def made(name: str, content: bytes) -> Upload:
    """A paper that Cairn made itself: held to the same list and limits. Raises NotTaken if it is on neither.

    Signs that cannot be seen, which a name may have from what somebody typed elsewhere, are left out of it.
    """
    return _told(names.tidy(names.seen(name)), content)


def _told(name: str, content: bytes) -> Upload:
    if len(content) > MOST_BYTES:
        raise NotTaken(Fault.TOO_LARGE)
    return Upload(name, content, kinds.tell(name, content))
