"""Who the people and places of a case really are, kept apart from the labels. Each change is a new version."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Max

from cairn.access.actor import Actor
from cairn.audit.commands import command, record
from cairn.cases import policy
from cairn.cases.commands import findable
from cairn.cases.commands.checks import current, not_after_today, one_of, signer, written
from cairn.cases.models import (
    Alias,
    AliasKind,
    Answer,
    Case,
    NamesShown,
    Person,
    PersonIdentity,
    Place,
    PlaceAlias,
    PlaceIdentity,
    Precision,
)
from cairn.cases.models.person import DATED
from cairn.kernel.verdict import Ground, Verdict, enforce, require
from cairn.partnership.commands.locking import locked


@dataclass(frozen=True)
class Known:
    """A date with how much of it is known: `precision` is a value of `Precision`, `on` its first day if dated."""

    precision: str
    on: date | None = None


@command
def record_identity(
    person: Person,
    *,
    name_answer: str,
    family_name: str = "",
    given_names: str = "",
    born: Known,
    died: Known,
    version: int,
    by: Actor,
    at: datetime,
) -> PersonIdentity:
    """Somebody's real name and dates, or which of them are not known or were not asked.

    `version` is that seen while typing, 0 if nothing was recorded.
    """
    person = locked(person)
    latest = PersonIdentity.unscoped.filter(person=person).aggregate(last=Max("version"))["last"] or 0
    given = name_answer == Answer.GIVEN
    named = not given or (family_name + given_names).strip()
    enforce(
        policy.can(by, "record_identity", person, at)
        & one_of(Answer.values, name_answer, "Give a name, or say none, not known or not asked.", "name_answer")
        & require(named, "Enter a name.", Ground.INPUT, "family_name")
        & _dated(born, at, "born")
        & _dated(died, at, "died")
        & _in_order(born, died)
        & current(version, latest)
    )
    row = PersonIdentity.unscoped.create(
        person=person,
        version=version + 1,
        name_answer=name_answer,
        family_name=family_name.strip() if given else "",
        given_names=given_names.strip() if given else "",
        born_on=born.on,
        born_precision=born.precision,
        died_on=died.on,
        died_precision=died.precision,
        recorded_by_id=signer(by),
        recorded_at=at,
    )
    findable.name_findable(person)
    record(by=by, verb="record_identity", at=at, about=row)
    return row


@command
def record_place_identity(
    place: Place, *, address: str, postcode: str = "", version: int, by: Actor, at: datetime
) -> PlaceIdentity:
    """Where a place really is. `version` is that seen while typing, 0 if nothing was recorded."""
    place = locked(place)
    latest = PlaceIdentity.unscoped.filter(place=place).aggregate(last=Max("version"))["last"] or 0
    enforce(
        policy.can(by, "record_place_identity", place, at)
        & written(address, "Enter the address, or the name of the place.", "address")
        & current(version, latest)
    )
    row = PlaceIdentity.unscoped.create(
        place=place,
        version=version + 1,
        address=address.strip(),
        postcode=postcode.strip().upper(),
        recorded_by_id=signer(by),
        recorded_at=at,
    )
    findable.address_findable(place)
    record(by=by, verb="record_place_identity", at=at, about=row)
    return row


@command
def add_alias(person: Person, *, kind: str, name: str, by: Actor, at: datetime) -> Alias:
    """Another name by which somebody is or was known: what must not reach the public is looked for by all of them."""
    person = locked(person)
    enforce(
        policy.can(by, "add_alias", person, at)
        & written(name, "Enter the other name.", "name")
        & one_of(AliasKind.values, kind, "Choose the kind of name from the list.", "kind")
    )
    alias = Alias.unscoped.create(person=person, kind=kind, name=name.strip())
    findable.name_findable(person)
    record(by=by, verb="add_alias", at=at, about=alias)
    return alias


@command
def add_place_alias(place: Place, *, name: str, by: Actor, at: datetime) -> PlaceAlias:
    """Another name by which a place is or was known."""
    place = locked(place)
    enforce(policy.can(by, "add_place_alias", place, at) & written(name, "Enter the other name.", "name"))
    alias = PlaceAlias.unscoped.create(place=place, name=name.strip())
    findable.address_findable(place)
    record(by=by, verb="add_place_alias", at=at, about=alias)
    return alias


@command
def show_names(case: Case, *, reason: str, by: Actor, at: datetime) -> NamesShown:
    """Somebody who works with labels switches real names on, for this case and this sitting, and says why.

    The page keeps the switch in the session; the reason stays with the case.
    """
    enforce(policy.can(by, "show_names", case, at) & written(reason, "Say why you need the real names.", "reason"))
    shown = NamesShown.unscoped.create(case=case, user_id=signer(by), reason=reason.strip(), at=at)
    record(by=by, verb="show_names", at=at, about=shown)
    return shown


def _dated(known: Known, at: datetime, about: str) -> Verdict:
    dated = known.precision in DATED
    return one_of(Precision.values, known.precision, "Say how much of the date is known.", about) & (
        not_after_today(known.on, at, "This date is in the future.", about)
        if dated and known.on
        else require(
            dated == (known.on is not None), "Enter the date, or say that it is not known.", Ground.INPUT, about
        )
    )


def _in_order(born: Known, died: Known) -> Verdict:
    both_days = born.precision == died.precision == Precision.DAY
    in_order = not both_days or born.on is None or died.on is None or born.on <= died.on
    return require(in_order, "A date of death cannot come before the date of birth.", Ground.INPUT, "died")
