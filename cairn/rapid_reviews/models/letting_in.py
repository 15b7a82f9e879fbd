"""Why an agency's own people can see a case: because they were asked."""

from __future__ import annotations

from django.db import models
from django.db.models import PROTECT, Q

from cairn.cases.models import AccessGiven
from cairn.cases.models.in_case import InCase
from cairn.kernel.handling import OFFICIAL
from cairn.rapid_reviews.models.asking import Request
from cairn.rapid_reviews.models.safety import SafetyQuestion


class LetIn(InCase):
    """Access given so that an agency can answer. It ends when nothing it was given for is open any more."""

    access = OFFICIAL(models.ForeignKey(AccessGiven, on_delete=PROTECT, related_name="+"))
    request = OFFICIAL(models.ForeignKey(Request, on_delete=PROTECT, null=True, blank=True, related_name="let_in"))
    safety_question = OFFICIAL(
        models.ForeignKey(SafetyQuestion, on_delete=PROTECT, null=True, blank=True, related_name="let_in")
    )
    over_at = OFFICIAL(models.DateTimeField(null=True, blank=True))

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(request__isnull=True, safety_question__isnull=False)
                | Q(request__isnull=False, safety_question__isnull=True),
                name="let_in_for_one_question",
                violation_error_message="Access to answer is given for one request or one safety question.",
            ),
        )
