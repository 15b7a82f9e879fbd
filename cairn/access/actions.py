"""Every action, named once: the artefact it touches and what the matrix must say for it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class May(StrEnum):
    """What a cell of the matrix allows. Each is said in full: writing does not include signing."""

    READ = "read"
    WRITE = "write"
    SIGN = "sign"
    COMMENT = "comment"


class Artefact(StrEnum):
    """What there is to see. A row of the matrix."""

    CASE = "case"
    PEOPLE = "people"
    IDENTITY = "identity"
    AGENCIES_INVOLVED = "agencies_involved"
    ACCESS_GIVEN = "access_given"
    CONFLICT = "conflict"
    CLOCK = "clock"
    DUTY = "duty"
    CASE_HISTORY = "case_history"
    PARTNERSHIP = "partnership"
    SEATS = "seats"
    ACCOUNTS = "accounts"
    PARTNERSHIP_DUTY = "partnership_duty"
    OUTBOX = "outbox"
    AUDIT = "audit"
    REFERENCE = "reference"


@dataclass(frozen=True)
class Action:
    """One thing a person can do."""

    name: str
    artefact: Artefact
    may: May
    says: str  # completes "You may not …" and "She can …"


_ALL = (
    Action("open_case", Artefact.CASE, May.WRITE, "open a case"),
    Action("read_case", Artefact.CASE, May.READ, "read a case"),
    Action("close_case", Artefact.CASE, May.SIGN, "close a case"),
    Action("read_people", Artefact.PEOPLE, May.READ, "read who is in a case, by pseudonym"),
    Action("change_people", Artefact.PEOPLE, May.WRITE, "add or change the people and places of a case"),
    Action("read_identity", Artefact.IDENTITY, May.READ, "read real names, birth dates and addresses"),
    Action("change_identity", Artefact.IDENTITY, May.WRITE, "record real names, birth dates and addresses"),
    Action("read_agencies_involved", Artefact.AGENCIES_INVOLVED, May.READ, "read which agencies take part in a case"),
    Action("involve_agency", Artefact.AGENCIES_INVOLVED, May.WRITE, "bring an agency into a case"),
    Action("read_access_given", Artefact.ACCESS_GIVEN, May.READ, "read who can see a case and why"),
    Action("give_access", Artefact.ACCESS_GIVEN, May.WRITE, "give somebody access to a case, or end it"),
    Action("read_conflicts", Artefact.CONFLICT, May.READ, "read declared conflicts of interest"),
    Action("declare_conflict", Artefact.CONFLICT, May.WRITE, "declare a conflict of interest"),
    Action("lift_conflict", Artefact.CONFLICT, May.SIGN, "agree to lift a conflict of interest"),
    Action("read_clocks", Artefact.CLOCK, May.READ, "read the clocks of a case"),
    Action("keep_clocks", Artefact.CLOCK, May.WRITE, "record what starts, meets or ends a clock"),
    Action("read_duties", Artefact.DUTY, May.READ, "read what is owed on a case"),
    Action("set_duty", Artefact.DUTY, May.WRITE, "set what somebody owes on a case"),
    Action("do_duty", Artefact.DUTY, May.COMMENT, "say that a duty is done"),
    Action("waive_duty", Artefact.DUTY, May.SIGN, "waive a duty that guidance lets be waived"),
    Action("read_case_history", Artefact.CASE_HISTORY, May.READ, "read and export the record of events of a case"),
    Action(
        "read_partnership", Artefact.PARTNERSHIP, May.READ, "read the agencies, groups and names of the partnership"
    ),
    Action(
        "change_partnership", Artefact.PARTNERSHIP, May.WRITE, "change agencies, groups, neighbours and local names"
    ),
    Action("read_seats", Artefact.SEATS, May.READ, "read who sits where"),
    Action("appoint", Artefact.SEATS, May.WRITE, "appoint to a seat, name a deputy, end either"),
    Action("read_accounts", Artefact.ACCOUNTS, May.READ, "read who has an account"),
    Action("keep_accounts", Artefact.ACCOUNTS, May.WRITE, "invite people and close accounts"),
    Action("read_partnership_duties", Artefact.PARTNERSHIP_DUTY, May.READ, "read what the partnership owes each year"),
    Action("keep_partnership_duties", Artefact.PARTNERSHIP_DUTY, May.WRITE, "record what the partnership has done"),
    Action("read_outbox", Artefact.OUTBOX, May.READ, "read the notices sent"),
    Action("read_audit", Artefact.AUDIT, May.READ, "read the record of all events"),
    Action("read_reference", Artefact.REFERENCE, May.READ, "read the rulebook and the access page"),
)

ACTIONS = {action.name: action for action in _ALL}
