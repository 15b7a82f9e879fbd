"""What every row inside a case has in common."""

from __future__ import annotations

from django.db import models
from django.db.models import PROTECT

from cairn.cases.models.case import Case
from cairn.kernel.handling import OFFICIAL
from cairn.kernel.key import draw_key


class InCase(models.Model):
    """A row that belongs to one case, with a key of its own."""

    key = OFFICIAL(models.CharField(max_length=32, unique=True, default=draw_key, editable=False))
    case = OFFICIAL(models.ForeignKey(Case, on_delete=PROTECT, related_name="+"))

    unscoped = models.Manager()

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.key

    @property
    def case_key(self) -> str:
        """The key under which events of its case are found."""
        return self.case.key
