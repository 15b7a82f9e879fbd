"""A corrected return beside the one it replaces: what stayed, what changed, what came and what went."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from cairn.chronology.engine.headings import Column
from cairn.chronology.engine.rows import Row

NEAR = 70.0  # of a hundred: as alike as a sentence with a word or two put right
MOST_COMPARED = 4_000_000  # pairs of rows; beyond that, rows are matched by source and date alone


@dataclass(frozen=True)
class Comparison:
    """What became of every row of both returns; each is in one of the four."""

    unchanged: tuple[Row, ...]  # as they stand in the new return
    changed: tuple[tuple[Row, Row], ...]  # before, after
    added: tuple[Row, ...]
    withdrawn: tuple[Row, ...]


def compare(old: Sequence[Row], new: Sequence[Row]) -> Comparison:
    """Compare two returns of one agency. Rows that differ are paired by source and date, then by what they tell."""
    before, after = {row.id: row for row in old}, {row.id: row for row in new}
    unchanged = tuple(row for row in new if row.id in before)
    gone = [row for row in old if row.id not in after]
    come = [row for row in new if row.id not in before]
    pairs: list[tuple[Row, Row]] = []
    for alike in (_entry, _told):
        gone, come = _paired(gone, come, alike, pairs)
    gone, come = _near(gone, come, pairs)
    place = {row.id: index for index, row in enumerate(new)}
    return Comparison(unchanged, tuple(sorted(pairs, key=lambda pair: place[pair[1].id])), tuple(come), tuple(gone))


def differences(before: Row, after: Row) -> tuple[str, ...]:
    """The columns in which two rows differ: those with a role by their usual words, others by their own."""
    roles = [column.label for column in Column if before.text(column) != after.text(column)]
    headings = dict.fromkeys((*before.others, *after.others))
    return (*roles, *(name for name in headings if before.others.get(name) != after.others.get(name)))


def _entry(row: Row) -> Hashable:
    """The same entry of the same record, on the same day."""
    return ("entry", row.source.casefold(), row.date_text) if row.source and row.date_text else None


def _told(row: Row) -> Hashable:
    """The same words, though the date or the source was put right."""
    return ("told", row.event.casefold()) if row.event else None


def _paired(
    gone: list[Row], come: list[Row], alike: Callable[[Row], Hashable], pairs: list[tuple[Row, Row]]
) -> tuple[list[Row], list[Row]]:
    """Pair rows that share a mark; where several do, the ones that tell it most alike. What is left comes back."""
    groups: dict[Hashable, list[Row]] = defaultdict(list)
    for row in come:
        groups[alike(row)].append(row)
    left, taken = [], set()
    for row in gone:
        group = groups[alike(row)] if alike(row) is not None else []
        if not group:
            left.append(row)
            continue
        best = group[0] if len(group) == 1 else max(group, key=lambda other: fuzz.ratio(row.event, other.event))
        group.remove(best)
        pairs.append((row, best))
        taken.add(best.id)
    return left, [row for row in come if row.id not in taken]


def _near(gone: list[Row], come: list[Row], pairs: list[tuple[Row, Row]]) -> tuple[list[Row], list[Row]]:
    """Pair what is left where the words are near enough."""
    if len(gone) * len(come) > MOST_COMPARED:
        return gone, come
    left: list[Row] = []
    texts = {index: row.event for index, row in enumerate(come)}
    for row in gone:
        found = process.extractOne(row.event, texts, scorer=fuzz.ratio, score_cutoff=NEAR) if row.event else None
        if found is None:
            left.append(row)
        else:
            pairs.append((row, come[found[2]]))
            del texts[found[2]]
    return left, [come[index] for index in texts]
