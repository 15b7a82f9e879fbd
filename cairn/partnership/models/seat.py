"""Groups and the seats in them: who sits, for whom, since when, and who stands in."""

from __future__ import annotations

from django.db import models
from django.db.models import PROTECT, F, Q

from cairn.access.roles import Role
from cairn.kernel.handling import OFFICIAL, PUBLIC
from cairn.kernel.key import draw_key
from cairn.partnership.models.agency import Agency
from cairn.partnership.models.people import User

ROLE_CHOICES = [(role.value, role.label) for role in Role]


class GroupKind(models.TextChoices):
    """What a group is for, whatever the partnership calls it."""

    OFFICE = "office", "Partnership office"
    SUBGROUP = "subgroup", "Case review subgroup"
    EXECUTIVE = "executive", "Executive"
    BUSINESS_GROUP = "business_group", "Business group"
    SCRUTINY = "scrutiny", "Independent scrutiny"
    AGENCY = "agency", "An agency's own people"
    SERVICE = "service", "Those who run and check the service"


class Group(models.Model):
    """A standing group of the partnership."""

    key = OFFICIAL(models.CharField(max_length=32, unique=True, default=draw_key, editable=False))
    name = PUBLIC(models.CharField(max_length=120))
    kind = PUBLIC(models.CharField(max_length=20, choices=GroupKind))
    starts_on = OFFICIAL(models.DateField())
    ends_on = OFFICIAL(models.DateField(null=True, blank=True))

    unscoped = models.Manager()

    class Meta:
        ordering = ("name",)
        constraints = (
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="group_ends_after_it_starts",
                violation_error_message="A group cannot end before it starts.",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=GroupKind.values),
                name="group_kind_is_known",
                violation_error_message="Choose the kind of group from the list.",
            ),
            models.CheckConstraint(
                condition=~Q(name=""), name="group_has_a_name", violation_error_message="A group needs a name."
            ),
        )

    def __str__(self) -> str:
        return self.name


class Seat(models.Model):
    """A place in a group, held by one person for a time (OB-004, OB-005, OB-106, OB-215).

    `employer` pays the person; `SeatSpeaksFor` lists whom the seat answers for, which may be wider.
    """

    key = OFFICIAL(models.CharField(max_length=32, unique=True, default=draw_key, editable=False))
    group = OFFICIAL(models.ForeignKey(Group, on_delete=PROTECT, related_name="seats"))
    title = OFFICIAL(models.CharField(max_length=120))
    role = OFFICIAL(models.CharField(max_length=40, choices=ROLE_CHOICES))
    holder = OFFICIAL(models.ForeignKey(User, on_delete=PROTECT, related_name="seats"))
    employer = OFFICIAL(models.ForeignKey(Agency, on_delete=PROTECT, null=True, blank=True, related_name="+"))
    represents = OFFICIAL(models.CharField(max_length=200, blank=True))  # the wider body in words
    starts_at = OFFICIAL(models.DateTimeField())
    ends_at = OFFICIAL(models.DateTimeField(null=True, blank=True))

    unscoped = models.Manager()

    class Meta:
        ordering = ("group", "title", "starts_at")
        constraints = (
            models.CheckConstraint(
                condition=Q(ends_at__isnull=True) | Q(ends_at__gte=F("starts_at")),
                name="seat_ends_after_it_starts",
                violation_error_message="A seat cannot end before it starts.",
            ),
            models.CheckConstraint(
                condition=Q(role__in=[role.value for role in Role]) & ~Q(role=Role.BRIEFED_DEPUTY.value),
                name="seat_role_is_known",
                violation_error_message="Choose the role from the list; a deputy is named beside a seat.",
            ),
            models.CheckConstraint(
                condition=~Q(title=""), name="seat_has_a_title", violation_error_message="A seat needs a title."
            ),
        )

    def __str__(self) -> str:
        return self.title


class SeatSpeaksFor(models.Model):
    """An agency that a seat answers for, beyond or besides the employer of the person in it."""

    seat = OFFICIAL(models.ForeignKey(Seat, on_delete=PROTECT, related_name="speaks_for"))
    agency = OFFICIAL(models.ForeignKey(Agency, on_delete=PROTECT, related_name="+"))

    unscoped = models.Manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("seat", "agency"),
                name="seat_speaks_for_an_agency_once",
                violation_error_message="The seat already speaks for this agency.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.seat_id} for {self.agency_id}"


class Deputy(models.Model):
    """Somebody who stands in for a seat for a time. She acts only once briefed."""

    key = OFFICIAL(models.CharField(max_length=32, unique=True, default=draw_key, editable=False))
    seat = OFFICIAL(models.ForeignKey(Seat, on_delete=PROTECT, related_name="deputies"))
    user = OFFICIAL(models.ForeignKey(User, on_delete=PROTECT, related_name="deputyships"))
    starts_at = OFFICIAL(models.DateTimeField())
    ends_at = OFFICIAL(models.DateTimeField(null=True, blank=True))
    briefed_at = OFFICIAL(models.DateTimeField(null=True, blank=True))

    unscoped = models.Manager()

    class Meta:
        ordering = ("starts_at",)
        constraints = (
            models.CheckConstraint(
                condition=Q(ends_at__isnull=True) | Q(ends_at__gte=F("starts_at")),
                name="deputy_ends_after_starting",
                violation_error_message="A deputy cannot end before starting.",
            ),
        )

    def __str__(self) -> str:
        return self.key
