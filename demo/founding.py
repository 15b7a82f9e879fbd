"""Founds the fictional partnership and fills its seats, by the commands a person would use."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from cairn.access.actor import MACHINE, Actor
from cairn.access.roles import Role
from cairn.partnership import queries
from cairn.partnership.clock import LONDON
from cairn.partnership.commands import accounts, agency, area, seats
from cairn.partnership.queries import accounts as accounts_of
from demo import area as fiction
from demo.people import BY_HANDLE, PEOPLE, Person
from demo.register import Register

if TYPE_CHECKING:
    from cairn.partnership.models import Invitation, Partnership, User

MANAGER = "business_manager"


def morning(day: date) -> datetime:
    """Nine o'clock in London on a day: when the office of the fiction does its work."""
    return datetime.combine(day, time(9), LONDON)


def found() -> Register:
    """Found the partnership and its area; gives a register of everything made, by the names of the fiction."""
    register = Register()
    ruth = BY_HANDLE[MANAGER]
    at = morning(fiction.FOUNDED_ON)
    founded = area.found_partnership(
        name=fiction.NAME,
        short_name=fiction.SHORT_NAME,
        council_name=fiction.COUNCIL,
        email=fiction.EMAIL,
        arrangements_started_on=fiction.ARRANGEMENTS_STARTED_ON,
        first=area.FirstPerson(ruth.name, ruth.email),
        demonstration_day=fiction.FIRST_DAY,
        by=MACHINE,
        at=at,
    )
    register.users[MANAGER] = _first_person(founded, at)
    manager = register.actor(MANAGER, at)
    _open_agencies(register, manager, at)
    _name_things(manager, at)
    _form_groups(register, manager, at)
    _invite_everybody(register, at)
    _fill_seats(register)
    return register


def _first_person(founded: Partnership, at: datetime) -> User:
    """Whoever opened the office with the founding."""
    return accounts_of.personas(founded, at)[0].user


def _open_agencies(register: Register, manager: Actor, at: datetime) -> None:
    for body in fiction.BODIES:
        register.agencies[body.short_name] = agency.open_agency(
            name=body.name,
            short_name=body.short_name,
            kind=body.kind,
            contact_point=body.contact_point,
            starts_on=body.since,
            by=manager,
            at=at,
        )
        if body.succeeds:
            agency.succeed_agency(
                register.agencies[body.succeeds],
                successor=register.agencies[body.short_name],
                on=body.since,
                by=manager,
                at=at,
            )


def _name_things(manager: Actor, at: datetime) -> None:
    for name in fiction.NEIGHBOURS:
        agency.add_neighbour(name=name, by=manager, at=at)
    for term, name in fiction.LOCAL_NAMES.items():
        area.name_thing(term=term, name=name, by=manager, at=at)


def _form_groups(register: Register, manager: Actor, at: datetime) -> None:
    for name, kind in fiction.GROUPS.items():
        register.groups[name] = seats.form_group(
            name=name, kind=kind, starts_on=fiction.ARRANGEMENTS_STARTED_ON, by=manager, at=at
        )
    for group in queries.groups(manager, at).filter(name__in=fiction.FOUNDED_GROUPS):
        register.groups[group.name] = group


def _invite_everybody(register: Register, at: datetime) -> None:
    manager = register.actor(MANAGER, at)
    for person in PEOPLE:
        if person.handle != MANAGER:
            register.users[person.handle] = _invited(register, person, manager, at).user


def _invited(register: Register, person: Person, manager: Actor, at: datetime) -> Invitation:
    return accounts.invite(
        email=person.email,
        name=person.name,
        post=person.post,
        employer=register.agencies.get(person.employer),
        by=manager,
        at=at,
    )


def _fill_seats(register: Register) -> None:
    for place in sorted(fiction.SEATS, key=lambda place: place.since):
        at = morning(max(place.since, fiction.FOUNDED_ON))
        employer = BY_HANDLE[place.holder].employer
        register.seats[place.title] = seats.appoint(
            register.groups[place.group],
            holder=register.users[place.holder],
            title=place.title,
            role=Role(place.role),
            starts_at=morning(place.since),
            employer=register.agencies.get(employer),
            represents=place.represents,
            speaks_for=[register.agencies[name] for name in place.speaks_for],
            by=register.actor(MANAGER, at),
            at=at,
        )
    for stand_in in fiction.STAND_INS:
        at = morning(stand_in.since)
        manager = register.actor(MANAGER, at)
        named = seats.name_deputy(
            register.seats[stand_in.seat],
            deputy=register.users[stand_in.deputy],
            starts_at=at,
            ends_at=morning(stand_in.until),
            by=manager,
            at=at,
        )
        seats.brief_deputy(named, by=manager, at=at + timedelta(hours=1))
