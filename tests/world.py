"""The people of a small fictional partnership, as every test meets them on Friday 14 August 2026 at ten in the morning.

`world.actor("chair")` is a person with her seats, `world.user("chair")` her account, `world.client("chair")` her
browser, signed in with a second factor. Nobody here has been given a case: `tests/stories.py` does that.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime

import pytest
import time_machine
from django.test import Client

from cairn.access.actor import MACHINE, NOBODY, Actor
from cairn.access.roles import Role
from cairn.partnership import queries
from cairn.partnership.commands import agency, area, seats
from cairn.partnership.models import Agency, Group, Partnership, Seat, User
from tests.prepared import put_back
from tests.signed_in import signed_in

AT = datetime(2026, 8, 14, 9, 0, tzinfo=UTC)  # ten in the morning in London
FOUNDED = datetime(2026, 4, 1, 8, 0, tzinfo=UTC)
LEFT = datetime(2026, 7, 31, 16, 0, tzinfo=UTC)
DEPUTY_UNTIL = datetime(2026, 9, 30, 23, 0, tzinfo=UTC)
TAKEOVER = date(2022, 7, 1)

AGENCIES = {
    "OFFICE": ("Coldwater Safeguarding Children Partnership office", "partnership_office", date(2019, 9, 29)),
    "CSC": ("Coldwater Council children's services", "childrens_services", date(2009, 4, 1)),
    "LEGAL": ("Coldwater Council legal services", "legal_services", date(2009, 4, 1)),
    "POLICE": ("Fellside Police", "police", date(1974, 4, 1)),
    "CCG": ("Coldwater Clinical Commissioning Group", "health_commissioner", date(2013, 4, 1)),
    "ICB": ("Fellside Integrated Care Board", "health_commissioner", TAKEOVER),
    "TRUST": ("Coldwater Community Health Trust", "health_provider", date(2011, 4, 1)),
    "SCHOOLS": ("Coldwater Schools", "education", date(2009, 4, 1)),
    "PH": ("Coldwater Council public health", "public_health", date(2013, 4, 1)),
}

GROUPS = {
    "subgroup": ("Case Review and Governance Group", "subgroup"),
    "executive": ("Partnership Executive", "executive"),
    "scrutiny": ("Independent scrutiny", "scrutiny"),
    "agencies": ("Agency leads", "agency"),
}


@dataclass(frozen=True)
class Persona:
    """One person: her name, her post, and the seat she holds, if any."""

    name: str
    post: str
    agency: str
    group: str = ""
    role: Role | None = None
    speaks_for: tuple[str, ...] = ()


PEOPLE = {
    "officer": Persona("Olu Office", "Business officer", "OFFICE", "office", Role.BUSINESS_OFFICER),
    "chair": Persona("Clare Chair", "Deputy director", "CSC", "subgroup", Role.SUBGROUP_CHAIR),
    "partner_council": Persona("Ceri Council", "Director", "CSC", "executive", Role.SAFEGUARDING_PARTNER),
    "partner_police": Persona("Pat Police", "Superintendent", "POLICE", "executive", Role.SAFEGUARDING_PARTNER),
    "partner_health": Persona("Hema Health", "Chief nurse", "ICB", "executive", Role.SAFEGUARDING_PARTNER),
    "scrutineer": Persona("Sol Scrutiny", "Independent scrutineer", "", "scrutiny", Role.SCRUTINEER),
    "member": Persona("Mo Member", "Designated doctor", "ICB", "subgroup", Role.SUBGROUP_MEMBER, ("TRUST",)),
    "member_education": Persona("Edie School", "Head teacher", "SCHOOLS", "subgroup", Role.SUBGROUP_MEMBER),
    "conflicted": Persona("Con Flict", "Detective inspector", "POLICE", "subgroup", Role.SUBGROUP_MEMBER),
    "legal": Persona("Lee Gal", "Solicitor", "LEGAL", "subgroup", Role.LEGAL_ADVISER),
    "comms": Persona("Com Muniqué", "Press officer", "CSC", "agencies", Role.COMMUNICATIONS_LEAD),
    "panel_member": Persona("Pam Panel", "Named nurse", "TRUST", "agencies", Role.PANEL_MEMBER),
    "linked_member": Persona("Lin Ked", "Housing lead", "CSC", "agencies", Role.LINKED_MEMBER, ("SCHOOLS",)),
    "deputy": Persona("Dee Puty", "Deputy head teacher", "SCHOOLS"),
    "author": Persona("Ava Author", "Named nurse", "TRUST", "agencies", Role.AGENCY_AUTHOR),
    "sign_off": Persona("Si Gnoff", "Director of nursing", "TRUST", "agencies", Role.AGENCY_SIGN_OFF),
    "reviewer": Persona("Rae Viewer", "Independent reviewer", "", "agencies", Role.REVIEWER),
    "ex_reviewer": Persona("Rex Gone", "Independent reviewer", "", "agencies", Role.REVIEWER),
    "outsider": Persona("Otto Side", "Public health consultant", "PH", "subgroup", Role.SUBGROUP_MEMBER),
    "no_role": Persona("Nora Role", "Social worker", "CSC"),
    "no_second_factor": Persona("Nick Factor", "Detective", "POLICE", "agencies", Role.AGENCY_AUTHOR),
    "administrator": Persona("Ada Min", "Systems officer", "OFFICE", "service", Role.SYSTEM_ADMINISTRATOR),
    "auditor": Persona("Audrey Tor", "Internal auditor", "", "service", Role.AUDITOR),
    "leaver": Persona("Lea Ver", "Detective sergeant", "POLICE", "subgroup", Role.SUBGROUP_MEMBER),
}
EVERYBODY = ("business_manager", *PEOPLE)
LEAVERS = ("ex_reviewer", "leaver")


def address(name: str) -> str:
    """The e-mail address a person signs in with."""
    return f"{name.replace('_', '.')}@coldwater.example"


class World:
    """The partnership, and everybody in it by name."""

    at = AT

    def user(self, name: str) -> User:
        """Her account."""
        return User.unscoped.get(email=address(name))

    def actor(self, name: str, at: datetime = AT) -> Actor:
        """Her, with the seats she holds at the moment. `nobody` and `machine` have no account."""
        if name in {"nobody", "machine"}:
            return NOBODY if name == "nobody" else MACHINE
        return queries.actor_for(self.user(name), at)

    def client(self, name: str) -> Client:
        """Her browser, signed in; with a second factor, but for the person who has none."""
        if name == "nobody":
            return Client()
        return signed_in(self.user(name), by="password" if name == "no_second_factor" else "mfa")

    def seat(self, name: str) -> Seat:
        """The seat she holds or held."""
        return Seat.unscoped.get(holder=self.user(name))

    def agency(self, short_name: str) -> Agency:
        """An agency by its short name."""
        return Agency.unscoped.get(short_name=short_name)

    def group(self, name: str) -> Group:
        """A group by the name used here: office, service, subgroup, executive, scrutiny, agencies."""
        return Group.unscoped.get(name=GROUPS[name][0]) if name in GROUPS else Group.unscoped.get(kind=name)

    @property
    def partnership(self) -> Partnership:
        """The partnership itself."""
        return Partnership.unscoped.get()


def build() -> None:
    """Found the partnership and fill its seats, by the commands a person would use."""
    area.found_partnership(
        name="Coldwater Safeguarding Children Partnership",
        short_name="CSCP",
        council_name="Coldwater Council",
        email="office@coldwater.example",
        arrangements_started_on=date(2019, 9, 29),
        first=area.FirstPerson("Bea Manager", address("business_manager")),
        by=MACHINE,
        at=FOUNDED,
    )
    world = World()
    manager = world.actor("business_manager", FOUNDED)
    for short, (name, kind, starts_on) in AGENCIES.items():
        agency.open_agency(
            name=name, short_name=short, kind=kind, contact_point="", starts_on=starts_on, by=manager, at=FOUNDED
        )
    agency.succeed_agency(world.agency("CCG"), successor=world.agency("ICB"), on=TAKEOVER, by=manager, at=FOUNDED)
    agency.add_neighbour(name="Northmoor Safeguarding Children Partnership", by=manager, at=FOUNDED)
    for name, kind in GROUPS.values():
        seats.form_group(name=name, kind=kind, starts_on=FOUNDED.date(), by=manager, at=FOUNDED)
    for who, persona in PEOPLE.items():
        _settle(world, who, persona, manager)
    _changes(world, manager)


def _settle(world: World, who: str, persona: Persona, manager: Actor) -> None:
    employer = world.agency(persona.agency) if persona.agency else None
    user = User(email=address(who), name=persona.name, post=persona.post, employer=employer, created_at=FOUNDED)
    user.set_unusable_password()
    user.save()
    if persona.role is None:
        return
    seats.appoint(
        world.group(persona.group),
        holder=user,
        title=persona.post,
        role=persona.role,
        employer=employer,
        speaks_for=[world.agency(short) for short in persona.speaks_for],
        starts_at=FOUNDED,
        by=manager,
        at=FOUNDED,
    )


def _changes(world: World, manager: Actor) -> None:
    """Two people leave, and the head teacher's deputy is named and briefed."""
    for who in LEAVERS:
        seats.end_seat(world.seat(who), ends_at=LEFT, by=manager, at=LEFT)
    deputy = seats.name_deputy(
        world.seat("member_education"),
        deputy=world.user("deputy"),
        starts_at=LEFT,
        ends_at=DEPUTY_UNTIL,
        by=manager,
        at=LEFT,
    )
    seats.brief_deputy(deputy, by=manager, at=LEFT)


@pytest.fixture
def world(db: None) -> Iterator[World]:
    """The partnership on its day, with the machine's clock standing still at that moment."""
    with time_machine.travel(AT, tick=False):
        put_back("world", build)
        yield World()
