"""What was decided on a case, limb by limb, by whom it was agreed, and who was told. Nothing is overwritten."""

from __future__ import annotations

from django.db import models
from django.db.models import PROTECT, Q

from cairn.cases.models.in_case import InCase
from cairn.kernel.handling import CASE, OFFICIAL
from cairn.kernel.key import draw_key
from cairn.partnership.models import Seat, User


class DecisionKind(models.TextChoices):
    """What was asked. The questions themselves are in `cairn.cases.engine.deciding`."""

    NOTIFY = "notify", "Is it notifiable?"
    SERIOUS_CASE = "serious_case", "Is it a serious case?"
    LOCAL_REVIEW = "local_review", "Which review follows, if any?"
    NATIONAL = "national_importance", "Is it of national importance?"
    POSITION = "position", "What do the partners answer the national Panel?"


class LegalAdvice(models.TextChoices):
    """Whether legal advice was taken. What it said is kept apart, by those who gave it."""

    TAKEN = "taken", "Taken"
    NOT_TAKEN = "not_taken", "Not taken"
    ASKED_FOR = "asked_for", "Asked for, not given yet"


class Decision(InCase):
    """One decision with its reasons, under the edition it was taken by. A change is a new decision citing the old."""

    kind = OFFICIAL(models.CharField(max_length=30, choices=DecisionKind))
    edition = OFFICIAL(models.CharField(max_length=20))
    edition_fingerprint = OFFICIAL(models.CharField(max_length=64))
    outcome = CASE(models.CharField(max_length=30))
    reasons = CASE(models.TextField())
    evidence = CASE(models.TextField())  # what was seen: documents with their versions, returns, conversations
    alternatives = CASE(models.TextField())  # what else was considered, for and against
    asked = CASE(models.TextField(blank=True))  # who was asked before it was decided
    dissent = CASE(models.TextField(blank=True))  # who saw it otherwise, and how that was resolved
    legal_advice = OFFICIAL(models.CharField(max_length=20, choices=LegalAdvice))
    legal_topic = CASE(models.CharField(max_length=300, blank=True))  # advised on what, when; never what was said
    for_family = CASE(models.TextField(blank=True))  # the sentence the family will be given
    decided_on = CASE(models.DateField())
    recorded_by = OFFICIAL(models.ForeignKey(User, on_delete=PROTECT, related_name="+"))
    recorded_at = OFFICIAL(models.DateTimeField())
    instead_of = OFFICIAL(
        models.OneToOneField("self", on_delete=PROTECT, null=True, blank=True, related_name="replaced_by")
    )

    class Meta:
        ordering = ("recorded_at", "id")
        constraints = (
            models.CheckConstraint(
                condition=Q(kind__in=DecisionKind.values),
                name="decision_kind_is_known",
                violation_error_message="Choose what is decided from the list.",
            ),
            models.CheckConstraint(
                condition=~Q(outcome="") & ~Q(reasons="") & ~Q(evidence="") & ~Q(alternatives=""),
                name="decision_is_whole",
                violation_error_message="A decision says what came of it, why, what was seen, what else was weighed.",
            ),
            models.CheckConstraint(
                condition=Q(legal_advice__in=LegalAdvice.values),
                name="decision_legal_advice_is_known",
                violation_error_message="Say whether legal advice was taken.",
            ),
            models.CheckConstraint(
                condition=Q(legal_advice=LegalAdvice.NOT_TAKEN.value, legal_topic="")
                | ~Q(legal_advice=LegalAdvice.NOT_TAKEN.value) & ~Q(legal_topic=""),
                name="decision_legal_advice_says_on_what",
                violation_error_message="Say on what legal advice was taken or asked for, and when.",
            ),
            models.UniqueConstraint(
                fields=("case", "kind"),
                condition=Q(instead_of__isnull=True),
                name="decision_begins_once",
                violation_error_message="Somebody decided this first. A change is a new decision citing theirs.",
            ),
        )

    @property
    def is_replaced(self) -> bool:
        """Whether a later decision stands in its place."""
        return hasattr(self, "replaced_by")


