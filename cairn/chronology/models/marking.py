"""What readers put beside entries: comments, marks and key practice episodes. An entry itself is never touched."""

from __future__ import annotations

from django.db import models
from django.db.models import PROTECT, Q

from cairn.cases.models.in_case import InCase
from cairn.chronology.models.entries import Entry, EntryText
from cairn.kernel.handling import IDENTIFYING, OFFICIAL
from cairn.partnership.models import User


class EntryComment(InCase):
    """What a reader says of an entry, and of which words of it. It is withdrawn, never deleted."""

    entry = OFFICIAL(models.ForeignKey(Entry, on_delete=PROTECT, related_name="comments"))
    text = OFFICIAL(models.ForeignKey(EntryText, on_delete=PROTECT, related_name="+"))  # the row as she read it
    words = IDENTIFYING(models.TextField())
    said_by = OFFICIAL(models.ForeignKey(User, on_delete=PROTECT, related_name="+"))
    said_at = OFFICIAL(models.DateTimeField())
    withdrawn_by = OFFICIAL(models.ForeignKey(User, on_delete=PROTECT, null=True, blank=True, related_name="+"))
    withdrawn_at = OFFICIAL(models.DateTimeField(null=True, blank=True))

    class Meta:
        ordering = ("said_at", "id")
        constraints = (
            models.CheckConstraint(
                condition=~Q(words=""),
                name="entry_comment_says_something",
                violation_error_message="Write your comment.",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True, withdrawn_by__isnull=True)
                | Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False),
                name="entry_comment_withdrawn_is_whole",
                violation_error_message="A comment that was withdrawn says when and by whom.",
            ),
        )
