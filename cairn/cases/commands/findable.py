"""What of a case can be found, and by what. Part of the commands that write it; nothing is put on record here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from cairn.cases.commands import indexing
from cairn.cases.commands.indexing import Findable
from cairn.cases.engine.deciding import QUESTIONS, outcomes_of
from cairn.cases.models import AgencyInvolved, Case, Decision, EntryKind, Family, NameKey, Person, PersonKind, Place
from cairn.cases.queries.earlier import known_of
from cairn.names.alike import Known
from cairn.partnership.clock import day_of

AT_A_TIME = 500


def case_findable(case: Case) -> None:
    """A case was opened."""
    indexing.write(_case(case))


def family_findable(family: Family) -> None:
    """A family came into a case."""
    indexing.write(_family(family))


def person_findable(person: Person) -> None:
    """Somebody came into a case, or her label was put right."""
    indexing.write(_person(person))
    name_findable(person)


def name_findable(person: Person) -> None:
    """Who somebody really is was recorded, or another name of hers."""
    indexing.write(_name(person, known_of([person])[person.pk]))
    keep_name_keys([person])


def place_findable(place: Place) -> None:
    """Somewhere came into a case."""
    indexing.write(_place(place))
    indexing.write(_address(place))


def address_findable(place: Place) -> None:
    """Where a place really is was recorded, or another name of it."""
    indexing.write(_address(place))


def agency_findable(involved: AgencyInvolved) -> None:
    """An agency came into a case."""
    indexing.write(_agency(involved))


@indexing.fills_search("cases")
def everything() -> Iterator[Findable]:
    """All that can be found of every case, as it stands."""
    yield from map(_case, Case.unscoped.all())
    yield from map(_family, Family.unscoped.select_related("case"))
    for people in _everybody():
        known = known_of(people)
        yield from map(_person, people)
        yield from (_name(person, known[person.pk]) for person in people)
    for place in Place.unscoped.select_related("case").prefetch_related("identities", "aliases"):
        yield _place(place)
        yield _address(place)
    yield from map(_decision, Decision.unscoped.filter(replaced_by__isnull=True).select_related("case"))
    yield from map(_agency, AgencyInvolved.unscoped.select_related("case", "agency").order_by("starts_at", "id"))


def every_name_key() -> None:
    """The keys of everybody in every case, as the names now stand."""
    for people in _everybody():
        keep_name_keys(people)


def _everybody() -> Iterator[list[Person]]:
    people = list(Person.unscoped.select_related("case"))
    yield from (people[first : first + AT_A_TIME] for first in range(0, len(people), AT_A_TIME))


def keep_name_keys(people: Sequence[Person]) -> None:
    """Have the keys by which each of these people is compared with others: those wanted, and no more."""
    known = known_of(people)
    compared = (person for person in people if person.kind != PersonKind.PROFESSIONAL)
    wanted = {(person.pk, value) for person in compared for value in known[person.pk].keys}
    people_ids = [person.pk for person in people]
    rows = NameKey.unscoped.filter(person_id__in=people_ids).values_list("pk", "person_id", "value")
    there = {(person_id, value): pk for pk, person_id, value in rows}
    NameKey.unscoped.filter(pk__in=[pk for key, pk in there.items() if key not in wanted]).delete()
    NameKey.unscoped.bulk_create(
        NameKey(person_id=person_id, value=value) for person_id, value in sorted(wanted - there.keys())
    )


def decision_findable(decision: Decision) -> None:
    """Something was decided, in place of what was decided before, if anything was."""
    indexing.write(_decision(decision))


def _decision(decision: Decision) -> Findable:
    question = QUESTIONS[decision.kind]
    outcome = {each.value: each.label for each in outcomes_of(question, decision.edition)}[decision.outcome]
    page = {"page": "case_decision", "page_key": decision.key}
    said = (decision.reasons, decision.alternatives, decision.evidence)
    key, title = f"{decision.case.key}/{decision.kind}", f"{question.title} {outcome}"
    return _of(decision.case, EntryKind.DECISION, key, title, read=question.read, words=said, **page)


def _case(case: Case) -> Findable:
    said = (case.get_kind_display(),)
    return _of(case, EntryKind.CASE, case.key, case.label, read="read_case", words=said, reference=case.reference)


def _family(family: Family) -> Findable:
    return _of(family.case, EntryKind.FAMILY, family.key, family.label, page="case_people")


def _person(person: Person) -> Findable:
    said = (person.get_kind_display(), person.relationship)
    page = {"page": "case_person", "page_key": person.key}
    return _of(person.case, EntryKind.PERSON, person.key, person.label, words=said, **page)


def _name(person: Person, known: Known) -> Findable:
    names = tuple(f"{name.given} {name.family}".strip() for name in known.names)
    page = {"page": "case_person", "page_key": person.key}
    return _of(person.case, EntryKind.NAME, person.key, person.label, words=names, identifying=True, **page)


def _place(place: Place) -> Findable:
    said = (place.get_kind_display(),)
    return _of(place.case, EntryKind.PLACE, place.key, place.label, words=said, page="case_places")


def _address(place: Place) -> Findable:
    latest = list(place.identities.all())[-1:]
    written = [f"{row.address} {row.postcode} {''.join(row.postcode.split())}" for row in latest]
    names = (*written, *(alias.name for alias in place.aliases.all()))
    return _of(place.case, EntryKind.ADDRESS, place.key, place.label, words=names, identifying=True, page="case_places")


def _agency(involved: AgencyInvolved) -> Findable:
    agency, key = involved.agency, f"{involved.case.key}/{involved.agency.key}"
    said = (agency.short_name, agency.get_kind_display(), involved.get_mode_display())
    read = "read_agencies_involved"
    return _of(involved.case, EntryKind.AGENCY, key, agency.name, read=read, words=said, page="case_agencies")


def _of(case: Case, kind: EntryKind, key: str, title: str, *, read: str = "read_people", **more: Any) -> Findable:
    return Findable(case, kind, key, title, read, year=day_of(case.opened_at).year, **more)
