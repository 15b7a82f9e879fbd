"""What is said of an incident in parts, and checks of what was typed, each beside its field."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from cairn.access.actor import Actor
from cairn.cases.commands.checks import not_after_today, one_of, signer, written
from cairn.guidance.vocabularies import vocabulary
from cairn.incidents.commands.findable import account_findable
from cairn.incidents.models import Account, Suspicion, When, Whose
from cairn.kernel.verdict import Ground, Verdict, refuse, require

FROM_THE_LIST = "Choose from the list."


@dataclass(frozen=True)
class Happened:
    """When it happened: a value of `When`, with the day or both ends of the period."""

    when: str
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True)
class Suspected:
    """When abuse or neglect came to be suspected: a value of `Suspicion`, with the day if there is one."""

    known: str
    on: date | None = None


@dataclass(frozen=True)
class Place:
    """In whose area a place lies: a value of `Whose`, with the other area or the country."""

    whose: str
    area: str = ""


def next_version(known: Account, changes: Mapping[str, object], by: Actor, at: datetime) -> Account:
    """Write the next version down: what was known, with these changes. Part of a command, not one itself."""
    kept = {
        field.attname: getattr(known, field.attname)
        for field in Account._meta.concrete_fields
        if field.attname not in {"id", "key", "recorded_by_id", "recorded_at", "version"}
    }
    made = {"version": known.version + 1, "recorded_by_id": signer(by), "recorded_at": at}
    row = Account.unscoped.create(**{**kept, **changes, **made})
    account_findable(row)
    return row


def in_list(name: str, word: str, about: str) -> Verdict:
    """A word of a vocabulary, or nothing chosen yet."""
    known = [term.id for term in vocabulary(name).terms]
    return one_of(["", *known], word, FROM_THE_LIST, about)


def in_time(happened: Happened, at: datetime) -> Verdict:
    """A day or a period that is whole, in order and not in the future; without either, no days."""
    verdict = one_of(When.values, happened.when, FROM_THE_LIST, "happened")
    if happened.when not in (When.DAY, When.PERIOD):
        return verdict
    if happened.first is None:
        return verdict & refuse("Enter the day, or its first day.", Ground.INPUT, "first_day")
    future = "It cannot have happened in the future."
    if happened.when == When.DAY:
        return verdict & not_after_today(happened.first, at, future, "first_day")
    if happened.last is None or happened.last <= happened.first:
        return verdict & refuse("Enter the last day of the period, after its first.", Ground.INPUT, "last_day")
    return verdict & not_after_today(happened.last, at, future, "last_day")


def columns_of(happened: Happened) -> dict[str, object]:
    """The three columns of when it happened."""
    if happened.when == When.DAY:
        return {"happened": happened.when, "first_day": happened.first, "last_day": happened.first}
    if happened.when == When.PERIOD:
        return {"happened": happened.when, "first_day": happened.first, "last_day": happened.last}
    return {"happened": happened.when, "first_day": None, "last_day": None}


def suspected_in_order(suspected: Suspected, first_day: date | None, at: datetime, about: str) -> Verdict:
    """A day of suspicion that has come and does not lie before the incident; or none."""
    verdict = one_of(Suspicion.values, suspected.known, FROM_THE_LIST, "suspicion")
    if suspected.known != Suspicion.DAY:
        return verdict
    if suspected.on is None:
        return verdict & refuse("Enter the day, or say that it is not known.", Ground.INPUT, "suspected_on")
    return (
        verdict
        & not_after_today(suspected.on, at, "The day of suspicion cannot be in the future.", about)
        & require(
            first_day is None or suspected.on >= first_day,
            "Abuse or neglect cannot have been suspected before the first day of the incident. Check both days.",
            Ground.INPUT,
            about,
        )
    )


def elsewhere(whose: str) -> bool:
    """Whether the place needs a name: another area, or a country."""
    return whose in (Whose.OTHER_AREA, Whose.OTHER_COUNTRY)


def place_is_said(place: Place, name: str) -> Verdict:
    """Where a place lies, with the name of the area or country where it is not here."""
    verdict = one_of(Whose.values, place.whose, FROM_THE_LIST, f"{name}_in")
    if not elsewhere(place.whose):
        return verdict
    words = "Enter the name of the area." if place.whose == Whose.OTHER_AREA else "Enter the country."
    return verdict & written(place.area, words, f"{name}_area")


def secured(who: str, on: date | None, at: datetime) -> Verdict:
    """Who secured the files, on which day."""
    verdict = written(who, "Say who secured the files.", "files_secured_by")
    if on is None:
        return verdict & refuse("Enter the day on which they were secured.", Ground.INPUT, "files_secured_on")
    return verdict & not_after_today(on, at, "This day is in the future.", "files_secured_on")
