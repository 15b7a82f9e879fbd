"""Every real name by which the people and places of a case are written, each under its label.

For putting labels in place of names, and for finding who is spoken of. What it gives is never shown as it is: whoever
asks has decided what the reader may see.
"""

from __future__ import annotations

from collections.abc import Iterator

from cairn.cases.models import Alias, Case, PersonIdentity, PlaceAlias, PlaceIdentity
from cairn.names.relabelling import Called


def naming(case: Case) -> tuple[Called, ...]:
    """By label: names and other names of people, addresses, postcodes and other names of places; earlier ones too."""
    found: dict[str, dict[str, None]] = {}
    for label, name in _written(case):
        if name.strip():
            found.setdefault(label, {})[name.strip()] = None
    return tuple(Called(label, tuple(names)) for label, names in found.items())


def _written(case: Case) -> Iterator[tuple[str, str]]:
    names = PersonIdentity.unscoped.filter(person__case=case).order_by("person", "-version")
    for label, given, family in names.values_list("person__label", "given_names", "family_name"):
        yield label, f"{given} {family}"
    yield from Alias.unscoped.filter(person__case=case).values_list("person__label", "name")
    places = PlaceIdentity.unscoped.filter(place__case=case).order_by("place", "-version")
    for label, address, postcode in places.values_list("place__label", "address", "postcode"):
        yield label, address
        yield label, postcode
    yield from PlaceAlias.unscoped.filter(place__case=case).values_list("place__label", "name")
