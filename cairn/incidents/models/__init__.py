"""The tables of an incident and of its notification."""

from cairn.incidents.models.area import AreaRole, Role
from cairn.incidents.models.criteria import Certainty, ChildAtIncident, CriteriaFact
from cairn.incidents.models.incident import Account, CameBy, Incident, Moved, Nature, Said, Suspicion, When, Whose
from cairn.incidents.models.notifying import Notice, NoticeKind, Notification, SheetOrder, Watch

__all__ = [
    "Account",
    "AreaRole",
    "CameBy",
    "Certainty",
    "ChildAtIncident",
    "CriteriaFact",
    "Incident",
    "Moved",
    "Nature",
    "Notice",
    "NoticeKind",
    "Notification",
    "Role",
    "Said",
    "SheetOrder",
    "Suspicion",
    "Watch",
    "When",
    "Whose",
]
