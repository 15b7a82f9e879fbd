"""What lies on disk cannot be read, changed, cut, reordered or exchanged."""

from __future__ import annotations

import pytest

from cairn.documents.engine import sealing
from cairn.documents.engine.sealing import PIECE, TAG_BYTES, Unreadable, seal, unseal

KEY, OTHER_KEY = bytes(range(32)), bytes(range(1, 33))
PLACE = "case-a/file-1"
HEAD = len(sealing.MARK) + sealing.SALT_BYTES
STEP = PIECE + TAG_BYTES
LONG = bytes(range(256)) * (PIECE // 256) * 2 + b"the end"  # two whole pieces and a short one


@pytest.mark.parametrize("size", [0, 1, PIECE - 1, PIECE, PIECE + 1, 2 * PIECE, 2 * PIECE + 5])
def test_what_is_sealed_is_what_comes_out(size):
    content = b"x" * size
    sealed = seal(content, KEY, PLACE)
    assert unseal(sealed, KEY, PLACE) == content
    assert content not in sealed or size < 2


def test_twice_the_same_content_never_looks_the_same():
    assert seal(LONG, KEY, PLACE) != seal(LONG, KEY, PLACE)


def pieces(sealed: bytes) -> tuple[bytes, list[bytes]]:
    return sealed[:HEAD], [sealed[at : at + STEP] for at in range(HEAD, len(sealed), STEP)]


ALTERED = {
    "one bit changed": lambda head, parts: head + parts[0][:-1] + bytes([parts[0][-1] ^ 1]) + parts[1] + parts[2],
    "the salt changed": lambda head, parts: head[:-1] + bytes([head[-1] ^ 1]) + b"".join(parts),
    "the mark changed": lambda head, parts: b"CAIRN-2\n" + head[8:] + b"".join(parts),
    "the last piece cut off": lambda head, parts: head + parts[0] + parts[1],
    "all pieces cut off": lambda head, parts: head,
    "a piece cut short": lambda head, parts: head + parts[0] + parts[1] + parts[2][:-1],
    "two pieces exchanged": lambda head, parts: head + parts[1] + parts[0] + parts[2],
    "a piece twice": lambda head, parts: head + parts[0] + parts[0] + parts[1] + parts[2],
    "something added": lambda head, parts: head + b"".join(parts) + b"more",
    "nothing left": lambda head, parts: b"",
}


@pytest.mark.parametrize("change", ALTERED.values(), ids=ALTERED)
def test_an_altered_file_cannot_be_opened(change):
    with pytest.raises(Unreadable):
        unseal(change(*pieces(seal(LONG, KEY, PLACE))), KEY, PLACE)


@pytest.mark.parametrize(("key", "place"), [(OTHER_KEY, PLACE), (KEY, "case-b/file-1"), (KEY, "case-a/file-2")])
def test_another_key_case_or_file_does_not_open_it(key, place):
    with pytest.raises(Unreadable):
        unseal(seal(LONG, KEY, PLACE), key, place)


def test_a_piece_of_another_file_of_the_same_case_does_not_fit():
    head, parts = pieces(seal(LONG, KEY, PLACE))
    _other, others = pieces(seal(LONG, KEY, PLACE))
    with pytest.raises(Unreadable):
        unseal(head + others[0] + parts[1] + parts[2], KEY, PLACE)


MASTER, NEW_MASTER = sealing.new_key(), sealing.new_key()


def test_a_data_key_is_wrapped_for_one_case_and_one_master_key():
    key = sealing.new_key()
    wrapped = sealing.wrap(key, MASTER, "case-a")
    assert sealing.unwrap(wrapped, MASTER, "case-a") == key
    for master, place in ((NEW_MASTER, "case-a"), (MASTER, "case-b")):
        with pytest.raises(Unreadable):
            sealing.unwrap(wrapped, master, place)


@pytest.mark.parametrize("stored", ["", "plain", "aes256gcm:", "aes256gcm:%%%", "aes256gcm:QUJD"])
def test_what_was_never_wrapped_is_not_unwrapped(stored):
    with pytest.raises(Unreadable):
        sealing.unwrap(stored, MASTER, "case-a")


def test_the_master_key_is_changed_without_touching_a_file():
    key = sealing.new_key()
    sealed = seal(LONG, key, PLACE)
    moved = sealing.rewrap(sealing.wrap(key, MASTER, "case-a"), old=MASTER, new=NEW_MASTER, place="case-a")
    assert unseal(sealed, sealing.unwrap(moved, NEW_MASTER, "case-a"), PLACE) == LONG
    with pytest.raises(Unreadable):
        sealing.unwrap(moved, MASTER, "case-a")
