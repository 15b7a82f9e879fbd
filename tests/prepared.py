"""Something built once by commands, and put back whole into each test that asks for it.

Building by commands is slow (every act is sealed into the audit chain); putting the rows back is a few inserts. Keys
and primary keys are the same all through a run, so what was built can be looked up again.
"""

from __future__ import annotations

from collections.abc import Callable

from django.apps import apps
from django.db import models, transaction

from cairn.audit.models import Event

Rows = dict[type[models.Model], dict[object, models.Model | None]]  # none: the row was removed
NOT_OURS = {"contenttypes.contenttype", "auth.permission", "sessions.session", "partnership.try"}

_prepared: dict[str, dict[str, Rows]] = {}  # by name, then by what had been done before


class _PutAside(Exception):
    """Undoes what was built, once it has been copied."""


def put_back(name: str, build: Callable[[], object]) -> None:
    """Have in the database what `build` makes, building it only the first time it is asked for in this run.

    What a test did in between makes another beginning: what was built on one is not put back on another.
    """
    known, begins = _prepared.setdefault(name, {}), _last_seal()
    rows_of = next((rows for rows in known.values() if _is_there(rows)), None) or known.get(begins)
    if rows_of is None:
        rows_of = known[begins] = _built(build)
    for model, rows in rows_of.items():
        model._base_manager.filter(pk__in=[key for key, row in rows.items() if row is None]).delete()
        _write(model, [row for row in rows.values() if row is not None])


def _is_there(rows: Rows) -> bool:
    """Whether it was put back in this test already: the first event of it is on record."""
    seals = [row.seal for row in rows.get(Event, {}).values() if isinstance(row, Event)]
    return bool(seals) and Event.unscoped.filter(seal=seals[0]).exists()


def _last_seal() -> str:
    """What the chain of events ends with: the same only where the same was done before."""
    return Event.unscoped.order_by("seq").values_list("seal", flat=True).last() or ""


def _built(build: Callable[[], object]) -> Rows:
    made: Rows = {}
    try:
        with transaction.atomic():
            before = everything()
            build()
            made = differences(before, everything())
            raise _PutAside
    except _PutAside:
        return made


def everything() -> Rows:
    """All rows there are, by their tables."""
    tables = (model for model in apps.get_models() if model._meta.label_lower not in NOT_OURS and model._meta.managed)
    return {model: {row.pk: row for row in model._base_manager.all()} for model in tables}


def differences(before: Rows, after: Rows) -> Rows:
    """The rows that are not as they were, by their tables."""
    changed: Rows = {
        model: {key: row for key, row in rows.items() if _columns(row) != _columns(before[model].get(key))}
        | dict.fromkeys(before[model].keys() - rows.keys())
        for model, rows in after.items()
    }
    return {model: rows for model, rows in changed.items() if rows}


def _columns(row: models.Model | None) -> dict[str, object] | None:
    return row and {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}


def _write(model: type[models.Model], rows: list[models.Model]) -> None:
    there = {row.pk: row for row in model._base_manager.filter(pk__in=[row.pk for row in rows])}
    model._base_manager.bulk_create([row for row in rows if row.pk not in there])
    for row in rows:
        # What is as it was is left alone: an event on record may not even be written over with itself.
        if row.pk in there and _columns(row) != _columns(there[row.pk]):
            row.save(force_update=True)
