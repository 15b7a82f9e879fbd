"""The matrix: for each artefact, what each role may do, and on what condition. The file a governance lead signs.

A cell that is not here is a no. Being let into the case comes first (`cairn.cases.policy`); this is the second
question. The rows rest on OB-004, OB-005, OB-401 to OB-407 and the partnership's own rules of need to know.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from cairn.access.actions import ACTIONS, Action, Artefact, May
from cairn.access.roles import Role
from cairn.kernel.verdict import ALLOWED, Ground, Verdict, refuse


class Condition(StrEnum):
    """What must also be so. The policy of the app that holds the record says whether it is."""

    OWN_AGENCY = "own agency"
    OWN_SEAT = "owed by your own seat"
    NAMES_SHOWN = "real names switched on, with a reason, for this case and sitting"
    ABOUT_YOURSELF = "about yourself"
    SHARED = "once it is shared"
    RELEASED = "once it is released to you by name"

    @property
    def sentence(self) -> str:
        """What a person is told when only the condition is missing."""
        return CONDITION_SENTENCES[self]


CONDITION_SENTENCES = {
    Condition.OWN_AGENCY: "You may do this for your own agency only.",
    Condition.OWN_SEAT: "You may do this only for what your own seat owes.",
    Condition.NAMES_SHOWN: "You work with pseudonyms here. Switch real names on, with a reason, to see them.",
    Condition.ABOUT_YOURSELF: "You may declare a conflict of your own; the office or the chair declares another's.",
    Condition.SHARED: "You may read this once it has been shared with those who meet.",
    Condition.RELEASED: "You may read this once it is released to you by name.",
}


@dataclass(frozen=True)
class Cell:
    """One permission, and the condition it hangs on, if any."""

    may: May
    condition: Condition | None = None


def _cells(*parts: May | tuple[May, Condition]) -> tuple[Cell, ...]:
    return tuple(Cell(part) if isinstance(part, May) else Cell(*part) for part in parts)


R, W, S, C = May.READ, May.WRITE, May.SIGN, May.COMMENT
_READ = _cells(R)
_KEEP = _cells(R, W)
_OWN_DUTY = _cells(R, (C, Condition.OWN_SEAT))
_SWITCHED = _cells((R, Condition.NAMES_SHOWN))
_DECLARE_OWN = _cells((W, Condition.ABOUT_YOURSELF))
_OWN_AGENCY = Condition.OWN_AGENCY
_OWN_READ = _cells((R, _OWN_AGENCY))
_RELEASED = Condition.RELEASED
_RELEASED_READ = _cells((R, _RELEASED))
_OWN_READ_AND_ANSWER = _cells((R, _OWN_AGENCY), (C, _OWN_AGENCY))

BM, BO, CHAIR, PARTNER = Role.BUSINESS_MANAGER, Role.BUSINESS_OFFICER, Role.SUBGROUP_CHAIR, Role.SAFEGUARDING_PARTNER
SCRUTINEER, MEMBER, PANEL, LINKED = Role.SCRUTINEER, Role.SUBGROUP_MEMBER, Role.PANEL_MEMBER, Role.LINKED_MEMBER
DEPUTY, REVIEWER, AUTHOR, SIGN_OFF = Role.BRIEFED_DEPUTY, Role.REVIEWER, Role.AGENCY_AUTHOR, Role.AGENCY_SIGN_OFF
LEGAL, COMMS, ADMIN, AUDITOR = Role.LEGAL_ADVISER, Role.COMMUNICATIONS_LEAD, Role.SYSTEM_ADMINISTRATOR, Role.AUDITOR

ON_A_CASE = tuple(role for role in Role if role not in {ADMIN, AUDITOR})
SEES_THE_WORK = (PARTNER, SCRUTINEER, MEMBER, PANEL, LINKED, DEPUTY, REVIEWER, LEGAL)


def _row(cells: tuple[Cell, ...], *roles: Role) -> dict[Role, tuple[Cell, ...]]:
    return dict.fromkeys(roles, cells)


MATRIX: Mapping[Artefact, Mapping[Role, tuple[Cell, ...]]] = {
    Artefact.CASE: {
        **_row(_READ, *ON_A_CASE),
        **_row(_cells(R, W), BO),
        **_row(_cells(R, S), CHAIR),
        **_row(_cells(R, W, S), BM),
    },
    Artefact.PEOPLE: {**_row(_READ, *SEES_THE_WORK, CHAIR, AUTHOR, SIGN_OFF), **_row(_KEEP, BM, BO)},
    Artefact.IDENTITY: {
        **_row(_SWITCHED, PARTNER, PANEL, LINKED, REVIEWER, LEGAL),
        **_row(_READ, CHAIR, MEMBER, DEPUTY, AUTHOR, SIGN_OFF),
        **_row(_KEEP, BM, BO),
    },
    Artefact.AGENCIES_INVOLVED: {**_row(_READ, *SEES_THE_WORK, CHAIR), **_row(_KEEP, BM, BO)},
    Artefact.ACCESS_GIVEN: {**_row(_READ, *ON_A_CASE), **_row(_KEEP, BM, BO, CHAIR)},
    Artefact.CONFLICT: {
        **_row(_DECLARE_OWN, *ON_A_CASE),
        **_row(_cells(R, W, S), BM, CHAIR),
        **_row(_KEEP, BO),
        **_row(_cells(R, S, (W, Condition.ABOUT_YOURSELF)), PARTNER),
        **_row(_cells(R, (W, Condition.ABOUT_YOURSELF)), LEGAL),
    },
    Artefact.CLOCK: {**_row(_READ, *ON_A_CASE), **_row(_KEEP, BM, BO)},
    Artefact.DUTY: {
        **_row(_OWN_DUTY, *ON_A_CASE),
        **_row(_cells(R, W, C), BO),
        **_row(_cells(R, S, (C, Condition.OWN_SEAT)), CHAIR),
        **_row(_cells(R, W, C, S), BM),
    },
    Artefact.CASE_HISTORY: _row(_READ, BM, CHAIR),
    Artefact.INCIDENT: {
        **_row(_READ, CHAIR, PARTNER, SCRUTINEER, MEMBER, DEPUTY, REVIEWER, LEGAL),
        **_row(_KEEP, BM, BO),
    },
    Artefact.NOTIFYING: {
        **_row(_READ, CHAIR, SCRUTINEER, MEMBER, DEPUTY, REVIEWER, LEGAL),
        **_row(_cells(R, C), PARTNER),
        **_row(_KEEP, BM, BO),
    },
    Artefact.LINE_OF_ENQUIRY: {
        **_row(_READ, *SEES_THE_WORK, AUTHOR, SIGN_OFF),
        **_row(_KEEP, BM, BO, CHAIR, REVIEWER),
    },
    Artefact.REQUEST: {
        **_row(_READ, CHAIR, PARTNER, SCRUTINEER),
        **_row(_OWN_READ, MEMBER, DEPUTY, AUTHOR, SIGN_OFF),
        **_row(_KEEP, BM, BO),
    },
    Artefact.RETURN: {
        **_row(_cells(R, W, C), BM, BO),
        **_row(_cells(R, C), CHAIR),
        **_row(_READ, REVIEWER),
        **_row(_cells((R, _OWN_AGENCY), (R, Condition.SHARED)), MEMBER, DEPUTY),
        **_row(_OWN_READ, PANEL, LINKED),
        **_row(_cells((R, _OWN_AGENCY), (W, _OWN_AGENCY)), AUTHOR),
        **_row(_cells((R, _OWN_AGENCY), (W, _OWN_AGENCY), (S, _OWN_AGENCY)), SIGN_OFF),
    },
    Artefact.SAFETY: {
        **_row(_READ, PARTNER, SCRUTINEER, REVIEWER, LEGAL),
        **_row(_cells(R, (C, _OWN_AGENCY)), MEMBER, DEPUTY),
        **_row(_OWN_READ_AND_ANSWER, AUTHOR, SIGN_OFF),
        **_row(_KEEP, CHAIR),
        **_row(_cells(R, W, C), BM, BO),
    },
    Artefact.CHRONOLOGY: {
        **_row(_cells(R, C), CHAIR, REVIEWER),
        **_row(_cells((R, _RELEASED), (C, _RELEASED)), MEMBER, DEPUTY, PANEL, LINKED),
        **_row(_RELEASED_READ, PARTNER, SCRUTINEER, LEGAL, AUTHOR, SIGN_OFF),
        **_row(_cells(R, W, C), BM, BO),
    },
    Artefact.CHRONOLOGY_RETURN: {
        **_row(_cells((R, Condition.SHARED)), CHAIR, REVIEWER),
        **_row(_OWN_READ, MEMBER, DEPUTY, PANEL, LINKED),
        **_row(_KEEP, BM, BO),
        **_row(_cells((R, _OWN_AGENCY), (W, _OWN_AGENCY)), AUTHOR),
        **_row(_cells((R, _OWN_AGENCY), (W, _OWN_AGENCY), (S, _OWN_AGENCY)), SIGN_OFF),
    },
    Artefact.CHRONOLOGY_MARK: _row(_cells(W), BM, BO, REVIEWER),
    Artefact.FINDING: {**_row(_READ, CHAIR), **_row(_KEEP, BM, BO, REVIEWER)},
    Artefact.RAPID_REVIEW: {
        **_row(_READ, MEMBER, DEPUTY, REVIEWER, LEGAL),
        **_row(_cells(R, S), PARTNER),
        **_row(_cells(R, C), SCRUTINEER),
        **_row(_KEEP, BM, BO, CHAIR),
    },
    Artefact.PANEL_REPLY: {
        **_row(_READ, CHAIR, PARTNER, SCRUTINEER, MEMBER, DEPUTY, REVIEWER, LEGAL),
        **_row(_KEEP, BM, BO),
    },
    Artefact.ACTION: {
        **_row(_READ, SCRUTINEER, REVIEWER, LEGAL),
        **_row(_cells(R, (C, _OWN_AGENCY)), PARTNER, MEMBER, PANEL, LINKED, DEPUTY),
        **_row(_OWN_READ_AND_ANSWER, AUTHOR, SIGN_OFF),
        **_row(_cells(R, W, S), CHAIR),
        **_row(_cells(R, W, C), BO),
        **_row(_cells(R, W, C, S), BM),
    },
    Artefact.FILE: {**_row(_READ, CHAIR), **_row(_KEEP, BM, BO)},
    Artefact.MEETING: {
        **_row(_cells(R, C), CHAIR, PARTNER, SCRUTINEER, MEMBER, DEPUTY, LEGAL),
        **_row(_cells(R, W, C), BM, BO),
    },
    Artefact.LETTER: {**_row(_READ, CHAIR, BO), **_row(_KEEP, BM)},
    Artefact.PUBLISHED_REVIEW: {**_row(_READ, *Role), **_row(_KEEP, BM, BO)},
    Artefact.PARTNERSHIP: {**_row(_READ, *Role), **_row(_KEEP, BM, BO)},
    Artefact.SEATS: {**_row(_READ, *Role), **_row(_KEEP, BM)},
    Artefact.ACCOUNTS: _row(_KEEP, BM, ADMIN),
    Artefact.PARTNERSHIP_DUTY: {**_row(_READ, CHAIR, PARTNER, SCRUTINEER), **_row(_KEEP, BM, BO)},
    Artefact.OUTBOX: _row(_READ, BM, BO, ADMIN),
    Artefact.AUDIT: _row(_READ, AUDITOR),
    Artefact.REFERENCE: _row(_READ, *Role),
}


def cells(role: Role, artefact: Artefact) -> tuple[Cell, ...]:
    """What the matrix says for one role and artefact; nothing where it is silent."""
    return MATRIX[artefact].get(role, ())


def waits_for_release(roles: Iterable[Role], artefact: Artefact) -> bool:
    """Whether any of the roles may do something with it only once it is released by name."""
    return any(cell.condition is Condition.RELEASED for role in roles for cell in cells(role, artefact))


def verdict(roles: Iterable[Role], action_name: str, holding: frozenset[Condition] = frozenset()) -> Verdict:
    """Whether any of the roles may take the action, given the conditions that hold for this record.

    Raises KeyError for an action that is not named in `cairn.access.actions`.
    """
    action = ACTIONS[action_name]
    missing: list[Condition] = []
    for cell in (cell for role in roles for cell in cells(role, action.artefact) if cell.may is action.may):
        if cell.condition is None or cell.condition in holding:
            return ALLOWED
        missing.append(cell.condition)
    return _refusal(action, missing)


def _refusal(action: Action, missing: list[Condition]) -> Verdict:
    if missing:
        return refuse(missing[0].sentence, Ground.ROLE)
    return refuse(f"Your role may not {action.says}.", Ground.ROLE)
