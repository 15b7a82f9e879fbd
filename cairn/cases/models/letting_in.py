"""Why an agency's own people can see a case: because the agency was asked something."""

from __future__ import annotations

from django.db import models
from django.db.models import PROTECT, Q

from cairn.cases.models.access import AccessGiven
from cairn.cases.models.in_case import InCase
from cairn.kernel.handling import OFFICIAL


class LetIn(InCase):
    """Access given so that an agency can answer. It ends when nothing it was given for is open any more.

    `asked` is the key of what was asked, a row of whichever app asked it.
    """

    access = OFFICIAL(models.ForeignKey(AccessGiven, on_delete=PROTECT, related_name="+"))
    asked = OFFICIAL(models.CharField(max_length=32, db_index=True))
    over_at = OFFICIAL(models.DateTimeField(null=True, blank=True))

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=~Q(asked=""),
                name="let_in_for_something_asked",
                violation_error_message="Access to answer is given for something that was asked.",
            ),
            models.UniqueConstraint(
                fields=("access", "asked"),
                condition=Q(over_at__isnull=True),
                name="let_in_once_for_one_question",
                violation_error_message="Access is given for this question already.",
            ),
        )
