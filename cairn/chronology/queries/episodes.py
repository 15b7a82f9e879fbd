"""Key practice episodes, each with its entries in the order of what happened and the time between them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from cairn.cases.models import Case
from cairn.cases.policy import Rights
from cairn.chronology import policy
from cairn.chronology.engine.ages import Days, interval
from cairn.chronology.engine.combined import when_of
from cairn.chronology.models import Entry, EntryText, Episode, Mark
from cairn.chronology.queries.combined import entry_texts
from cairn.chronology.queries.entries import Account, EntryRead, account, in_labels, read_entries
from cairn.chronology.queries.rows import row_of
from cairn.names.relabelling import Relabelling

OneEpisode = Episode
MOST = 50  # entries to choose from on one page


@dataclass(frozen=True)
class EpisodeEntry:
    """An entry of an episode, and how long after the one before it happened; blank for the first."""

    told: Account
    after: str
    gone_in: int


@dataclass(frozen=True)
class EpisodeRow:
    """One episode: what it is, why it matters, and its entries that this reader may read."""

    key: str
    number: int
    title: str
    why: str
    row: Episode
    entries: tuple[EpisodeEntry, ...]


def episodes(rights: Rights, case: Case, labels: Relabelling | None) -> list[EpisodeRow]:
    """Every episode of the case, in the order of their numbers: four queries however many there are."""
    rows = list(_episodes(rights, case))
    marks = Mark.unscoped.filter(episode__in=rows, taken_off_at__isnull=True).values_list("episode_id", "entry_id")
    inside: dict[int, list[int]] = {}
    for episode_id, entry_id in marks:
        inside.setdefault(episode_id, []).append(entry_id)
    found = read_entries(rights, case, {entry_id for ids in inside.values() for entry_id in ids})
    return [_row(row, [found[pk] for pk in inside.get(row.pk, ()) if pk in found], labels) for row in rows]


def episode(rights: Rights, case: Case, key: str) -> Episode | None:
    """One episode, to act upon."""
    return next((row for row in _episodes(rights, case) if row.key == key), None)


def to_choose(rights: Rights, case: Case, day: date | None, page: int) -> tuple[list[EntryText], bool]:
    """The rows from a day on, one page of them, and whether more follow."""
    rows = entry_texts(rights, case).filter(note=False)
    rows = rows.filter(sort_day__gte=day) if day else rows
    found = list(rows[MOST * (page - 1) : MOST * page + 1])
    return found[:MOST], len(found) > MOST


def chosen(rights: Rights, case: Case, keys: list[str]) -> list[Entry]:
    """The entries with these keys that this reader is shown."""
    return [text.entry for text in entry_texts(rights, case).filter(entry__key__in=keys)]


def _episodes(rights: Rights, case: Case) -> list[Episode]:
    readable = case if policy.reads_whole(rights) else None
    return list(Episode.unscoped.filter(case=readable, case_id=rights.case_id).select_related("case"))


def _row(row: Episode, found: list[EntryRead], labels: Relabelling | None) -> EpisodeRow:
    inside = sorted(found, key=lambda each: _order(each.now))
    after = ["", *(_between(one.now, other.now) for one, other in pairwise(inside))]
    entries = (
        EpisodeEntry(account(each.now, labels), words, each.gone_in) for each, words in zip(inside, after, strict=False)
    )
    title, why = in_labels(row.title, labels), in_labels(row.why, labels)
    return EpisodeRow(row.key, row.number, title, why, row, tuple(entries))


def _order(text: EntryText) -> tuple[object, ...]:
    return (text.sort_day, text.sort_time, text.sort_sequence, text.sort_agency, text.version_id, text.place)


def _between(one: EntryText, other: EntryText) -> str:
    first, second = when_of(row_of(one)), when_of(row_of(other))
    days = Days(first.earliest, first.latest), Days(second.earliest, second.latest)
    return interval(*days, doubtful=first.doubtful or second.doubtful)
