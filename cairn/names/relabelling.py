"""Putting the label where somebody wrote the real name: in text that goes to readers who work with pseudonyms.

It finds names it was told, in the shapes people write them. It cannot find a nickname nobody recorded: whoever sends
the paper still reads it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

LEAST = 3  # letters: shorter parts of names are too often words of their own


@dataclass(frozen=True)
class Called:
    """One person or place: the label, and every real name, other name, address or postcode it is written by."""

    label: str
    names: tuple[str, ...]
    whole: bool = False  # as a place is written: Pretend House is not every House


class Relabelling:
    """The labels of one case, ready to be put into any number of texts."""

    def __init__(self, called: Sequence[Called]) -> None:
        self._labels = {
            _plain(shape): each.label for each in called for name in each.names for shape in _shapes(name, each.whole)
        }
        longest_first = sorted(self._labels, key=len, reverse=True)
        written = "|".join(re.escape(shape).replace(r"\ ", r"[\s,]+") for shape in longest_first)
        self._pattern = re.compile(rf"(?<![\w])(?:{written})(?![\w])", re.IGNORECASE) if written else None

    def of(self, text: str) -> str:
        """The text with labels in place of names. A single small word is left alone: a rose is not Rose."""
        if self._pattern is None:
            return text
        return self._pattern.sub(self._replaced, text)

    def _replaced(self, found: re.Match[str]) -> str:
        written = found.group()
        if written[0].islower() and " " not in written:
            return written
        return self._labels[_plain(written)]


def _plain(shape: str) -> str:
    return " ".join(re.split(r"[\s,]+", shape.casefold().strip()))


def _shapes(name: str, as_whole: bool = False) -> set[str]:
    """A name whole, turned round, and in its parts; a part that is too short, or a number, is left out."""
    words = [word for word in re.split(r"[\s,]+", name.strip()) if word]
    if not words:
        return set()
    whole = {" ".join(words)}
    if as_whole or any(character.isdigit() for character in name):
        return whole  # an address or a postcode is written whole, or it is not that address
    first, last = words[0], words[-1]
    if len(words) > 1:
        whole |= {" ".join((last, *words[:-1])), f"{first} {last}", f"{last} {first}"}
    return whole | {word for word in words if len(word) >= LEAST}
