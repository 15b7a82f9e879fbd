"""Events and the head of their chain. No foreign keys out: a case can be disposed of without breaking the chain."""

from __future__ import annotations

from django.db import models

from cairn.kernel.handling import OFFICIAL


class Answer(models.TextChoices):
    """How it ended: done, read, refused to the person, or failed by a fault of the program."""

    DONE = "done", "Done"
    READ = "read", "Read"
    REFUSED = "refused", "Refused"
    FAILED = "failed", "Failed"


class Event(models.Model):
    """Somebody did, read or was refused something. Never changed, never removed: triggers of both engines refuse it."""

    seq = OFFICIAL(models.PositiveBigIntegerField(primary_key=True))
    moment = OFFICIAL(models.DateTimeField())
    recorded_at = OFFICIAL(models.DateTimeField())
    person_key = OFFICIAL(models.CharField(max_length=32))
    seat_key = OFFICIAL(models.CharField(max_length=32, blank=True))
    agency_key = OFFICIAL(models.CharField(max_length=32, blank=True))
    verb = OFFICIAL(models.CharField(max_length=60))
    kind = OFFICIAL(models.CharField(max_length=60))
    object_key = OFFICIAL(models.CharField(max_length=64, blank=True))
    case_key = OFFICIAL(models.CharField(max_length=32, blank=True, db_index=True))
    verdict = OFFICIAL(models.CharField(max_length=10, choices=Answer))
    digest = OFFICIAL(models.CharField(max_length=64, blank=True))
    previous = OFFICIAL(models.CharField(max_length=64))
    seal = OFFICIAL(models.CharField(max_length=64))

    unscoped = models.Manager()

    class Meta:
        ordering = ("seq",)
        constraints = (
            models.CheckConstraint(
                condition=models.Q(verdict__in=Answer.values),
                name="event_verdict_is_known",
                violation_error_message="An event is done, read, refused or failed.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.seq} {self.verb} {self.verdict}"


class ChainHead(models.Model):
    """The end of the chain; one row, locked while an event is added so that no number is missed or used twice.

    `mark` is keyed: whoever cuts events off the end with SQL cannot set the end back to fit.
    """

    count = OFFICIAL(models.PositiveBigIntegerField(default=0))
    seal = OFFICIAL(models.CharField(max_length=64))
    mark = OFFICIAL(models.CharField(max_length=64))

    unscoped = models.Manager()

    def __str__(self) -> str:
        return f"{self.count} events"
