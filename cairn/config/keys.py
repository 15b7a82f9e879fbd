"""Keys that lie outside the data folder: each a file of 32 random bytes in hexadecimal, readable by its owner alone."""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
import stat
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

KEY_BYTES = 32


class KeyUnusable(ImproperlyConfigured):
    """A key or another of the operator's decisions cannot be used: the sentence says what to put right."""


def read_or_make(folder: Path, name: str) -> str:
    """The key of this name, 64 hexadecimal digits; made on first use with mode 0600.

    Raises KeyUnusable if the file is open to others or does not hold a key.
    """
    path = folder / f"{name}.key"
    if not path.exists():
        keep(folder, name, secrets.token_hex(KEY_BYTES))
    return read(folder, name)


def keep(folder: Path, name: str, key: str) -> None:
    """Write a key's file, whole or not at all; one that is there already, or that another process was first to
    write, stays as it is."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    draft = folder / f".{name}.{secrets.token_hex(4)}"
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as handle:
        handle.write(key)
        handle.flush()
        os.fsync(handle.fileno())
    with suppress(FileExistsError):
        os.link(draft, folder / f"{name}.key")
    draft.unlink()


def read(folder: Path, name: str) -> str:
    """The key of this name, which must be there. Raises KeyUnusable if it is not, or cannot be trusted."""
    path = folder / f"{name}.key"
    try:
        mode, text = stat.S_IMODE(path.stat().st_mode), path.read_text()
    except OSError as missing:
        raise KeyUnusable(
            f"The key file {path} cannot be read. If it never was, make it: openssl rand -hex 32 > {path.name};"
            f" chmod 600 {path.name}. If it is lost, restore it from where keys are escrowed."
        ) from missing
    if mode & 0o077:
        raise KeyUnusable(f"The key file {path.name} can be read by others: run chmod 600 on it.")
    return checked(text, f"The key file {path.name}")


def checked(text: str, source: str) -> str:
    """The key without its blanks. Raises KeyUnusable, naming the source, if it is not one."""
    key = text.strip()
    if len(key) != KEY_BYTES * 2 or any(digit not in "0123456789abcdef" for digit in key):
        raise KeyUnusable(f"{source} does not hold 64 hexadecimal digits.")
    if len(set(key)) < 5:
        raise KeyUnusable(f"{source} holds a weak key: draw one with openssl rand -hex 32.")
    return key


def from_passphrase(passphrase: str, salt: str, name: str) -> str:
    """A key stretched from a passphrase and a stored salt; the passphrase itself is kept nowhere.

    Raises KeyUnusable for a passphrase under twelve characters.
    """
    if len(passphrase) < 12:
        raise KeyUnusable("A passphrase needs at least twelve characters.")
    return hmac.new(_stretched(passphrase, salt), name.encode(), hashlib.sha256).hexdigest()


@lru_cache(maxsize=4)
def _stretched(passphrase: str, salt: str) -> bytes:
    return hashlib.scrypt(
        passphrase.encode(), salt=bytes.fromhex(salt), n=2**15, r=8, p=1, maxmem=2**26, dklen=KEY_BYTES
    )


def prove_passphrase(folder: Path, passphrase: str, salt: str) -> None:
    """See that this is the passphrase the keys were first made with. Raises KeyUnusable if it is another."""
    proof = from_passphrase(passphrase, salt, "proof")
    keep(folder, "proof", proof)
    if not hmac.compare_digest(read(folder, "proof"), proof):
        raise KeyUnusable("That is not the passphrase this Cairn was first started with.")
