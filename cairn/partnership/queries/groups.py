"""Groups, who sits in them, who stands in, and the roll of a group as it stood on a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import QuerySet

from cairn.access.actor import Actor
from cairn.partnership import policy
from cairn.partnership.clock import LONDON, day_of
from cairn.partnership.models import Deputy, Group, Seat
from cairn.partnership.models.agency import AgencyKind
from cairn.partnership.models.seat import GroupKind
from cairn.partnership.queries.actors import live_at
from cairn.partnership.queries.agencies import existing_on

StandIn = Deputy  # what a page calls a row of who stands in

# Whom a case review subgroup is expected to hear from (OB-004, OB-106, OB-215), by the service given.
EXPECTED = (
    AgencyKind.POLICE,
    AgencyKind.CHILDRENS_SERVICES,
    AgencyKind.LEGAL_SERVICES,
    AgencyKind.HEALTH_COMMISSIONER,
    AgencyKind.HEALTH_PROVIDER,
    AgencyKind.PUBLIC_HEALTH,
    AgencyKind.EDUCATION,
)


@dataclass(frozen=True)
class Place:
    """One line of a roll: who sits, employed by whom, speaking for whom, since when."""

    seat: Seat
    title: str
    role: str
    who: str
    post: str
    employer: str
    speaks_for: tuple[str, ...]
    represents: str
    since: date
    deputies: tuple[str, ...]


@dataclass(frozen=True)
class Roll:
    """Who made up a group at the end of a day, and which services nobody in it speaks for."""

    group: Group
    on: date
    places: tuple[Place, ...]
    unheard: tuple[str, ...]


def groups(actor: Actor, at: datetime, *, ended_too: bool = False) -> QuerySet[Group]:
    """The groups that sit today, or every group there ever was."""
    if not policy.can(actor, "read_seats"):
        return Group.unscoped.none()
    every = Group.unscoped.order_by("name")
    return every if ended_too else every.filter(existing_on(day_of(at)))


def group(actor: Actor, key: str, at: datetime) -> Group | None:
    """One group, whether or not it still sits."""
    return groups(actor, at, ended_too=True).filter(key=key).first()


def seats(actor: Actor, at: datetime, of: Group | None = None, *, ended_too: bool = False) -> QuerySet[Seat]:
    """Seats held now (in one group, if given), or with all who held one before or will."""
    if not policy.can(actor, "read_seats"):
        return Seat.unscoped.none()
    rows = Seat.unscoped.select_related("group", "holder", "employer").order_by("group__name", "title", "starts_at")
    rows = rows if of is None else rows.filter(group=of)
    return rows if ended_too else rows.filter(live_at(at))


def seat(actor: Actor, key: str, at: datetime) -> Seat | None:
    """One seat, whether or not it is still held."""
    return seats(actor, at, ended_too=True).filter(key=key).first()


def deputies(actor: Actor, at: datetime, of: Seat) -> QuerySet[Deputy]:
    """Who stands, stood or will stand in for a seat, latest first."""
    if not policy.can(actor, "read_seats"):
        return Deputy.unscoped.none()
    return Deputy.unscoped.filter(seat=of).select_related("user", "seat").order_by("-starts_at", "id")


def roll(actor: Actor, group_key: str, on: date, at: datetime) -> Roll | None:
    """The membership of a group as it stood at the end of a day, which is restated every year (OB-004)."""
    found = group(actor, group_key, at)
    if found is None:
        return None
    moment = at if on == day_of(at) else _end_of(on)
    held = seats(actor, at, found, ended_too=True).filter(live_at(moment))
    rows = list(held.prefetch_related("speaks_for__agency", "deputies__user").order_by("title", "holder__name"))
    heard = {row.employer.kind for row in rows if row.employer} | {
        spoken.agency.kind for row in rows for spoken in row.speaks_for.all()
    }
    expected = EXPECTED if found.kind == GroupKind.SUBGROUP else ()
    unheard = tuple(str(kind.label) for kind in expected if kind.value not in heard)
    return Roll(found, on, tuple(_place(row, moment) for row in rows), unheard)


def _end_of(day: date) -> datetime:
    return datetime.combine(day + timedelta(days=1), time.min, LONDON) - timedelta(microseconds=1)


def _place(row: Seat, moment: datetime) -> Place:
    standing_in = [
        deputy.user.name
        for deputy in row.deputies.all()
        if deputy.starts_at <= moment and (deputy.ends_at is None or deputy.ends_at > moment)
    ]
    return Place(
        seat=row,
        title=row.title,
        role=row.get_role_display(),
        who=row.holder.name,
        post=row.holder.post,
        employer=row.employer.name if row.employer else "",
        speaks_for=tuple(sorted(spoken.agency.name for spoken in row.speaks_for.all())),
        represents=row.represents,
        since=day_of(row.starts_at),
        deputies=tuple(sorted(standing_in)),
    )


def deputy(actor: Actor, key: str, at: datetime) -> Deputy | None:
    """One who stands, stood or will stand in."""
    if not policy.can(actor, "read_seats"):
        return None
    return Deputy.unscoped.filter(key=key).select_related("user", "seat", "seat__group").first()


def group_kinds() -> list[tuple[str, str]]:
    """What a group may be for, for a form."""
    return [(kind.value, str(kind.label)) for kind in GroupKind]
