"""The tables as Django knows them, ours and those of the libraries."""

from __future__ import annotations

from collections.abc import Iterable

from django.apps import apps
from django.db import models

from cairn.kernel.handling import Handling
from tests.gates.layers import height

# Tables that libraries bring: the gates on tables skip them, and no others.
THIRD_PARTY = frozenset(
    {
        "account.EmailAddress",
        "account.EmailConfirmation",
        "auth.Group",
        "auth.Group_permissions",
        "auth.Permission",
        "contenttypes.ContentType",
        "mfa.Authenticator",
        "sessions.Session",
        "usersessions.UserSession",
    }
)
KEEPS_DJANGOS_MANAGER = frozenset({"partnership.User"})  # the sign-in library calls it


def every_table() -> list[type[models.Model]]:
    """All tables, ours and others', those that join two tables included."""
    return list(apps.get_models(include_auto_created=True))


def ours(tables: Iterable[type[models.Model]]) -> list[type[models.Model]]:
    """The tables that are not a library's."""
    return [table for table in tables if table._meta.label not in THIRD_PARTY]


def without_class(tables: Iterable[type[models.Model]]) -> list[str]:
    """Columns that have no handling class. The number Django gives each row needs none."""
    return [
        f"{table._meta.label}.{column.name}"
        for table in tables
        for column in table._meta.local_fields
        if not isinstance(getattr(column, "handling", None), Handling)
        and not column.auto_created
        and column.model.__module__.startswith(("cairn.", "tests."))
        and _declared_here(table, column)
    ]


def _declared_here(table: type[models.Model], column: models.Field) -> bool:
    """False for the columns that Django's own account class brings (password, last sign-in)."""
    return not any(
        column.name in {field.name for field in base._meta.local_fields}
        for base in table.__mro__[1:]
        if hasattr(base, "_meta") and base.__module__.startswith("django.")
    )


def links(tables: Iterable[type[models.Model]]) -> list[tuple[type[models.Model], models.ForeignKey]]:
    """Every link from one table to another."""
    return [
        (table, column)
        for table in tables
        for column in (*table._meta.local_fields, *table._meta.local_many_to_many)
        if isinstance(column, models.ForeignKey | models.ManyToManyField)
    ]


def not_protected(tables: Iterable[type[models.Model]]) -> list[str]:
    """Links that let a row vanish or lose its reference when another is removed."""
    return [
        f"{table._meta.label}.{column.name}"
        for table, column in links(tables)
        if not isinstance(column, models.ForeignKey) or column.remote_field.on_delete is not models.PROTECT
    ]


def _label(column: models.ForeignKey) -> str:
    target = column.remote_field.model
    return target._meta.app_label if isinstance(target, type) else target.split(".")[0]


def pointing_up(tables: Iterable[type[models.Model]]) -> list[str]:
    """Links to an app that does not stand lower, by name or not."""
    return [
        f"{table._meta.label}.{column.name} -> {_label(column)}"
        for table, column in links(tables)
        if _label(column) != table._meta.app_label and height(_label(column)) >= height(table._meta.app_label)
    ]


def naming_themselves_below(tables: Iterable[type[models.Model]]) -> list[str]:
    """Links to another app that leave a name on the lower table, through which it could look up."""
    return [
        f"{table._meta.label}.{column.name}"
        for table, column in links(tables)
        if _label(column) != table._meta.app_label and column.remote_field.related_name != "+"
    ]


def with_another_manager(tables: Iterable[type[models.Model]]) -> list[str]:
    """Tables whose managers are not the one called `unscoped`."""
    return [
        f"{table._meta.label}: {', '.join(manager.name for manager in table._meta.managers)}"
        for table in tables
        if [manager.name for manager in table._meta.managers] != ["unscoped"]
        and table._meta.label not in KEEPS_DJANGOS_MANAGER
    ]


def unnamed_constraints(tables: Iterable[type[models.Model]]) -> list[str]:
    """Constraints without a sentence for the person whose input breaks them."""
    return [
        f"{table._meta.label}: {constraint.name}"
        for table in tables
        for constraint in table._meta.constraints
        if constraint.violation_error_message == constraint.default_violation_error_message
    ]


def without_meaning(tables: Iterable[type[models.Model]]) -> list[str]:
    """Tables whose docstring does not say what a row is. Django writes one where there is none."""
    return [table._meta.label for table in tables if (table.__doc__ or "").startswith(f"{table.__name__}(")]
