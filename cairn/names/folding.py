"""A name brought down to what stays the same however it is written: letters, order, short form, spelling, sound."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from pathlib import Path

from jellyfish import metaphone

# Letters that are no letter with an accent, as they are written where the keyboard has none.
_ELSEWHERE = str.maketrans({"æ": "ae", "ð": "d", "đ": "d", "ı": "i", "ł": "l", "ø": "o", "œ": "oe", "þ": "th"})
_APOSTROPHES = re.compile(r"['’‘`´ʼ]")
_BETWEEN_WORDS = re.compile(r"[^\w]|_")
TITLES = frozenset({"mr", "mrs", "ms", "miss", "dr", "master"})
BEFORE_A_FAMILY_NAME = frozenset({"al", "bin", "bint", "da", "de", "del", "el", "ibn", "mac", "mc", "o", "ui", "van"})


def listed(name: str) -> list[str]:
    """The lines of a list that stands beside this module, without its comments."""
    lines = Path(__file__).with_name(name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def _short_forms() -> dict[str, frozenset[str]]:
    pairs = (line.split(":") for line in listed("short_forms.txt"))
    return {name: frozenset(short.split()) for name, short in pairs}


def _turned(forms: Mapping[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    shorts = {short for known in forms.values() for short in known}
    return {short: frozenset(name for name, known in forms.items() if short in known) for short in shorts}


def _spellings() -> dict[str, frozenset[str]]:
    lines = [frozenset(line.split()) for line in listed("spellings.txt")]
    return {word: line for line in lines for word in line}


SHORT_FORMS = _short_forms()
_SHORT_FOR = _turned(SHORT_FORMS)
SPELLINGS = _spellings()


def fold(text: str) -> str:
    """The words of a name in small plain letters with one space between: no accents, hyphens or apostrophes."""
    small = unicodedata.normalize("NFKD", text.casefold()).translate(_ELSEWHERE)
    bare = "".join(letter for letter in small if not unicodedata.combining(letter))
    return " ".join(_BETWEEN_WORDS.sub(" ", _APOSTROPHES.sub("", bare)).split())


def words(text: str) -> tuple[str, ...]:
    """The folded words of a name, in the order written."""
    return tuple(fold(text).split())


def in_any_order(text: str) -> tuple[str, ...]:
    """The folded words in the order of the alphabet: the same whichever of given and family name was written first."""
    return tuple(sorted(words(text)))


def spellings(word: str) -> frozenset[str]:
    """A folded word and the other ways in which this one name is written."""
    return SPELLINGS.get(word, frozenset()) | {word}


def full_forms(word: str) -> frozenset[str]:
    """A folded word, its other spellings, and the names any of them may be short for."""
    written = spellings(word)
    return written.union(*(spellings(name) for each in written for name in _SHORT_FOR.get(each, ())))


def short_forms(word: str) -> frozenset[str]:
    """What a folded given name, in any spelling, is shortened to."""
    return frozenset[str]().union(*(SHORT_FORMS.get(each, frozenset()) for each in spellings(word)))


def sounds(word: str) -> frozenset[str]:
    """How a folded word may be said, in any of its spellings, as keys to compare. Nothing for a word of no letters."""
    return frozenset(key for each in spellings(word) if (key := metaphone(each)))


def keys(text: str) -> frozenset[str]:
    """What another writing of this name is likely to share: its words, what they may be short for, and their sounds.

    To find whom to compare in a table; `cairn.names.alike` says whether they really are alike.
    """
    found = [word for word in words(text) if word not in TITLES]
    forms = {form for word in found for form in full_forms(word)}
    said = {f"~{sound}" for form in forms for sound in sounds(form) if len(sound) > 1}
    return frozenset(forms | said)


def parts(name: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The folded given names, and the folded family name, of a name that is taken to end with the family name.

    A family name holds what belongs before it (O Brien, van Dijk) and both halves of a double one.
    """
    written = [word for word in name.split() if fold(word) not in TITLES]
    at = max(len(written) - 1, 0)
    while at > 1 and fold(written[at - 1]) in BEFORE_A_FAMILY_NAME:
        at -= 1
    return words(" ".join(written[:at])), words(" ".join(written[at:]))


def variants(name: str) -> frozenset[str]:
    """The folded ways in which this one name may stand in a text.

    Given name first or last, without middle names, with a short form or another spelling of the given name, with
    either part of a double name or both written as one. The name is taken to end with the family name.
    """
    given, family = parts(name)
    if not family:
        return frozenset()
    firsts = {" ".join(given), *(called(given[0]) if given else ())}
    lasts = {" ".join(family), "".join(family), *(word for word in family if word not in BEFORE_A_FAMILY_NAME)}
    orders = ((first, last) for first in firsts for last in lasts)
    return frozenset(f"{one} {other}".strip() for pair in orders for one, other in (pair, pair[::-1]))


def called(given: str) -> frozenset[str]:
    """The spellings of a folded given name, what it is shortened to, and what it may be short for."""
    return full_forms(given) | short_forms(given)
