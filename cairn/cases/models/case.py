"""The case itself: one incident or concern considered."""

from __future__ import annotations

import secrets

from django.db import models
from django.db.models import PROTECT, Q

from cairn.cases.states import CaseState
from cairn.kernel.handling import CASE, OFFICIAL
from cairn.kernel.key import draw_key
from cairn.partnership.models import User

LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"  # none that is mistaken for another: no 0 O 1 I L U


def draw_reference() -> str:
    """A reference to say over the telephone, such as CR-7KD4-M2: drawn at random, so gaps and order tell nothing."""
    drawn = "".join(secrets.choice(LETTERS) for _ in range(6))
    return f"CR-{drawn[:4]}-{drawn[4:]}"


class CaseKind(models.TextChoices):
    """What brought the case here."""

    SERIOUS_INCIDENT = "serious_incident", "Serious incident"
    CONCERN = "concern", "Concern that is not a serious incident"
    LOOKED_AFTER_DEATH = "looked_after_death", "Death of a looked-after child"
    CARE_LEAVER_DEATH = "care_leaver_death", "Death of a care leaver up to 24"
    OTHER_AREA = "other_area", "Another area's case, to which we contribute"


class Case(models.Model):
    """One incident or concern the partnership considers, from the day it is opened until it is closed.

    The label is a pseudonym ("Child R"). Two cases may have the same one: a form must not reveal another case.
    """

    key = OFFICIAL(models.CharField(max_length=32, unique=True, default=draw_key, editable=False))
    reference = OFFICIAL(models.CharField(max_length=12, unique=True, default=draw_reference, editable=False))
    kind = CASE(models.CharField(max_length=30, choices=CaseKind))
    label = CASE(models.CharField(max_length=60))
    told_by = CASE(models.CharField(max_length=200))
    opened_at = OFFICIAL(models.DateTimeField())
    opened_by = OFFICIAL(models.ForeignKey(User, on_delete=PROTECT, related_name="+"))
    closed_at = OFFICIAL(models.DateTimeField(null=True, blank=True))
    closed_by = OFFICIAL(models.ForeignKey(User, on_delete=PROTECT, null=True, blank=True, related_name="+"))
    closed_reason = CASE(models.TextField(blank=True))

    unscoped = models.Manager()

    class Meta:
        ordering = ("-opened_at", "-id")
        constraints = (
            models.CheckConstraint(
                condition=Q(kind__in=CaseKind.values),
                name="case_kind_is_known",
                violation_error_message="Choose the kind of case from the list.",
            ),
            models.CheckConstraint(
                condition=~Q(label="") & ~Q(told_by=""),
                name="case_has_a_label_and_a_source",
                violation_error_message="A case needs a label, and who told the partnership.",
            ),
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True, closed_by__isnull=True, closed_reason="")
                | Q(closed_at__isnull=False, closed_by__isnull=False) & ~Q(closed_reason=""),
                name="case_closing_is_whole",
                violation_error_message="A closed case says when, by whom and why.",
            ),
        )

    def __str__(self) -> str:
        return self.reference

    @property
    def case_key(self) -> str:
        """The key under which events of this case are found."""
        return self.key

    @property
    def state(self) -> CaseState:
        """Open or closed."""
        return CaseState.OPEN if self.closed_at is None else CaseState.CLOSED
