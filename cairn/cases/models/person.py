"""Families and people of a case: a label for every page, and the real identity kept apart."""

from __future__ import annotations

from django.db import models
from django.db.models import PROTECT, Q

from cairn.cases.models.in_case import InCase
from cairn.kernel.handling import CASE, IDENTIFYING, OFFICIAL, SPECIAL_CATEGORY
from cairn.kernel.key import draw_key
from cairn.partnership.models import User


class Answer(models.TextChoices):
    """What a blank cannot say: *none*, *not known* and *not asked* are different answers."""

    GIVEN = "given", "Given"
    NONE = "none", "None"
    NOT_KNOWN = "not_known", "Not known"
    NOT_ASKED = "not_asked", "Not asked"


class Precision(models.TextChoices):
    """How much of a date is known. A month or a year is kept as its first day."""

    DAY = "day", "The day"
    MONTH = "month", "The month and year"
    YEAR = "year", "The year"
    NONE = "none", "There is none"
    NOT_KNOWN = "not_known", "Not known"
    NOT_ASKED = "not_asked", "Not asked"


DATED = (Precision.DAY.value, Precision.MONTH.value, Precision.YEAR.value)


class PersonKind(models.TextChoices):
    """How a person comes into the case."""

    SUBJECT_CHILD = "subject_child", "Child the case is about"
    SIBLING = "sibling", "Brother or sister"
    OTHER_CHILD = "other_child", "Another child"
    PARENT = "parent", "Parent"
    CARER = "carer", "Carer"
    RELATIVE = "relative", "Relative"
    PERSON_OF_CONCERN = "person_of_concern", "Person of concern"
    PROFESSIONAL = "professional", "Professional"


class AliasKind(models.TextChoices):
    """Why somebody has another name."""

    KNOWN_AS = "known_as", "Known as"
    NICKNAME = "nickname", "Nickname"
    FORMER_NAME = "former_name", "Former name"
    OTHER_SPELLING = "other_spelling", "Another spelling"
    ONLINE_NAME = "online_name", "Name used online"


class Fact(models.TextChoices):
    """What is asked about a person, because learning depends on it and silence has hidden it."""

    SEX = "sex", "Sex"
    ETHNICITY = "ethnicity", "Ethnicity"
    RELIGION = "religion", "Religion or belief"
    LANGUAGE = "language", "First language"
    COMMUNICATION_NEED = "communication_need", "Communication need"
    DISABILITY = "disability", "Disability"
    SOCIAL_CARE_STATUS = "social_care_status", "Social care status"
    EDUCATION = "education", "Education"


class Family(InCase):
    """A household or family of the case."""

    label = CASE(models.CharField(max_length=60))

    class Meta:
        ordering = ("label", "id")
        constraints = (
            models.CheckConstraint(
                condition=~Q(label=""), name="family_has_a_label", violation_error_message="A family needs a label."
            ),
        )


class Person(InCase):
    """Somebody in the case, known on every page by a label that says nothing of who it is."""

    family = CASE(models.ForeignKey(Family, on_delete=PROTECT, null=True, blank=True, related_name="people"))
    kind = CASE(models.CharField(max_length=30, choices=PersonKind))
    label = CASE(models.CharField(max_length=60))
    relationship = CASE(models.CharField(max_length=120, blank=True))  # to the child the case is about
    version = OFFICIAL(models.PositiveIntegerField(default=1))

    class Meta:
        ordering = ("id",)
        constraints = (
            models.CheckConstraint(
                condition=Q(kind__in=PersonKind.values),
                name="person_kind_is_known",
                violation_error_message="Choose how this person comes into the case.",
            ),
            models.CheckConstraint(
                condition=~Q(label=""), name="person_has_a_label", violation_error_message="A person needs a label."
            ),
        )


def _whole_date(name: str) -> Q:
    return Q(**{f"{name}_on__isnull": False, f"{name}_precision__in": DATED}) | (
        Q(**{f"{name}_on__isnull": True, f"{name}_precision__in": Precision.values})
        & ~Q(**{f"{name}_precision__in": DATED})
    )


