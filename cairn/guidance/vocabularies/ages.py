"""Age bands derived from a date of birth, which is what is kept: bodies group ages differently."""

from __future__ import annotations

from datetime import date

from cairn.guidance.refusals import CannotAnswer
from cairn.guidance.vocabularies.loading import Term, Vocabulary
from cairn.guidance.working_days import in_words


def age_on(birth: date, on: date) -> int:
    """Whole years of age on a day; born on 29 February, a year older on 1 March of a common year.

    Raises CannotAnswer for a day before birth.
    """
    if on < birth:
        raise CannotAnswer(f"On {in_words(on)} the child was not born yet, so there is no age.")
    return on.year - birth.year - ((on.month, on.day) < (birth.month, birth.day))


def age_bands(vocabulary: Vocabulary, birth: date | None, on: date) -> tuple[Term, ...]:
    """Every band that holds the age on that day; the band for `not known` where there is one and no birth date."""
    if birth is None:
        return tuple(term for term in vocabulary.terms if term.when_not_known)
    age = age_on(birth, on)
    return tuple(term for term in vocabulary.terms if _holds(term, age))


def age_band(vocabulary: Vocabulary, birth: date | None, on: date) -> Term:
    """The one band of the age. Raises CannotAnswer where bands overlap, or none holds the age."""
    if vocabulary.overlapping:
        raise CannotAnswer(f"The bands of {vocabulary.id} overlap, so an age has no single one; ask for all of them.")
    found = age_bands(vocabulary, birth, on)
    if not found:
        raise CannotAnswer(f"No band of {vocabulary.id} holds this age.")
    return found[0]


def _holds(term: Term, age: int) -> bool:
    return term.from_age is not None and term.from_age <= age and (term.to_age is None or age <= term.to_age)
