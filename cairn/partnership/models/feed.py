"""The calendar feed of what a seat owes: an address that is a secret of its holder."""

from __future__ import annotations

from django.db import models
from django.db.models import PROTECT, F, Q

from cairn.kernel.handling import OFFICIAL
from cairn.kernel.key import draw_key
from cairn.partnership.models.people import User
from cairn.partnership.models.seat import Seat


class CalendarFeed(models.Model):
    """One secret address, made by a seat's holder for her own calendar; of the secret only a digest is kept.

    It gives nothing once it is ended, the seat is over or another's, or the account is closed.
    """

    key = OFFICIAL(models.CharField(max_length=32, unique=True, default=draw_key, editable=False))
    seat = OFFICIAL(models.ForeignKey(Seat, on_delete=PROTECT, related_name="+"))
    user = OFFICIAL(models.ForeignKey(User, on_delete=PROTECT, related_name="+"))
    token_digest = OFFICIAL(models.CharField(max_length=64, unique=True))
    made_at = OFFICIAL(models.DateTimeField())
    ended_at = OFFICIAL(models.DateTimeField(null=True, blank=True))

    unscoped = models.Manager()

    class Meta:
        ordering = ("made_at", "id")
        constraints = (
            models.UniqueConstraint(
                fields=("seat", "user"),
                condition=Q(ended_at__isnull=True),
                name="calendar_feed_is_one_for_a_seat",
                violation_error_message="This seat has a calendar address already.",
            ),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True) | Q(ended_at__gte=F("made_at")),
                name="calendar_feed_ends_after_it_was_made",
                violation_error_message="A calendar address cannot end before it was made.",
            ),
        )

    def __str__(self) -> str:
        return self.key
