"""The national Panel's reply to a rapid review, the points it raises, and what the partners answer."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import PROTECT, F, Q

from cairn.cases.models import Decision
from cairn.cases.models.in_case import InCase
from cairn.documents.models import StoredFile
from cairn.kernel.handling import CASE, OFFICIAL
from cairn.partnership.models import Seat, User
from cairn.rapid_reviews.models.report import PanelReport


class PanelSays(models.TextChoices):
    """What the national Panel can say of a rapid review (Working Together 2023, paragraphs 345 to 352)."""

    AGREES = "agrees", "Agrees"
    AGREES_WITH_COMMENT = "agrees_with_comment", "Agrees, with a comment"
    ASKS = "asks", "Asks for information"
    DISAGREES = "disagrees", "Disagrees: thinks a further review is due, or is not"
    NATIONAL_REVIEW = "national_review", "Takes it into a national review"


SETTLES = (PanelSays.AGREES.value, PanelSays.AGREES_WITH_COMMENT.value, PanelSays.NATIONAL_REVIEW.value)


class PanelReply(InCase):
    """One letter of the national Panel about a report that was sent."""

    report = OFFICIAL(models.ForeignKey(PanelReport, on_delete=PROTECT, related_name="replies"))
    received_on = CASE(models.DateField())
    says = CASE(models.CharField(max_length=30, choices=PanelSays))
    words = CASE(models.TextField())  # what it says, summed up by the office
    reference = OFFICIAL(models.CharField(max_length=100, blank=True))
    file = OFFICIAL(models.ForeignKey(StoredFile, on_delete=PROTECT, null=True, blank=True, related_name="+"))
    recorded_by = OFFICIAL(models.ForeignKey(User, on_delete=PROTECT, related_name="+"))
    recorded_at = OFFICIAL(models.DateTimeField())

    class Meta:
        ordering = ("received_on", "id")
        constraints = (
            models.CheckConstraint(
                condition=Q(says__in=PanelSays.values) & ~Q(words=""),
                name="panel_reply_says_something",
                violation_error_message="Say what the Panel's letter says.",
            ),
        )


class PanelPoint(InCase):
    """One thing the Panel wants answered: who answers it by when, and what the answer is."""

    reply = OFFICIAL(models.ForeignKey(PanelReply, on_delete=PROTECT, related_name="points"))
    asks = CASE(models.TextField())
    owed_by = OFFICIAL(models.ForeignKey(Seat, on_delete=PROTECT, related_name="+"))
    due_on = CASE(models.DateField())
    answer = CASE(models.TextField(blank=True))
    answered_on = CASE(models.DateField(null=True, blank=True))
    answered_by = OFFICIAL(models.ForeignKey(User, on_delete=PROTECT, null=True, blank=True, related_name="+"))
    set_by = OFFICIAL(models.ForeignKey(User, on_delete=PROTECT, related_name="+"))
    set_at = OFFICIAL(models.DateTimeField())

    class Meta:
        ordering = (F("due_on").asc(), "id")
        constraints = (
            models.CheckConstraint(
                condition=~Q(asks=""), name="panel_point_asks", violation_error_message="Say what the Panel asks."
            ),
            models.CheckConstraint(
                condition=Q(answer="", answered_on__isnull=True, answered_by__isnull=True)
                | Q(answered_on__isnull=False, answered_by__isnull=False) & ~Q(answer=""),
                name="panel_point_answer_is_whole",
                violation_error_message="An answer says what, when and by whom.",
            ),
        )

    def is_late_on(self, day: date) -> bool:
        """Whether it is still unanswered after the day agreed."""
        return self.answered_on is None and day > self.due_on


class OurAnswer(InCase):
    """The partners' letter back: with the decision it rests on, because a position is kept or changed with reasons."""

    reply = OFFICIAL(models.OneToOneField(PanelReply, on_delete=PROTECT, related_name="our_answer"))
    decision = OFFICIAL(models.ForeignKey(Decision, on_delete=PROTECT, related_name="+"))
    sent_on = CASE(models.DateField())
    words = CASE(models.TextField())
    file = OFFICIAL(models.ForeignKey(StoredFile, on_delete=PROTECT, null=True, blank=True, related_name="+"))
    recorded_by = OFFICIAL(models.ForeignKey(User, on_delete=PROTECT, related_name="+"))
    recorded_at = OFFICIAL(models.DateTimeField())

    class Meta:
        ordering = ("sent_on", "id")
        constraints = (
            models.CheckConstraint(
                condition=~Q(words=""),
                name="our_answer_says_something",
                violation_error_message="Say what the partners answered.",
            ),
        )
