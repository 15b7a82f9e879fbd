"""An agency's own people see a case while it is asked, and no longer. Parts of commands, not commands themselves."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from django.db.models import Q, QuerySet

from cairn.access.actor import Actor
from cairn.cases.commands.access import end_access, give_access
from cairn.cases.models import AccessGiven, Case, LetIn
from cairn.cases.policy import ANSWERING
from cairn.partnership.models import Agency, Seat
from cairn.partnership.queries import live_at

OVER = "Nothing more is asked of the agency."


def answering_seats(agency: Agency, at: datetime) -> QuerySet[Seat]:
    """The seats, held now, of those who write and sign for an agency: employed by it, or speaking for it."""
    own = Q(employer=agency) | Q(speaks_for__agency=agency)
    return Seat.unscoped.filter(live_at(at), own, role__in=[role.value for role in ANSWERING]).distinct()


def let_in(case: Case, *, agency: Agency, asked: str, reason: str, by: Actor, at: datetime) -> None:
    """Whoever answers for the agency, and cannot see the case yet, is given access through her seat.

    `asked` is the key of what the agency was asked.
    """
    for seat in answering_seats(agency, at):
        live = AccessGiven.unscoped.filter(live_at(at), case=case, seat=seat).first()
        if live is None:
            live = give_access(case, to=seat, reason=reason, by=by, at=at)
        elif not LetIn.unscoped.filter(access=live).exists():
            continue  # she sees the case for a reason of its own, which outlasts the question
        LetIn.unscoped.get_or_create(case=case, access=live, over_at=None, asked=asked)


def shut_out(asked: Collection[str], *, by: Actor, at: datetime) -> None:
    """What these people were let in for is over: their access ends, unless they are asked something else as well."""
    over = LetIn.unscoped.filter(asked__in=asked, over_at__isnull=True)
    ids = list(over.values_list("access", flat=True))
    over.update(over_at=at)
    still = LetIn.unscoped.filter(access__in=ids, over_at__isnull=True).values("access")
    for given in AccessGiven.unscoped.filter(live_at(at), pk__in=ids).exclude(pk__in=still):
        end_access(given, reason=OVER, by=by, at=at)
