"""Who takes part in a meeting, and which interests were declared."""

from __future__ import annotations

from django.db import models
from django.db.models import PROTECT, Q

from cairn.kernel.handling import CASE, OFFICIAL
from cairn.kernel.key import draw_key
from cairn.meetings.models.agenda import AgendaItem
from cairn.meetings.models.meeting import Meeting
from cairn.partnership.models import Deputy, Seat, User


class How(models.TextChoices):
    """How a seat took part."""

    INVITED = "invited", "Invited"
    PRESENT = "present", "Present"
    DEPUTY = "deputy", "Deputy came"
    APOLOGIES = "apologies", "Apologies"


class Attendance(models.Model):
    """How one seat took part in a meeting: each version whole, the latest counts. It never says for which items."""

    key = OFFICIAL(models.CharField(max_length=32, unique=True, default=draw_key, editable=False))
    meeting = OFFICIAL(models.ForeignKey(Meeting, on_delete=PROTECT, related_name="attendance"))
    seat = OFFICIAL(models.ForeignKey(Seat, on_delete=PROTECT, related_name="+"))
    version = OFFICIAL(models.PositiveIntegerField())
    how = OFFICIAL(models.CharField(max_length=10, choices=How))
    deputy = OFFICIAL(models.ForeignKey(Deputy, on_delete=PROTECT, null=True, blank=True, related_name="+"))
    recorded_by = OFFICIAL(models.ForeignKey(User, on_delete=PROTECT, related_name="+"))
    recorded_at = OFFICIAL(models.DateTimeField())

    unscoped = models.Manager()

    class Meta:
        ordering = ("seat", "version")
        constraints = (
            models.CheckConstraint(
                condition=Q(how=How.DEPUTY.value, deputy__isnull=False)
                | ~Q(how=How.DEPUTY.value) & Q(how__in=How.values, deputy__isnull=True),
                name="attendance_names_the_deputy_who_came",
                violation_error_message="Say who came as deputy, and only where one did.",
            ),
            models.UniqueConstraint(
                fields=("meeting", "seat", "version"),
                name="attendance_version_is_used_once",
                violation_error_message="Somebody recorded attendance while you were typing.",
            ),
        )

    def __str__(self) -> str:
        return self.key


class Agreed(models.TextChoices):
    """What the meeting agreed when an interest was declared."""

    LEFT = "left", "Leaves for this item"
    NO_VOICE = "no_voice", "Stays, and takes no part in what is decided"
    NOTED = "noted", "Noted; takes part as before"


class Interest(models.Model):
    """An interest somebody declared, in one item or in the meeting as a whole, and what was agreed."""

    key = OFFICIAL(models.CharField(max_length=32, unique=True, default=draw_key, editable=False))
    meeting = OFFICIAL(models.ForeignKey(Meeting, on_delete=PROTECT, related_name="interests"))
    item = OFFICIAL(models.ForeignKey(AgendaItem, on_delete=PROTECT, null=True, blank=True, related_name="+"))
    person = OFFICIAL(models.ForeignKey(User, on_delete=PROTECT, related_name="+"))
    nature = CASE(models.TextField())
    agreed = OFFICIAL(models.CharField(max_length=10, choices=Agreed))
    declared_by = OFFICIAL(models.ForeignKey(User, on_delete=PROTECT, related_name="+"))
    declared_at = OFFICIAL(models.DateTimeField())

    unscoped = models.Manager()

    class Meta:
        ordering = ("id",)
        constraints = (
            models.CheckConstraint(
                condition=~Q(nature="") & Q(agreed__in=Agreed.values),
                name="interest_says_what_it_is_and_what_was_agreed",
                violation_error_message="Say what the interest is, and what was agreed.",
            ),
        )

    def __str__(self) -> str:
        return self.key

    @property
    def case_key(self) -> str:
        """The key under which events of its case are found; empty for an item of no case."""
        return self.item.case_key if self.item else ""
