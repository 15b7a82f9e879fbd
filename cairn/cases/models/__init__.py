"""The tables of a case."""

from cairn.cases.models.access import AccessGiven, Conflict
from cairn.cases.models.agency import AgencyInvolved, Means, Mode
from cairn.cases.models.case import Case, CaseKind, draw_reference
from cairn.cases.models.decision import Decision, DecisionKind, LegalAdvice, LimbMet, LimbTested, Stance, Told, Voice
from cairn.cases.models.letting_in import LetIn
from cairn.cases.models.line import EarlierWording, LineOfEnquiry, TimeAside
from cairn.cases.models.owed import Clock, Duty, Strength
from cairn.cases.models.person import (
    Alias,
    AliasKind,
    Answer,
    Fact,
    Family,
    Person,
    PersonFact,
    PersonIdentity,
    PersonKind,
    Precision,
)
from cairn.cases.models.place import Place, PlaceAlias, PlaceIdentity, PlaceKind
from cairn.cases.models.reading import NamesShown
from cairn.cases.models.released import Released
from cairn.cases.models.search import EntryKind, NameKey, SearchEntry, SearchWord, Weight

__all__ = [
    "AccessGiven",
    "AgencyInvolved",
    "Alias",
    "AliasKind",
    "Answer",
    "Case",
    "CaseKind",
    "Clock",
    "Conflict",
    "Decision",
    "DecisionKind",
    "Duty",
    "EarlierWording",
    "EntryKind",
    "Fact",
    "Family",
    "LegalAdvice",
    "LetIn",
    "LimbMet",
    "LimbTested",
    "LineOfEnquiry",
    "Means",
    "Mode",
    "NamesShown",
    "NameKey",
    "Person",
    "PersonFact",
    "PersonIdentity",
    "PersonKind",
    "Place",
    "PlaceAlias",
    "PlaceIdentity",
    "PlaceKind",
    "Precision",
    "Released",
    "SearchEntry",
    "SearchWord",
    "Stance",
    "Strength",
    "TimeAside",
    "Told",
    "Voice",
    "Weight",
    "draw_reference",
]
