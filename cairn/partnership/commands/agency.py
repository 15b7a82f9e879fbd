"""Agencies open, end and hand over; partnerships next door are named."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from cairn.access.actor import Actor
from cairn.audit.commands import command, record
from cairn.kernel.verdict import Ground, Verdict, enforce, require
from cairn.partnership import policy
from cairn.partnership.commands.locking import locked
from cairn.partnership.models import Agency, AgencySuccession, EarlierAgencyDetails, Neighbour, User
from cairn.partnership.models.agency import AgencyKind

DETAILS = ("name", "short_name", "kind", "contact_point")


@command
def open_agency(
    *, name: str, short_name: str, kind: str, contact_point: str = "", starts_on: date, by: Actor, at: datetime
) -> Agency:
    """An agency begins to take part in safeguarding the area's children."""
    enforce(policy.can(by, "change_partnership") & _described(name, short_name, kind))
    agency = Agency.unscoped.create(
        name=name.strip(),
        short_name=short_name.strip(),
        kind=kind,
        contact_point=contact_point,
        starts_on=starts_on,
    )
    record(by=by, verb="open_agency", at=at, about=agency)
    return agency


@command
def change_agency(
    agency: Agency, *, name: str, short_name: str, kind: str, contact_point: str, by: Actor, at: datetime
) -> Agency:
    """What is written about an agency is put right, and what stood there is kept.

    A new body from a day on is a succession, not a change.
    """
    agency = locked(agency)
    enforce(policy.can(by, "change_partnership") & _described(name, short_name, kind))
    earlier = {field: getattr(agency, field) for field in DETAILS}
    agency.name, agency.short_name = name.strip(), short_name.strip()
    agency.kind, agency.contact_point = kind, contact_point
    if earlier != {field: getattr(agency, field) for field in DETAILS}:
        changed_by = User.unscoped.get(key=by.key)
        EarlierAgencyDetails.unscoped.create(agency=agency, **earlier, until=at, changed_by=changed_by)
    agency.save()
    record(by=by, verb="change_agency", at=at, about=agency)
    return agency


@command
def end_agency(agency: Agency, *, ends_on: date, by: Actor, at: datetime) -> Agency:
    """An agency ceases after its last day, with nobody taking over."""
    agency = locked(agency)
    enforce(
        policy.can(by, "change_partnership")
        & policy.agency_not_ended(agency)
        & policy.ends_in_order(agency.starts_on, ends_on)
    )
    agency.ends_on = ends_on
    agency.save()
    record(by=by, verb="end_agency", at=at, about=agency)
    return agency


@command
def succeed_agency(predecessor: Agency, *, successor: Agency, on: date, by: Actor, at: datetime) -> AgencySuccession:
    """One agency takes over from another on a day; the predecessor's last day is the day before."""
    predecessor, successor = locked(predecessor), locked(successor)
    known = AgencySuccession.unscoped.filter(predecessor=predecessor, successor=successor).exists()
    enforce(
        policy.can(by, "change_partnership")
        & require(not known, "This succession is already recorded.")
        & policy.can_succeed(predecessor, successor, on)
    )
    predecessor.ends_on = on - timedelta(days=1)
    predecessor.save()
    succession = AgencySuccession.unscoped.create(predecessor=predecessor, successor=successor, on=on)
    record(by=by, verb="succeed_agency", at=at, about=predecessor)
    return succession


@command
def add_neighbour(*, name: str, contact_point: str = "", by: Actor, at: datetime) -> Neighbour:
    """A partnership next door is named, so that shared cases can be told to it."""
    known = Neighbour.unscoped.filter(name__iexact=name.strip()).exists()
    enforce(
        policy.can(by, "change_partnership")
        & policy.written(name, "Enter the name of the partnership.", "name")
        & require(not known, "This partnership is already listed.", Ground.INPUT, "name")
    )
    neighbour = Neighbour.unscoped.create(name=name.strip(), contact_point=contact_point)
    record(by=by, verb="add_neighbour", at=at, about=neighbour)
    return neighbour


def _described(name: str, short_name: str, kind: str) -> Verdict:
    return (
        policy.written(name, "Enter the agency's full name.", "name")
        & policy.written(short_name, "Enter a short name, such as ICB.", "short_name")
        & require(kind in AgencyKind.values, "Choose what kind of agency it is.", Ground.INPUT, "kind")
    )
