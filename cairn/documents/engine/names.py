"""The name somebody gave a file: told to those who may read it, never part of an address, a header or an event."""

from __future__ import annotations

import re
import unicodedata

from cairn.documents.engine.limits import MOST_LETTERS_OF_A_NAME
from cairn.documents.engine.refusing import Fault, NotTaken

_UNSEEN = {"Cc", "Cf", "Cs", "Zl", "Zp"}  # controls, marks of direction and width, halves of letters, line ends
_ENDING = re.compile(r"\.([A-Za-z0-9]{1,8})$")


def tidy(given: str) -> str:
    """The name without the folders before it, and no longer than can be shown.

    Raises NotTaken for a name that holds control characters, turns the direction of reading, or is none.
    """
    name = unicodedata.normalize("NFC", re.split(r"[/\\]", given)[-1])
    if name != seen(name):
        raise NotTaken(Fault.HIDDEN_IN_NAME)
    name = " ".join(name.split())
    if not name.strip(". "):
        raise NotTaken(Fault.NO_NAME)
    if len(name) <= MOST_LETTERS_OF_A_NAME:
        return name
    end = f".{ending(name)}" if ending(name) else ""
    return f"{name[: MOST_LETTERS_OF_A_NAME - len(end) - 1]}…{end}"


def seen(name: str) -> str:
    """The name without the signs that cannot be seen."""
    return "".join(letter for letter in name if unicodedata.category(letter) not in _UNSEEN)


def ending(name: str) -> str:
    """What follows the last dot, in small letters; empty where that is no ending."""
    found = _ENDING.search(name)
    return found[1].lower() if found else ""
