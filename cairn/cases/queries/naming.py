"""How the people and places of a case are called: for putting labels where their names were written."""

from __future__ import annotations

from cairn.cases.models import Alias, Case, PersonIdentity, PlaceAlias, PlaceIdentity
from cairn.cases.policy import Rights
from cairn.names.relabelling import Called, Relabelling


def naming(case: Case) -> tuple[Called, ...]:
    """Every person and place of the case, with all names and addresses that were ever recorded of them."""
    people: dict[str, list[str]] = {}
    for identity in PersonIdentity.unscoped.filter(person__case=case).select_related("person"):
        people.setdefault(identity.person.label, []).append(identity.name)
    for alias in Alias.unscoped.filter(person__case=case).select_related("person"):
        people.setdefault(alias.person.label, []).append(alias.name)
    places: dict[str, list[str]] = {}
    for address in PlaceIdentity.unscoped.filter(place__case=case).select_related("place"):
        places.setdefault(address.place.label, []).extend((address.address, address.postcode))
    for other in PlaceAlias.unscoped.filter(place__case=case).select_related("place"):
        places.setdefault(other.place.label, []).append(other.name)
    return (*_called(people, False), *_called(places, True))


def _called(found: dict[str, list[str]], place: bool) -> tuple[Called, ...]:
    return tuple(Called(label, tuple(name for name in names if name), place) for label, names in found.items())


def labels_for(rights: Rights, case: Case, *, names_shown: bool) -> Relabelling | None:
    """What puts labels in place of names for a reader who works with pseudonyms; none for one who reads names."""
    if rights.can("read_identity", case, names_shown=names_shown):
        return None
    return Relabelling(naming(case))
