"""Bank holidays proclaimed since the list that Cairn came with, as the office heard of them."""

from __future__ import annotations

from django.db import models
from django.db.models import PROTECT, Q

from cairn.kernel.handling import OFFICIAL, PUBLIC
from cairn.kernel.key import draw_key
from cairn.partnership.models.people import User


class ProclaimedHoliday(models.Model):
    """A day that was made a bank holiday by proclamation, from when the office recorded it; or was withdrawn again.

    `moved_from` is the listed bank holiday that it takes the place of, where one was moved.
    """

    key = OFFICIAL(models.CharField(max_length=32, unique=True, default=draw_key, editable=False))
    day = PUBLIC(models.DateField())
    name = PUBLIC(models.CharField(max_length=120))
    source = PUBLIC(models.CharField(max_length=300))
    moved_from = PUBLIC(models.DateField(null=True, blank=True))
    recorded_by = OFFICIAL(models.ForeignKey(User, on_delete=PROTECT, related_name="+"))
    recorded_at = OFFICIAL(models.DateTimeField())
    withdrawn_by = OFFICIAL(models.ForeignKey(User, on_delete=PROTECT, null=True, blank=True, related_name="+"))
    withdrawn_at = OFFICIAL(models.DateTimeField(null=True, blank=True))
    withdrawn_reason = OFFICIAL(models.CharField(max_length=300, blank=True))

    unscoped = models.Manager()

    class Meta:
        ordering = ("-day", "-id")
        verbose_name = "proclaimed bank holiday"
        constraints = (
            models.CheckConstraint(
                condition=~Q(name="") & ~Q(source=""),
                name="proclaimed_holiday_has_a_name_and_a_source",
                violation_error_message="A bank holiday needs its name, and where it was proclaimed.",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True, withdrawn_by__isnull=True, withdrawn_reason="")
                | Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False) & ~Q(withdrawn_reason=""),
                name="proclaimed_holiday_withdrawn_is_whole",
                violation_error_message="What is withdrawn says when, by whom and why.",
            ),
            models.UniqueConstraint(
                fields=("day",),
                condition=Q(withdrawn_at__isnull=True),
                name="proclaimed_holiday_stands_once_a_day",
                violation_error_message="This day is recorded already.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.day} {self.name}"
