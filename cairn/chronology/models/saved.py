"""What a reader keeps for herself of the combined chronology."""

from __future__ import annotations

from django.db import models
from django.db.models import PROTECT, Q

from cairn.cases.models.in_case import InCase
from cairn.kernel.handling import CASE, OFFICIAL, SPECIAL_CATEGORY
from cairn.partnership.models import User

LONGEST_TITLE = 60


class SavedView(InCase):
    """Filters of the combined chronology that one reader kept under a title of her own. Nobody else sees it."""

    user = OFFICIAL(models.ForeignKey(User, on_delete=PROTECT, related_name="+"))
    title = CASE(models.CharField(max_length=LONGEST_TITLE))
    query = SPECIAL_CATEGORY(models.TextField(blank=True))  # the filters as the address of the page has them
    saved_at = OFFICIAL(models.DateTimeField())

    class Meta:
        ordering = ("title", "id")
        constraints = (
            models.CheckConstraint(
                condition=~Q(title=""), name="saved_view_has_a_title", violation_error_message="Give the view a title."
            ),
            models.UniqueConstraint(
                fields=("case", "user", "title"),
                name="saved_view_title_is_used_once",
                violation_error_message="You have a view with this title already.",
            ),
        )
