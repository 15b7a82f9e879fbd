"""How things were worded before: a change puts the earlier wording here, and nothing is overwritten."""

from __future__ import annotations

from django.db import models
from django.db.models import PROTECT, F, Q

from cairn.kernel.handling import OFFICIAL, PUBLIC
from cairn.partnership.models.agency import Agency, AgencyKind
from cairn.partnership.models.area import Term
from cairn.partnership.models.people import User


class EarlierAgencyDetails(models.Model):
    """What was written about an agency until somebody put it right."""

    agency = OFFICIAL(models.ForeignKey(Agency, on_delete=PROTECT, related_name="earlier_details"))
    name = PUBLIC(models.CharField(max_length=200))
    short_name = PUBLIC(models.CharField(max_length=40))
    kind = PUBLIC(models.CharField(max_length=40, choices=AgencyKind))
    contact_point = OFFICIAL(models.EmailField(blank=True))
    until = OFFICIAL(models.DateTimeField())
    changed_by = OFFICIAL(models.ForeignKey(User, on_delete=PROTECT, related_name="+"))

    unscoped = models.Manager()

    class Meta:
        ordering = ("-until", "-id")
        constraints = (
            models.CheckConstraint(
                condition=~Q(name="") & ~Q(short_name=""),
                name="earlier_agency_has_its_names",
                violation_error_message="What was written of an agency had a name and a short name.",
            ),
        )

    def __str__(self) -> str:
        return self.name


class EarlierPartnershipDetails(models.Model):
    """What the partnership was called and from where it wrote until somebody changed it."""

    name = PUBLIC(models.CharField(max_length=200))
    short_name = PUBLIC(models.CharField(max_length=40))
    council_name = PUBLIC(models.CharField(max_length=200))
    email = PUBLIC(models.EmailField())
    until = OFFICIAL(models.DateTimeField())
    changed_by = OFFICIAL(models.ForeignKey(User, on_delete=PROTECT, related_name="+"))

    unscoped = models.Manager()

    class Meta:
        ordering = ("-until", "-id")
        constraints = (
            models.CheckConstraint(
                condition=~Q(name="") & ~Q(short_name=""),
                name="earlier_partnership_has_its_names",
                violation_error_message="What the partnership was called was a name and a short name.",
            ),
        )

    def __str__(self) -> str:
        return self.name


class EarlierLocalName(models.Model):
    """What the partnership called a thing until it gave it another name."""

    term = OFFICIAL(models.CharField(max_length=60, choices=Term))
    name = PUBLIC(models.CharField(max_length=120))
    since = OFFICIAL(models.DateTimeField())
    until = OFFICIAL(models.DateTimeField())
    changed_by = OFFICIAL(models.ForeignKey(User, on_delete=PROTECT, related_name="+"))

    unscoped = models.Manager()

    class Meta:
        ordering = ("-until", "-id")
        constraints = (
            models.CheckConstraint(
                condition=~Q(name=""),
                name="earlier_local_name_is_not_blank",
                violation_error_message="A name that was in use is not blank.",
            ),
            models.CheckConstraint(
                condition=Q(until__gte=F("since")),
                name="earlier_local_name_ends_after_it_began",
                violation_error_message="A name cannot end before it began.",
            ),
        )

    def __str__(self) -> str:
        return self.name
