"""From what is recorded to the facts that the criteria look at. What is not recorded is left out, never a no."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from cairn.guidance.criteria.facts import WORDS
from cairn.guidance.refusals import CannotAnswer
from cairn.guidance.vocabularies import age_on
from cairn.incidents.engine.leading import OTHER_AREA, OTHER_COUNTRY, OURS

ENGLAND = "England"
DEATH, SERIOUS_HARM = "death", "serious_harm"
YES_OR_NO = {"yes": "Yes", "no": "No"}
# Facts with answers of their own; every other is yes or no.
ANSWERS: Mapping[str, Mapping[str, str]] = {
    "abuse_or_neglect": {"known": "Known", "suspected": "Suspected", "no": "Neither known nor suspected"},
    "interagency_concern": {
        "yes": "Yes",
        "no-with-clear-evidence": "No, with clear evidence",
        "unknown": "Somebody looked and could not tell",
    },
    "role": {"victim": "Victim", "perpetrator": "Perpetrator"},
}
# These follow from the account of the incident and from the partnership itself; nobody records them a second time.
FOLLOWS = (
    *("own_la", "aware_on", "arrangements_start"),
    *("place_of_incident_la", "normally_resident_la", "incident_country"),
)
AGE = "age"
RECORDED = tuple(name for name in WORDS if name not in FOLLOWS)
OLDEST = 130


@dataclass(frozen=True)
class Known:
    """What is recorded of an incident that bears on the criteria, and of the one child looked at."""

    own_authority: str
    arrangements_start: date | None
    aware_on: date
    happened_on: date | None
    nature: str
    happened_in: str
    happened_area: str
    lives_in: str
    lives_area: str
    born_on: date | None


def answers_of(fact: str) -> Mapping[str, str]:
    """What may be answered to a fact, with its words; empty for the age, which is a number."""
    return {} if fact == AGE else ANSWERS.get(fact, YES_OR_NO)


def is_answer(fact: str, value: str) -> bool:
    """Whether a value can be meant: one of the answers, or an age in whole years."""
    if fact == AGE:
        return value.isascii() and value.isdigit() and int(value) <= OLDEST
    return value in answers_of(fact)


def follows_from(known: Known) -> dict[str, Any]:
    """The facts that follow from the records, as the criteria name them."""
    found: dict[str, Any] = {"own_la": known.own_authority, "aware_on": known.aware_on.isoformat()}
    if known.arrangements_start:
        found["arrangements_start"] = known.arrangements_start.isoformat()
    found |= _place(known)
    if known.nature == DEATH:
        found["died"] = True
    if known.nature == SERIOUS_HARM:
        found |= {"died": False, "seriously_harmed": True}
    age = _age(known.born_on, known.happened_on or known.aware_on)
    return found if age is None else found | {AGE: age}


def document(known: Known, recorded: Mapping[str, str]) -> dict[str, Any]:
    """The whole document for the criteria: what follows from the records, then what somebody recorded as a fact.

    A fact recorded as not known (an empty value) takes away what seemed to follow.
    """
    found = follows_from(known)
    for name, value in recorded.items():
        found.pop(name, None)
        if value:
            found[name] = int(value) if name == AGE else value
    return found


def _place(known: Known) -> dict[str, str]:
    found = {}
    if known.happened_in == OTHER_COUNTRY:
        found["incident_country"] = known.happened_area
    if known.happened_in in (OURS, OTHER_AREA):
        found["incident_country"] = ENGLAND
        found["place_of_incident_la"] = known.own_authority if known.happened_in == OURS else known.happened_area
    if known.lives_in == OURS:
        found["normally_resident_la"] = known.own_authority
    if known.lives_in in (OTHER_AREA, OTHER_COUNTRY):
        found["normally_resident_la"] = known.lives_area
    return found


def _age(born_on: date | None, on: date) -> int | None:
    if born_on is None:
        return None
    try:
        return age_on(born_on, on)
    except CannotAnswer:  # not born yet on that day: no age to speak of
        return None
