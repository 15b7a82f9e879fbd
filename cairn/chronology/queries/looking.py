"""What was found in the rows that a reader sees. What was found once is kept: a version sent in never changes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from cairn.cases.models import Case
from cairn.cases.policy import Rights
from cairn.chronology.engine.looking import Kind, Question, questions_of
from cairn.chronology.models import ChronologyVersion, EntryText
from cairn.chronology.queries.children import first_birth
from cairn.chronology.queries.combined import versions_shown
from cairn.chronology.queries.rows import row_of

Identity = tuple[str, str, int, tuple[int, ...]]  # kind, lack, agency, entries
KEPT = 16  # sets of versions


@dataclass(frozen=True, slots=True)
class Found:
    """One pair or gap, by the rows and entries that it concerns; nothing of what they say."""

    kind: Kind
    texts: tuple[int, ...]
    entries: tuple[int, ...]
    score: float
    lack: str
    agency_id: int  # of a gap at one agency; else 0
    begins: date | None
    ends: date | None

    @property
    def identity(self) -> Identity:
        """What it is, whichever versions tell it."""
        return (self.kind.value, self.lack, self.agency_id, tuple(sorted(self.entries)))


def found_in(rights: Rights, case: Case, versions: list[ChronologyVersion] | None = None) -> tuple[Found, ...]:
    """All that is to look at in the rows this reader is shown."""
    shown = versions_shown(rights, case) if versions is None else versions
    return _found(tuple(sorted(version.key for version in shown)), first_birth(case) if shown else None)


@lru_cache(maxsize=KEPT)
def _found(version_keys: tuple[str, ...], born: date | None) -> tuple[Found, ...]:
    """Looked for once in a process: the rows of versions that were sent in stay as they are."""
    rows = EntryText.unscoped.filter(version__key__in=version_keys).select_related("version__agency", "file")
    texts = {str(text.pk): text for text in rows}
    told = [replace(row_of(text), id=pk) for pk, text in texts.items()]
    return tuple(_one(question, [texts[pk] for pk in question.ids]) for question in questions_of(told, born))


def _one(question: Question, texts: list[EntryText]) -> Found:
    return Found(
        kind=question.kind,
        texts=tuple(text.pk for text in texts),
        entries=tuple(text.entry_id for text in texts),
        score=question.score,
        lack=question.lack,
        agency_id=texts[0].version.agency_id if question.of_agency else 0,
        begins=question.begins,
        ends=question.ends,
    )
