"""Agencies involved in a case, and how each takes part."""

from __future__ import annotations

from django.db import models
from django.db.models import PROTECT, F, Q

from cairn.cases.models.in_case import InCase
from cairn.kernel.handling import CASE, OFFICIAL
from cairn.partnership.models import Agency, Seat, User


class Mode(models.TextChoices):
    """How an agency takes part."""

    ON_PANEL = "on_panel", "On the panel"
    LINKED = "linked", "Linked through a seat of another agency"
    INFORMATION_ONLY = "information_only", "Gives information only"
    NONE = "none", "No involvement"
    NOT_SETTLED = "not_settled", "Not settled yet"


class Means(models.TextChoices):
    """How an agency is told that it is asked."""

    NOTICE = "notice", "A notice to its contact point, which names nobody"
    LETTER = "letter", "A letter that the office sends by its own secure mail"


class AgencyInvolved(InCase):
    """How one agency takes part, for a time. A change of mode ends the row and starts another."""

    agency = CASE(models.ForeignKey(Agency, on_delete=PROTECT, related_name="+"))
    mode = CASE(models.CharField(max_length=20, choices=Mode))
    linked_through = CASE(models.ForeignKey(Seat, on_delete=PROTECT, null=True, blank=True, related_name="+"))
    contact_name = OFFICIAL(models.CharField(max_length=120, blank=True))
    contact_address = OFFICIAL(models.EmailField(blank=True))
    starts_at = OFFICIAL(models.DateTimeField())
    ends_at = OFFICIAL(models.DateTimeField(null=True, blank=True))
    recorded_by = OFFICIAL(models.ForeignKey(User, on_delete=PROTECT, related_name="+"))

    class Meta:
        ordering = ("agency__name", "starts_at")
        constraints = (
            models.CheckConstraint(
                condition=Q(mode__in=Mode.values),
                name="agency_mode_is_known",
                violation_error_message="Choose how the agency takes part.",
            ),
            models.CheckConstraint(
                condition=Q(mode=Mode.LINKED.value, linked_through__isnull=False)
                | ~Q(mode=Mode.LINKED.value) & Q(linked_through__isnull=True),
                name="agency_linked_names_the_seat",
                violation_error_message="A linked agency names the seat through which it is linked, and no other does.",
            ),
            models.CheckConstraint(
                condition=Q(ends_at__isnull=True) | Q(ends_at__gte=F("starts_at")),
                name="agency_involvement_ends_after_it_starts",
                violation_error_message="Involvement cannot end before it starts.",
            ),
            models.UniqueConstraint(
                fields=("case", "agency"),
                condition=Q(ends_at__isnull=True),
                name="agency_takes_part_in_one_way_at_a_time",
                violation_error_message="The agency already takes part in this case.",
            ),
        )
