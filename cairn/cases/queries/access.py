"""Who can see a case, in plain words, and who must not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Prefetch, QuerySet

from cairn.access.actor import Actor
from cairn.access.roles import Role
from cairn.cases import policy
from cairn.cases.models import AccessGiven, Case, Conflict
from cairn.partnership.models import Deputy, Seat, User
from cairn.partnership.queries import live_at


@dataclass(frozen=True)
class AccessRow:
    """One person who can see the case now: in what role, through what, why, by whose word, since and until when."""

    key: str
    name: str
    role: str
    through: str
    reason: str
    given_by: str
    since: datetime
    until: datetime | None


@dataclass(frozen=True)
class EndedRow:
    """One access that is over: to whom it was given, why, from when to when, and who ended it early and why."""

    to: str
    reason: str
    given_by: str
    since: datetime
    until: datetime
    ended_by: str
    end_reason: str


@dataclass(frozen=True)
class ConflictRow:
    """One declared conflict, as those may read it who keep conflicts."""

    key: str
    name: str
    nature: str
    declared_by: str
    declared_at: datetime
    state: str
    state_label: str
    agreed_by: str
    may_agree: bool
    may_lift: bool


def access(actor: Actor, case: Case, at: datetime, rights: policy.Rights | None = None) -> list[AccessRow]:
    """Everybody who can see this case now. A seat nobody holds, and a person with a conflict, are not there."""
    if not policy.held(actor, case, at, rights).can("read_access_given", case):
        return []
    grants = list(_live(case, at))
    walled = set(_standing_conflicts(case).values_list("user_id", flat=True))
    seats = _seats(grants, at)
    return [
        AccessRow(
            grant.key, user.name, role, through, grant.reason, grant.given_by.name, grant.starts_at, grant.ends_at
        )
        for grant in grants
        for user, role, through in _let_in(grant, seats)
        if user.is_active and user.pk not in walled
    ]


def ended_access(actor: Actor, case: Case, at: datetime, rights: policy.Rights | None = None) -> list[EndedRow]:
    """The access that has ended, the latest end first."""
    if not policy.held(actor, case, at, rights).can("read_access_given", case):
        return []
    rows = AccessGiven.unscoped.filter(case=case, ends_at__lte=at).select_related(
        "user", "given_by", "seat", "ended_by"
    )
    return [
        EndedRow(
            _given_to(row),
            row.reason,
            row.given_by.name,
            row.starts_at,
            row.ends_at,
            row.ended_by.name if row.ended_by else "",
            row.end_reason,
        )
        for row in rows.order_by("-ends_at", "-id")
        if row.ends_at
    ]


def _given_to(given: AccessGiven) -> str:
    if given.user is not None:
        return f"{given.user.name}, {Role(given.role).label.lower()}"
    return (
        f"The seat {given.seat.title}" if given.seat else f"Any {Role(given.role).label.lower()}, by the standing rule"
    )


def one_access(actor: Actor, case: Case, key: str, at: datetime) -> AccessGiven | None:
    """One access that lives now, to end it."""
    if not policy.can(actor, "read_access_given", case, at):
        return None
    return _live(case, at).filter(key=key).first()


def end_of(given: AccessGiven) -> str:
    """Whom the end of this access would shut out, in words."""
    if given.user is not None:
        return f"{given.user.name} will no longer see this case as {Role(given.role).label.lower()}."
    if given.seat is not None:
        return f"Whoever holds the seat {given.seat.title}, or stands in for it, will no longer see this case."
    return f"The standing rule will no longer open this case to any {Role(given.role).label.lower()}."


def conflicts(actor: Actor, case: Case, at: datetime, rights: policy.Rights | None = None) -> list[ConflictRow]:
    """The conflicts declared on this case, lifted ones too."""
    hers = policy.held(actor, case, at, rights)
    if not hers.can("read_conflicts"):
        return []
    return [_conflict_row(row, hers) for row in _conflicts(case)]


def one_conflict(actor: Actor, case: Case, key: str, at: datetime) -> Conflict | None:
    """One conflict, to act upon."""
    if not policy.can(actor, "read_conflicts", case, at):
        return None
    return _conflicts(case).filter(key=key).first()


def _live(case: Case, at: datetime) -> QuerySet[AccessGiven]:
    rows = AccessGiven.unscoped.filter(live_at(at), case=case)
    return rows.select_related("case", "user", "given_by", "seat")


def _conflicts(case: Case) -> QuerySet[Conflict]:
    return Conflict.unscoped.filter(case=case).select_related("case", "user", "declared_by", "first_lift_by")


def _standing_conflicts(case: Case) -> QuerySet[Conflict]:
    return Conflict.unscoped.filter(case=case, second_lift_at__isnull=True)


def _seats(grants: list[AccessGiven], at: datetime) -> list[Seat]:
    """The seats, held now, through which the grants let somebody in, each with those who stand in for it now."""
    ids = {grant.seat_id for grant in grants if grant.seat_id}
    roles = {grant.role for grant in grants if grant.standing_rule}
    deputies = Deputy.unscoped.filter(live_at(at), briefed_at__lte=at).select_related("user")
    held = Seat.unscoped.filter(live_at(at)).filter(pk__in=ids) | Seat.unscoped.filter(live_at(at), role__in=roles)
    return list(held.select_related("holder", "group").prefetch_related(Prefetch("deputies", deputies)))


def _let_in(grant: AccessGiven, seats: list[Seat]) -> Iterator[tuple[User, str, str]]:
    """Each person a grant lets in, with her role and what it comes through."""
    if grant.user is not None:
        yield grant.user, Role(grant.role).label, "Given by name"
        return
    for seat in seats:
        if seat.pk == grant.seat_id or (grant.seat_id is None and seat.role == grant.role):
            through = f"{seat.title}, {seat.group.name}"
            yield seat.holder, Role(seat.role).label, through
            for deputy in seat.deputies.all():
                yield deputy.user, Role.BRIEFED_DEPUTY.label, f"Stands in for: {through}"


def _conflict_row(row: Conflict, rights: policy.Rights) -> ConflictRow:
    lawful = policy.may_lift(rights.actor, row)
    return ConflictRow(
        key=row.key,
        name=row.user.name,
        nature=row.nature,
        declared_by=row.declared_by.name,
        declared_at=row.declared_at,
        state=row.state.value,
        state_label=row.state.label,
        agreed_by=row.first_lift_by.name if row.first_lift_by else "",
        may_agree=bool(rights.can("agree_to_lift_conflict", row) & lawful),
        may_lift=bool(rights.can("lift_conflict", row) & lawful),
    )
