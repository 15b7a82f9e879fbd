"""Families, people and places come into a case by label; what is asked about a person is answered."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Max

from cairn.access.actor import Actor
from cairn.audit.commands import command, record
from cairn.cases import policy
from cairn.cases.commands import findable
from cairn.cases.commands.checks import current, one_of, signer, written
from cairn.cases.models import Answer, Case, Fact, Family, Person, PersonFact, PersonKind, Place, PlaceKind
from cairn.kernel.verdict import Ground, Verdict, enforce, require
from cairn.partnership.commands.locking import locked

LABEL = "Enter a label that says nothing of who it is, such as Mother or Home A."
KIND = "Choose from the list."


@command
def add_family(case: Case, *, label: str, by: Actor, at: datetime) -> Family:
    """A household or family of the case."""
    case = locked(case)
    enforce(policy.can(by, "add_family", case, at) & written(label, LABEL, "label"))
    family = Family.unscoped.create(case=case, label=label.strip())
    findable.family_findable(family)
    record(by=by, verb="add_family", at=at, about=family)
    return family


@command
def add_person(
    case: Case,
    *,
    kind: str,
    label: str,
    relationship: str = "",
    family: Family | None = None,
    by: Actor,
    at: datetime,
) -> Person:
    """Somebody comes into the case, by a label and what she is to the child."""
    case = locked(case)
    enforce(policy.can(by, "add_person", case, at) & _described(case, kind, label, family))
    person = Person.unscoped.create(
        case=case, kind=kind, label=label.strip(), relationship=relationship.strip(), family=family
    )
    findable.person_findable(person)
    record(by=by, verb="add_person", at=at, about=person)
    return person


@command
def change_person(
    person: Person,
    *,
    kind: str,
    label: str,
    relationship: str,
    family: Family | None,
    version: int,
    by: Actor,
    at: datetime,
) -> Person:
    """The label, or what somebody is to the child, is put right."""
    person = locked(person)
    enforce(
        policy.can(by, "change_person", person, at)
        & current(version, person.version)
        & _described(person.case, kind, label, family)
    )
    person.kind, person.label, person.relationship = kind, label.strip(), relationship.strip()
    person.family, person.version = family, version + 1
    person.save()
    findable.person_findable(person)
    record(by=by, verb="change_person", at=at, about=person)
    return person


@command
def add_place(case: Case, *, kind: str, label: str, by: Actor, at: datetime) -> Place:
    """Somewhere comes into the case, by a label."""
    case = locked(case)
    enforce(
        policy.can(by, "add_place", case, at)
        & written(label, LABEL, "label")
        & one_of(PlaceKind.values, kind, KIND, "kind")
    )
    place = Place.unscoped.create(case=case, kind=kind, label=label.strip())
    findable.place_findable(place)
    record(by=by, verb="add_place", at=at, about=place)
    return place


@command
def answer_fact(
    person: Person, *, fact: str, answer: str, value: str = "", version: int, by: Actor, at: datetime
) -> PersonFact:
    """One question about a person is answered anew; the earlier answers stay.

    `version` is that of the answer seen while typing, 0 if there was none.
    """
    person = locked(person)
    latest = PersonFact.unscoped.filter(person=person, fact=fact).aggregate(last=Max("version"))["last"] or 0
    given = answer == Answer.GIVEN
    enforce(
        policy.can(by, "answer_fact", person, at)
        & one_of(Fact.values, fact, KIND, "fact")
        & one_of(Answer.values, answer, "Give an answer, or say none, not known or not asked.", "answer")
        & require(not given or value.strip(), "Enter the answer.", Ground.INPUT, "value")
        & current(version, latest)
    )
    row = PersonFact.unscoped.create(
        person=person,
        fact=fact,
        version=version + 1,
        answer=answer,
        value=value.strip() if given else "",
        recorded_by_id=signer(by),
        recorded_at=at,
    )
    record(by=by, verb="answer_fact", at=at, about=row)
    return row


def _described(case: Case, kind: str, label: str, family: Family | None) -> Verdict:
    same_case = family is None or family.case_id == case.pk
    return (
        written(label, LABEL, "label")
        & one_of(PersonKind.values, kind, KIND, "kind")
        & require(same_case, "Choose a family of this case.", Ground.INPUT, "family")
    )
