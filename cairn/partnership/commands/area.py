"""The partnership is founded, once, and gives things its own names."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from cairn.access.actor import Actor
from cairn.access.roles import Role
from cairn.audit.commands import command, record
from cairn.kernel.verdict import Ground, enforce, require
from cairn.partnership import policy
from cairn.partnership.commands.locking import locked
from cairn.partnership.models import (
    EarlierLocalName,
    EarlierPartnershipDetails,
    Group,
    LocalName,
    Partnership,
    ProductDay,
    Seat,
    User,
)
from cairn.partnership.models.area import Term
from cairn.partnership.models.seat import GroupKind

DETAILS = ("name", "short_name", "council_name", "email")


@dataclass(frozen=True)
class FirstPerson:
    """Whoever runs the partnership's office on the first day, and may then appoint and invite everybody else."""

    name: str
    email: str


@command
def found_partnership(
    *,
    name: str,
    short_name: str,
    council_name: str,
    email: str,
    arrangements_started_on: date,
    first: FirstPerson,
    demonstration_day: date | None = None,
    by: Actor,
    at: datetime,
) -> Partnership:
    """A database becomes one partnership's for good. Given a day to begin on, it is a demonstration for good."""
    enforce(
        policy.by_cairn_alone(by)
        & policy.not_founded(Partnership.unscoped.first())
        & policy.written(name, "Enter the partnership's name.", "name")
        & policy.written(short_name, "Enter the partnership's short name.", "short_name")
    )
    partnership = Partnership.unscoped.create(
        name=name.strip(),
        short_name=short_name.strip(),
        council_name=council_name,
        email=email,
        arrangements_started_on=arrangements_started_on,
        is_demo=demonstration_day is not None,
        founded_at=at,
    )
    if demonstration_day is not None:
        ProductDay.unscoped.create(day=demonstration_day)
    _open_the_office(first, at)
    record(by=by, verb="found_partnership", at=at, about=partnership)
    return partnership


def _open_the_office(first: FirstPerson, at: datetime) -> None:
    office = Group.unscoped.create(name="Partnership office", kind=GroupKind.OFFICE, starts_on=at.date())
    Group.unscoped.create(name="Running the service", kind=GroupKind.SERVICE, starts_on=at.date())
    person = User(email=first.email, name=first.name, post="Business manager", created_at=at)
    person.set_unusable_password()
    person.save()
    Seat.unscoped.create(
        group=office, title="Business manager", role=Role.BUSINESS_MANAGER, holder=person, starts_at=at
    )


@command
def change_partnership(
    partnership: Partnership, *, name: str, short_name: str, council_name: str, email: str, by: Actor, at: datetime
) -> Partnership:
    """The partnership's own name or address changes, and what stood there is kept.

    Whether it is a demonstration never changes.
    """
    partnership = locked(partnership)
    enforce(
        policy.can(by, "change_partnership")
        & policy.written(name, "Enter the partnership's name.", "name")
        & policy.written(short_name, "Enter the partnership's short name.", "short_name")
    )
    earlier = {field: getattr(partnership, field) for field in DETAILS}
    partnership.name, partnership.short_name = name.strip(), short_name.strip()
    partnership.council_name, partnership.email = council_name, email
    if earlier != {field: getattr(partnership, field) for field in DETAILS}:
        changed_by = User.unscoped.get(key=by.key)
        EarlierPartnershipDetails.unscoped.create(**earlier, until=at, changed_by=changed_by)
    partnership.save()
    record(by=by, verb="change_partnership", at=at, about=partnership)
    return partnership


@command
def name_thing(*, term: str, name: str, by: Actor, at: datetime) -> LocalName:
    """The partnership says what it calls something: its subgroup a CRAG, itself an OSCB. An earlier name is kept."""
    enforce(
        policy.can(by, "change_partnership")
        & require(term in Term.values, "Choose what to name from the list.", Ground.INPUT, "term")
        & policy.written(name, "Enter the name your partnership uses.", "name")
    )
    called = name.strip()
    names = LocalName.unscoped.select_for_update()
    named, first = names.get_or_create(term=term, defaults={"name": called, "since": at})
    if not first and named.name != called:
        changed_by = User.unscoped.get(key=by.key)
        EarlierLocalName.unscoped.create(term=term, name=named.name, since=named.since, until=at, changed_by=changed_by)
        named.name, named.since = called, at
        named.save()
    record(by=by, verb="name_thing", at=at, about=named, key=term)
    return named
