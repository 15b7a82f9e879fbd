"""Keys that lie outside the data folder: each a file of 32 random bytes in hexadecimal, readable by its owner alone."""

from __future__ import annotations

import hashlib
import os
import secrets
import stat
from pathlib import Path

KEY_BYTES = 32


class KeyUnusable(Exception):
    """A key file is there but cannot be trusted: the sentence says what to put right."""


def read_or_make(folder: Path, name: str) -> str:
    """The key of this name, 64 hexadecimal digits; made on first use with mode 0600.

    Raises KeyUnusable if the file is open to others or does not hold a key.
    """
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    path = folder / f"{name}.key"
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return _read(path)
    with os.fdopen(descriptor, "w") as handle:
        handle.write(secrets.token_hex(KEY_BYTES))
    return _read(path)


def _read(path: Path) -> str:
    if stat.S_IMODE(path.stat().st_mode) & 0o077:
        raise KeyUnusable(f"The key file {path.name} can be read by others: run chmod 600 on it.")
    text = path.read_text().strip()
    if len(text) != KEY_BYTES * 2 or any(digit not in "0123456789abcdef" for digit in text):
        raise KeyUnusable(f"The key file {path.name} does not hold 64 hexadecimal digits.")
    return text


def from_passphrase(passphrase: str, salt: str, name: str) -> str:
    """A key stretched from a passphrase and a stored salt; the passphrase itself is kept nowhere.

    Raises KeyUnusable for a passphrase under twelve characters.
    """
    if len(passphrase) < 12:
        raise KeyUnusable("A passphrase needs at least twelve characters.")
    salted = bytes.fromhex(salt) + name.encode()
    return hashlib.scrypt(passphrase.encode(), salt=salted, n=2**15, r=8, p=1, maxmem=2**26, dklen=KEY_BYTES).hex()
