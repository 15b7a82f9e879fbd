"""Other areas that have a part in a case: who leads, who joins, and whose yearly report counts it."""

from __future__ import annotations

from django.db import models
from django.db.models import PROTECT, Q

from cairn.cases.models.in_case import InCase
from cairn.kernel.handling import CASE, OFFICIAL
from cairn.partnership.models import Neighbour, User


class Role(models.TextChoices):
    """What an area does in a rapid review."""

    LEAD = "lead", "Leads"
    JOINT = "joint", "Reviews jointly"
    CONTRIBUTOR = "contributor", "Contributes"


class AreaRole(InCase):
    """One area's part in a case, from a moment on: ourselves, a neighbour on the list, or an area named here.

    `different_because` says why another area leads than the rule gives.
    """

    ourselves = CASE(models.BooleanField(default=False))
    neighbour = CASE(models.ForeignKey(Neighbour, on_delete=PROTECT, null=True, blank=True, related_name="+"))
    area = CASE(models.CharField(max_length=200, blank=True))
    role = CASE(models.CharField(max_length=20, choices=Role))
    counts_it = CASE(models.BooleanField(default=False))  # its yearly report counts the case
    different_because = CASE(models.TextField(blank=True))
    recorded_by = OFFICIAL(models.ForeignKey(User, on_delete=PROTECT, related_name="+"))
    starts_at = OFFICIAL(models.DateTimeField())
    ends_at = OFFICIAL(models.DateTimeField(null=True, blank=True))
    ended_by = OFFICIAL(models.ForeignKey(User, on_delete=PROTECT, null=True, blank=True, related_name="+"))

    class Meta:
        ordering = ("id",)
        constraints = (
            models.CheckConstraint(
                condition=Q(ourselves=True, neighbour__isnull=True, area="")
                | Q(ourselves=False, neighbour__isnull=False, area="")
                | Q(ourselves=False, neighbour__isnull=True) & ~Q(area=""),
                name="area_role_is_of_one_area",
                violation_error_message="Choose this area, a neighbour, or write the name of another area.",
            ),
            models.CheckConstraint(
                condition=Q(role__in=Role.values),
                name="area_role_is_known",
                violation_error_message="Choose what the area does from the list.",
            ),
            models.CheckConstraint(
                condition=Q(ends_at__isnull=True, ended_by__isnull=True)
                | Q(ends_at__isnull=False, ended_by__isnull=False),
                name="area_role_end_is_whole",
                violation_error_message="What has ended says who ended it.",
            ),
        )

    @property
    def name(self) -> str:
        """The area in words; ourselves are named by the page."""
        return self.neighbour.name if self.neighbour else self.area
