"""How alike two people on paper are, and why: a suggestion for a person to judge, never a merge."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from rapidfuzz.distance import DamerauLevenshtein, JaroWinkler

from cairn.names import dates
from cairn.names.dates import Born
from cairn.names.folding import full_forms, keys, parts, short_forms, sounds, spellings, words

Words = tuple[str, ...]
SAME, SHORT, SOUND, WRITTEN = "same name", "a short form of", "sounds alike", "written alike"
HALF = "one part of a double name"
ONLY_GIVEN = "same given name"
# How far each goes towards being one person, of 100; the weakest part of a name decides for the name.
WEIGHT = {SAME: 60, SHORT: 52, SOUND: 50, HALF: 50, WRITTEN: 45}
DATE_WEIGHT = {dates.SAME: 40, dates.SWAPPED: 30, dates.NEAR: 20, dates.OTHER_YEAR: 15, dates.ABOUT: 10}
GIVEN_AND_BORN = 50  # one given name and one birth date under two family names: a child may take another
CLOSE, SOME_LETTERS = 0.9, 0.75  # of Jaro and Winkler: 1 is the same word
LONG_ENOUGH = 5  # in a shorter word one letter makes another name: Ann, Ian


@dataclass(frozen=True)
class Name:
    """A name in its two parts, as written. Either may be blank."""

    given: str
    family: str

    @cached_property
    def given_words(self) -> tuple[str, ...]:
        """The folded given names."""
        return words(self.given)

    @cached_property
    def family_words(self) -> tuple[str, ...]:
        """The folded words of the family name."""
        return words(self.family)

    @cached_property
    def in_any_order(self) -> tuple[str, ...]:
        """All folded words in the order of the alphabet."""
        return tuple(sorted((*self.given_words, *self.family_words)))

    @classmethod
    def written(cls, text: str, family: str = "") -> Name:
        """A name written in one, its last word the family name; a single word goes with the family name handed in."""
        given, last = parts(text)
        return cls(" ".join(given), " ".join(last)) if given or not family else cls(text, family)


@dataclass(frozen=True)
class Known:
    """What is known of one person: her name first, the other names by which she is known, her birth date."""

    names: tuple[Name, ...]
    born: Born | None = None

    @property
    def keys(self) -> frozenset[str]:
        """What another paper on this person is likely to share: words and sounds of a name, a birth date turned or not.

        To find in a table whom to compare. Two names with another letter in each part that also sound otherwise share
        none; then the birth date is left to find them by.
        """
        named = frozenset[str]().union(*(keys(f"{name.given} {name.family}") for name in self.names))
        if self.born is None or self.born.to != "day":
            return named
        day, month = sorted((self.born.on.day, self.born.on.month))
        return named | {f"={self.born.on.year}-{day}-{month}"}


@dataclass(frozen=True)
class Likeness:
    """That two people may be one, in words, with a number from 0 to 100 to put the likest first."""

    reasons: tuple[str, ...]
    score: int


def alike(one: Known, other: Known) -> Likeness | None:
    """Whether two people on paper may be one person, and why; nothing where too little speaks for it."""
    found = [likeness for a in one.names for b in other.names if (likeness := _alike(a, b, one.born, other.born))]
    return max(found, key=lambda likeness: likeness.score, default=None)


def _alike(a: Name, b: Name, born: Born | None, other_born: Born | None) -> Likeness | None:
    of_dates = dates.alike(born, other_born)
    against = dates.speak_against(born, other_born)
    reasons = _names_alike(a, b)
    if reasons and not against:
        weight = min(WEIGHT[reason] for reason in reasons) + DATE_WEIGHT.get(of_dates, 0)
        return Likeness((*reasons, of_dates) if of_dates else reasons, weight)
    if of_dates == dates.SAME and set(a.given_words) & set(b.given_words):
        return Likeness((ONLY_GIVEN, of_dates), GIVEN_AND_BORN)
    return None


def _names_alike(a: Name, b: Name) -> tuple[str, ...]:
    """Why two whole names are alike, part by part, also when one was written the wrong way round; or nothing."""
    if a.in_any_order == b.in_any_order and len(a.in_any_order) > 1:
        return (SAME,)
    for first, last in ((b.given_words, b.family_words), (b.family_words, b.given_words)):
        family = _family_alike(a.family_words, last)
        given = _given_alike(a.given_words, first) if family else ""
        if given:
            return _said(given, family)
    return ()


def _said(given: str, family: str) -> tuple[str, ...]:
    """Each reason once; that one part is the same need not be said beside how the other is alike."""
    reasons = dict.fromkeys((given, family))
    return tuple(reason for reason in reasons if reason != SAME or len(reasons) == 1)


def _given_alike(ours: Words, theirs: Words) -> str:
    if not ours or not theirs:
        return ""
    first, other = ours[0], theirs[0]
    alike_as_words = words_alike(first, other)
    if alike_as_words != SAME and not spellings(first) & spellings(other) and _short(first, other):
        return SHORT
    return alike_as_words


def _short(one: str, other: str) -> bool:
    """One is short for the other, or both are for a third."""
    return other in short_forms(one) or one in short_forms(other) or bool(full_forms(one) & full_forms(other))


def _family_alike(ours: Words, theirs: Words) -> str:
    if not ours or not theirs:
        return ""
    return words_alike("".join(ours), "".join(theirs)) or (HALF if set(ours) & set(theirs) else "")


def words_alike(one: str, other: str) -> str:
    """Why two folded words may be one name, the strongest reason; blank if they are two."""
    if one == other:
        return SAME
    if spellings(one) & spellings(other) or _sound_alike(one, other):
        return SOUND
    return WRITTEN if _written_alike(one, other) else ""


def _sound_alike(one: str, other: str) -> bool:
    return JaroWinkler.similarity(one, other) >= SOME_LETTERS and bool(sounds(one) & sounds(other))


def _written_alike(one: str, other: str) -> bool:
    long_enough = min(len(one), len(other)) >= LONG_ENOUGH
    close = JaroWinkler.similarity(one, other) >= CLOSE
    return long_enough and close and DamerauLevenshtein.distance(one, other) <= 2
