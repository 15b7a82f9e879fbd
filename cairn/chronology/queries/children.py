"""When the children whom a case is about were born: for their age at an event, and for what nobody could see before."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from cairn.cases.models import Case, PersonIdentity, PersonKind, Precision
from cairn.cases.policy import Rights
from cairn.chronology.engine.ages import Days, age
from cairn.chronology.models import EntryText


def ages_at(rights: Rights, case: Case, text: EntryText, *, names_shown: bool) -> list[tuple[str, str]]:
    """How old each child was at what a row tells, by label, for readers who may know birth dates; nobody else's."""
    if not rights.can("read_identity", case, names_shown=names_shown):
        return []
    at = Days(text.first_day, text.last_day)
    if at == Days(None, None):
        return []
    return [(label, age(born, at, doubtful=text.doubtful)) for label, born in _born(case)]


def first_birth(case: Case) -> date | None:
    """The first day on which the eldest of the children can have been born; none if no birth date is on record."""
    return min((born.earliest for _, born in _born(case) if born.earliest), default=None)


def _born(case: Case) -> Iterator[tuple[str, Days]]:
    """Each child by label with the days on which she can have been born, as last recorded: one query."""
    kept = PersonIdentity.unscoped.filter(person__case=case, person__kind=PersonKind.SUBJECT_CHILD)
    rows = kept.order_by("person", "version").values_list("person__label", "born_on", "born_precision")
    last = {label: (born_on, precision) for label, born_on, precision in rows}
    for label, (born_on, precision) in last.items():
        if born_on is not None:
            yield label, Days(born_on, _last_day(born_on, precision))


def _last_day(first: date, precision: str) -> date:
    if precision == Precision.YEAR:
        return date(first.year, 12, 31)
    if precision == Precision.MONTH:
        return first.replace(day=monthrange(first.year, first.month)[1])
    return first
