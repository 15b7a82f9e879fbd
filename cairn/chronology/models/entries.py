"""The entries of a chronology: what others can point to, and how each version of a return tells it."""

from __future__ import annotations

from django.db import models
from django.db.models import PROTECT, F, Q

from cairn.cases.models.in_case import InCase
from cairn.chronology.models.asking import ChronologyRequest
from cairn.chronology.models.returns import ChronologyFile, ChronologyVersion
from cairn.kernel.handling import CASE, IDENTIFYING, OFFICIAL
from cairn.partnership.models import Agency

SEEN = [("", "Not said"), ("yes", "Seen"), ("no", "Not seen"), ("both", "Said both ways")]
# `version_id`, not `version`: by the link, rows would be put in the order of agencies' requests, across three tables.
IN_ORDER = ("sort_day", "sort_time", "sort_sequence", "sort_agency", "version_id", "place")
# What readers narrow the table by stands in the index too, so that no row has to be opened to be left out.
NARROWS = ("first_day", "last_day", "doubtful", "faulty", "note", "seen")


class Entry(InCase):
    """One event as one agency tells it, whatever the wording: a corrected row is the same entry told anew.

    Comments, marks and the grounds of findings hold on to this, so that a correction neither loses nor hides them.
    """

    request = OFFICIAL(models.ForeignKey(ChronologyRequest, on_delete=PROTECT, related_name="entries"))
    agency = CASE(models.ForeignKey(Agency, on_delete=PROTECT, related_name="+"))

    class Meta:
        ordering = ("id",)
        verbose_name_plural = "entries"


class EntryText(InCase):
    """How one version of a return tells an entry: the agency's own words, what was understood, and its place.

    `ident` depends on what the row says alone: two versions that say the same have the same.
    """

    entry = OFFICIAL(models.ForeignKey(Entry, on_delete=PROTECT, related_name="texts"))
    version = OFFICIAL(models.ForeignKey(ChronologyVersion, on_delete=PROTECT, related_name="texts"))
    file = OFFICIAL(models.ForeignKey(ChronologyFile, on_delete=PROTECT, related_name="+"))
    ident = OFFICIAL(models.CharField(max_length=24))
    place = OFFICIAL(models.PositiveIntegerField())  # among the rows of the version
    table_number = OFFICIAL(models.PositiveIntegerField())
    row_number = OFFICIAL(models.PositiveIntegerField())
    department = OFFICIAL(models.CharField(max_length=200, blank=True))
    columns = IDENTIFYING(models.JSONField())  # by what the column is for
    others = IDENTIFYING(models.JSONField(default=dict, blank=True))  # by the heading over it
    before = IDENTIFYING(models.JSONField(default=dict, blank=True))  # what the file said, of columns put right here
    first_day = CASE(models.DateField(null=True, blank=True))
    last_day = CASE(models.DateField(null=True, blank=True))
    sort_day = CASE(models.DateField())
    sort_time = CASE(models.TimeField())
    sort_sequence = OFFICIAL(models.FloatField())
    sort_agency = OFFICIAL(models.CharField(max_length=200))
    doubtful = CASE(models.BooleanField(default=False))
    faulty = OFFICIAL(models.BooleanField(default=False))
    note = OFFICIAL(models.BooleanField(default=False))  # of the author, to herself
    seen = CASE(models.CharField(max_length=4, choices=SEEN, blank=True))

    class Meta:
        ordering = IN_ORDER
        indexes = (models.Index(fields=("case", *IN_ORDER, *NARROWS), name="entry_text_in_order"),)
        constraints = (
            models.UniqueConstraint(
                fields=("version", "place"),
                name="entry_text_has_its_own_place",
                violation_error_message="Two rows cannot stand in one place.",
            ),
            models.UniqueConstraint(
                fields=("version", "entry"),
                name="entry_is_told_once_in_a_version",
                violation_error_message="A version tells an entry once.",
            ),
            models.CheckConstraint(
                condition=Q(first_day__isnull=True) | Q(last_day__isnull=True) | Q(last_day__gte=F("first_day")),
                name="entry_days_are_in_order",
                violation_error_message="It cannot end before it begins.",
            ),
        )


class EntryFault(InCase):
    """Something to put right in a version: where it stands, what was found, what is wrong and how to mend it.

    Without an entry it is about a table, or about the file as a whole.
    """

    version = OFFICIAL(models.ForeignKey(ChronologyVersion, on_delete=PROTECT, related_name="faults"))
    file = OFFICIAL(models.ForeignKey(ChronologyFile, on_delete=PROTECT, related_name="+"))
    text = OFFICIAL(models.ForeignKey(EntryText, on_delete=PROTECT, null=True, blank=True, related_name="faults"))
    table_number = OFFICIAL(models.PositiveIntegerField())
    row_number = OFFICIAL(models.PositiveIntegerField())
    column = CASE(models.CharField(max_length=200, blank=True))
    found = IDENTIFYING(models.TextField(blank=True))
    problem = IDENTIFYING(models.TextField())
    mend = CASE(models.TextField())

    class Meta:
        ordering = ("file", "table_number", "row_number", "id")
