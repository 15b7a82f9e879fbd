"""An agency's own people see a case while it is asked, and no longer. Parts of commands, not commands themselves."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet

from cairn.access.actor import Actor
from cairn.cases.commands import end_access, give_access
from cairn.cases.models import AccessGiven
from cairn.partnership.models import Agency, Seat
from cairn.partnership.queries import live_at
from cairn.rapid_reviews import policy
from cairn.rapid_reviews.models import LetIn, Request, SafetyQuestion

ASKED = "Asked for what your agency knew."
ASKED_ON_SAFETY = "Asked whether the child is safe now."
OVER = "Nothing more is asked of the agency."


def answering_seats(agency: Agency, at: datetime) -> QuerySet[Seat]:
    """The seats, held now, of those who write and sign for an agency: employed by it, or speaking for it."""
    own = Q(employer=agency) | Q(speaks_for__agency=agency)
    return Seat.unscoped.filter(live_at(at), own, role__in=[role.value for role in policy.ANSWERING]).distinct()


def let_in(question: Request | SafetyQuestion, *, by: Actor, at: datetime) -> None:
    """Whoever answers for the agency, and cannot see the case yet, is given access through her seat."""
    asked = isinstance(question, Request)
    about: dict[str, Any] = {"request": question} if asked else {"safety_question": question}
    for seat in answering_seats(question.agency, at):
        live = AccessGiven.unscoped.filter(live_at(at), case=question.case, seat=seat).first()
        if live is None:
            reason = ASKED if asked else ASKED_ON_SAFETY
            live = give_access(question.case, to=seat, reason=reason, by=by, at=at)
        elif not LetIn.unscoped.filter(access=live).exists():
            continue  # she sees the case for a reason of its own, which outlasts the question
        LetIn.unscoped.get_or_create(case=question.case, access=live, over_at=None, **about)


def shut_out(let: QuerySet[LetIn], *, by: Actor, at: datetime) -> None:
    """What these people were let in for is over: their access ends, unless they are asked something else as well."""
    ids = list(let.filter(over_at__isnull=True).values_list("access", flat=True))
    let.filter(over_at__isnull=True).update(over_at=at)
    still = LetIn.unscoped.filter(access__in=ids, over_at__isnull=True).values("access")
    for given in AccessGiven.unscoped.filter(live_at(at), pk__in=ids).exclude(pk__in=still):
        end_access(given, reason=OVER, by=by, at=at)
