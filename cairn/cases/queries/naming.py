"""By which names everybody in a case, and every place of it, is written: to put labels in their place, never to show.

`naming` asks nothing of who reads, because what it gives stays inside: callers keep it to themselves, and hand on the
text with labels in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.db.models import QuerySet

from cairn.cases import policy
from cairn.cases.models import Case, Person, Place
from cairn.names.relabelling import Called, Relabelling

Line = tuple[int, str, tuple[str, ...]]  # whose it is, her label, and names of hers


def naming(case: Case) -> tuple[Called, ...]:
    """Everybody and every place of the case with all names on record: latest, earlier and other ones.

    Somebody without a name is there by her label. Four queries, however many there are.
    """
    people, places = Person.unscoped.filter(case=case), Place.unscoped.filter(case=case)
    of_people = [
        *_names(people),
        *_others(people.order_by("pk", "aliases__pk").values_list("pk", "label", "aliases__name")),
    ]
    of_places = [
        *_addresses(places),
        *_others(places.order_by("pk", "aliases__pk").values_list("pk", "label", "aliases__name")),
    ]
    return (*_called(of_people, place=False), *_called(of_places, place=True))


def labels_for(rights: policy.Rights, case: Case, *, names_shown: bool) -> Relabelling | None:
    """What puts labels in place of names for a reader who works with pseudonyms; none if she may read real names."""
    return None if rights.can("read_identity", case, names_shown=names_shown) else Relabelling(naming(case))


def people_list(rights: policy.Rights, case: Case, *, names_shown: bool) -> tuple[Called, ...]:
    """Who is written how, for somebody who may read real names here; nothing for anybody else."""
    return naming(case) if rights.can("read_identity", case, names_shown=names_shown) else ()


def _names(people: QuerySet[Person]) -> Iterator[Line]:
    columns = ("pk", "label", "identities__given_names", "identities__family_name")
    for pk, label, given, family in people.order_by("pk", "-identities__version").values_list(*columns):
        turned = f"{family}, {given}" if given and " " in (family or "") else ""  # says where the family name begins
        yield pk, label, (f"{given or ''} {family or ''}".strip(), turned)


def _addresses(places: QuerySet[Place]) -> Iterator[Line]:
    columns = ("pk", "label", "identities__address", "identities__postcode")
    for pk, label, *written in places.order_by("pk", "-identities__version").values_list(*columns):
        yield pk, label, tuple(text or "" for text in written)


def _others(rows: Iterable[tuple[int, str, str | None]]) -> Iterator[Line]:
    for pk, label, name in rows:
        yield pk, label, (name or "",)


def _called(lines: Iterable[Line], *, place: bool) -> Iterable[Called]:
    labels: dict[int, str] = {}
    names: dict[int, dict[str, None]] = {}
    for pk, label, written in lines:
        labels[pk] = label
        names.setdefault(pk, {}).update(dict.fromkeys(name for name in written if name))
    return [Called(label, tuple(names[pk]), place) for pk, label in labels.items()]
