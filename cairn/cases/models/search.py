"""What can be found, and the folded words and names by which it is found. Derived from the rows, and built anew."""

from __future__ import annotations

from django.db import models
from django.db.models import PROTECT, Q

from cairn.cases.models.case import Case
from cairn.cases.models.person import Person
from cairn.kernel.handling import IDENTIFYING, OFFICIAL, SPECIAL_CATEGORY

LONGEST_WORD = 60
LONGEST_TITLE = 200


class EntryKind(models.TextChoices):
    """What is found. The words are those of a result."""

    CASE = "case", "Case"
    FAMILY = "family", "Family"
    PERSON = "person", "Person, by label"
    NAME = "name", "Person, by real name"
    PLACE = "place", "Place, by label"
    ADDRESS = "address", "Place, by address"
    AGENCY = "agency", "Agency involved"
    THEME = "theme", "Theme"
    INCIDENT = "incident", "Incident"
    RETURN = "return", "Agency's return"
    DECISION = "decision", "Decision"
    RAPID_REVIEW = "rapid_review", "Rapid review"
    PANEL_REPLY = "panel_reply", "The Panel's reply"
    ACTION = "action", "Action"
    MEETING = "meeting", "Meeting"
    FILE = "file", "File"
    PUBLISHED_REVIEW = "published_review", "Published review"


class Weight(models.IntegerChoices):
    """How much a word says: what sounds alike least, the reference of a case most."""

    BY_EAR = 0, "By ear"
    TEXT = 1, "In the text"
    TITLE = 2, "In the title"
    REFERENCE = 3, "The reference"


class SearchEntry(models.Model):
    """One thing that can be found: what a result shows of it, where it leads, and what one must be able to read.

    Without a case it is public material, for whoever holds a role. An identifying one is found by a real name or
    address; its title still is the label. A row of this table is derived: it is replaced when its source changes.
    """

    case = OFFICIAL(models.ForeignKey(Case, on_delete=PROTECT, null=True, blank=True, related_name="+"))
    kind = OFFICIAL(models.CharField(max_length=30, choices=EntryKind))
    source_key = OFFICIAL(models.CharField(max_length=80))
    title = SPECIAL_CATEGORY(models.CharField(max_length=LONGEST_TITLE))
    read_action = OFFICIAL(models.CharField(max_length=60))
    identifying = OFFICIAL(models.BooleanField(default=False))
    page = OFFICIAL(models.CharField(max_length=60))
    page_key = OFFICIAL(models.CharField(max_length=60, blank=True))
    year = OFFICIAL(models.PositiveSmallIntegerField(null=True, blank=True))

    unscoped = models.Manager()

    class Meta:
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(
                fields=("kind", "source_key"),
                name="search_entry_stands_once_for_a_source",
                violation_error_message="This can be found already.",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=EntryKind.values),
                name="search_entry_kind_is_known",
                violation_error_message="Choose what is found from the list.",
            ),
            models.CheckConstraint(
                condition=~Q(title="") & ~Q(read_action="") & ~Q(page="") & ~Q(source_key=""),
                name="search_entry_says_what_and_where_it_is",
                violation_error_message="What can be found has a source, a title, a page, and an action that reads it.",
            ),
            models.CheckConstraint(
                condition=Q(case__isnull=False) | Q(identifying=False),
                name="search_entry_in_public_names_nobody",
                violation_error_message="Public material is not found by a real name.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.source_key}"


class SearchWord(models.Model):
    """One folded word by which an entry is found; `~` stands before a sound."""

    entry = OFFICIAL(models.ForeignKey(SearchEntry, on_delete=PROTECT, related_name="found_by"))
    word = IDENTIFYING(models.CharField(max_length=LONGEST_WORD, db_index=True))
    weight = OFFICIAL(models.PositiveSmallIntegerField(choices=Weight))

    unscoped = models.Manager()

    class Meta:
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(
                fields=("entry", "word"),
                name="search_word_stands_once_in_an_entry",
                violation_error_message="This word leads there already.",
            ),
            models.CheckConstraint(
                condition=~Q(word="") & Q(weight__in=Weight.values),
                name="search_word_is_a_word_with_a_weight",
                violation_error_message="A word has letters and a weight.",
            ),
        )

    def __str__(self) -> str:
        return str(self.pk)


class NameKey(models.Model):
    """What another writing of somebody's name or birth date would share with this one: a word, a sound, a day.

    To find whom to compare among many; never shown.
    """

    person = OFFICIAL(models.ForeignKey(Person, on_delete=PROTECT, related_name="name_keys"))
    value = IDENTIFYING(models.CharField(max_length=LONGEST_WORD, db_index=True))

    unscoped = models.Manager()

    class Meta:
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(
                fields=("person", "value"),
                name="name_key_stands_once_for_a_person",
                violation_error_message="This is kept already.",
            ),
            models.CheckConstraint(
                condition=~Q(value=""), name="name_key_is_not_blank", violation_error_message="A key has letters."
            ),
        )

    def __str__(self) -> str:
        return str(self.pk)
