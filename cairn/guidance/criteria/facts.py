"""The recorded facts that the criteria look at. Each may be unknown; one nobody knows how to read is refused."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from cairn.guidance.refusals import CannotAnswer, nearest
from cairn.guidance.written_dates import read_day

WORDS = {
    "own_la": "which local authority asks",
    "aware_on": "when the local authority became aware",
    "arrangements_start": "when the area's new arrangements took effect",
    "abuse_or_neglect": "whether abuse or neglect is known or suspected",
    "died": "whether the child died",
    "seriously_harmed": "whether the child was seriously harmed",
    "age": "how old the child is or was, in years",
    "place_of_incident_la": "in which local authority's area it happened",
    "normally_resident_la": "in which local authority's area the child normally lives",
    "incident_country": "in which country it happened",
    "looked_after": "whether the child is or was looked after",
    "care_leaver": "whether the young person is or was a care leaver",
    "regulated_setting": "whether it happened in a regulated setting",
    "in_custody_or_detained": "whether the child was in custody or detained",
    "interagency_concern": "whether there is concern about how agencies worked together",
    "suspected_suicide": "whether suicide is suspected",
    "role": "whether the child was victim or perpetrator",
    "improvements_needed": "whether improvements are needed, even if identified before",
    "recurrent_themes": "whether themes recur",
    "panel_suggests_local_review": "whether the national Panel thinks a local review more apt",
    "single_agency_concern": "whether there is concern about one agency",
    "no_agency_involvement_concern": "whether it is a concern that no agency was involved",
    "more_than_one_area": "whether more than one local authority, police area or integrated care board is involved",
    "institutional_setting": "whether the child was in an institutional setting",
    "law_or_guidance_may_change": "whether law or guidance may need to change",
    "educated_otherwise": "whether the child was educated otherwise than at school",
    "protection_plan_now_or_recently": "whether the child was on a child protection plan, or recently taken off one",
    "several_abuse_types": "whether there was a range of types of abuse",
}
_ABOUT = ("certainty", "date_known", "decided_by", "note")  # recorded beside a value; they decide nothing


@dataclass(frozen=True)
class Facts:
    """One incident or concern as recorded so far. None is `not known`, which is never the same as no."""

    own_la: tuple[str, ...] = ()
    aware_on: date | None = None
    arrangements_start: date | None = None
    abuse_or_neglect: str | None = None
    died: bool | None = None
    seriously_harmed: bool | None = None
    age: float | None = None
    place_of_incident_la: str | None = None
    normally_resident_la: str | None = None
    incident_country: str | None = None
    looked_after: bool | None = None
    care_leaver: bool | None = None
    regulated_setting: bool | None = None
    in_custody_or_detained: bool | None = None
    interagency_concern: str | None = None
    suspected_suicide: bool | None = None
    role: str | None = None
    improvements_needed: bool | None = None
    recurrent_themes: bool | None = None
    panel_suggests_local_review: bool | None = None
    single_agency_concern: bool | None = None
    no_agency_involvement_concern: bool | None = None
    more_than_one_area: bool | None = None
    institutional_setting: bool | None = None
    law_or_guidance_may_change: bool | None = None
    educated_otherwise: bool | None = None
    protection_plan_now_or_recently: bool | None = None
    several_abuse_types: bool | None = None


def read_facts(document: object) -> Facts:
    """The facts of a JSON object, strictly. A value may stand alone or in an object beside its certainty and date.

    Raises CannotAnswer, naming the fact, for one not known by name or a value that cannot be meant.
    """
    if not isinstance(document, Mapping):
        raise CannotAnswer('The facts must be one JSON object, such as {"died": true, "own_la": "Oxfordshire"}.')
    read: dict[str, Any] = {}
    for name, written in document.items():
        if name not in WORDS:
            raise CannotAnswer(
                f"The facts hold {name!r}, which is not a fact of the criteria. {nearest(str(name), WORDS)}"
            )
        value = _value(name, written)
        if value is not None:
            read[name] = _READERS.get(name, _yes_or_no)(name, value)
    return Facts(**read)


def _value(name: str, written: object) -> object:
    if not isinstance(written, Mapping):
        return written
    beside = sorted(str(key) for key in written if key != "value" and key not in _ABOUT)
    if beside or "value" not in written:
        raise CannotAnswer(
            f"The fact {name!r} must be a value, or an object with `value` and any of {', '.join(_ABOUT)}."
        )
    return written["value"]


def _wrong(name: str, value: object, expected: str) -> CannotAnswer:
    return CannotAnswer(f"The fact {name!r} cannot be {value!r}. Write {expected}.")


def _yes_or_no(name: str, value: object) -> bool | None:
    meant: dict[object, bool | None] = {"yes": True, "no": False, "unknown": None}
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and value in meant:
        return meant[value]
    raise _wrong(name, value, "true, false, or null where it is not known")


def _one_of(*words: str, unknown: bool = True) -> Callable[[str, object], str | None]:
    def read(name: str, value: object) -> str | None:
        if unknown and value == "unknown":
            return None
        if isinstance(value, str) and value in words:
            return value
        raise _wrong(name, value, f"one of {', '.join(words)}, or null where it is not known")

    return read


def _place(name: str, value: object) -> str | None:
    if not isinstance(value, str) or not value.strip():
        raise _wrong(name, value, "a name, or null where it is not known")
    return None if value == "unknown" else value.strip()


def _places(name: str, value: object) -> tuple[str, ...]:
    listed = value if isinstance(value, list) else [value]
    names = tuple(place.strip() for place in listed if isinstance(place, str) and place.strip())
    if len(names) < len(listed):
        raise _wrong(name, value, "a name, or a list of names where areas have joined")
    return names


def _age(name: str, value: object) -> float | None:
    if value == "unknown":
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 130:
        raise _wrong(name, value, "the age in years as a number from 0")
    return value


def _date(name: str, value: object) -> date:
    if not isinstance(value, str):
        raise _wrong(name, value, "a date such as 2026-08-14")
    try:
        return read_day(value)
    except CannotAnswer as refusal:
        raise CannotAnswer(f"The fact {name!r}: {refusal}") from refusal


_READERS: dict[str, Callable[[str, object], Any]] = {
    "own_la": _places,
    "aware_on": _date,
    "arrangements_start": _date,
    "abuse_or_neglect": _one_of("known", "suspected", "no"),
    "age": _age,
    "place_of_incident_la": _place,
    "normally_resident_la": _place,
    "incident_country": _place,
    # Here `unknown` is an answer: somebody looked and could not tell, which the 2015 edition does not read as silence.
    "interagency_concern": _one_of("yes", "no-with-clear-evidence", "unknown", unknown=False),
    "role": _one_of("victim", "perpetrator"),
}
NAMES = tuple(field.name for field in fields(Facts))
