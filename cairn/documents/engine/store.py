"""A folder of sealed files. Each is there whole or not at all, under its random key, and never overwritten."""

from __future__ import annotations

import os
import re
import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

NAME = re.compile(r"[A-Za-z0-9_-]{16,64}")
ENDING = ".sealed"
DRAFT = ".draft"


class Missing(Exception):
    """A sealed file that should be there is not."""


@dataclass(frozen=True)
class Kept:
    """One file of the folder: the key it lies under (blank for a draft never finished) and when it was written."""

    name: str
    path: Path
    written_at: datetime


@dataclass(frozen=True)
class Store:
    """Where sealed files lie. Readable by the owner of the process alone."""

    folder: Path

    def write(self, name: str, sealed: bytes) -> None:
        """Keep the bytes under a name: a draft first, then in its place, both steps forced to the disk.

        Raises FileExistsError if something lies there already.
        """
        path = self._path(name)
        for folder in (self.folder, path.parent):
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        draft = path.with_name(f"{secrets.token_hex(8)}{DRAFT}")
        try:
            with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as handle:
                handle.write(sealed)
                handle.flush()
                os.fsync(handle.fileno())
            os.link(draft, path)  # not a rename: that would silently take the place of what is there
        finally:
            draft.unlink(missing_ok=True)
        _force(path.parent)
        _force(self.folder)

    def read(self, name: str) -> bytes:
        """The sealed bytes. Raises Missing if they are not there."""
        try:
            return self._path(name).read_bytes()
        except FileNotFoundError as gone:
            raise Missing from gone

    def has(self, name: str) -> bool:
        """Whether something lies under this name."""
        return self._path(name).is_file()

    def remove(self, kept: Kept) -> None:
        """Take a file away that belongs to no row."""
        kept.path.unlink(missing_ok=True)  # another worker may have been quicker

    def forget(self, name: str) -> None:
        """Take away what was just written for a row that could not be."""
        self._path(name).unlink(missing_ok=True)

    def everything(self) -> Iterator[Kept]:
        """Every file of the folder, drafts among them."""
        for path in sorted(self.folder.glob("??/*")):
            if path.suffix in (ENDING, DRAFT):
                name = path.stem if path.suffix == ENDING else ""
                yield Kept(name, path, datetime.fromtimestamp(path.stat().st_mtime, UTC))

    def _path(self, name: str) -> Path:
        if not NAME.fullmatch(name):
            raise ValueError("A stored file is known by a random key, and by nothing else.")
        return self.folder / name[:2] / f"{name}{ENDING}"


def _force(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
