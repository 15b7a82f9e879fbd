"""What the partnership owes without a case: the yearly report, its copies, the yearly check of the reference shelf."""

from __future__ import annotations

from django.db import models
from django.db.models import PROTECT, F, Q

from cairn.kernel.handling import OFFICIAL
from cairn.kernel.key import draw_key
from cairn.partnership.models.people import User
from cairn.partnership.models.seat import Seat


class PartnershipDuty(models.Model):
    """One thing owed by a seat for one period, derived from guidance; done, or late with a reason."""

    key = OFFICIAL(models.CharField(max_length=32, unique=True, default=draw_key, editable=False))
    duty = OFFICIAL(models.CharField(max_length=60))  # the duty's id in guidance
    edition = OFFICIAL(models.CharField(max_length=20))
    edition_fingerprint = OFFICIAL(models.CharField(max_length=64))
    holidays_version = OFFICIAL(models.CharField(max_length=80))
    owed_by = OFFICIAL(models.ForeignKey(Seat, on_delete=PROTECT, related_name="+"))
    trigger_on = OFFICIAL(models.DateField())
    due_on = OFFICIAL(models.DateField())
    done_on = OFFICIAL(models.DateField(null=True, blank=True))
    done_by = OFFICIAL(models.ForeignKey(User, on_delete=PROTECT, null=True, blank=True, related_name="+"))
    recorded_at = OFFICIAL(models.DateTimeField(null=True, blank=True))
    evidence = OFFICIAL(models.CharField(max_length=300, blank=True))  # where what was done can be found
    late_reason = OFFICIAL(models.TextField(blank=True))

    unscoped = models.Manager()

    class Meta:
        ordering = ("due_on", "duty")
        constraints = (
            models.UniqueConstraint(
                fields=("duty", "trigger_on"),
                name="partnership_duty_is_owed_once_a_period",
                violation_error_message="This duty is already set for the period.",
            ),
            models.CheckConstraint(
                condition=Q(done_on__isnull=True, done_by__isnull=True, recorded_at__isnull=True, evidence="")
                | Q(done_on__isnull=False, done_by__isnull=False, recorded_at__isnull=False) & ~Q(evidence=""),
                name="partnership_duty_done_is_whole",
                violation_error_message="What is done says when, who says so, since when, and where to find it.",
            ),
            models.CheckConstraint(
                condition=Q(done_on__isnull=True, late_reason="")
                | Q(done_on__lte=F("due_on"), late_reason="")
                | Q(done_on__gt=F("due_on")) & ~Q(late_reason=""),
                name="partnership_duty_done_late_says_why",
                violation_error_message="What is done late says why, and only that.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.duty} {self.due_on}"
