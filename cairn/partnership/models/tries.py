"""Tries at the door, counted where every process sees them."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from cairn.kernel.handling import OFFICIAL


class Try(models.Model):
    """What the sign-in library counts under one name, until a moment of the machine's time. Plain JSON, no objects."""

    name = OFFICIAL(models.CharField(max_length=250, unique=True))
    value = OFFICIAL(models.JSONField())
    ends_at = OFFICIAL(models.DateTimeField(db_index=True))

    unscoped = models.Manager()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=~Q(name=""),
                name="try_has_a_name",
                violation_error_message="What is counted needs a name.",
            ),
        )

    def __str__(self) -> str:
        return self.name
