"""The partnership's own steps before statutory limits end, and when those who were asked are reminded: never law."""

from __future__ import annotations

from django.db import models
from django.db.models import PROTECT, Q

from cairn.kernel.handling import OFFICIAL
from cairn.partnership.models.people import User


class StepKind(models.TextChoices):
    """The partnership's own steps on the way to the national Panel; no statute sets their days (practice B0)."""

    AGENCY_KNOWN = "agency_known", "Agencies say whether they knew anybody"
    AGENCY_SUMMARY = "agency_summary", "Agencies send their summaries"
    PROGRESS_CHECK = "progress_check", "The office checks what is still missing"
    REVIEW_MEETING = "review_meeting", "The rapid review meeting is held"
    PARTNERS_AGREE = "partners_agree", "The safeguarding partners agree the report"


class StepTrigger(models.TextChoices):
    """From which day such a step counts."""

    NOTIFICATION_SENT = "notification_sent", "The day the notification was sent"
    REQUESTS_SENT = "requests_sent", "The day the agencies were asked"


class LocalStepSet(models.Model):
    """How the partnership set one of its own steps at a time; the next setting follows, and none is overwritten.

    `working_days` counts after the day of the trigger, which is day 0. Without a number the step is not used.
    """

    kind = OFFICIAL(models.CharField(max_length=30, choices=StepKind))
    version = OFFICIAL(models.PositiveIntegerField())
    label = OFFICIAL(models.CharField(max_length=120))  # in the partnership's own words
    working_days = OFFICIAL(models.PositiveSmallIntegerField(null=True, blank=True))
    trigger = OFFICIAL(models.CharField(max_length=30, choices=StepTrigger))
    set_by = OFFICIAL(models.ForeignKey(User, on_delete=PROTECT, related_name="+"))
    set_at = OFFICIAL(models.DateTimeField())

    unscoped = models.Manager()

    class Meta:
        ordering = ("kind", "version")
        verbose_name = "local step"
        constraints = (
            models.UniqueConstraint(
                fields=("kind", "version"),
                name="local_step_is_set_once_a_version",
                violation_error_message="Somebody else has set this step meanwhile.",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=StepKind.values) & Q(trigger__in=StepTrigger.values),
                name="local_step_is_of_a_known_kind",
                violation_error_message="Choose the step, and what it counts from, from the lists.",
            ),
            models.CheckConstraint(
                condition=~Q(label=""),
                name="local_step_has_a_label",
                violation_error_message="Say what your partnership calls this step.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.version}"


class ReminderDaysSet(models.Model):
    """When those who were asked for something are reminded of it, as set at a time: working days round the due day."""

    version = OFFICIAL(models.PositiveIntegerField(unique=True))
    days_before = OFFICIAL(models.PositiveSmallIntegerField())  # one reminder so many working days before; 0 for none
    on_the_day = OFFICIAL(models.BooleanField())
    days_after = OFFICIAL(models.PositiveSmallIntegerField())  # one each working day after, up to so many
    set_by = OFFICIAL(models.ForeignKey(User, on_delete=PROTECT, related_name="+"))
    set_at = OFFICIAL(models.DateTimeField())

    unscoped = models.Manager()

    class Meta:
        ordering = ("version",)
        verbose_name = "reminder days"

    def __str__(self) -> str:
        return str(self.version)
