"""What somebody made of a pair or a gap. The last judgement counts, the earlier ones are kept."""

from __future__ import annotations

from django.db import models
from django.db.models import PROTECT, Q

from cairn.cases.models.in_case import InCase
from cairn.chronology.engine.gaps import Lack
from cairn.chronology.engine.looking import JudgedAs, Kind
from cairn.chronology.models.entries import Entry, EntryText
from cairn.kernel.handling import CASE, IDENTIFYING, OFFICIAL
from cairn.partnership.models import Agency, User

KINDS = [kind.value for kind in Kind]
LACKS = [lack.value for lack in Lack]
VERDICTS = [verdict.value for verdict in JudgedAs]


class Judgement(InCase):
    """Two entries judged together, or the entries at the ends of a gap; and the rows as they stood then."""

    kind = CASE(models.CharField(max_length=12))
    lack = CASE(models.CharField(max_length=12, blank=True))  # of a gap
    agency = CASE(models.ForeignKey(Agency, on_delete=PROTECT, null=True, blank=True, related_name="+"))
    first = OFFICIAL(models.ForeignKey(Entry, on_delete=PROTECT, related_name="+"))
    second = OFFICIAL(models.ForeignKey(Entry, on_delete=PROTECT, null=True, blank=True, related_name="+"))
    first_text = OFFICIAL(models.ForeignKey(EntryText, on_delete=PROTECT, related_name="+"))
    second_text = OFFICIAL(models.ForeignKey(EntryText, on_delete=PROTECT, null=True, blank=True, related_name="+"))
    verdict = CASE(models.CharField(max_length=12))
    words = IDENTIFYING(models.TextField(blank=True))
    judged_by = OFFICIAL(models.ForeignKey(User, on_delete=PROTECT, related_name="+"))
    judged_at = OFFICIAL(models.DateTimeField())

    class Meta:
        ordering = ("judged_at", "id")
        constraints = (
            models.CheckConstraint(
                condition=Q(kind__in=KINDS, verdict__in=VERDICTS),
                name="judgement_is_of_a_known_kind",
                violation_error_message="Choose what you make of it.",
            ),
            models.CheckConstraint(
                condition=Q(kind=Kind.GAP.value, lack__in=LACKS)
                | Q(lack="", agency__isnull=True, second__isnull=False) & ~Q(kind=Kind.GAP.value),
                name="judgement_of_a_gap_says_what_is_lacking",
                violation_error_message="A gap says what is lacking; a pair has two entries.",
            ),
            models.CheckConstraint(
                condition=Q(second__isnull=True, second_text__isnull=True)
                | Q(second__isnull=False, second_text__isnull=False),
                name="judgement_keeps_the_rows_it_was_made_on",
                violation_error_message="A judgement keeps the rows that it was made on.",
            ),
        )
