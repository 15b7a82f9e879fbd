"""Actions, how far each has come, and what was said and seen of its being done."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import PROTECT, F, Q

from cairn.actions.states import ActionState, action_state
from cairn.cases.models.in_case import InCase
from cairn.kernel.handling import CASE, OFFICIAL
from cairn.partnership.models import Agency, Seat, User


class Origin(models.TextChoices):
    """What asked for it."""

    IMMEDIATE_SAFETY = "immediate_safety", "Immediate safety of a child"
    IMMEDIATE_LEARNING = "immediate_learning", "Immediate learning"
    MEETING = "meeting", "A meeting"
    RAPID_REVIEW = "rapid_review", "The rapid review"
    REMINDER = "reminder", "A reminder of what is known already"


class Action(InCase):
    """What an agency must do, by a day that was agreed, and why that helps children (OB-034).

    `repeats` says which earlier reminder this one says again (OB-140); `raised_also_by` who else found the same, such
    as the Child Death Overview Panel (OB-141).
    """

    what = CASE(models.CharField(max_length=300))
    why = CASE(models.TextField())
    origin = CASE(models.CharField(max_length=30, choices=Origin))
    source_words = CASE(models.CharField(max_length=200, blank=True))
    agency = CASE(models.ForeignKey(Agency, on_delete=PROTECT, related_name="+"))
    seat = CASE(models.ForeignKey(Seat, on_delete=PROTECT, null=True, blank=True, related_name="+"))
    due_on = CASE(models.DateField())
    repeats = CASE(models.CharField(max_length=300, blank=True))
    raised_also_by = CASE(models.CharField(max_length=200, blank=True))
    set_by = OFFICIAL(models.ForeignKey(User, on_delete=PROTECT, related_name="+"))
    set_at = OFFICIAL(models.DateTimeField())
    dropped_by = OFFICIAL(models.ForeignKey(User, on_delete=PROTECT, null=True, blank=True, related_name="+"))
    dropped_at = OFFICIAL(models.DateTimeField(null=True, blank=True))
    dropped_reason = CASE(models.TextField(blank=True))

    class Meta:
        ordering = ("due_on", "id")
        constraints = (
            models.CheckConstraint(
                condition=~Q(what="") & ~Q(why=""),
                name="action_says_what_and_why",
                violation_error_message="An action says what is to be done, and why that helps children.",
            ),
            models.CheckConstraint(
                condition=Q(origin__in=Origin.values),
                name="action_origin_is_known",
                violation_error_message="Choose what asked for the action.",
            ),
            models.CheckConstraint(
                condition=Q(dropped_by__isnull=True, dropped_at__isnull=True, dropped_reason="")
                | Q(dropped_by__isnull=False, dropped_at__isnull=False) & ~Q(dropped_reason=""),
                name="action_dropped_is_whole",
                violation_error_message="A dropped action says when, by whom and why.",
            ),
        )

    @property
    def is_repeat(self) -> bool:
        """Whether it says again what was said before."""
        return bool(self.repeats)

    @property
    def standing(self) -> SaidDone | None:
        """The word that it is done, if it was not sent back."""
        return next((row for row in self.words_of_done.all() if row.sent_back_at is None), None)

    @property
    def state(self) -> ActionState:
        """To do, said to be done, verified or dropped."""
        standing = self.standing
        return action_state(
            dropped=self.dropped_at is not None,
            said_done=standing is not None,
            verified=standing is not None and standing.verified_at is not None,
        )

    def is_late_on(self, day: date) -> bool:
        """Whether it is still to be done after the day that was agreed."""
        return self.state is ActionState.OPEN and day > self.due_on


class Progress(InCase):
    """How far an action has come, in the words of whoever owes it. Added to, never changed."""

    action = CASE(models.ForeignKey(Action, on_delete=PROTECT, related_name="progress"))
    words = CASE(models.TextField())
    said_by = OFFICIAL(models.ForeignKey(User, on_delete=PROTECT, related_name="+"))
    said_at = OFFICIAL(models.DateTimeField())

    class Meta:
        ordering = ("said_at", "id")
        constraints = (
            models.CheckConstraint(
                condition=~Q(words=""),
                name="progress_says_something",
                violation_error_message="Say how far it has come.",
            ),
        )


class SaidDone(InCase):
    """Somebody says that an action is done, and on what evidence; another verifies it, or sends it back."""

    action = CASE(models.ForeignKey(Action, on_delete=PROTECT, related_name="words_of_done"))
    done_on = CASE(models.DateField())
    evidence = CASE(models.TextField())
    said_by = OFFICIAL(models.ForeignKey(User, on_delete=PROTECT, related_name="+"))
    said_at = OFFICIAL(models.DateTimeField())
    verified_on = CASE(models.DateField(null=True, blank=True))
    verified_by = OFFICIAL(models.ForeignKey(User, on_delete=PROTECT, null=True, blank=True, related_name="+"))
    verified_at = OFFICIAL(models.DateTimeField(null=True, blank=True))
    verified_words = CASE(models.TextField(blank=True))
    sent_back_by = OFFICIAL(models.ForeignKey(User, on_delete=PROTECT, null=True, blank=True, related_name="+"))
    sent_back_at = OFFICIAL(models.DateTimeField(null=True, blank=True))
    sent_back_reason = CASE(models.TextField(blank=True))

    class Meta:
        ordering = ("said_at", "id")
        constraints = (
            models.CheckConstraint(
                condition=~Q(evidence=""),
                name="said_done_gives_evidence",
                violation_error_message="Say what shows that it was done.",
            ),
            models.CheckConstraint(
                condition=Q(verified_on__isnull=True, verified_by__isnull=True, verified_at__isnull=True)
                & Q(verified_words="")
                | Q(verified_on__isnull=False, verified_by__isnull=False, verified_at__isnull=False)
                & ~Q(verified_words=""),
                name="verified_is_whole",
                violation_error_message="Verification says when, by whom and what was seen.",
            ),
            models.CheckConstraint(
                condition=Q(verified_by__isnull=True) | ~Q(verified_by=F("said_by")),
                name="verified_by_another",
                violation_error_message="Somebody else verifies it than the one who said it was done.",
            ),
            models.CheckConstraint(
                condition=Q(sent_back_by__isnull=True, sent_back_at__isnull=True, sent_back_reason="")
                | Q(sent_back_by__isnull=False, sent_back_at__isnull=False, verified_at__isnull=True)
                & ~Q(sent_back_reason=""),
                name="sent_back_is_whole_and_not_verified",
                violation_error_message="What is sent back says when, by whom and why, and was not verified.",
            ),
            models.UniqueConstraint(
                fields=("action",),
                condition=Q(sent_back_at__isnull=True),
                name="said_done_stands_once",
                violation_error_message="Somebody has said already that it is done.",
            ),
        )
