"""Groups are formed, people are appointed to seats in them, deputies stand in (OB-004, OB-005, OB-106, OB-215)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from django.db.models import Q

from cairn.access.actor import Actor
from cairn.access.roles import Role
from cairn.audit.commands import command, record
from cairn.kernel.verdict import ALLOWED, Ground, Verdict, enforce, require
from cairn.partnership import policy
from cairn.partnership.clock import day_of
from cairn.partnership.commands.locking import locked
from cairn.partnership.models import Agency, Deputy, Group, Seat, SeatSpeaksFor, User
from cairn.partnership.models.seat import GroupKind


@command
def form_group(*, name: str, kind: str, starts_on: date, by: Actor, at: datetime) -> Group:
    """A standing group begins to sit."""
    enforce(
        policy.can(by, "change_partnership")
        & policy.written(name, "Enter the group's name.", "name")
        & require(kind in GroupKind.values, "Choose what the group is for.", Ground.INPUT, "kind")
    )
    group = Group.unscoped.create(name=name.strip(), kind=kind, starts_on=starts_on)
    record(by=by, verb="form_group", at=at, about=group)
    return group


@command
def end_group(group: Group, *, ends_on: date, by: Actor, at: datetime) -> Group:
    """A group sits for the last time; nobody holds a seat in it beyond that day."""
    group = locked(group)
    held = Seat.unscoped.filter(Q(ends_at__isnull=True) | Q(ends_at__gt=at), group=group).count()
    enforce(
        policy.can(by, "change_partnership")
        & policy.group_can_end(group, held)
        & policy.ends_in_order(group.starts_on, ends_on)
    )
    group.ends_on = ends_on
    group.save()
    record(by=by, verb="end_group", at=at, about=group)
    return group


@command
def appoint(
    group: Group,
    *,
    holder: User,
    title: str,
    role: Role,
    starts_at: datetime,
    employer: Agency | None = None,
    represents: str = "",
    speaks_for: Sequence[Agency] = (),
    by: Actor,
    at: datetime,
) -> Seat:
    """Somebody takes a seat: who employs her and for whom she speaks are two facts (OB-005)."""
    group, holder = locked(group), locked(holder)
    enforce(
        policy.can(by, "appoint")
        & policy.written(title, "Enter what the seat is called.", "title")
        & policy.can_hold(holder, by)
        & policy.seat_fits(role, group.kind)
        & policy.group_open(group, day_of(starts_at))
        & policy.duties_apart(role, _roles_of(holder, at))
        & _agencies_exist(employer, speaks_for, day_of(starts_at))
    )
    seat = Seat.unscoped.create(
        group=group,
        title=title.strip(),
        role=role,
        holder=holder,
        employer=employer,
        represents=represents.strip(),
        starts_at=starts_at,
    )
    SeatSpeaksFor.unscoped.bulk_create(SeatSpeaksFor(seat=seat, agency=agency) for agency in speaks_for)
    record(by=by, verb="appoint", at=at, about=seat)
    return seat


@command
def end_seat(seat: Seat, *, ends_at: datetime, by: Actor, at: datetime) -> Seat:
    """Somebody leaves a seat; what she could see through it she cannot see from then on."""
    seat = locked(seat)
    others = Seat.unscoped.filter(
        Q(ends_at__isnull=True) | Q(ends_at__gt=ends_at),
        role=Role.BUSINESS_MANAGER,
        starts_at__lte=ends_at,
        holder__is_active=True,
    ).exclude(pk=seat.pk)
    enforce(policy.can(by, "appoint") & policy.seat_can_end(seat, at, ends_at, others.exists()))
    seat.ends_at = ends_at
    seat.save()
    record(by=by, verb="end_seat", at=at, about=seat)
    return seat


@command
def name_deputy(seat: Seat, *, deputy: User, starts_at: datetime, ends_at: datetime, by: Actor, at: datetime) -> Deputy:
    """Somebody will stand in for a seat for a time. She may act only once briefed."""
    seat, deputy = locked(seat), locked(deputy)
    enforce(
        policy.can(by, "appoint")
        & policy.can_hold(deputy, by)
        & policy.can_stand_in(seat, deputy, starts_at, ends_at)
        & policy.duties_apart(Role(seat.role), _roles_of(deputy, at))
    )
    named = Deputy.unscoped.create(seat=seat, user=deputy, starts_at=starts_at, ends_at=ends_at)
    record(by=by, verb="name_deputy", at=at, about=named)
    return named


@command
def brief_deputy(deputy: Deputy, *, by: Actor, at: datetime) -> Deputy:
    """The deputy has been told what she needs to know, and may act from now on."""
    deputy = locked(deputy)
    enforce(policy.can(by, "appoint") & policy.deputy_can_be_briefed(deputy, at))
    deputy.briefed_at = at
    deputy.save()
    record(by=by, verb="brief_deputy", at=at, about=deputy)
    return deputy


@command
def end_deputy(deputy: Deputy, *, by: Actor, at: datetime) -> Deputy:
    """The deputy no longer stands in, from now on."""
    deputy = locked(deputy)
    enforce(policy.can(by, "appoint") & policy.deputy_stands(deputy, at))
    deputy.ends_at = max(at, deputy.starts_at)
    deputy.save()
    record(by=by, verb="end_deputy", at=at, about=deputy)
    return deputy


def _roles_of(person: User, at: datetime) -> frozenset[Role]:
    """The roles of every seat she holds or stands in for, now or at any time to come."""
    still = Q(ends_at__isnull=True) | Q(ends_at__gt=at)
    held = Seat.unscoped.filter(still, holder=person).values_list("role", flat=True)
    standing_in = Deputy.unscoped.filter(still, user=person).values_list("seat__role", flat=True)
    return frozenset(Role(role) for role in (*held, *standing_in))


def _agencies_exist(employer: Agency | None, speaks_for: Sequence[Agency], on: date) -> Verdict:
    verdict = policy.agency_open(employer, on, about="employer") if employer else ALLOWED
    for agency in speaks_for:
        verdict &= policy.agency_open(agency, on, about="speaks_for")
    return verdict
