"""The matrix in words: what a role may do, who may touch a record, what a rule rests on."""

from __future__ import annotations

from dataclasses import dataclass

from cairn.access.actions import ACTIONS, Action, Artefact, May
from cairn.access.matrix import Condition, cells
from cairn.access.roles import Role

_NEED_TO_KNOW = "The partnership's own rule of need to know. No guidance we read settles it in this detail."
_CONFIDENTIAL = (
    "Local guidance on managing serious case reviews, on the ownership of reports: what is in a case is highly "
    "confidential, and who receives it is managed with care (OB-401, OB-402). How far each role goes is the "
    "partnership's own rule."
)
_AFFECTED = (
    "Local guidance on managing serious case reviews: early copies do not go to colleagues whom a review affects "
    "(OB-404). That a declared conflict beats every access is the partnership's own rule."
)
_RETURNS = (
    "Local guidance on managing serious case reviews: what an agency sends belongs to it and is shared with care "
    "(OB-401 to OB-404). Who reads another agency's answer, and when, is the partnership's own rule."
)
_SAFETY = (
    "Yearly report of the subgroup 2019-20: it asks in every case whether a child is in immediate harm, and is kept "
    "informed until it is content (OB-031, OB-035)."
)
_CHRONOLOGY = (
    "Local guidance on managing serious case reviews: each agency writes a chronology, its senior managers sign it "
    "off, and who receives papers is managed with care (OB-313, OB-401, OB-402, OB-424). That the whole is "
    "released by name is the partnership's own rule."
)
_ROLL = "Yearly reports of the subgroup, which name whom its members speak for and who employs them (OB-004, OB-005)."
_CHECKS = "The partnership's own rule: those who keep or check the service read no case."

_WORDS: dict[Artefact, tuple[str, str]] = {
    Artefact.CASE: ("A case", _CONFIDENTIAL),
    Artefact.PEOPLE: ("People and places of a case, by pseudonym", _CONFIDENTIAL),
    Artefact.IDENTITY: ("Real names, birth dates and addresses", _CONFIDENTIAL),
    Artefact.AGENCIES_INVOLVED: ("Agencies that take part in a case", _CONFIDENTIAL),
    Artefact.ACCESS_GIVEN: ("Who can see a case, and why", _CONFIDENTIAL),
    Artefact.CONFLICT: ("Declared conflicts of interest", _AFFECTED),
    Artefact.CLOCK: ("Statutory clocks of a case", _NEED_TO_KNOW),
    Artefact.DUTY: ("What is owed on a case", _NEED_TO_KNOW),
    Artefact.CASE_HISTORY: ("The record of events of a case", _NEED_TO_KNOW),
    Artefact.INCIDENT: ("What happened, and who referred it", _CONFIDENTIAL),
    Artefact.NOTIFYING: ("Whether it was notified, and the notification", _CONFIDENTIAL),
    Artefact.LINE_OF_ENQUIRY: ("What a review asks", _NEED_TO_KNOW),
    Artefact.REQUEST: ("Which agencies were asked, and which have answered", _CONFIDENTIAL),
    Artefact.RETURN: ("What an agency sent in", _RETURNS),
    Artefact.SAFETY: ("Whether children are safe now", _SAFETY),
    Artefact.CHRONOLOGY: ("The combined chronology", _CHRONOLOGY),
    Artefact.CHRONOLOGY_RETURN: ("The chronology an agency sent in", _RETURNS),
    Artefact.CHRONOLOGY_MARK: ("Marks on entries of the chronology", _CHRONOLOGY),
    Artefact.FINDING: ("Findings, and what they rest on", _CONFIDENTIAL),
    Artefact.RAPID_REVIEW: ("The rapid review, its decisions and its report", _CONFIDENTIAL),
    Artefact.PANEL_REPLY: ("The national Panel's reply, and ours", _CONFIDENTIAL),
    Artefact.ACTION: ("What somebody must do", _NEED_TO_KNOW),
    Artefact.FILE: ("All files of a case", _CONFIDENTIAL),
    Artefact.MEETING: ("Agendas, packs and minutes", _CONFIDENTIAL),
    Artefact.LETTER: ("The partnership's own letters and forms", _NEED_TO_KNOW),
    Artefact.PUBLISHED_REVIEW: ("The record of published reviews", "What stands there is public already."),
    Artefact.PARTNERSHIP: ("Agencies, groups and names of the partnership", _ROLL),
    Artefact.SEATS: ("Who sits where", _ROLL),
    Artefact.ACCOUNTS: ("Accounts", _NEED_TO_KNOW),
    Artefact.PARTNERSHIP_DUTY: ("What the partnership owes each year", _NEED_TO_KNOW),
    Artefact.OUTBOX: ("Notices sent", _NEED_TO_KNOW),
    Artefact.AUDIT: ("The record of all events", _CHECKS),
    Artefact.REFERENCE: ("The rulebook and the access page", "The partnership's own rule: whoever has a role."),
}

MAY_WORDS = {
    May.READ: "read",
    May.WRITE: "add and change",
    May.SIGN: "sign or decide",
    May.COMMENT: "answer or comment on",
}


@dataclass(frozen=True)
class Permission:
    """One role may take one action, on a condition or on none."""

    role: Role
    action: Action
    condition: Condition | None


def title_of(artefact: Artefact) -> str:
    """What a kind of record is called on a page."""
    return _WORDS[artefact][0]


def source_of(artefact: Artefact) -> str:
    """What the row of the matrix rests on, in a sentence."""
    return _WORDS[artefact][1]


def what_can(role: Role) -> tuple[Permission, ...]:
    """Everything one role may do, in the order in which actions are named."""
    return tuple(found for action in ACTIONS.values() for found in _permissions(role, action))


def who_can(artefact: Artefact) -> tuple[Permission, ...]:
    """Everything anybody may do with one kind of record, action by action."""
    named = (action for action in ACTIONS.values() if action.artefact is artefact)
    return tuple(found for action in named for found in rule(action.name))


def rule(action_name: str) -> tuple[Permission, ...]:
    """Every role that may take one action. Raises KeyError for an action that is not named."""
    action = ACTIONS[action_name]
    return tuple(found for role in Role for found in _permissions(role, action))


def _permissions(role: Role, action: Action) -> list[Permission]:
    """Without a condition where any cell grants it so; otherwise each condition that opens it."""
    fitting = [cell.condition for cell in cells(role, action.artefact) if cell.may is action.may]
    if None in fitting:
        return [Permission(role, action, None)]
    return [Permission(role, action, condition) for condition in fitting]
