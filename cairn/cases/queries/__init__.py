"""The doors to the rows of cases. Each is scoped to who asks and when; what is not open to her is not there."""

from cairn.cases.queries.access import AccessRow, ConflictRow, access, conflicts, one_access, one_conflict
from cairn.cases.queries.agencies import AgencyRow, agencies, agency_involved
from cairn.cases.queries.history import EventRow, History, history, whole_history
from cairn.cases.queries.owed import (
    OwedRow,
    clock,
    clocks,
    clocks_due,
    duties,
    duties_due,
    duty,
)
from cairn.cases.queries.people import (
    Identity,
    PersonRow,
    PlaceRow,
    families,
    family,
    people,
    person,
    person_row,
    place,
    place_row,
    places,
)
from cairn.cases.queries.scope import OneCase, Readable, get, my_cases, rights, visible_to
from cairn.cases.queries.why import Why, why

__all__ = [
    "AccessRow",
    "AgencyRow",
    "ConflictRow",
    "EventRow",
    "History",
    "Identity",
    "OneCase",
    "OwedRow",
    "PersonRow",
    "PlaceRow",
    "Readable",
    "Why",
    "access",
    "agencies",
    "agency_involved",
    "clock",
    "clocks",
    "clocks_due",
    "conflicts",
    "duties",
    "duties_due",
    "duty",
    "families",
    "family",
    "get",
    "history",
    "my_cases",
    "one_access",
    "one_conflict",
    "people",
    "person",
    "person_row",
    "place",
    "place_row",
    "places",
    "rights",
    "visible_to",
    "whole_history",
    "why",
]
