"""How bytes lie on disk: AES-256-GCM in pieces of 64 KiB, and how the keys that seal them are themselves wrapped.

Each case has a data key, which lies in the database wrapped by a master key that does not. Each file is sealed with a
key of its own, drawn from the data key and a random salt, so no nonce is ever used twice. The number of a piece,
whether it is the last, and the place of the file (its case and its own key) are authenticated: a file that was cut,
reordered, lengthened or exchanged with another cannot be opened.
"""

from __future__ import annotations

import secrets
from base64 import b64decode, b64encode
from binascii import Error as NotBase64

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

KEY_BYTES = 32
PIECE = 64 * 1024
MARK = b"CAIRN-1\n"  # says how a file was sealed, so that another way can follow
SALT_BYTES = 16
NONCE_BYTES = 12
TAG_BYTES = 16
WRAPPED = "aes256gcm:"  # says how a key was wrapped


class Unreadable(Exception):
    """What was sealed or wrapped cannot be opened: it was changed, belongs elsewhere, or another key sealed it."""


def new_key() -> bytes:
    """A key nobody can guess."""
    return secrets.token_bytes(KEY_BYTES)


def wrap(key: bytes, master: bytes, place: str) -> str:
    """A data key as it may lie in the database; only at this place, and with this master key, can it be unwrapped."""
    nonce = secrets.token_bytes(NONCE_BYTES)
    return WRAPPED + b64encode(nonce + AESGCM(master).encrypt(nonce, key, _of_key(place))).decode()


def unwrap(wrapped: str, master: bytes, place: str) -> bytes:
    """The data key itself. Raises Unreadable if it was changed, wrapped elsewhere, or with another master key."""
    if not wrapped.startswith(WRAPPED):
        raise Unreadable
    try:
        raw = b64decode(wrapped.removeprefix(WRAPPED), validate=True)
        return AESGCM(master).decrypt(raw[:NONCE_BYTES], raw[NONCE_BYTES:], _of_key(place))
    except (InvalidTag, NotBase64, ValueError) as wrong:
        raise Unreadable from wrong


def rewrap(wrapped: str, *, old: bytes, new: bytes, place: str) -> str:
    """The same data key under a new master key: how the master key is changed without touching a file."""
    return wrap(unwrap(wrapped, old, place), new, place)


def seal(content: bytes, key: bytes, place: str) -> bytes:
    """The bytes as they may lie on disk; twice the same content never looks the same."""
    salt = secrets.token_bytes(SALT_BYTES)
    cipher = _cipher(key, salt)
    pieces = [content[start : start + PIECE] for start in range(0, len(content), PIECE)] or [b""]
    sealed = (
        cipher.encrypt(_nonce(number), piece, _of_piece(place, number, number == len(pieces) - 1))
        for number, piece in enumerate(pieces)
    )
    return b"".join((MARK, salt, *sealed))


def unseal(sealed: bytes, key: bytes, place: str) -> bytes:
    """The content. Raises Unreadable if one bit, the order, the length or the place is not as it was sealed."""
    start = len(MARK) + SALT_BYTES
    if not sealed.startswith(MARK) or len(sealed) < start + TAG_BYTES:
        raise Unreadable
    cipher, step = _cipher(key, sealed[len(MARK) : start]), PIECE + TAG_BYTES
    places = range(start, len(sealed), step)
    try:
        return b"".join(
            cipher.decrypt(_nonce(number), sealed[at : at + step], _of_piece(place, number, at == places[-1]))
            for number, at in enumerate(places)
        )
    except InvalidTag as wrong:
        raise Unreadable from wrong


def _cipher(key: bytes, salt: bytes) -> AESGCM:
    return AESGCM(HKDF(SHA256(), KEY_BYTES, salt, b"cairn.file").derive(key))


def _nonce(number: int) -> bytes:
    return number.to_bytes(NONCE_BYTES, "big")


def _of_piece(place: str, number: int, last: bool) -> bytes:
    return b"\n".join((b"cairn.file", place.encode(), str(number).encode(), b"last" if last else b"more"))


def _of_key(place: str) -> bytes:
    return b"\n".join((b"cairn.file-key", place.encode()))
