"""What a meeting takes, what was laid before it, and what came of each item."""

from __future__ import annotations

from django.db import models
from django.db.models import PROTECT, Q

from cairn.actions.models import Action
from cairn.cases.models import Case
from cairn.documents.models import StoredFile
from cairn.kernel.handling import CASE, OFFICIAL
from cairn.kernel.key import draw_key
from cairn.meetings.models.meeting import Meeting
from cairn.partnership.models import User


class Part(models.TextChoices):
    """Where on the agenda an item stands, and what it is about."""

    OPENING = "opening", "At the start"
    CASE = "case", "A case"
    OTHER = "other", "Other business of the group"
    CLOSING = "closing", "At the end"


class AgendaItem(models.Model):
    """One item of a meeting. Numbers are never kept: each reader's agenda is numbered from what is there for her.

    An item about a case is there for those who read meetings on that case, and for nobody else.
    """

    key = OFFICIAL(models.CharField(max_length=32, unique=True, default=draw_key, editable=False))
    meeting = OFFICIAL(models.ForeignKey(Meeting, on_delete=PROTECT, related_name="items"))
    part = OFFICIAL(models.CharField(max_length=10, choices=Part))
    case = OFFICIAL(models.ForeignKey(Case, on_delete=PROTECT, null=True, blank=True, related_name="+"))
    standing = OFFICIAL(models.CharField(max_length=40, blank=True))  # its id on the shipped checklist
    title = CASE(models.CharField(max_length=200))
    put_by = OFFICIAL(models.ForeignKey(User, on_delete=PROTECT, related_name="+"))
    put_at = OFFICIAL(models.DateTimeField())
    off_by = OFFICIAL(models.ForeignKey(User, on_delete=PROTECT, null=True, blank=True, related_name="+"))
    off_at = OFFICIAL(models.DateTimeField(null=True, blank=True))

    unscoped = models.Manager()

    class Meta:
        ordering = ("id",)
        constraints = (
            models.CheckConstraint(
                condition=Q(part=Part.CASE.value, case__isnull=False, standing="")
                | Q(part=Part.OTHER.value, case__isnull=True, standing="")
                | Q(part__in=[Part.OPENING.value, Part.CLOSING.value], case__isnull=True) & ~Q(standing=""),
                name="item_is_of_a_case_or_standing_or_other",
                violation_error_message="An item is about a case, or is a standing one, or is other business.",
            ),
            models.CheckConstraint(
                condition=~Q(title=""),
                name="item_has_a_title",
                violation_error_message="Say what the item is, naming nobody.",
            ),
            models.CheckConstraint(
                condition=Q(off_by__isnull=True, off_at__isnull=True) | Q(off_by__isnull=False, off_at__isnull=False),
                name="item_taken_off_is_whole",
                violation_error_message="An item that was taken off says when and by whom.",
            ),
            models.UniqueConstraint(
                fields=("meeting", "case"),
                condition=Q(off_at__isnull=True, case__isnull=False),
                name="item_takes_a_case_once",
                violation_error_message="This case is on the agenda already.",
            ),
        )

    def __str__(self) -> str:
        return self.key

    @property
    def case_key(self) -> str:
        """The key under which events of its case are found; empty for an item of no case."""
        return self.case.key if self.case else ""


class OfItem(models.Model):
    """A row that belongs to one item, and so to the case the item is about, if any."""

    key = OFFICIAL(models.CharField(max_length=32, unique=True, default=draw_key, editable=False))
    item = OFFICIAL(models.ForeignKey(AgendaItem, on_delete=PROTECT, related_name="+"))

    unscoped = models.Manager()

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.key

    @property
    def case_key(self) -> str:
        """The key under which events of its case are found; empty for an item of no case."""
        return self.item.case_key


class Paper(OfItem):
    """What is laid before the meeting for one item: words to be read, or a file of the same case."""

    title = CASE(models.CharField(max_length=200))
    words = CASE(models.TextField(blank=True))
    file = CASE(models.ForeignKey(StoredFile, on_delete=PROTECT, null=True, blank=True, related_name="+"))
    put_by = OFFICIAL(models.ForeignKey(User, on_delete=PROTECT, related_name="+"))
    put_at = OFFICIAL(models.DateTimeField())

    class Meta:
        ordering = ("id",)
        constraints = (
            models.CheckConstraint(
                condition=Q(file__isnull=True) & ~Q(words="") | Q(file__isnull=False, words=""),
                name="paper_is_words_or_a_file",
                violation_error_message="A paper is written here, or is a document of the case.",
            ),
            models.CheckConstraint(
                condition=~Q(title=""),
                name="paper_has_a_title",
                violation_error_message="A paper needs a title that names nobody.",
            ),
        )


class ItemMinute(OfItem):
    """What was said on an item and what was decided: each version whole, the latest counts, all stay."""

    version = OFFICIAL(models.PositiveIntegerField())
    discussion = CASE(models.TextField())
    decision = CASE(models.TextField(blank=True))
    recorded_by = OFFICIAL(models.ForeignKey(User, on_delete=PROTECT, related_name="+"))
    recorded_at = OFFICIAL(models.DateTimeField())

    class Meta:
        ordering = ("version",)
        constraints = (
            models.CheckConstraint(
                condition=~Q(discussion=""),
                name="minute_says_something",
                violation_error_message="Say what was discussed.",
            ),
            models.UniqueConstraint(
                fields=("item", "version"),
                name="minute_version_is_used_once",
                violation_error_message="Somebody minuted this item while you were typing.",
            ),
        )


class ItemAction(OfItem):
    """An action that was set at an item. What became of it is read where actions are."""

    action = CASE(models.OneToOneField(Action, on_delete=PROTECT, related_name="+"))

    class Meta:
        ordering = ("id",)


class HandOver(OfItem):
    """What the meeting hands to another forum, and by when: the reflection at its end above all (OB-071)."""

    forum = OFFICIAL(models.CharField(max_length=200))
    what = CASE(models.TextField())
    due_on = CASE(models.DateField(null=True, blank=True))
    handed_by = OFFICIAL(models.ForeignKey(User, on_delete=PROTECT, related_name="+"))
    handed_at = OFFICIAL(models.DateTimeField())

    class Meta:
        ordering = ("id",)
        constraints = (
            models.CheckConstraint(
                condition=~Q(forum="") & ~Q(what=""),
                name="hand_over_says_what_and_to_whom",
                violation_error_message="Say what is handed over, and to which forum.",
            ),
        )
