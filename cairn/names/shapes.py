"""The shapes in which the names of one person or place are written, as sequences of folded words.

A shape says how surely it is theirs (`Sure`), whether it counts in small letters, and after which words a comma may
stand. Of two people with one shape, the surer has it; those who are equally sure share it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum

from cairn.names.folding import BEFORE_A_FAMILY_NAME, TITLES, called, fold, listed

Words = tuple[str, ...]

WORD = r"[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*"  # letters and figures, with accents that stand as letters of their own
_WORD = re.compile(WORD)
_HYPHENS = re.compile("[-‐‑–]")
_POSTCODE = re.compile(r"\b([A-Z]{1,2}\d[A-Z\d]?)\s*(\d[A-Z]{2})\b", re.IGNORECASE)
_SHORT_STREETS = {
    "avenue": "ave",
    "close": "cl",
    "court": "ct",
    "crescent": "cres",
    "drive": "dr",
    "gardens": "gdns",
    "lane": "ln",
    "place": "pl",
    "road": "rd",
    "square": "sq",
    "street": "st",
    "terrace": "terr",
}
_STREETS = re.compile(rf"\b(?:{'|'.join(_SHORT_STREETS)})\b", re.IGNORECASE)
LEAST_SHORT_FORM = 3  # letters of a short form that nobody recorded: Al and Ed are too often something else
LEAST_PLURAL = 4
NO_NAME = frozenset(word for line in listed("no_names.txt") for word in line.split())


class Sure(IntEnum):
    """How surely a shape is somebody's name: the lower, the surer."""

    RECORDED = 0
    DERIVED = 1  # a short form or another spelling, initials
    PLURAL = 2
    LABEL = 3  # the label itself, so that it is known as a mention and stays as it is


@dataclass(frozen=True)
class Shape:
    """Folded words in their order. `small` says whether it counts although a word begins with a small letter."""

    words: Words
    sure: Sure
    small: bool = False
    commas: frozenset[int] = frozenset()  # before which words a comma may stand, counted from 0
    ending: str = ""  # what of the word is no part of the name


# A word of the paper in its halves, each of which may be of several words: O'Brien-Tarrant is (o, brien), (tarrant,).
_Piece = tuple[Words, ...]


@dataclass(frozen=True)
class _Name:
    """A person's name as recorded, a piece for each word of the paper. `titled` if Mr or the like stood before it."""

    given: tuple[_Piece, ...]
    family: tuple[_Piece, ...]
    titled: bool


def of_label(label: str) -> Iterator[Shape]:
    """The label as a shape of its own."""
    yield from _whole(label, Sure.LABEL)


def of_place(names: Iterable[str]) -> Iterator[Shape]:
    """An address whole or as far as a comma, its street without the number, a postcode with or without its space."""
    for name in names:
        for outward, inward in _POSTCODE.findall(name):
            yield from (Shape(form, Sure.RECORDED, small=True) for form in _written((fold(outward), fold(inward))))
        address = _POSTCODE.sub("", name)
        for written in {address, _STREETS.sub(lambda found: _SHORT_STREETS[found[0].lower()], address)}:
            yield from _address([segment for segment in written.split(",") if _tokens(segment)])


def _address(segments: list[str]) -> Iterator[Shape]:
    for end in range(1, len(segments) + 1):
        beginning = ",".join(segments[:end])
        if end == len(segments) or len(_tokens(beginning)) > 1:
            yield from _whole(beginning, Sure.RECORDED)
    of_flat = len(segments) > 2 and _figures(segments[0]) and not _tokens(segments[0])[0][0].isdigit()
    if of_flat:  # Flat 9, Pretend House, Hollinbridge: the house by itself too
        yield from _whole(segments[1], Sure.RECORDED)
    for segment in segments:
        number, *street = _tokens(segment)
        if number[0].isdigit() and len(street) > 1:
            yield Shape(tuple(street), Sure.RECORDED, small=True)


def of_person(names: Iterable[str]) -> Iterator[Shape]:
    """Every way in which one person's names are written: each first name of hers goes with each family name of hers."""
    recorded = [name for name in names if _tokens(name)]
    for name in recorded:
        yield from _whole(name, Sure.RECORDED)
    known = [_read(name) for name in recorded if not _figures(name)]
    for each in known:
        yield from _alone(each)
    firsts = {first: sure for each in known for first, sure in _firsts(each)}
    lasts = {last for each in known if each.family and (each.given or each.titled) for last in _lasts(each.family)}
    for first, sure in firsts.items():
        for last in lasts - {first}:
            yield from _both_ways(first, last, sure)
    for initials in {letters for each in known for letters in _initials(each)}:
        for last in lasts:
            yield from _both_ways(initials, last, Sure.DERIVED, small=False)


def _figures(text: str) -> bool:
    return any(letter.isdigit() for letter in text)


