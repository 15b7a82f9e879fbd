"""What readers put beside entries: comments, marks and key practice episodes. An entry itself is never touched."""

from __future__ import annotations

from django.db import models
from django.db.models import PROTECT, Q

from cairn.cases.models import LineOfEnquiry
from cairn.cases.models.in_case import InCase
from cairn.chronology.models.entries import Entry, EntryText
from cairn.kernel.handling import CASE, IDENTIFYING, OFFICIAL
from cairn.partnership.models import User

ALREADY = "The entry has this mark already."
KINDS = (("theme", ~Q(theme="")), ("line", Q(line__isnull=False)), ("episode", Q(episode__isnull=False)))


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


class Episode(InCase):
    """A key practice episode: a stretch of practice that matters for the review, under a number that it keeps."""

    number = OFFICIAL(models.PositiveIntegerField())
    title = CASE(models.CharField(max_length=120))
    why = CASE(models.TextField())
    revision = OFFICIAL(models.PositiveIntegerField(default=1))
    made_by = OFFICIAL(models.ForeignKey(User, on_delete=PROTECT, related_name="+"))
    made_at = OFFICIAL(models.DateTimeField())

    class Meta:
        ordering = ("case", "number")
        constraints = (
            models.UniqueConstraint(
                fields=("case", "number"),
                name="episode_number_is_used_once_in_a_case",
                violation_error_message="Somebody added an episode in the same moment. Send yours again.",
            ),
            models.CheckConstraint(
                condition=~Q(title="") & ~Q(why=""),
                name="episode_has_a_title_and_a_reason",
                violation_error_message="Enter a title, and why the episode matters.",
            ),
        )


class Mark(InCase):
    """One theme, line of enquiry or key practice episode on one entry. Taken off, it stays on record."""

    entry = OFFICIAL(models.ForeignKey(Entry, on_delete=PROTECT, related_name="marks"))
    theme = CASE(models.CharField(max_length=60, blank=True))  # from the vocabulary of themes
    line = OFFICIAL(models.ForeignKey(LineOfEnquiry, on_delete=PROTECT, null=True, blank=True, related_name="+"))
    episode = OFFICIAL(models.ForeignKey(Episode, on_delete=PROTECT, null=True, blank=True, related_name="marks"))
    placed_by = OFFICIAL(models.ForeignKey(User, on_delete=PROTECT, related_name="+"))
    placed_at = OFFICIAL(models.DateTimeField())
    taken_off_by = OFFICIAL(models.ForeignKey(User, on_delete=PROTECT, null=True, blank=True, related_name="+"))
    taken_off_at = OFFICIAL(models.DateTimeField(null=True, blank=True))

    class Meta:
        ordering = ("entry", "id")
        constraints = (
            models.CheckConstraint(
                condition=Q(~Q(theme=""), line__isnull=True, episode__isnull=True)
                | Q(theme="", line__isnull=False, episode__isnull=True)
                | Q(theme="", line__isnull=True, episode__isnull=False),
                name="mark_is_of_one_kind",
                violation_error_message="A mark is a theme, a line of enquiry or an episode.",
            ),
            models.CheckConstraint(
                condition=Q(taken_off_at__isnull=True, taken_off_by__isnull=True)
                | Q(taken_off_at__isnull=False, taken_off_by__isnull=False),
                name="mark_taken_off_says_by_whom",
                violation_error_message="A mark that was taken off says when and by whom.",
            ),
            *(
                models.UniqueConstraint(
                    fields=("entry", kind),
                    condition=Q(taken_off_at__isnull=True) & marked,
                    name=f"entry_has_a_live_{kind}_once",
                    violation_error_message=ALREADY,
                )
                for kind, marked in KINDS
            ),
        )
