"""Taking a row for one act, so that two people cannot change it at once."""

from __future__ import annotations

from typing import TypeVar

from django.db import models

Row = TypeVar("Row", bound=models.Model)


def locked(row: Row) -> Row:
    """The row as it is now, locked until the transaction ends. Raises DoesNotExist if it is gone."""
    return type(row)._base_manager.select_for_update().get(pk=row.pk)
