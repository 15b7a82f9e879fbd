"""Places of a case: a label for every page, and the real address kept apart."""

from __future__ import annotations

from django.db import models
from django.db.models import PROTECT, Q

from cairn.cases.models.in_case import InCase
from cairn.kernel.handling import CASE, IDENTIFYING, OFFICIAL
from cairn.kernel.key import draw_key
from cairn.partnership.models import User


class PlaceKind(models.TextChoices):
    """What a place is."""

    HOME = "home", "Home"
    PLACEMENT = "placement", "Placement"
    SCHOOL = "school", "School or college"
    NURSERY = "nursery", "Nursery or childminder"
    HOSPITAL = "hospital", "Hospital or surgery"
    PUBLIC_PLACE = "public_place", "Public place"
    OTHER = "other", "Another place"


class Place(InCase):
    """Somewhere in the case, known on every page by a label."""

    label = CASE(models.CharField(max_length=60))
    kind = CASE(models.CharField(max_length=20, choices=PlaceKind))

    class Meta:
        ordering = ("id",)
        constraints = (
            models.CheckConstraint(
                condition=~Q(label=""), name="place_has_a_label", violation_error_message="A place needs a label."
            ),
            models.CheckConstraint(
                condition=Q(kind__in=PlaceKind.values),
                name="place_kind_is_known",
                violation_error_message="Choose what the place is from the list.",
            ),
        )


class PlaceIdentity(models.Model):
    """Where a place really is. Each change is a new version: the latest counts, the earlier ones are kept."""

    key = OFFICIAL(models.CharField(max_length=32, unique=True, default=draw_key, editable=False))
    place = OFFICIAL(models.ForeignKey(Place, on_delete=PROTECT, related_name="identities"))
    version = OFFICIAL(models.PositiveIntegerField())
    address = IDENTIFYING(models.CharField(max_length=300))
    postcode = IDENTIFYING(models.CharField(max_length=10, blank=True))
    recorded_by = OFFICIAL(models.ForeignKey(User, on_delete=PROTECT, related_name="+"))
    recorded_at = OFFICIAL(models.DateTimeField())

    unscoped = models.Manager()

    class Meta:
        ordering = ("place", "version")
        constraints = (
            models.UniqueConstraint(
                fields=("place", "version"),
                name="place_identity_version_is_used_once",
                violation_error_message="Somebody changed this while you were typing.",
            ),
            models.CheckConstraint(
                condition=~Q(address=""),
                name="place_identity_has_an_address",
                violation_error_message="Enter the address, or the name of the place.",
            ),
        )

    def __str__(self) -> str:
        return self.key

    @property
    def case_key(self) -> str:
        """The key under which events of its case are found."""
        return self.place.case.key


class PlaceAlias(models.Model):
    """Another name by which a place is or was known."""

    key = OFFICIAL(models.CharField(max_length=32, unique=True, default=draw_key, editable=False))
    place = OFFICIAL(models.ForeignKey(Place, on_delete=PROTECT, related_name="aliases"))
    name = IDENTIFYING(models.CharField(max_length=120))

    unscoped = models.Manager()

    class Meta:
        ordering = ("place", "id")
        constraints = (
            models.CheckConstraint(
                condition=~Q(name=""),
                name="place_alias_is_not_blank",
                violation_error_message="Enter the other name.",
            ),
        )

    def __str__(self) -> str:
        return self.key

    @property
    def case_key(self) -> str:
        """The key under which events of its case are found."""
        return self.place.case.key
