"""What is written in the rows of a version, read once and kept in the memory of the process.

A version that was sent in never changes, so what was read of it stays true; a name that is recorded later makes another
question, which is read anew. Only versions that were sent in may be asked about here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from cairn.chronology.models import ChronologyVersion, EntryText
from cairn.names.relabelling import Called, Relabelling

MOST_VERSIONS = 12  # whose words are kept; of a thousand rows they take about a megabyte
MOST_MENTIONS = 500
Names = tuple[Called, ...]


def holding(versions: list[ChronologyVersion], words: str, hidden: Names) -> set[int]:
    """The rows in which these words stand, whatever their capitals: among labels where names are hidden."""
    asked = _plain(words)
    return {pk for version in versions for pk, text in _told(version.pk, version.key, hidden).items() if asked in text}


def mentioning(versions: list[ChronologyVersion], called: Called) -> set[int]:
    """The rows in which somebody, or a place, is written by any name on record."""
    return {pk for version in versions for pk in _mentions(version.pk, version.key, called)}


@lru_cache(MOST_VERSIONS)
def _told(version: int, _key: str, hidden: Names) -> Mapping[int, str]:
    labels = Relabelling(hidden)
    return {pk: _plain(labels.of(text)) for pk, text in _written(version)}


@lru_cache(MOST_MENTIONS)
def _mentions(version: int, _key: str, called: Called) -> frozenset[int]:
    labels = Relabelling((called,))
    return frozenset(pk for pk, text in _written(version) if labels.of(text) != text)


def _written(version: int) -> Iterator[tuple[int, str]]:
    rows = EntryText.unscoped.filter(version=version, version__sent_at__isnull=False)
    for pk, columns, others in rows.values_list("pk", "columns", "others"):
        yield pk, "\n".join((*columns.values(), *(word for pair in others.items() for word in pair)))


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
