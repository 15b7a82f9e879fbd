"""Somebody is let into a case, and access ends. Always with a reason, a giver, a start, and for a person an end."""

from __future__ import annotations

from datetime import datetime

from cairn.access.actor import Actor
from cairn.access.roles import Role
from cairn.audit.commands import command, record
from cairn.cases import policy
from cairn.cases.commands.checks import signer, written
from cairn.cases.models import AccessGiven, Case
from cairn.kernel.verdict import Ground, Verdict, enforce, require
from cairn.partnership.commands.locking import locked
from cairn.partnership.models import Seat, User


@command
def give_access(
    case: Case,
    *,
    to: Seat | User,
    reason: str,
    role: str = "",
    starts_at: datetime | None = None,
    ends_at: datetime | None = None,
    by: Actor,
    at: datetime,
) -> AccessGiven:
    """A seat, or a named person in a role, may see this case: from now or from a later moment, and until when.

    Access to a seat ends with the seat at the latest. Access to a person says when it ends.
    """
    case = locked(case)
    seat, user = (to, None) if isinstance(to, Seat) else (None, to)
    enforce(
        policy.can(by, "give_access", case, at)
        & written(reason, "Say why this access is given.", "reason")
        & (_for_seat(seat, at) if seat else _for_person(role, user, ends_at))
        & require(
            ends_at is None or ends_at > (starts_at or at), "It cannot end before it starts.", Ground.INPUT, "ends_at"
        )
        & require(starts_at is None or starts_at >= at, "It cannot start in the past.", Ground.INPUT, "starts_at")
        & require(not _has_it(case, seat, user, at), "This access is already given.", Ground.STATE, "to")
    )
    given = AccessGiven.unscoped.create(
        case=case,
        seat=seat,
        user=user,
        role=role if user else "",
        reason=reason.strip(),
        given_by_id=signer(by),
        starts_at=starts_at or at,
        ends_at=ends_at,
    )
    record(by=by, verb="give_access", at=at, about=given)
    return given


@command
def end_access(given: AccessGiven, *, reason: str, by: Actor, at: datetime) -> AccessGiven:
    """Access ends now, to the second, on every open page."""
    given = locked(given)
    enforce(
        policy.can(by, "end_access", given, at)
        & written(reason, "Say why this access ends.", "reason")
        & require(given.ends_at is None or given.ends_at > at, "This access has already ended.")
        & policy.keeps_a_keeper(given, at)
    )
    given.ends_at = max(at, given.starts_at)
    given.ended_by_id, given.end_reason = signer(by), reason.strip()
    given.save()
    record(by=by, verb="end_access", at=at, about=given)
    return given


def _for_seat(seat: Seat, at: datetime) -> Verdict:
    held = seat.ends_at is None or seat.ends_at > at
    return policy.may_receive(Role(seat.role)) & require(held, "This seat has ended.", Ground.INPUT, "to")


def _for_person(role: str, user: User | None, ends_at: datetime | None) -> Verdict:
    known = role in {each.value for each in policy.ROLES_FOR_A_PERSON}
    return (
        require(known, "Choose the role in which this person sees the case.", Ground.INPUT, "role")
        & require(user is None or user.is_active, "This account is closed.", Ground.INPUT, "to")
        & require(ends_at is not None, "Say when access to a named person ends.", Ground.INPUT, "ends_at")
    )


def _has_it(case: Case, seat: Seat | None, user: User | None, at: datetime) -> bool:
    rows = AccessGiven.unscoped.filter(case=case, seat=seat, user=user, standing_rule="").exclude(ends_at__lte=at)
    return rows.exists()