class LimbMet(models.TextChoices):
    """Whether a limb was met. Not known is an answer of its own."""

    YES = "yes", "Yes"
    NO = "no", "No"
    NOT_KNOWN = "not_known", "Not known"


class LimbTested(models.Model):
    """One limb of a decision: whether it was met, why, and what shows it. The words are those of the day."""

    key = OFFICIAL(models.CharField(max_length=32, unique=True, default=draw_key, editable=False))
    decision = OFFICIAL(models.ForeignKey(Decision, on_delete=PROTECT, related_name="limbs"))
    name = OFFICIAL(models.CharField(max_length=60))
    meaning = OFFICIAL(models.TextField())
    reference = OFFICIAL(models.CharField(max_length=300))
    met = CASE(models.CharField(max_length=10, choices=LimbMet))
    why = CASE(models.TextField())

    unscoped = models.Manager()

    class Meta:
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(
                fields=("decision", "name"),
                name="limb_is_tested_once",
                violation_error_message="Each limb is tested once in a decision.",
            ),
            models.CheckConstraint(
                condition=Q(met__in=LimbMet.values) & ~Q(why=""),
                name="limb_says_why",
                violation_error_message="Each limb is met, not met or not known, and says why.",
            ),
        )

    def __str__(self) -> str:
        return self.key

    @property
    def case_key(self) -> str:
        """The key under which events of its case are found."""
        return self.decision.case.key


class Stance(models.TextChoices):
    """How somebody stands to a decision."""

    AGREES = "agrees", "Agrees"
    DISSENTS = "dissents", "Dissents"
    COMMENTS = "comments", "Comments"


class Voice(InCase):
    """What one delegate of a partner, or the scrutineer, said of a decision. A change is a new version."""

    decision = OFFICIAL(models.ForeignKey(Decision, on_delete=PROTECT, related_name="voices"))
    seat = OFFICIAL(models.ForeignKey(Seat, on_delete=PROTECT, related_name="+"))
    version = OFFICIAL(models.PositiveIntegerField())
    stance = CASE(models.CharField(max_length=10, choices=Stance))
    words = CASE(models.TextField(blank=True))
    given_on = CASE(models.DateField())
    came_by = CASE(models.CharField(max_length=200, blank=True))  # how the office learned of it; blank: said here
    recorded_by = OFFICIAL(models.ForeignKey(User, on_delete=PROTECT, related_name="+"))
    recorded_at = OFFICIAL(models.DateTimeField())

    class Meta:
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(
                fields=("decision", "seat", "version"),
                name="voice_version_is_used_once",
                violation_error_message="Somebody changed this while you were typing.",
            ),
            models.CheckConstraint(
                condition=Q(stance=Stance.AGREES.value) | Q(stance__in=Stance.values) & ~Q(words=""),
                name="voice_that_dissents_or_comments_says_why",
                violation_error_message="Say why.",
            ),
        )


class Told(InCase):
    """Somebody was told of a decision: the family, an agency, another area."""

    decision = OFFICIAL(models.ForeignKey(Decision, on_delete=PROTECT, related_name="told"))
    whom = CASE(models.CharField(max_length=200))
    told_on = CASE(models.DateField())
    how = CASE(models.CharField(max_length=300))
    recorded_by = OFFICIAL(models.ForeignKey(User, on_delete=PROTECT, related_name="+"))
    recorded_at = OFFICIAL(models.DateTimeField())

    class Meta:
        ordering = ("told_on", "id")
        constraints = (
            models.CheckConstraint(
                condition=~Q(whom="") & ~Q(how=""),
                name="told_says_whom_and_how",
                violation_error_message="Say who was told, and how.",
            ),
        )
