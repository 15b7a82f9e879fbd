"""What happened, as far as it is known: one incident a case, and every version of what was said of it."""

from __future__ import annotations

from django.db import models
from django.db.models import PROTECT, F, Q

from cairn.cases.models.in_case import InCase
from cairn.kernel.handling import CASE, OFFICIAL, SPECIAL_CATEGORY
from cairn.kernel.key import draw_key
from cairn.partnership.models import User


class CameBy(models.TextChoices):
    """How the first word of it came."""

    FORM = "form", "On a form"
    TELEPHONE = "telephone", "By telephone"
    MAIL = "mail", "By mail"
    NOTIFICATION_COPY = "notification_copy", "As a copy of a notification"
    MEETING = "meeting", "At a meeting"


class When(models.TextChoices):
    """How much of the time of an incident is known."""

    DAY = "day", "On one day"
    PERIOD = "period", "Over a period"
    NOT_KNOWN = "not_known", "Not known"
    NOT_ASKED = "not_asked", "Not asked"


class Suspicion(models.TextChoices):
    """When abuse or neglect came to be suspected, which may be later than the awareness of what happened."""

    DAY = "day", "On this day"
    NOT_YET = "not_yet", "It is not suspected so far"
    NOT_KNOWN = "not_known", "It is, but the day is not known"
    NOT_ASKED = "not_asked", "Not asked"


class Nature(models.TextChoices):
    """What became of the child so far."""

    DEATH = "death", "The child died"
    SERIOUS_HARM = "serious_harm", "The child was seriously harmed"
    OTHER = "other", "Something else, with a reason"
    NOT_KNOWN = "not_known", "Not known"
    NOT_ASKED = "not_asked", "Not asked"


class Whose(models.TextChoices):
    """In whose area a place lies."""

    OURS = "ours", "In this area"
    OTHER_AREA = "other_area", "In another area of England"
    OTHER_COUNTRY = "other_country", "Outside England"
    NOT_KNOWN = "not_known", "Not known"
    NOT_ASKED = "not_asked", "Not asked"


class Moved(models.TextChoices):
    """Whether a placement or a move across the border of the area is part of the case."""

    NO = "no", "Neither"
    PLACED_OUT = "placed_out", "Placed by us in another area"
    PLACED_IN = "placed_in", "Placed here by another area"
    MOVED_OUT = "moved_out", "The family moved out of this area"
    MOVED_IN = "moved_in", "The family moved into this area"
    NOT_KNOWN = "not_known", "Not known"
    NOT_ASKED = "not_asked", "Not asked"


class Said(models.TextChoices):
    """An answer to a question of yes or no that may not have been asked."""

    YES = "yes", "Yes"
    NO = "no", "No"
    NOT_KNOWN = "not_known", "Not known"
    NOT_ASKED = "not_asked", "Not asked"


class Incident(InCase):
    """The incident or concern of a case, of which there is one. What is known of it stands in its accounts."""

    opened_by = OFFICIAL(models.ForeignKey(User, on_delete=PROTECT, related_name="+"))
    opened_at = OFFICIAL(models.DateTimeField())

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("case",),
                name="incident_is_the_only_one_of_its_case",
                violation_error_message="What happened is recorded on this case already.",
            ),
        )


def _answered(name: str, known: type[models.TextChoices], words: str) -> models.CheckConstraint:
    return models.CheckConstraint(
        condition=Q(**{f"{name}__in": known.values}), name=f"account_{name}_is_known", violation_error_message=words
    )


