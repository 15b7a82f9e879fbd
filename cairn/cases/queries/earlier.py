"""Likely earlier appearances of somebody, in the cases a reader may see: suggestions for her to judge."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Prefetch, Q, QuerySet

from cairn.access.actor import Actor
from cairn.access.matrix import Condition
from cairn.cases import policy
from cairn.cases.models import Alias, Case, NameKey, Person, PersonIdentity, PersonKind
from cairn.cases.models.person import DATED
from cairn.names.alike import Known, Name, alike
from cairn.names.dates import Born

AT_WORK = Q(kind=PersonKind.PROFESSIONAL)  # not compared: the same social worker is in many cases
NAMES_SHOWN = frozenset({Condition.NAMES_SHOWN})


@dataclass(frozen=True)
class EarlierPerson:
    """Somebody of another case who may be this person, by label, and why. `why` says what is alike, never a name."""

    person_key: str  # of the person asked about
    person_label: str
    case_key: str
    reference: str
    label: str
    kind_label: str
    key: str
    why: tuple[str, ...]
    score: int


def earlier(
    actor: Actor,
    case: Case,
    at: datetime,
    *,
    key: str = "",
    names_shown_for: Collection[str] = (),
) -> list[EarlierPerson]:
    """Those of other cases who look like somebody of this one, or like the one person with the key; likest first.

    Only where she may read real names, here and there, or has switched them on (`names_shown_for` holds the keys of
    those cases): whoever is in another case has no part in what is asked, counted or compared.
    """
    named = Case.unscoped.filter(named_in(actor, at, names_shown_for)).values("pk")
    asked = Q(case=case, case__in=named, **({"key": key} if key else {}))
    keys = NameKey.unscoped.filter(person__in=Person.unscoped.filter(asked).values("pk")).values("value")
    sharing = NameKey.unscoped.filter(value__in=keys).values("person_id")
    elsewhere = Q(pk__in=sharing, case__in=named) & ~Q(case=case)
    both = _with_names(Person.unscoped.exclude(AT_WORK).filter(asked | elsewhere)).select_related("case")
    known = [(person, known_of(person)) for person in both]
    here = [each for each in known if each[0].case_id == case.pk]
    there = [each for each in known if each[0].case_id != case.pk]
    found = [row for one in here for other in there if (row := _row(*one, *other))]
    return sorted(found, key=lambda row: (-row.score, row.reference, row.person_label, row.label))


def named_in(actor: Actor, at: datetime, names_shown_for: Collection[str] = ()) -> Q:
    """The cases in which somebody reads real names: by her role, or because she switched them on for this sitting."""
    switched = policy.open_to(actor, at, "read_identity", NAMES_SHOWN) & Q(key__in=names_shown_for)
    return policy.open_to(actor, at, "read_identity") | switched


def known_of(person: Person) -> Known:
    """What is on record of somebody, to compare: the latest name and birth date, and every other name."""
    versions = list(person.identities.all())
    latest = versions[-1] if versions else None
    family = latest.family_name if latest else ""
    names = [Name(latest.given_names, latest.family_name)] if latest and latest.name else []
    names += [Name.written(alias.name, family) for alias in person.aliases.all()]
    return Known(tuple(names), _born(latest))


def named_people() -> QuerySet[Person]:
    """Everybody of every case, with the versions of who they are: for what is derived from all of them."""
    return _with_names(Person.unscoped.all())


def _born(latest: PersonIdentity | None) -> Born | None:
    if latest is None or latest.born_on is None or latest.born_precision not in DATED:
        return None
    return Born(latest.born_on, latest.born_precision)


def _with_names(people: QuerySet[Person]) -> QuerySet[Person]:
    identities = PersonIdentity.unscoped.order_by("version")
    return people.prefetch_related(Prefetch("identities", identities), Prefetch("aliases", Alias.unscoped.all()))


def _row(one: Person, known: Known, other: Person, of_other: Known) -> EarlierPerson | None:
    likeness = alike(known, of_other)
    if likeness is None:
        return None
    return EarlierPerson(
        person_key=one.key,
        person_label=one.label,
        case_key=other.case.key,
        reference=other.case.reference,
        label=other.label,
        kind_label=other.get_kind_display(),
        key=other.key,
        why=likeness.reasons,
        score=likeness.score,
    )
