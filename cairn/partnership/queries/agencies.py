"""Agencies as they stand on a day, what came before and after them, and the partnerships next door."""

from __future__ import annotations

from datetime import date, datetime

from django.db.models import Q, QuerySet

from cairn.access.actor import Actor
from cairn.partnership import policy
from cairn.partnership.clock import day_of
from cairn.partnership.models import Agency, AgencySuccession, EarlierAgencyDetails, Neighbour
from cairn.partnership.models.agency import AgencyKind

EarlierDetails = EarlierAgencyDetails  # what a page calls a row of what was written before


def existing_on(day: date) -> Q:
    """Rows whose span of days `starts_on` to `ends_on`, both included, holds the day."""
    return Q(starts_on__lte=day) & (Q(ends_on__isnull=True) | Q(ends_on__gte=day))


def agencies(actor: Actor, at: datetime, *, on: date | None = None, ended_too: bool = False) -> QuerySet[Agency]:
    """The agencies of a day (today, if none is given), or every agency there ever was or will be."""
    if not policy.can(actor, "read_partnership"):
        return Agency.unscoped.none()
    every = Agency.unscoped.order_by("name", "starts_on")
    return every if ended_too else every.filter(existing_on(on or day_of(at)))


def agency(actor: Actor, key: str, at: datetime) -> Agency | None:
    """One agency, whether or not it exists today."""
    return agencies(actor, at, ended_too=True).filter(key=key).first()


def successions(actor: Actor, at: datetime, of: Agency) -> QuerySet[AgencySuccession]:
    """Who took over from this agency, and from whom it took over, oldest first."""
    if not policy.can(actor, "read_partnership"):
        return AgencySuccession.unscoped.none()
    both = Q(predecessor=of) | Q(successor=of)
    return AgencySuccession.unscoped.filter(both).select_related("predecessor", "successor").order_by("on", "id")


def earlier_details(actor: Actor, at: datetime, of: Agency) -> QuerySet[EarlierAgencyDetails]:
    """What was written about an agency before it was put right, latest first."""
    if not policy.can(actor, "read_partnership"):
        return EarlierAgencyDetails.unscoped.none()
    return EarlierAgencyDetails.unscoped.filter(agency=of).select_related("changed_by").order_by("-until", "-id")


def neighbours(actor: Actor, at: datetime) -> QuerySet[Neighbour]:
    """The partnerships next door."""
    if not policy.can(actor, "read_partnership"):
        return Neighbour.unscoped.none()
    return Neighbour.unscoped.order_by("name")


def agency_kinds() -> list[tuple[str, str]]:
    """The kinds of agency, for a form."""
    return [(kind.value, str(kind.label)) for kind in AgencyKind]