class Account(models.Model):
    """What is known of an incident, whole. Each change is a new version: the latest counts, earlier ones are kept."""

    key = OFFICIAL(models.CharField(max_length=32, unique=True, default=draw_key, editable=False))
    incident = OFFICIAL(models.ForeignKey(Incident, on_delete=PROTECT, related_name="accounts"))
    version = OFFICIAL(models.PositiveIntegerField())

    source = OFFICIAL(models.CharField(max_length=40, blank=True))  # a word of the vocabulary referral_sources
    told_by = OFFICIAL(models.CharField(max_length=200))  # name and post of a professional
    discussed_with = OFFICIAL(models.CharField(max_length=200, blank=True))  # the designated lead
    came_by = OFFICIAL(models.CharField(max_length=20, choices=CameBy, blank=True))
    consideration = CASE(models.CharField(max_length=40, blank=True))  # why a case without notification is considered

    what_happened = CASE(models.TextField(blank=True))
    nature = CASE(models.CharField(max_length=20, choices=Nature, default=Nature.NOT_ASKED))
    nature_reason = CASE(models.TextField(blank=True))
    happened = CASE(models.CharField(max_length=20, choices=When, default=When.NOT_ASKED))
    first_day = CASE(models.DateField(null=True, blank=True))
    last_day = CASE(models.DateField(null=True, blank=True))

    aware_on = CASE(models.DateField())  # always exact: the clock starts from it
    aware_time = CASE(models.TimeField(null=True, blank=True))
    suspicion = CASE(models.CharField(max_length=20, choices=Suspicion, default=Suspicion.NOT_ASKED))
    suspected_on = CASE(models.DateField(null=True, blank=True))

    happened_in = CASE(models.CharField(max_length=20, choices=Whose, default=Whose.NOT_ASKED))
    happened_area = CASE(models.CharField(max_length=120, blank=True))  # the other authority, or the country
    lives_in = CASE(models.CharField(max_length=20, choices=Whose, default=Whose.NOT_ASKED))
    lives_area = CASE(models.CharField(max_length=120, blank=True))
    moved = CASE(models.CharField(max_length=20, choices=Moved, default=Moved.NOT_ASKED))

    files_secured = CASE(models.CharField(max_length=20, choices=Said, default=Said.NOT_ASKED))
    files_secured_by = OFFICIAL(models.CharField(max_length=200, blank=True))
    files_secured_on = CASE(models.DateField(null=True, blank=True))
    nhs_incident = SPECIAL_CATEGORY(models.CharField(max_length=20, choices=Said, default=Said.NOT_ASKED))
    media_interest = CASE(models.CharField(max_length=20, choices=Said, default=Said.NOT_ASKED))
    processes = CASE(models.TextField(blank=True))  # other inquiries already known, in words

    recorded_by = OFFICIAL(models.ForeignKey(User, on_delete=PROTECT, related_name="+"))
    recorded_at = OFFICIAL(models.DateTimeField())

    unscoped = models.Manager()

    class Meta:
        ordering = ("incident", "version")
        constraints = (
            models.UniqueConstraint(
                fields=("incident", "version"),
                name="account_version_is_used_once",
                violation_error_message="Somebody changed this while you were typing.",
            ),
            models.CheckConstraint(
                condition=~Q(told_by=""),
                name="account_says_who_told",
                violation_error_message="Enter who told the partnership.",
            ),
            models.CheckConstraint(
                condition=Q(happened=When.DAY, first_day__isnull=False, last_day=F("first_day"))
                | Q(happened=When.PERIOD, first_day__isnull=False, last_day__gt=F("first_day"))
                | Q(happened__in=(When.NOT_KNOWN, When.NOT_ASKED), first_day__isnull=True, last_day__isnull=True),
                name="account_time_is_whole",
                violation_error_message="Give the day, both ends of the period, or say that it is not known.",
            ),
            models.CheckConstraint(
                condition=Q(suspicion=Suspicion.DAY, suspected_on__isnull=False)
                | Q(suspicion__in=Suspicion.values, suspected_on__isnull=True) & ~Q(suspicion=Suspicion.DAY),
                name="account_suspicion_is_whole",
                violation_error_message="Give the day on which it came to be suspected, or say that it is not known.",
            ),
            models.CheckConstraint(
                condition=~Q(nature=Nature.OTHER) | ~Q(nature_reason=""),
                name="account_other_nature_has_a_reason",
                violation_error_message="Say why it is neither a death nor serious harm.",
            ),
            models.CheckConstraint(
                condition=~Q(files_secured=Said.YES) | ~Q(files_secured_by="") & Q(files_secured_on__isnull=False),
                name="account_secured_files_say_who_and_when",
                violation_error_message="Say who secured the files, and when.",
            ),
            models.CheckConstraint(
                condition=Q(came_by__in=["", *CameBy.values]),
                name="account_came_by_is_known",
                violation_error_message="Choose how it came from the list.",
            ),
            _answered("nature", Nature, "Choose what became of the child from the list."),
            _answered("happened_in", Whose, "Choose where it happened from the list."),
            _answered("lives_in", Whose, "Choose where the child lives from the list."),
            _answered("moved", Moved, "Choose from the list."),
            _answered("nhs_incident", Said, "Choose an answer from the list."),
            _answered("media_interest", Said, "Choose an answer from the list."),
        )

    def __str__(self) -> str:
        return self.key

    @property
    def case_key(self) -> str:
        """The key under which events of its case are found."""
        return self.incident.case.key
