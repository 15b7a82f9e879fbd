"""The combined chronology as one reader may see it: which rows are in, a page of them, with names or with labels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from django.db.models import Prefetch, QuerySet

from cairn.cases.models import Case
from cairn.cases.policy import Rights
from cairn.cases.queries.naming import naming
from cairn.chronology import policy
from cairn.chronology.engine.combined import by_labels
from cairn.chronology.engine.marks import Mark
from cairn.chronology.engine.rows import Fault, Row
from cairn.chronology.models import ChronologyVersion, EntryFault, EntryText
from cairn.chronology.queries.combined import entry_texts, versions_shown
from cairn.chronology.queries.filters import Filters
from cairn.chronology.queries.marks import marks, marks_in_use
from cairn.chronology.queries.rows import row_of
from cairn.chronology.queries.told import holding, mentioning
from cairn.names.relabelling import Called, Relabelling
from cairn.partnership.models import Agency

MOST_AT_ONCE = 500
FEW = 1_000  # rows that are looked up one by one sooner than all are gone through


@dataclass(frozen=True)
class Entry:
    """One row as its reader may see it. `row` holds labels in place of names for those who work with labels."""

    key: str  # of the entry, whatever the version
    entry_id: int
    row: Row
    agency: Agency
    dated: bool
    signed: bool


@dataclass(frozen=True)
class Reading:
    """What one reader is shown of the combined chronology of a case: of each agency one version, names or labels."""

    rights: Rights
    case: Case
    versions: list[ChronologyVersion]
    called: tuple[Called, ...]
    named: bool
    _kept: dict[Filters, set[int]] = field(default_factory=dict, compare=False, repr=False)

    @property
    def agencies(self) -> list[Agency]:
        """Whose rows are in, by name."""
        return [version.agency for version in self.versions]

    @property
    def labels(self) -> list[str]:
        """Of whom and what a name is on record, so that the rows in which it is written can be found."""
        return [each.label for each in self.called]

    @property
    def hidden(self) -> tuple[Called, ...]:
        """The names in whose place she sees labels."""
        return () if self.named else self.called

    @cached_property
    def relabelling(self) -> Relabelling:
        """Puts labels in place of the names that she does not see."""
        return Relabelling(self.hidden)

    @cached_property
    def marked(self) -> list[tuple[str, str]]:
        """What entries of this case are marked with now, for a form: kind with id or key, and the words."""
        return marks_in_use(self.rights, self.case, self.relabelling)

    def marks_on(self, entries: Sequence[Entry]) -> dict[int, list[str]]:
        """In a few words, what each of these entries is marked with: one question."""
        found: dict[int, list[str]] = {}
        for row in marks(self.rights, self.case, [entry.entry_id for entry in entries], self.relabelling):
            found.setdefault(row.entry_id, []).append(row.short)
        return found

    def names_somebody(self, words: str) -> bool:
        """Whether words that somebody typed hold a name on record. Told only to those who know the names."""
        return self.named and Relabelling(self.called).of(words) != words

    def texts(self, filters: Filters) -> QuerySet[EntryText]:
        """The rows that fit, as far as the database tells: what is written in them is for `found`."""
        return entry_texts(self.rights, self.case, self.versions).filter(filters.rows)

    def found(self, filters: Filters, first: int = 0, most: int | None = None) -> tuple[int, list[int]]:
        """How many rows fit, and a stretch of them in the order of what happened, those without a day at the end."""
        last = None if most is None else first + most
        rows, written = self._narrowed(filters)
        places = rows.values_list("pk", flat=True)
        if written is None:
            return rows.count(), list(places[first:last])
        fitting = [pk for pk in places if pk in written]
        return len(fitting), fitting[first:last]

    def marks(self, filters: Filters) -> list[Mark]:
        """What a picture of the rows that fit is drawn from: one question."""
        names = {version.pk: version.agency.name for version in self.versions}
        rows, written = self._narrowed(filters)
        found = rows.values_list("pk", "version_id", "first_day", "last_day", "doubtful", "sort_day")
        return [
            _mark(pk, names[version], first, last, doubtful, placed=sort != date.max)
            for pk, version, first, last, doubtful, sort in found
            if written is None or pk in written
        ]

    def _narrowed(self, filters: Filters) -> tuple[QuerySet[EntryText], set[int] | None]:
        """The rows that fit as far as the database is asked, and which of them fit what is written, if it is not."""
        rows = self.texts(filters).select_related(None)
        if not filters.reads_words:
            return rows, None
        written = self._written(filters)
        return (rows.filter(pk__in=written), None) if len(written) <= FEW else (rows, written)

    def _written(self, filters: Filters) -> set[int]:
        """Looked for once in a page, whether for the table or for the picture."""
        if filters not in self._kept:
            self._kept[filters] = self._look(filters)
        return self._kept[filters]

    def _look(self, filters: Filters) -> set[int]:
        held: list[set[int]] = []
        if filters.words:
            held.append(holding(self.versions, filters.words, self.hidden))
        if filters.who:
            wanted = [each for each in self.called if each.label in filters.who]
            held.append(set().union(*(mentioning(self.versions, each) for each in wanted)))
        return set.intersection(*held)

    def entries(self, places: Sequence[int]) -> list[Entry]:
        """These rows in this order, each with what is to be put right in it."""
        found: list[Entry] = []
        for first in range(0, len(places), MOST_AT_ONCE):
            asked = places[first : first + MOST_AT_ONCE]
            faults = Prefetch("faults", EntryFault.unscoped.all())
            rows = self.texts(Filters()).filter(pk__in=asked).order_by().prefetch_related(faults)
            by_place = {text.pk: text for text in rows}
            found += [self._entry(by_place[pk]) for pk in asked]
        return found

    def _entry(self, text: EntryText) -> Entry:
        row = by_labels(row_of(text, tuple(_fault(fault) for fault in text.faults.all())), self.relabelling)
        return Entry(
            key=text.entry.key,
            entry_id=text.entry_id,
            row=replace(row, department=self.relabelling.of(row.department)),
            agency=text.version.agency,
            dated=text.sort_day != date.max,
            signed=text.version.signed_at is not None,
        )


def _mark(pk: int, agency: str, first: date | None, last: date | None, doubtful: bool, *, placed: bool) -> Mark:
    """The end of something that nobody knows the beginning of gives it no place."""
    return Mark(str(pk), agency, first, last, doubtful) if placed else Mark(str(pk), agency, None, None)


def _fault(fault: EntryFault) -> Fault:
    return Fault(fault.table_number, fault.row_number, fault.column, fault.found, fault.problem, fault.mend)


def reading(rights: Rights, case: Case, *, names_shown: bool) -> Reading | None:
    """What this reader is shown of the combined chronology; none if she may read none of it."""
    if not policy.reads_whole(rights):
        return None
    named = bool(rights.can("read_identity", case, names_shown=names_shown))
    return Reading(rights, case, versions_shown(rights, case), naming(case), named)
