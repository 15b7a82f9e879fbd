"""What entries are marked with, as far as a reader may read it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from cairn.access.actor import Actor
from cairn.cases import queries as cases
from cairn.cases.models import Case
from cairn.cases.policy import Rights
from cairn.chronology import policy
from cairn.chronology.models import Episode, Mark
from cairn.chronology.queries.combined import texts_read
from cairn.chronology.queries.entries import in_labels
from cairn.guidance.vocabularies import vocabulary
from cairn.names.relabelling import Relabelling
from cairn.partnership.clock import day_of

OneMark = Mark
THEME, LINE, EPISODE = "theme", "line", "episode"


@dataclass(frozen=True)
class MarkRow:
    """One mark on an entry: of which kind, in words, by whom and when."""

    key: str
    entry_id: int
    kind: str
    words: str
    short: str  # for a tag
    by: str
    on: date
    may_take_off: bool


def marks(rights: Rights, case: Case, entry_ids: Iterable[int], labels: Relabelling | None) -> list[MarkRow]:
    """The marks on entries that this reader found, theme by theme, then lines of enquiry, then episodes: one query."""
    kept = Mark.unscoped.filter(case=case, entry__in=list(entry_ids), taken_off_at__isnull=True)
    rows = kept.select_related("case", "entry", "line", "episode", "placed_by")
    if not rights.can("read_lines"):
        rows = rows.filter(line__isnull=True)
    kinds = {kind: place for place, kind in enumerate(_WORDS)}
    return sorted((_row(row, rights, labels) for row in rows), key=lambda row: (kinds[row.kind], row.words))


def marks_in_use(rights: Rights, case: Case, labels: Relabelling | None) -> list[tuple[str, str]]:
    """What entries of the case are marked with now, for a form: kind and key, and the words. One query."""
    rows = Mark.unscoped.filter(case=case, taken_off_at__isnull=True).select_related("line", "episode")
    if not rights.can("read_lines"):
        rows = rows.filter(line__isnull=True)
    found = {_value(row): mark_words(row, labels) for row in rows}
    return sorted(found.items(), key=lambda pair: (pair[0].partition(":")[0], pair[1]))


def _value(row: Mark) -> str:
    if row.line:
        return f"{LINE}:{row.line.key}"
    return f"{EPISODE}:{row.episode.key}" if row.episode else f"{THEME}:{row.theme}"


def short_words(row: Mark) -> str:
    """What it marks, as short as a tag: a theme by its words, the others by their number."""
    if row.line:
        return f"Line {row.line.number}"
    return f"Episode {row.episode.number}" if row.episode else theme_words(row.theme)


def mark(rights: Rights, case: Case, key: str) -> Mark | None:
    """One mark on an entry that she may read, to act upon."""
    rows = Mark.unscoped.filter(case=case, key=key, entry__in=texts_read(rights, case).order_by().values("entry"))
    return rows.select_related("case", "entry", "line", "episode").first()


def mark_words(row: Mark, labels: Relabelling | None) -> str:
    """What it marks, in words."""
    if row.line:
        return f"{row.line.number}. {in_labels(row.line.question, labels)}"
    if row.episode:
        return episode_words(row.episode, labels)
    return theme_words(row.theme)


def episode_words(row: Episode, labels: Relabelling | None) -> str:
    """An episode by its number and title."""
    return f"{row.number}. {in_labels(row.title, labels)}"


def theme_words(name: str) -> str:
    """A theme in words."""
    return next(term.label for term in vocabulary("themes").terms if term.id == name)


def values(actor: Actor, case: Case, at: datetime, rights: Rights, labels: Relabelling | None) -> list[tuple[str, str]]:
    """What an entry can be marked with now, for a form: kind and key, and the words."""
    lines = [row for row in cases.lines(actor, case, at, rights) if row.live]
    episodes = Episode.unscoped.filter(case=case if policy.reads_whole(rights) else None)
    themes = [(f"{THEME}:{term.id}", f"Theme: {term.label}") for term in vocabulary("themes").terms]
    asked = [(f"{LINE}:{row.key}", f"Line of enquiry {row.number}: {in_labels(row.question, labels)}") for row in lines]
    return [*((f"{EPISODE}:{row.key}", f"Episode {episode_words(row, labels)}") for row in episodes), *asked, *themes]


_WORDS = {"Theme": THEME, "Line of enquiry": LINE, "Key practice episode": EPISODE}


def _row(row: Mark, rights: Rights, labels: Relabelling | None) -> MarkRow:
    kind = "Line of enquiry" if row.line_id else "Key practice episode" if row.episode_id else "Theme"
    return MarkRow(
        key=row.key,
        entry_id=row.entry_id,
        kind=kind,
        words=mark_words(row, labels),
        short=short_words(row),
        by=row.placed_by.name,
        on=day_of(row.placed_at),
        may_take_off=bool(policy.verdict(rights, "take_mark_off", row)),
    )
