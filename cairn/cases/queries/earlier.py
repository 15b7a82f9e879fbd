"""Likely earlier appearances of somebody, in the cases a reader may see: suggestions for her to judge."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q

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
    both = list(Person.unscoped.exclude(AT_WORK).filter(asked | elsewhere).select_related("case"))
    known = known_of(both)
    here = [person for person in both if person.case_id == case.pk]
    there = [person for person in both if person.case_id != case.pk]
    found = [row for one in here for other in there if (row := _row(one, other, known))]
    return sorted(found, key=lambda row: (-row.score, row.reference, row.person_label, row.label))


def named_in(actor: Actor, at: datetime, names_shown_for: Collection[str] = ()) -> Q:
    """The cases in which somebody reads real names: by her role, or because she switched them on for this sitting."""
    switched = policy.open_to(actor, at, "read_identity", NAMES_SHOWN) & Q(key__in=names_shown_for)
    return policy.open_to(actor, at, "read_identity") | switched


def known_of(people: Collection[Person]) -> dict[int, Known]:
    """What is on record of each, to compare: the latest name and birth date, and every other name. Two queries."""
    ids = [person.pk for person in people]
    identities = PersonIdentity.unscoped.filter(person__in=ids).order_by("version")
    columns = ("person_id", "given_names", "family_name", "born_on", "born_precision")
    latest = {pk: rest for pk, *rest in identities.values_list(*columns)}
    names: dict[int, list[Name]] = {pk: [] for pk in ids}
    for pk, (given, family, _, _) in latest.items():
        names[pk] += [Name(given, family)] if given or family else []
    for pk, alias in Alias.unscoped.filter(person__in=ids).order_by("id").values_list("person_id", "name"):
        family = latest[pk][1] if pk in latest else ""
        names[pk].append(Name.written(alias, family))
    return {pk: Known(tuple(names[pk]), _born(*latest[pk][2:]) if pk in latest else None) for pk in ids}


def _born(on: date | None, precision: str) -> Born | None:
    return Born(on, precision) if on and precision in DATED else None


def _row(one: Person, other: Person, known: dict[int, Known]) -> EarlierPerson | None:
    likeness = alike(known[one.pk], known[other.pk])
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