class PersonIdentity(models.Model):
    """Who somebody really is. Each change is a new version: the latest counts, the earlier ones are kept."""

    key = OFFICIAL(models.CharField(max_length=32, unique=True, default=draw_key, editable=False))
    person = OFFICIAL(models.ForeignKey(Person, on_delete=PROTECT, related_name="identities"))
    version = OFFICIAL(models.PositiveIntegerField())
    name_answer = OFFICIAL(models.CharField(max_length=10, choices=Answer))
    family_name = IDENTIFYING(models.CharField(max_length=120, blank=True))
    given_names = IDENTIFYING(models.CharField(max_length=120, blank=True))
    born_on = IDENTIFYING(models.DateField(null=True, blank=True))
    born_precision = OFFICIAL(models.CharField(max_length=10, choices=Precision))
    died_on = IDENTIFYING(models.DateField(null=True, blank=True))
    died_precision = OFFICIAL(models.CharField(max_length=10, choices=Precision))
    recorded_by = OFFICIAL(models.ForeignKey(User, on_delete=PROTECT, related_name="+"))
    recorded_at = OFFICIAL(models.DateTimeField())

    unscoped = models.Manager()

    class Meta:
        ordering = ("person", "version")
        constraints = (
            models.UniqueConstraint(
                fields=("person", "version"),
                name="person_identity_version_is_used_once",
                violation_error_message="Somebody changed this while you were typing.",
            ),
            models.CheckConstraint(
                condition=Q(name_answer=Answer.GIVEN.value) & (~Q(family_name="") | ~Q(given_names=""))
                | Q(name_answer__in=Answer.values, family_name="", given_names="") & ~Q(name_answer=Answer.GIVEN.value),
                name="person_identity_name_is_given_or_answered",
                violation_error_message="Give a name, or say that there is none, or that it is not known or not asked.",
            ),
            models.CheckConstraint(
                condition=_whole_date("born"),
                name="person_identity_birth_is_dated_or_answered",
                violation_error_message="Give a date of birth, or say that it is not known or not asked.",
            ),
            models.CheckConstraint(
                condition=_whole_date("died"),
                name="person_identity_death_is_dated_or_answered",
                violation_error_message="Give a date of death, or say that there is none, not known or not asked.",
            ),
            models.CheckConstraint(
                condition=Q(born_on__isnull=True)
                | Q(died_on__isnull=True)
                | ~Q(died_precision="day", born_precision="day")
                | Q(died_on__gte=models.F("born_on")),
                name="person_identity_death_follows_birth",
                violation_error_message="A date of death cannot come before the date of birth.",
            ),
        )

    def __str__(self) -> str:
        return self.key

    @property
    def case_key(self) -> str:
        """The key under which events of its case are found."""
        return self.person.case.key

    @property
    def name(self) -> str:
        """The real name as written on paper; blank unless one was given."""
        return f"{self.given_names} {self.family_name}".strip()


class PersonFact(models.Model):
    """One answer about a person. A new answer is a new version: the latest counts, the earlier ones are kept."""

    key = OFFICIAL(models.CharField(max_length=32, unique=True, default=draw_key, editable=False))
    person = OFFICIAL(models.ForeignKey(Person, on_delete=PROTECT, related_name="facts"))
    fact = OFFICIAL(models.CharField(max_length=30, choices=Fact))
    version = OFFICIAL(models.PositiveIntegerField())
    answer = SPECIAL_CATEGORY(models.CharField(max_length=10, choices=Answer))
    value = SPECIAL_CATEGORY(models.CharField(max_length=200, blank=True))
    recorded_by = OFFICIAL(models.ForeignKey(User, on_delete=PROTECT, related_name="+"))
    recorded_at = OFFICIAL(models.DateTimeField())

    unscoped = models.Manager()

    class Meta:
        ordering = ("person", "fact", "version")
        constraints = (
            models.UniqueConstraint(
                fields=("person", "fact", "version"),
                name="person_fact_version_is_used_once",
                violation_error_message="Somebody changed this while you were typing.",
            ),
            models.CheckConstraint(
                condition=Q(fact__in=Fact.values),
                name="person_fact_is_known",
                violation_error_message="Choose what is answered from the list.",
            ),
            models.CheckConstraint(
                condition=Q(answer=Answer.GIVEN.value) & ~Q(value="")
                | Q(answer__in=Answer.values, value="") & ~Q(answer=Answer.GIVEN.value),
                name="person_fact_is_given_or_answered",
                violation_error_message="Give an answer, or say that it is none, not known or not asked.",
            ),
        )

    def __str__(self) -> str:
        return self.key

    @property
    def case_key(self) -> str:
        """The key under which events of its case are found."""
        return self.person.case.key


class Alias(models.Model):
    """Another name by which somebody is or was known."""

    key = OFFICIAL(models.CharField(max_length=32, unique=True, default=draw_key, editable=False))
    person = OFFICIAL(models.ForeignKey(Person, on_delete=PROTECT, related_name="aliases"))
    kind = OFFICIAL(models.CharField(max_length=20, choices=AliasKind))
    name = IDENTIFYING(models.CharField(max_length=120))

    unscoped = models.Manager()

    class Meta:
        ordering = ("person", "id")
        constraints = (
            models.CheckConstraint(
                condition=~Q(name=""), name="alias_is_not_blank", violation_error_message="Enter the other name."
            ),
            models.CheckConstraint(
                condition=Q(kind__in=AliasKind.values),
                name="alias_kind_is_known",
                violation_error_message="Choose the kind of name from the list.",
            ),
        )

    def __str__(self) -> str:
        return self.key

    @property
    def case_key(self) -> str:
        """The key under which events of its case are found."""
        return self.person.case.key
