"""Putting the label where somebody wrote the real name: in text that goes to readers who work with pseudonyms.

It finds names it was told, in the shapes people write them (`cairn.names.shapes`): whole, turned round and in parts,
with initials, in short forms, as a possessive, with or without accents and capitals. It cannot find a nickname nobody
recorded: whoever sends the paper still reads it. Where it is in doubt it hides:

- A part of a name that stands alone is replaced wherever it begins with a capital, also where it was meant as a word
  (Mark the day; Will he come?), and left alone in small letters (a rose), unless it was recorded in small letters.
  Several words of a name in a row are replaced in small letters too.
- A month or season beside a figure is a date, and stays: May 2016.
- What two people share, such as a family name, stands for both: "Child R or Mother".
"""

from __future__ import annotations

import re
from calendar import month_name
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from cairn.names.folding import TITLES, fold
from cairn.names.shapes import WORD, Shape, Sure, of_label, of_person, of_place

_WORD = re.compile(WORD)
_NEXT = re.compile(rf"([\s,.\-‐‑–'’‘`_]{{1,12}})({WORD})")
_IN_THE_YEAR = frozenset({"spring", "summer", "autumn", "winter", *map(fold, month_name[1:])})
_FIGURE_BEFORE = re.compile(r"\d(?:st|nd|rd|th)?(?: of)?[\s./-]{1,3}\Z", re.IGNORECASE)
_FIGURE_AFTER = re.compile(r"[\s,./-]{1,3}\d")
_GOES_ON = re.compile(r"\s*[,;:)]|\s+[^\W\d_A-Z]")  # after the full stop of an initial: the sentence does not end there


@dataclass(frozen=True)
class Called:
    """One person or place: the label, and every real name, other name, address or postcode it is written by.

    What holds a figure is taken for an address; a `place` may be called something without one.
    """

    label: str
    names: tuple[str, ...]
    place: bool = False


@dataclass
class _Node:
    """What may follow the words so far, and whose name they are."""

    then: dict[str, _Node] = field(default_factory=dict)
    labels: tuple[str, ...] = ()
    sure: Sure = Sure.LABEL
    small: bool = False
    ending: str = ""

    def next(self, word: str, comma: bool) -> _Node:
        node = self.then.setdefault(word, _Node())
        if comma:
            self.then[f",{word}"] = node
        return node

    def is_name_of(self, label: str, shape: Shape) -> None:
        """Whose these words are: hers alone if she is the surest to have them, hers too if another is as sure."""
        if self.labels and shape.sure > self.sure:
            return
        if shape.sure < self.sure:
            self.labels, self.small = (), False
        self.sure, self.ending = shape.sure, shape.ending
        self.small = self.small or shape.small
        self.labels = self.labels if label in self.labels else (*self.labels, label)


@dataclass(frozen=True)
class _Mention:
    start: int
    end: int
    labels: tuple[str, ...]


class Relabelling:
    """The labels of one case, ready to be put into any number of texts."""

    def __init__(self, called: Sequence[Called]) -> None:
        self._root = _Node()
        for each in called:
            for shape in _shapes(each):
                self._add(each.label, shape)

    def of(self, text: str) -> str:
        """The text with labels in place of names. A single small word is left alone: a rose is not Rose."""
        pieces, at, before = [], 0, None
        for mention in self._mentions(text):
            between = text[at : mention.start]
            if mention.labels != before or between.strip().strip("-‐‑–"):  # parts of one name in a row are one label
                pieces += [between, " or ".join(mention.labels)]
            at, before = mention.end, mention.labels
        return "".join((*pieces, text[at:]))

    def persons_in(self, text: str) -> frozenset[str]:
        """The labels of everybody, and of every place, mentioned in a text by a name or by the label itself.

        Of a name that several share, the labels of all: any of them may be meant.
        """
        return frozenset(label for mention in self._mentions(text) for label in mention.labels)

    def _add(self, label: str, shape: Shape) -> None:
        node = self._root
        for at, word in enumerate(shape.words):
            node = node.next(word, comma=at in shape.commas)
        node.is_name_of(label, shape)

    def _mentions(self, text: str) -> Iterator[_Mention]:
        """Every name in the text, the longest at each place, in one pass."""
        first, met, past = self._root.then, dict[str, _Node | None](), 0
        for found in _WORD.finditer(text):
            word = found[0]
            if word not in met:
                met[word] = first.get(fold(word))
            node = met[word]
            if node is None or found.start() < past:
                continue
            mention = _longest(text, found, node)
            if mention:
                yield mention
                past = mention.end


def _shapes(called: Called) -> Iterator[Shape]:
    yield from of_label(called.label)
    places = [name for name in called.names if called.place or _is_address(name)]
    yield from of_place(places)
    yield from of_person(name for name in called.names if name not in places)


def _is_address(name: str) -> bool:
    """Figures and something apart from them: not a name used online, which is one word."""
    return any(letter.isdigit() for letter in name) and len(name.split()) > 1


def _longest(text: str, found: re.Match[str], node: _Node) -> _Mention | None:
    """The longest name that begins with this word."""
    starts, end, word = [found.start()], found.end(), found[0]
    best: _Mention | None = None
    here: _Node | None = node
    while here is not None:
        if here.labels and _counts(text, starts, end, here):
            best = _Mention(_begins(text, starts), _ends(text, starts[-1], end) - len(here.ending), here.labels)
        following = _NEXT.match(text, end) if here.then else None
        here = here.then.get(_edge(word, following)) if following else None
        if following:
            word, end = following[2], following.end()
            starts.append(following.start(2))
    return best


def _edge(before: str, following: re.Match[str]) -> str:
    """How the next word is reached; not across the full stop that ends a sentence."""
    between, word = following[1], fold(following[2])
    if "." in between and len(before) > 1 and between != ".":
        return ""
    return f",{word}" if "," in between else word


def _counts(text: str, starts: Sequence[int], end: int, node: _Node) -> bool:
    """Whether these words are meant as a name: with capitals where it needs them, and not a month in a date."""
    start, last = starts[0], starts[-1]
    if not node.small and (text[start].islower() or text[last].islower()):
        return False
    if fold(text[start:end]) not in _IN_THE_YEAR:
        return True
    return not (_FIGURE_BEFORE.search(text, max(start - 8, 0), start) or _FIGURE_AFTER.match(text, end))


def _begins(text: str, starts: Sequence[int]) -> int:
    """After the title, which stays before the label."""
    titled = len(starts) > 1 and bool(TITLES.intersection(fold(text[starts[0] : starts[1]]).split()))
    return starts[1] if titled else starts[0]


def _ends(text: str, last: int, end: int) -> int:
    """With the full stop of a closing initial, unless it ends the sentence."""
    initial = last + 1 == end and text[end : end + 1] == "." and text[last].isupper()
    return end + 1 if initial and _GOES_ON.match(text, end + 1) else end
