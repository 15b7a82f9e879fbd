"""Agencies that take part, with their start, end and successors; and the partnerships next door."""

from __future__ import annotations

from django.db import models
from django.db.models import PROTECT, F, Q

from cairn.kernel.handling import OFFICIAL, PUBLIC
from cairn.kernel.key import draw_key


class AgencyKind(models.TextChoices):
    """The service an agency gives."""

    CHILDRENS_SERVICES = "childrens_services", "Council children's services"
    ADULT_SERVICES = "adult_services", "Council adult services"
    LEGAL_SERVICES = "legal_services", "Council legal services"
    PUBLIC_HEALTH = "public_health", "Public health"
    POLICE = "police", "Police"
    HEALTH_COMMISSIONER = "health_commissioner", "Health commissioner"
    HEALTH_PROVIDER = "health_provider", "Health provider"
    EDUCATION = "education", "Education"
    PROBATION = "probation", "Probation"
    YOUTH_JUSTICE = "youth_justice", "Youth justice"
    HOUSING = "housing", "Housing"
    VOLUNTARY = "voluntary", "Voluntary organisation"
    PARTNERSHIP_OFFICE = "partnership_office", "Partnership office"
    OTHER = "other", "Other"


class Agency(models.Model):
    """A body that safeguards children in the area, for as long as it exists."""

    key = OFFICIAL(models.CharField(max_length=32, unique=True, default=draw_key, editable=False))
    name = PUBLIC(models.CharField(max_length=200))
    short_name = PUBLIC(models.CharField(max_length=40))
    kind = PUBLIC(models.CharField(max_length=40, choices=AgencyKind))
    contact_point = OFFICIAL(models.EmailField(blank=True))  # usually a shared mailbox, never an account
    starts_on = OFFICIAL(models.DateField())
    ends_on = OFFICIAL(models.DateField(null=True, blank=True))

    unscoped = models.Manager()

    class Meta:
        ordering = ("name", "starts_on")
        constraints = (
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="agency_ends_after_it_starts",
                violation_error_message="An agency cannot end before it starts.",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=AgencyKind.values),
                name="agency_kind_is_known",
                violation_error_message="Choose the kind of agency from the list.",
            ),
            models.CheckConstraint(
                condition=~Q(name="") & ~Q(short_name=""),
                name="agency_has_its_names",
                violation_error_message="An agency needs a name and a short name.",
            ),
        )

    def __str__(self) -> str:
        return self.name


class AgencySuccession(models.Model):
    """One agency took over from another on a day, as integrated care boards did from commissioning groups in 2022."""

    predecessor = OFFICIAL(models.ForeignKey(Agency, on_delete=PROTECT, related_name="successions"))
    successor = OFFICIAL(models.ForeignKey(Agency, on_delete=PROTECT, related_name="inheritances"))
    on = OFFICIAL(models.DateField())

    unscoped = models.Manager()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=~Q(predecessor=F("successor")),
                name="agency_does_not_succeed_itself",
                violation_error_message="An agency cannot take over from itself.",
            ),
            models.UniqueConstraint(
                fields=("predecessor", "successor"),
                name="agency_succession_is_recorded_once",
                violation_error_message="This succession is already recorded.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.predecessor_id} to {self.successor_id}"


class Neighbour(models.Model):
    """A partnership next door, with which cases are shared."""

    key = OFFICIAL(models.CharField(max_length=32, unique=True, default=draw_key, editable=False))
    name = PUBLIC(models.CharField(max_length=200, unique=True))
    contact_point = OFFICIAL(models.EmailField(blank=True))

    unscoped = models.Manager()

    class Meta:
        ordering = ("name",)
        constraints = (
            models.CheckConstraint(
                condition=~Q(name=""),
                name="neighbour_has_a_name",
                violation_error_message="A neighbouring partnership needs a name.",
            ),
        )

    def __str__(self) -> str:
        return self.name
