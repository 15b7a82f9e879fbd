"""What agencies are asked for: the scope of the chronology, its columns, and who was asked by when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import PROTECT, F, Q

from cairn.cases.models.agency import Means
from cairn.cases.models.in_case import InCase
from cairn.chronology.states import ChronologyState, GatheringState, chronology_state
from cairn.kernel.handling import CASE, IDENTIFYING, OFFICIAL
from cairn.partnership.models import Agency, User

if TYPE_CHECKING:
    from cairn.chronology.models.returns import ChronologyVersion


class Chronology(InCase):
    """The chronology of one case: what it covers, and what its authors are told. There is one for a case, or none."""

    scope = CASE(models.TextField())
    covers_from = CASE(models.DateField(null=True, blank=True))
    covers_to = CASE(models.DateField(null=True, blank=True))
    instructions = CASE(models.TextField(blank=True))
    opened_by = OFFICIAL(models.ForeignKey(User, on_delete=PROTECT, related_name="+"))
    opened_at = OFFICIAL(models.DateTimeField())
    revision = OFFICIAL(models.PositiveIntegerField(default=1))
    closed_by = OFFICIAL(models.ForeignKey(User, on_delete=PROTECT, null=True, blank=True, related_name="+"))
    closed_at = OFFICIAL(models.DateTimeField(null=True, blank=True))
    closed_reason = CASE(models.CharField(max_length=300, blank=True))

    class Meta:
        verbose_name_plural = "chronologies"
        constraints = (
            models.UniqueConstraint(
                fields=("case",),
                name="case_has_one_chronology",
                violation_error_message="This case has its chronology already.",
            ),
            models.CheckConstraint(
                condition=~Q(scope=""),
                name="chronology_has_a_scope",
                violation_error_message="Say what the chronology covers.",
            ),
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True, closed_by__isnull=True, closed_reason="")
                | Q(closed_at__isnull=False, closed_by__isnull=False) & ~Q(closed_reason=""),
                name="chronology_closed_to_returns_is_whole",
                violation_error_message="A chronology closed to returns says when, by whom and why.",
            ),
            models.CheckConstraint(
                condition=Q(covers_from__isnull=True) | Q(covers_to__isnull=True) | Q(covers_to__gte=F("covers_from")),
                name="chronology_covers_days_in_order",
                violation_error_message="The last day cannot come before the first.",
            ),
        )

    @property
    def state(self) -> GatheringState:
        """Whether chronologies are still gathered."""
        return GatheringState.CLOSED if self.closed_at else GatheringState.GATHERING


class AskedColumn(InCase):
    """One column that agencies are asked for: what is written over it, what it is for, and how to fill it."""

    chronology = OFFICIAL(models.ForeignKey(Chronology, on_delete=PROTECT, related_name="columns"))
    number = OFFICIAL(models.PositiveSmallIntegerField())
    heading = OFFICIAL(models.CharField(max_length=80))
    column = OFFICIAL(models.CharField(max_length=20, blank=True))  # what it is for; blank: the partnership's own
    mandatory = OFFICIAL(models.BooleanField(default=False))
    instruction = OFFICIAL(models.CharField(max_length=300, blank=True))

    class Meta:
        ordering = ("chronology", "number")
        constraints = (
            models.UniqueConstraint(
                fields=("chronology", "number"),
                name="asked_column_number_is_used_once",
                violation_error_message="Two columns cannot stand in one place.",
            ),
            models.CheckConstraint(
                condition=~Q(heading=""),
                name="asked_column_has_a_heading",
                violation_error_message="Write what stands over the column.",
            ),
        )


class ChronologyRequest(InCase):
    """One agency was asked for its chronology: when, by whom, how, where to, and by which day."""

    chronology = OFFICIAL(models.ForeignKey(Chronology, on_delete=PROTECT, related_name="requests"))
    agency = CASE(models.ForeignKey(Agency, on_delete=PROTECT, related_name="+"))
    means = OFFICIAL(models.CharField(max_length=10, choices=Means))
    address = OFFICIAL(models.EmailField(blank=True))  # the agency's contact point as it was then
    due_on = OFFICIAL(models.DateField())
    asked_by = OFFICIAL(models.ForeignKey(User, on_delete=PROTECT, related_name="+"))
    asked_at = OFFICIAL(models.DateTimeField())
    reminded_on = OFFICIAL(models.DateField(null=True, blank=True))
    nil_by = OFFICIAL(models.ForeignKey(User, on_delete=PROTECT, null=True, blank=True, related_name="+"))
    nil_at = OFFICIAL(models.DateTimeField(null=True, blank=True))
    nil_searched = IDENTIFYING(models.TextField(blank=True))
    nil_confirmed_by = OFFICIAL(models.CharField(max_length=200, blank=True))
    withdrawn_by = OFFICIAL(models.ForeignKey(User, on_delete=PROTECT, null=True, blank=True, related_name="+"))
    withdrawn_at = OFFICIAL(models.DateTimeField(null=True, blank=True))
    withdrawn_reason = CASE(models.CharField(max_length=300, blank=True))

    class Meta:
        ordering = ("agency__name", "asked_at")
        constraints = (
            models.UniqueConstraint(
                fields=("chronology", "agency"),
                condition=Q(withdrawn_at__isnull=True),
                name="agency_is_asked_for_one_chronology",
                violation_error_message="This agency is asked for its chronology already.",
            ),
            models.CheckConstraint(
                condition=Q(means=Means.LETTER.value) | Q(means=Means.NOTICE.value) & ~Q(address=""),
                name="chronology_request_by_notice_has_an_address",
                violation_error_message="An agency that is told by notice has a contact point.",
            ),
            models.CheckConstraint(
                condition=Q(nil_at__isnull=True, nil_by__isnull=True, nil_searched="", nil_confirmed_by="")
                | Q(nil_at__isnull=False, nil_by__isnull=False) & ~Q(nil_searched="") & ~Q(nil_confirmed_by=""),
                name="nothing_to_tell_says_what_was_searched_and_who_confirms",
                violation_error_message="Nothing to tell: say what was searched and who confirms it.",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True, withdrawn_by__isnull=True, withdrawn_reason="")
                | Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False) & ~Q(withdrawn_reason=""),
                name="chronology_request_taken_back_is_whole",
                violation_error_message="A request taken back says when, by whom and why.",
            ),
        )

    @property
    def is_shared(self) -> bool:
        """That an agency was asked is known to all who gather; its files are shared one by one, once they are sent."""
        return True

    @property
    def standing(self) -> list[ChronologyVersion]:
        """Its versions, oldest first, without the drafts that were set aside."""
        kept = (each for each in self.versions.all() if each.set_aside_at is None)
        return sorted(kept, key=lambda each: each.number)

    @property
    def state(self) -> ChronologyState:
        """How far it has come. Reads `versions`: prefetch them where there are many requests."""
        versions = self.standing
        last = versions[-1] if versions else None
        return chronology_state(
            withdrawn=self.withdrawn_at is not None,
            nil=self.nil_at is not None,
            versions=len(versions),
            sent_before=any(each.sent_at for each in versions),
            sent=last is not None and last.sent_at is not None,
            signed=last is not None and last.signed_at is not None,
            sent_back=last is not None and last.sent_back_at is not None,
        )
