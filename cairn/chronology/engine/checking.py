"""What is checked in a row: each check says what is wrong and how to mend it, and all are made."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cairn.chronology.engine.columns import Columns, Template
from cairn.chronology.engine.headings import Column
from cairn.chronology.engine.rows import Fault, ReadWhen, Row

_ASK = {
    Column.START_DATE: "Write the day it happened; if only the month or the year is known, write that.",
    Column.SOURCE: "Write which record it comes from, so that it can be found again.",
}
_COMPARE = "Compare both dates with the record, and correct the one that is wrong."


@dataclass(frozen=True)
class Checks:
    """The rules a table is held to."""

    columns: Columns
    template: Template
    read_when: ReadWhen

    def faults(self, row: Row) -> Iterator[Fault]:
        """All that is wrong with a row. The note of an author is held to its date alone."""
        yield from self._dates(row)
        if not row.note:
            yield from self._missing(row)
            yield from self._sequence(row)

    def _dates(self, row: Row) -> Iterator[Fault]:
        if row.when is not None and row.when.problem:
            yield self._wrong_when(row, Column.START_DATE, Column.START_TIME, row.when.problem)
        elif row.note and row.when is None:
            yield self._fault(row, Column.START_DATE, "", "This note has no date.", self._ask(Column.START_DATE))
        if row.until is not None and row.until.problem:
            yield self._wrong_when(row, Column.END_DATE, Column.END_TIME, row.until.problem)
        if _ends_before_it_begins(row):
            problem = f"It ends before it begins, on {row.date_text}."
            yield self._fault(row, Column.END_DATE, row.end_text, problem, _COMPARE)
        yield from self._known(row)

    def _known(self, row: Row) -> Iterator[Fault]:
        if row.known is not None and row.known.problem:
            yield self._wrong_when(row, Column.KNOWN_ON, None, row.known.problem)
        if _known_before_it_happened(row):
            problem = f"It became known before it happened, on {row.date_text}."
            yield self._fault(row, Column.KNOWN_ON, row.known_text, problem, _COMPARE)

    def _wrong_when(self, row: Row, day: Column, time: Column | None, problem: str) -> Fault:
        """The fault lies with the time where the day by itself is understood."""
        column, words = day, "date"
        if time is not None and row.text(time) and not self.read_when(row.text(day), "").problem:
            column, words = time, "time"
        mend = self.template.instructions.get(
            column, f"Write the {words} as the record has it, with “?” in front if in doubt."
        )
        return self._fault(row, column, row.text(column), problem, mend)

    def _missing(self, row: Row) -> Iterator[Fault]:
        for column in Column:
            if column in self.template.mandatory and not row.text(column):
                heading = self.columns.heading(column)
                yield self._fault(row, column, "", f"“{heading}” is blank.", self._ask(column))
        for heading in sorted(self.template.mandatory_headings):
            if not row.others.get(heading):
                yield Fault(row.table, row.number, heading, "", f"“{heading}” is blank.", "Fill it in.")

    def _sequence(self, row: Row) -> Iterator[Fault]:
        text = row.text(Column.SEQUENCE)
        if text and row.sequence is None:
            yield self._fault(
                row,
                Column.SEQUENCE,
                text,
                "The sequence is not a number, so it does not put the row in order.",
                "Write 1, 2, 3 for the events of one day, or leave it blank.",
            )

    def _ask(self, column: Column) -> str:
        return self.template.instructions.get(column) or _ASK.get(column, "Fill it in.")

    def _fault(self, row: Row, column: Column, found: str, problem: str, mend: str) -> Fault:
        return Fault(row.table, row.number, self.columns.heading(column), found, problem, mend)


def _ends_before_it_begins(row: Row) -> bool:
    if row.when is None or row.until is None:
        return False
    begins, ends = row.when.earliest, row.until.latest
    return begins is not None and ends is not None and ends < begins


def _known_before_it_happened(row: Row) -> bool:
    """For certain: where the record doubts either day, or it may have happened first, nothing is said."""
    if row.when is None or row.known is None or row.when.doubtful or row.known.doubtful:
        return False
    happened, known = row.when.earliest, row.known.latest
    return happened is not None and known is not None and known < happened
