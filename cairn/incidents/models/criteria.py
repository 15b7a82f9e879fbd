"""The facts that the criteria look at, and what is kept of each child at the time."""

from __future__ import annotations

from django.db import models
from django.db.models import PROTECT, Q

from cairn.cases.models import Person
from cairn.cases.models.in_case import InCase
from cairn.kernel.handling import CASE, OFFICIAL, SPECIAL_CATEGORY
from cairn.partnership.models import User


class Certainty(models.TextChoices):
    """How sure somebody is who says so. A judgement is a judgement: likely is not established."""

    ESTABLISHED = "established", "Established"
    LIKELY = "likely", "Likely, in their judgement"
    REPORTED = "reported", "Reported, not tested"
    DISPUTED = "disputed", "Disputed"


class CriteriaFact(InCase):
    """One fact of the criteria: what it is, how sure, who says so and since when it is known. Each change is a version.

    `about` is the child it concerns; without one it holds for every child of the case. An empty value is *not known*.
    """

    about = CASE(models.ForeignKey(Person, on_delete=PROTECT, null=True, blank=True, related_name="+"))
    fact = OFFICIAL(models.CharField(max_length=40))  # a name of guidance.criteria
    version = OFFICIAL(models.PositiveIntegerField())
    value = SPECIAL_CATEGORY(models.CharField(max_length=40, blank=True))
    certainty = CASE(models.CharField(max_length=20, choices=Certainty, blank=True))
    said_by = CASE(models.CharField(max_length=200))
    known_on = CASE(models.DateField(null=True, blank=True))
    note = SPECIAL_CATEGORY(models.TextField(blank=True))
    recorded_by = OFFICIAL(models.ForeignKey(User, on_delete=PROTECT, related_name="+"))
    recorded_at = OFFICIAL(models.DateTimeField())

    class Meta:
        ordering = ("fact", "version", "id")
        constraints = (
            models.UniqueConstraint(
                fields=("case", "fact", "version"),
                condition=Q(about__isnull=True),
                name="criteria_fact_version_is_used_once",
                violation_error_message="Somebody changed this while you were typing.",
            ),
            models.UniqueConstraint(
                fields=("about", "fact", "version"),
                condition=Q(about__isnull=False),
                name="criteria_fact_of_a_child_version_is_used_once",
                violation_error_message="Somebody changed this while you were typing.",
            ),
            models.CheckConstraint(
                condition=Q(value="", certainty="") | ~Q(value="") & Q(certainty__in=Certainty.values),
                name="criteria_fact_says_how_sure",
                violation_error_message="Say how sure it is.",
            ),
            models.CheckConstraint(
                condition=~Q(said_by=""),
                name="criteria_fact_says_who_says_so",
                violation_error_message="Say who says so.",
            ),
        )


class ChildAtIncident(InCase):
    """How a child stood when it happened, and what harmed or endangered her. Each change is a version.

    Lists are words of the vocabularies `social_care_statuses` and `safeguarding_factors`, for the figures.
    """

    child = CASE(models.ForeignKey(Person, on_delete=PROTECT, related_name="+"))
    version = OFFICIAL(models.PositiveIntegerField())
    social_care = SPECIAL_CATEGORY(models.CharField(max_length=40, blank=True))
    factors = SPECIAL_CATEGORY(models.JSONField(default=list, blank=True))
    placement = SPECIAL_CATEGORY(models.CharField(max_length=200, blank=True))
    known_to = CASE(models.TextField(blank=True))
    recorded_by = OFFICIAL(models.ForeignKey(User, on_delete=PROTECT, related_name="+"))
    recorded_at = OFFICIAL(models.DateTimeField())

    class Meta:
        ordering = ("child", "version")
        constraints = (
            models.UniqueConstraint(
                fields=("child", "version"),
                name="child_at_incident_version_is_used_once",
                violation_error_message="Somebody changed this while you were typing.",
            ),
        )
