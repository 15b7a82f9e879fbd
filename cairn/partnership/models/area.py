"""The partnership itself: its names, whether it is a demonstration, and the day it is on."""

from __future__ import annotations

from django.db import models

from cairn.kernel.handling import OFFICIAL, PUBLIC
from cairn.kernel.key import draw_key


class Partnership(models.Model):
    """The one partnership this database belongs to."""

    key = OFFICIAL(models.CharField(max_length=32, unique=True, default=draw_key, editable=False))
    only = OFFICIAL(models.BooleanField(default=True, unique=True, editable=False))
    name = PUBLIC(models.CharField(max_length=200))
    short_name = PUBLIC(models.CharField(max_length=40))
    council_name = PUBLIC(models.CharField(max_length=200))
    email = PUBLIC(models.EmailField())
    arrangements_started_on = OFFICIAL(models.DateField())
    is_demo = OFFICIAL(models.BooleanField(default=False, editable=False))
    founded_at = OFFICIAL(models.DateTimeField())

    unscoped = models.Manager()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(only=True),
                name="partnership_is_the_only_one",
                violation_error_message="A database belongs to one partnership.",
            ),
            models.CheckConstraint(
                condition=~models.Q(name="") & ~models.Q(short_name=""),
                name="partnership_has_its_names",
                violation_error_message="A partnership needs a name and a short name.",
            ),
        )

    def __str__(self) -> str:
        return self.name


class Term(models.TextChoices):
    """What a partnership may have a name of its own for, and what guidance or this product calls it."""

    PARTNERSHIP = "partnership", "Safeguarding children partnership"
    SUBGROUP = "subgroup", "Case review subgroup"
    EXECUTIVE = "executive", "Executive"
    BUSINESS_GROUP = "business_group", "Business group"
    SCRUTINEER = "scrutineer", "Independent scrutineer"
    BUSINESS_MANAGER = "business_manager", "Business manager"
    RAPID_REVIEW = "rapid_review", "Rapid review"
    PRACTICE_REVIEW = "practice_review", "Local child safeguarding practice review"
    LEARNING_REVIEW = "learning_review", "Partnership learning review"
    YEARLY_REPORT = "yearly_report", "Yearly report"


class LocalName(models.Model):
    """What this partnership calls a thing that guidance calls something else: CRAG, CSPR subgroup, OSCB."""

    term = OFFICIAL(models.CharField(max_length=60, unique=True, choices=Term))
    name = PUBLIC(models.CharField(max_length=120))
    since = OFFICIAL(models.DateTimeField())

    unscoped = models.Manager()

    class Meta:
        ordering = ("term",)
        constraints = (
            models.CheckConstraint(
                condition=models.Q(term__in=Term.values),
                name="local_name_is_of_a_known_term",
                violation_error_message="Choose what to name from the list.",
            ),
            models.CheckConstraint(
                condition=~models.Q(name=""),
                name="local_name_is_not_blank",
                violation_error_message="Give the name the partnership uses.",
            ),
        )

    def __str__(self) -> str:
        return self.name


class ProductDay(models.Model):
    """The day a demonstration is on. A real partnership has no such row: its day is the calendar's."""

    only = OFFICIAL(models.BooleanField(default=True, unique=True, editable=False))
    day = OFFICIAL(models.DateField())

    unscoped = models.Manager()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(only=True),
                name="product_day_is_the_only_one",
                violation_error_message="There is one day at a time.",
            ),
        )

    def __str__(self) -> str:
        return self.day.isoformat()
