"""The people and places of a case, by label; real names and addresses only where the policy allows it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Prefetch, QuerySet

from cairn.access.actor import Actor
from cairn.cases import policy
from cairn.cases.models import (
    Alias,
    Case,
    Fact,
    Family,
    Person,
    PersonFact,
    PersonIdentity,
    Place,
    PlaceAlias,
    PlaceIdentity,
    Precision,
)


@dataclass(frozen=True)
class Identity:
    """The latest version of who somebody is. Version 0 means that nothing is recorded yet."""

    version: int
    name: str
    name_words: str
    born_words: str
    died_words: str
    row: PersonIdentity | None = None


@dataclass(frozen=True)
class FactRow:
    """The latest answer to one question about a person, and how many answers came before it."""

    fact: str
    question: str
    words: str
    version: int
    answer: str = ""
    value: str = ""


@dataclass(frozen=True)
class PersonRow:
    """One person as this reader may see her: `identity` and `aliases` are empty for those who work with labels."""

    key: str
    label: str
    kind: str
    kind_label: str
    relationship: str
    family_key: str
    family_label: str
    version: int
    identity: Identity | None
    aliases: tuple[Alias, ...]
    facts: tuple[FactRow, ...]


@dataclass(frozen=True)
class PlaceRow:
    """One place as this reader may see it."""

    key: str
    label: str
    kind: str
    kind_label: str
    version: int
    address: str
    postcode: str
    named: bool  # whether this reader may see the address
    aliases: tuple[PlaceAlias, ...]


def families(actor: Actor, case: Case, at: datetime, rights: policy.Rights | None = None) -> QuerySet[Family]:
    """The families of a case."""
    return Family.unscoped.filter(case=_readable(actor, case, at, rights))


def family(actor: Actor, case: Case, key: str, at: datetime) -> Family | None:
    """One family of a case."""
    return families(actor, case, at).filter(key=key).first()


def person(actor: Actor, case: Case, key: str, at: datetime, rights: policy.Rights | None = None) -> Person | None:
    """One person of a case, to act upon."""
    return _persons(actor, case, at, rights).filter(key=key).first()


def place(actor: Actor, case: Case, key: str, at: datetime) -> Place | None:
    """One place of a case, to act upon."""
    return Place.unscoped.filter(case=_readable(actor, case, at), key=key).select_related("case").first()


def people(
    actor: Actor,
    case: Case,
    at: datetime,
    rights: policy.Rights | None = None,
    *,
    names_shown: bool = False,
    labels_only: bool = False,
) -> list[PersonRow]:
    """Everybody in a case as this reader may see them, in the order they were added; or by their labels alone."""
    hers = policy.held(actor, case, at, rights)
    named = not labels_only and bool(hers.can("read_identity", case, names_shown=names_shown))
    rows = _persons(actor, case, at, hers).prefetch_related("facts")
    return [_person_row(row, named) for row in (_with_names(rows) if named else rows)]


def person_row(
    actor: Actor, case: Case, key: str, at: datetime, rights: policy.Rights | None = None, *, names_shown: bool = False
) -> PersonRow | None:
    """One person of a case as this reader may see her."""
    hers = policy.held(actor, case, at, rights)
    named = bool(hers.can("read_identity", case, names_shown=names_shown))
    rows = _persons(actor, case, at, hers).filter(key=key).prefetch_related("facts")
    row = (_with_names(rows) if named else rows).first()
    return _person_row(row, named) if row else None


def places(
    actor: Actor, case: Case, at: datetime, rights: policy.Rights | None = None, *, names_shown: bool = False
) -> list[PlaceRow]:
    """The places of a case as this reader may see them."""
    hers = policy.held(actor, case, at, rights)
    named = bool(hers.can("read_identity", case, names_shown=names_shown))
    rows = Place.unscoped.filter(case=_readable(actor, case, at, hers))
    if named:
        identities = PlaceIdentity.unscoped.order_by("version")
        rows = rows.prefetch_related(Prefetch("identities", identities), Prefetch("aliases", PlaceAlias.unscoped.all()))
    return [_place_row(row, named) for row in rows]


def place_row(actor: Actor, case: Case, key: str, at: datetime, *, names_shown: bool = False) -> PlaceRow | None:
    """One place of a case as this reader may see it."""
    found = [row for row in places(actor, case, at, names_shown=names_shown) if row.key == key]
    return found[0] if found else None


def _readable(actor: Actor, case: Case, at: datetime, rights: policy.Rights | None = None) -> Case | None:
    """The case, if this reader may read who is in it; none matches no row."""
    return case if policy.held(actor, case, at, rights).can("read_people", case) else None


def _persons(actor: Actor, case: Case, at: datetime, rights: policy.Rights | None = None) -> QuerySet[Person]:
    return Person.unscoped.filter(case=_readable(actor, case, at, rights)).select_related("family", "case")


def _with_names(rows: QuerySet[Person]) -> QuerySet[Person]:
    identities = PersonIdentity.unscoped.order_by("version")
    return rows.prefetch_related(Prefetch("identities", identities), Prefetch("aliases", Alias.unscoped.all()))


def _person_row(row: Person, named: bool) -> PersonRow:
    return PersonRow(
        key=row.key,
        label=row.label,
        kind=row.kind,
        kind_label=row.get_kind_display(),
        relationship=row.relationship,
        family_key=row.family.key if row.family else "",
        family_label=row.family.label if row.family else "",
        version=row.version,
        identity=_identity(list(row.identities.all())) if named else None,
        aliases=tuple(row.aliases.all()) if named else (),
        facts=_facts(list(row.facts.all())),
    )


def _identity(versions: list[PersonIdentity]) -> Identity:
    if not versions:
        return Identity(0, "", "Not recorded", "Not recorded", "Not recorded")
    latest = versions[-1]
    return Identity(
        version=latest.version,
        name=latest.name,
        name_words=latest.name or latest.get_name_answer_display(),
        born_words=_date_words(latest.born_on, latest.born_precision),
        died_words=_date_words(latest.died_on, latest.died_precision),
        row=latest,
    )


def _date_words(day: date | None, precision: str) -> str:
    if day is None:
        return Precision(precision).label
    shapes = {Precision.YEAR: f"{day.year}", Precision.MONTH: f"{day:%B} {day.year}"}
    return shapes.get(Precision(precision), f"{day.day} {day:%B} {day.year}")


def _facts(answers: list[PersonFact]) -> tuple[FactRow, ...]:
    latest = {row.fact: row for row in sorted(answers, key=lambda row: row.version)}
    rows = []
    for fact in Fact:
        row = latest.get(fact)
        words = (row.value or row.get_answer_display()) if row else "Not recorded"
        said = (row.version, row.answer, row.value) if row else (0, "", "")
        rows.append(FactRow(fact.value, fact.label, words, *said))
    return tuple(rows)


def _place_row(row: Place, named: bool) -> PlaceRow:
    versions = list(row.identities.all()) if named else []
    latest = versions[-1] if versions else None
    return PlaceRow(
        key=row.key,
        label=row.label,
        kind=row.kind,
        kind_label=row.get_kind_display(),
        version=latest.version if latest else 0,
        address=latest.address if latest else "",
        postcode=latest.postcode if latest else "",
        named=named,
        aliases=tuple(row.aliases.all()) if named else (),
    )
