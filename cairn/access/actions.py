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
    INCIDENT = "incident"
    NOTIFYING = "notifying"
    LINE_OF_ENQUIRY = "line_of_enquiry"
    REQUEST = "request"
    RETURN = "return"
    SAFETY = "safety"
    CHRONOLOGY = "chronology"
    CHRONOLOGY_RETURN = "chronology_return"
    CHRONOLOGY_MARK = "chronology_mark"
    FINDING = "finding"
    RAPID_REVIEW = "rapid_review"
    PANEL_REPLY = "panel_reply"
    ACTION = "action"
    FILE = "file"
    MEETING = "meeting"
    LETTER = "letter"
    PUBLISHED_REVIEW = "published_review"
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
    Action("read_incident", Artefact.INCIDENT, May.READ, "read what happened and who referred it"),
    Action("record_incident", Artefact.INCIDENT, May.WRITE, "record what happened and who referred it"),
    Action("read_notifying", Artefact.NOTIFYING, May.READ, "read whether it was notified, and the notification"),
    Action("keep_notifying", Artefact.NOTIFYING, May.WRITE, "record the decision to notify and what was sent"),
    Action("give_view_on_notifying", Artefact.NOTIFYING, May.COMMENT, "give a partner's view on notifying"),
    Action("read_lines", Artefact.LINE_OF_ENQUIRY, May.READ, "read what a review asks"),
    Action("keep_lines", Artefact.LINE_OF_ENQUIRY, May.WRITE, "add, change or put aside what a review asks"),
    Action("read_requests", Artefact.REQUEST, May.READ, "read which agencies were asked and which have answered"),
    Action("ask_agencies", Artefact.REQUEST, May.WRITE, "ask agencies what they knew, and remind them"),
    Action("read_return", Artefact.RETURN, May.READ, "read what an agency sent in"),
    Action("write_return", Artefact.RETURN, May.WRITE, "write what an agency sends in, or record what came by mail"),
    Action("sign_return", Artefact.RETURN, May.SIGN, "sign off what an agency sends in"),
    Action("check_return", Artefact.RETURN, May.COMMENT, "check the quality of what an agency sent in"),
    Action("read_safety", Artefact.SAFETY, May.READ, "read whether children are safe now"),
    Action("keep_safety", Artefact.SAFETY, May.WRITE, "ask for updates on children's safety, and close the question"),
    Action("answer_safety", Artefact.SAFETY, May.COMMENT, "give an update on a child's safety"),
    Action("read_chronology", Artefact.CHRONOLOGY, May.READ, "read the combined chronology"),
    Action("keep_chronology", Artefact.CHRONOLOGY, May.WRITE, "ask agencies for chronologies, and release the whole"),
    Action("comment_on_chronology", Artefact.CHRONOLOGY, May.COMMENT, "comment on an entry of the chronology"),
    Action("read_chronology_return", Artefact.CHRONOLOGY_RETURN, May.READ, "read the chronology an agency sent in"),
    Action("write_chronology_return", Artefact.CHRONOLOGY_RETURN, May.WRITE, "send in an agency's chronology"),
    Action("sign_chronology_return", Artefact.CHRONOLOGY_RETURN, May.SIGN, "sign off an agency's chronology"),
    Action("mark_entries", Artefact.CHRONOLOGY_MARK, May.WRITE, "mark entries of the chronology, and judge pairs"),
    Action("read_findings", Artefact.FINDING, May.READ, "read findings and what they rest on"),
    Action("keep_findings", Artefact.FINDING, May.WRITE, "write findings and name what they rest on"),
    Action("read_rapid_review", Artefact.RAPID_REVIEW, May.READ, "read the rapid review, its decisions and its report"),
    Action("write_rapid_review", Artefact.RAPID_REVIEW, May.WRITE, "write the rapid review, and record its decisions"),
    Action("sign_rapid_review", Artefact.RAPID_REVIEW, May.SIGN, "agree or dissent as a safeguarding partner"),
    Action("comment_on_rapid_review", Artefact.RAPID_REVIEW, May.COMMENT, "comment as independent scrutineer"),
    Action("read_panel_reply", Artefact.PANEL_REPLY, May.READ, "read the national Panel's reply and ours"),
    Action("record_panel_reply", Artefact.PANEL_REPLY, May.WRITE, "record the national Panel's reply and ours"),
    Action("read_actions", Artefact.ACTION, May.READ, "read what somebody must do"),
    Action("set_action", Artefact.ACTION, May.WRITE, "set what somebody must do"),
    Action("report_on_action", Artefact.ACTION, May.COMMENT, "report progress on an action"),
    Action("verify_action", Artefact.ACTION, May.SIGN, "verify that an action is done"),
    Action("read_files", Artefact.FILE, May.READ, "read the list of all files of a case"),
    Action("put_file", Artefact.FILE, May.WRITE, "put a file with a case"),
    Action("read_meeting", Artefact.MEETING, May.READ, "read agendas, packs and minutes of a group"),
    Action("keep_meeting", Artefact.MEETING, May.WRITE, "call a meeting, bind its papers and keep its minutes"),
    Action("declare_interest", Artefact.MEETING, May.COMMENT, "declare an interest at a meeting"),
    Action("read_letters", Artefact.LETTER, May.READ, "read the partnership's own letters and forms"),
    Action("change_letters", Artefact.LETTER, May.WRITE, "upload the partnership's own letters and forms"),
    Action("read_published_reviews", Artefact.PUBLISHED_REVIEW, May.READ, "read the record of published reviews"),
    Action("keep_published_reviews", Artefact.PUBLISHED_REVIEW, May.WRITE, "keep the record of published reviews"),
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
