"""What somebody may read of a case because it was released to her by name."""

from __future__ import annotations

from django.db import models
from django.db.models import PROTECT, F, Q

from cairn.cases.models.in_case import InCase
from cairn.kernel.handling import CASE, OFFICIAL
from cairn.partnership.models import User


class Released(InCase):
    """One kind of record of the case is open to one named person, from a moment and until a moment.

    It opens nothing of a case that is not open to her: being let in comes first.
    """

    user = OFFICIAL(models.ForeignKey(User, on_delete=PROTECT, related_name="+"))
    action = OFFICIAL(models.CharField(max_length=40))  # the action of reading, as the matrix names it
    reason = CASE(models.CharField(max_length=300))
    released_by = OFFICIAL(models.ForeignKey(User, on_delete=PROTECT, related_name="+"))
    starts_at = OFFICIAL(models.DateTimeField())
    ends_at = OFFICIAL(models.DateTimeField())
    recalled_by = OFFICIAL(models.ForeignKey(User, on_delete=PROTECT, null=True, blank=True, related_name="+"))
    recall_reason = CASE(models.CharField(max_length=300, blank=True))

    class Meta:
        ordering = ("starts_at", "id")
        verbose_name = "release"
        constraints = (
            models.CheckConstraint(
                condition=~Q(reason=""),
                name="release_has_a_reason",
                violation_error_message="Say why it is released.",
            ),
            models.CheckConstraint(
                condition=Q(ends_at__gte=F("starts_at")),
                name="release_ends_after_it_starts",
                violation_error_message="A release cannot end before it starts.",
            ),
            models.CheckConstraint(
                condition=Q(recalled_by__isnull=True, recall_reason="")
                | Q(recalled_by__isnull=False) & ~Q(recall_reason=""),
                name="release_recalled_says_by_whom_and_why",
                violation_error_message="A release that was recalled says by whom and why.",
            ),
        )
