"""What somebody who works with labels asked to see, and why."""

from __future__ import annotations

from django.db import models
from django.db.models import PROTECT, Q

from cairn.cases.models.in_case import InCase
from cairn.kernel.handling import CASE, OFFICIAL
from cairn.partnership.models import User


class NamesShown(InCase):
    """Somebody switched real names on for one case and one sitting, and said what she needed them for."""

    user = OFFICIAL(models.ForeignKey(User, on_delete=PROTECT, related_name="+"))
    reason = CASE(models.CharField(max_length=300))
    at = OFFICIAL(models.DateTimeField())

    class Meta:
        ordering = ("-at", "-id")
        verbose_name = "names shown"
        constraints = (
            models.CheckConstraint(
                condition=~Q(reason=""),
                name="names_shown_has_a_reason",
                violation_error_message="Say why you need the real names.",
            ),
        )
