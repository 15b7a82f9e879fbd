"""Notices on their way out, and the jobs of each day."""

from __future__ import annotations

from django.db import models
from django.db.models import PROTECT, Q

from cairn.kernel.handling import OFFICIAL
from cairn.kernel.key import draw_key
from cairn.partnership.models.people import User


class Message(models.Model):
    """One notice to one reader, written in the transaction of the act that caused it and sent once. It names nobody."""

    key = OFFICIAL(models.CharField(max_length=32, unique=True, default=draw_key, editable=False))
    once = OFFICIAL(models.CharField(max_length=120, unique=True))  # the same cause never sends twice
    to_address = OFFICIAL(models.EmailField())
    to_user = OFFICIAL(models.ForeignKey(User, on_delete=PROTECT, null=True, blank=True, related_name="+"))
    subject = OFFICIAL(models.CharField(max_length=150))
    body = OFFICIAL(models.TextField())
    about_a_case = OFFICIAL(models.BooleanField(default=False))  # what caused it is on a case; which, it does not say
    link = OFFICIAL(models.CharField(max_length=300, blank=True))  # for the reader alone; emptied once sent
    written_at = OFFICIAL(models.DateTimeField())
    sent_at = OFFICIAL(models.DateTimeField(null=True, blank=True))
    tried_at = OFFICIAL(models.DateTimeField(null=True, blank=True))  # the machine's time of the last try
    tries = OFFICIAL(models.PositiveSmallIntegerField(default=0))

    unscoped = models.Manager()

    class Meta:
        ordering = ("-written_at", "-id")
        constraints = (
            models.CheckConstraint(
                condition=~Q(subject="") & ~Q(body=""),
                name="message_is_not_blank",
                violation_error_message="A notice needs a subject and a text.",
            ),
            models.CheckConstraint(
                condition=Q(sent_at__isnull=True) | Q(link=""),
                name="message_sent_keeps_no_link",
                violation_error_message="The link of a notice that was sent is forgotten.",
            ),
            models.CheckConstraint(
                condition=Q(tries=0, tried_at__isnull=True) | Q(tries__gt=0, tried_at__isnull=False),
                name="message_tried_says_when",
                violation_error_message="A notice that was tried says when.",
            ),
        )

    def __str__(self) -> str:
        return self.key


class DailyRun(models.Model):
    """A job of the day was done: at most once for each job and day."""

    job = OFFICIAL(models.CharField(max_length=60))
    day = OFFICIAL(models.DateField())
    done_at = OFFICIAL(models.DateTimeField())

    unscoped = models.Manager()

    class Meta:
        ordering = ("day", "job")
        constraints = (
            models.UniqueConstraint(
                fields=("job", "day"),
                name="daily_run_happens_once",
                violation_error_message="This job has run for this day.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.job} {self.day}"