def _tokens(text: str) -> Words:
    return tuple(word for found in _WORD.findall(text) for word in fold(found).split())


def _whole(text: str, sure: Sure) -> Iterator[Shape]:
    """All words as recorded; a single one in small letters only where it was recorded so, or holds a figure."""
    words = _tokens(text)
    if len(words) > 1 or (words and words[0] not in NO_NAME):
        small = len(words) > 1 or text.strip()[0].islower() or _figures(text)
        yield Shape(words, sure, small=small, commas=_commas(text, words))


def _commas(text: str, words: Words) -> frozenset[int]:
    """An address may have a comma anywhere; a name only where it was recorded with one."""
    if _figures(text):
        return frozenset(range(1, len(words)))
    before = text.split(",")[:-1]
    return frozenset(len(_tokens(",".join(before[: at + 1]))) for at in range(len(before)))


def _read(name: str) -> _Name:
    """Given and family names. A comma stands after the family name; without one the last word is the family name."""
    before, _, after = name.partition(",")
    pieces, rest = _pieces(before), _pieces(after)
    titled = bool(TITLES.intersection(_tokens(name)))
    if rest:
        return _Name(rest, pieces, titled)
    at = max(len(pieces) - 1, 0)
    while at > 1 and _in_one(pieces[at - 1]) in BEFORE_A_FAMILY_NAME:
        at -= 1
    return _Name(pieces[:at], pieces[at:], titled)


def _pieces(text: str) -> tuple[_Piece, ...]:
    halves = (tuple(filter(None, map(_tokens, _HYPHENS.split(word)))) for word in text.split())
    return tuple(piece for piece in halves if piece and _in_one(piece) not in TITLES)


def _words(pieces: Iterable[_Piece]) -> Words:
    return tuple(word for piece in pieces for half in piece for word in half)


def _in_one(piece: _Piece) -> str:
    return "".join(_words((piece,)))


def _written(words: Words) -> Iterator[Words]:
    """As several words and as one."""
    yield words
    yield ("".join(words),)


def _alone(name: _Name) -> Iterator[Shape]:
    """Every part by itself, with a capital; the family name whole; the first given name also in its short forms."""
    if len(name.family) > 1:
        yield Shape(_words(name.family), Sure.RECORDED, small=True)
    given = {form for piece in name.given for form in _parts(piece)}
    family = {form for piece in name.family for form in _parts(piece)} - {(word,) for word in BEFORE_A_FAMILY_NAME}
    for part in given | family:
        if len(part) == 1 and (len(part[0]) == 1 or part[0] in NO_NAME):
            continue
        yield Shape(part, Sure.RECORDED)
        if len(part[-1]) >= LEAST_PLURAL:
            yield Shape((*part[:-1], f"{part[-1]}s"), Sure.PLURAL, ending="s")
    for short in _short_forms(name):
        if len(short) >= LEAST_SHORT_FORM:
            yield Shape((short,), Sure.DERIVED)


def _parts(piece: _Piece) -> Iterator[Words]:
    """A word of the paper whole and in one, and each half of it."""
    for form in (_words((piece,)), *piece):
        yield from _written(form)


def _short_forms(name: _Name) -> frozenset[str]:
    """What the first name is called, also one that stands alone."""
    first = _in_one(_called_by(name)[0]) if _called_by(name) else ""
    return called(first) - {first}


def _called_by(name: _Name) -> tuple[_Piece, ...]:
    """The given names; or a name that stands alone without a title, for it is more often one than a family name."""
    return name.given or (() if name.titled else name.family)


def _firsts(name: _Name) -> Iterator[tuple[Words, Sure]]:
    """What may stand for the given names: a short form, each of them, the run of them, or a name that stands alone."""
    given = _called_by(name)
    yield from (((short,), Sure.DERIVED) for short in sorted(_short_forms(name)))
    for piece in given:
        yield from ((form, Sure.RECORDED) for form in _parts(piece))
    for end in range(2, len(given) + 1):
        yield _words(given[:end]), Sure.RECORDED


def _lasts(family: tuple[_Piece, ...]) -> Iterator[Words]:
    """A family name whole, in one, and each part of it."""
    yield from _written(_words(family))
    for piece in family:
        if _in_one(piece) not in BEFORE_A_FAMILY_NAME:
            yield from _parts(piece)


def _initials(name: _Name) -> Iterator[Words]:
    """One letter for the first given name, one for each, also in one; and the first name with letters for the rest."""
    letters = tuple(piece[0][0][0] for piece in name.given)
    if letters:
        yield letters[:1]
        yield from _written(letters)
        yield (*_words(name.given[:1]), *letters[1:])


def _both_ways(first: Words, last: Words, sure: Sure, *, small: bool = True) -> Iterator[Shape]:
    yield Shape((*first, *last), sure, small)
    yield Shape((*last, *first), sure, small, commas=frozenset({len(last)}))
