"""Who keeps the record of published reviews, and what such a record must say to be one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from cairn.access import matrix
from cairn.access.actor import Actor
from cairn.kernel.verdict import ALLOWED, Ground, Verdict, require
from cairn.partnership.clock import day_of
from cairn.publication.models import DocumentKind

STALE = "Somebody corrected this record while you were typing. Compare it with yours, then correct the newer one."


def can(actor: Actor, action: str) -> Verdict:
    """Whether one of the seats held now may take the action: a published review belongs to no case."""
    return matrix.verdict(actor.roles, action)


def published(year: int | None, month: int | None, at: datetime, about: str = "year") -> Verdict:
    """A month stands with its year, and nothing was published in the future."""
    today = day_of(at)
    first = date(year or 1, month or 1, 1) if (month or 1) in range(1, 13) else None
    return (
        require(first, "Choose a month from the list.", Ground.INPUT, about)
        & require(year or not month, "Enter the year of this month.", Ground.INPUT, about)
        & require(first is None or first <= today, "This month is in the future.", Ground.INPUT, about)
    )


def disagreement(year: int | None, month: int | None, source: str, printed: tuple[int | None, int | None]) -> Verdict:
    """Another month is given whole, with the source that prints it, and really is another."""
    if not (year or month or source):
        return ALLOWED
    whole = year and month and source
    return require(
        whole,
        "Give the other month, its year, and the source that prints it; or none of the three.",
        Ground.INPUT,
        "other_source",
    ) & require((year, month) != printed, "Both sources print the same month.", Ground.INPUT, "other_source")


def documents(listed: Sequence[tuple[str, str]]) -> Verdict:
    """Each document has a title, and a kind from the list."""
    known = all(title.strip() and kind in DocumentKind.values for title, kind in listed)
    return require(known, "Give each document a title and a kind.", Ground.INPUT, "documents")


def recommendations(listed: Sequence[tuple[str, str]]) -> Verdict:
    """Each recommendation has words, and a number of its own."""
    numbers = [number.strip() for number, _ in listed]
    own = len(set(numbers)) == len(numbers) and all(numbers) and all(words.strip() for _, words in listed)
    return require(own, "Give each recommendation a number of its own, and words.", Ground.INPUT, "recommendations")


def still_stands(replaced: bool) -> Verdict:
    """A record is corrected once; then the newer one is."""
    return require(not replaced, STALE, Ground.STALE)
