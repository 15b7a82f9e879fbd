"""Who is in the fictional cases. No such child, family or street exists."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from cairn.cases import commands
from cairn.cases.commands import Known
from demo.casework import OFFICER, Desk, at_ten


@dataclass(frozen=True)
class Child:
    """The child a case is about: the label on every page, and the real name kept apart."""

    label: str
    family_name: str
    given_names: str
    born: Known
    known_as: str = ""


@dataclass(frozen=True)
class Household:
    """A child, those around her, and where they live."""

    child: Child
    others: tuple[tuple[str, str, str], ...]  # kind, label, relationship to the child
    address: str
    postcode: str
    answers: tuple[tuple[str, str, str], ...]  # fact, answer, value


def record(desk: Desk, household: Household, on: date) -> None:
    """The office records who the case is about."""
    at = at_ten(on)
    by = desk.register.actor(OFFICER, at)
    family = commands.add_family(desk.case, label="Family 1", by=by, at=at)
    about = household.child
    child = commands.add_person(desk.case, kind="subject_child", label=about.label, family=family, by=by, at=at)
    commands.record_identity(
        child,
        name_answer="given",
        family_name=about.family_name,
        given_names=about.given_names,
        born=about.born,
        died=Known("none"),
        version=0,
        by=by,
        at=at,
    )
    if about.known_as:
        commands.add_alias(child, kind="known_as", name=about.known_as, by=by, at=at)
    for fact, answer, value in household.answers:
        commands.answer_fact(child, fact=fact, answer=answer, value=value, version=0, by=by, at=at)
    for kind, label, relationship in household.others:
        commands.add_person(desk.case, kind=kind, label=label, relationship=relationship, family=family, by=by, at=at)
    home = commands.add_place(desk.case, kind="home", label="Home A", by=by, at=at)
    commands.record_place_identity(
        home, address=household.address, postcode=household.postcode, version=0, by=by, at=at
    )
