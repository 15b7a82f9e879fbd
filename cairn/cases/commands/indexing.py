"""Keeping what can be found in step with the rows. Part of a command, not one itself: nothing is put on record here.

`index` is called by whatever writes a row that can be found; `fills_search` names a function that yields all that an
app has to be found, from which the index is built anew each day (an agency renamed, a version that indexes more).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from cairn.cases.models import Case, EntryKind, SearchEntry, SearchWord, Weight
from cairn.cases.models.search import LONGEST_TITLE, LONGEST_WORD
from cairn.names import folding

Filler = Callable[[], Iterable["Findable"]]
AT_A_TIME = 500
_fillers: dict[str, Filler] = {}


@dataclass(frozen=True)
class Findable:
    """One thing to be found. `title` is what a result shows and says who nobody is; `words` are texts to fold.

    `read_action` names the action a reader must hold on the case without a condition; an `identifying` entry also
    needs that she reads real names there. `page` is the name of an address, `page_key` what it needs beside the case.
    """

    case: Case | None
    kind: EntryKind
    source_key: str
    title: str
    read_action: str
    words: tuple[str, ...] = ()
    reference: str = ""
    identifying: bool = False
    year: int | None = None
    page: str = "case"
    page_key: str = ""

    @property
    def columns(self) -> dict[str, object]:
        """What the entry's row holds besides the source it stands for."""
        return {
            "case_id": self.case.pk if self.case else None,
            "title": self.title[:LONGEST_TITLE],
            "read_action": self.read_action,
            "identifying": self.identifying,
            "year": self.year,
            "page": self.page,
            "page_key": self.page_key,
        }

    @property
    def as_it_stands(self) -> tuple[dict[str, object], dict[str, int]]:
        """All that the tables hold of it."""
        return self.columns, self.weighted

    @property
    def weighted(self) -> dict[str, int]:
        """The folded words by which it is found, each with the most it says."""
        found: dict[str, int] = {}
        if self.kind is EntryKind.NAME:
            found |= dict.fromkeys((key for text in self.words for key in folding.keys(text)), Weight.BY_EAR.value)
        found |= dict.fromkeys((word for text in self.words for word in folding.words(text)), Weight.TEXT.value)
        if not self.identifying:
            found |= dict.fromkeys(folding.words(self.title), Weight.TITLE.value)
        pieces = folding.words(self.reference)
        found |= dict.fromkeys((*pieces, "".join(pieces), "".join(pieces[1:])), Weight.REFERENCE.value)
        return {word[:LONGEST_WORD]: weight for word, weight in found.items() if word}


def fills_search(name: str) -> Callable[[Filler], Filler]:
    """Register what yields all of an app that can be found. The app's `jobs`, which every process loads, imports it.

    Raises ValueError if another has the name.
    """

    def register(fill: Filler) -> Filler:
        if name in _fillers:
            raise ValueError(f"Something called {name!r} fills the search index already.")
        _fillers[name] = fill
        return fill

    return register


def index(
    case: Case | None,
    *,
    kind: str,
    source_key: str,
    title: str,
    read_action: str,
    words: Iterable[str] = (),
    reference: str = "",
    identifying: bool = False,
    year: int | None = None,
    page: str = "case",
    page_key: str = "",
) -> None:
    """Let something be found, in place of what was to be found of this source: the facts are those of `Findable`."""
    write(
        Findable(
            case,
            EntryKind(kind),
            source_key,
            title,
            read_action,
            words=tuple(words),
            reference=reference,
            identifying=identifying,
            year=year,
            page=page,
            page_key=page_key,
        )
    )


def write(what: Findable) -> None:
    """Let this be found; words that lead there already are left alone."""
    entry, _ = SearchEntry.unscoped.update_or_create(kind=what.kind, source_key=what.source_key, defaults=what.columns)
    words = SearchWord.unscoped.filter(entry=entry)
    there, wanted = dict(words.values_list("word", "weight")), what.weighted
    words.filter(word__in=[word for word, weight in there.items() if wanted.get(word) != weight]).delete()
    SearchWord.unscoped.bulk_create(
        SearchWord(entry=entry, word=word, weight=weight)
        for word, weight in wanted.items()
        if there.get(word) != weight
    )


def forget(kind: str, source_key: str) -> None:
    """Let something no longer be found."""
    SearchWord.unscoped.filter(entry__kind=kind, entry__source_key=source_key).delete()
    SearchEntry.unscoped.filter(kind=kind, source_key=source_key).delete()


def reindex() -> int:
    """Bring the whole index in step with the rows, writing only what differs; says how many entries did."""
    wanted = {(what.kind.value, what.source_key): what for fill in _fillers.values() for what in fill()}
    stood = _as_they_stand()
    for kind, source_key in stood.keys() - wanted.keys():
        forget(kind, source_key)
    changed = [wanted[source] for source in stood if source in wanted and stood[source] != wanted[source].as_it_stands]
    for what in changed:
        write(what)
    _write_new([what for source, what in wanted.items() if source not in stood])
    return len(changed) + len(stood.keys() ^ wanted.keys())


def _write_new(found: list[Findable]) -> None:
    """Many at once, none of which is in the tables: the first index of a database of thousands of cases."""
    rows = [SearchEntry(kind=what.kind, source_key=what.source_key, **what.columns) for what in found]
    entries = SearchEntry.unscoped.bulk_create(rows, batch_size=AT_A_TIME)
    words = [
        SearchWord(entry=entry, word=word, weight=weight)
        for entry, what in zip(entries, found, strict=True)
        for word, weight in what.weighted.items()
    ]
    SearchWord.unscoped.bulk_create(words, batch_size=AT_A_TIME)


def _as_they_stand() -> dict[tuple[str, str], tuple[dict[str, object], dict[str, int]]]:
    words: dict[int, dict[str, int]] = {}
    for entry_id, word, weight in SearchWord.unscoped.values_list("entry_id", "word", "weight"):
        words.setdefault(entry_id, {})[word] = weight
    columns = ("case_id", "title", "read_action", "identifying", "year", "page", "page_key")
    return {
        (row["kind"], row["source_key"]): ({name: row[name] for name in columns}, words.get(row["pk"], {}))
        for row in SearchEntry.unscoped.values("pk", "kind", "source_key", *columns)
    }
