"""Who signs in.

Practitioners, families and councillors do not: what they are given is a disclosure that the office records.
"""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """A role comes with a seat, or with access given to a named person on one case."""

    BUSINESS_MANAGER = "business_manager"
    BUSINESS_OFFICER = "business_officer"
    SUBGROUP_CHAIR = "subgroup_chair"
    SAFEGUARDING_PARTNER = "safeguarding_partner"
    SCRUTINEER = "scrutineer"
    SUBGROUP_MEMBER = "subgroup_member"
    PANEL_MEMBER = "panel_member"
    LINKED_MEMBER = "linked_member"
    BRIEFED_DEPUTY = "briefed_deputy"
    REVIEWER = "reviewer"
    AGENCY_AUTHOR = "agency_author"
    AGENCY_SIGN_OFF = "agency_sign_off"
    LEGAL_ADVISER = "legal_adviser"
    COMMUNICATIONS_LEAD = "communications_lead"
    SYSTEM_ADMINISTRATOR = "system_administrator"
    AUDITOR = "auditor"

    @property
    def label(self) -> str:
        """What the role is called on a page."""
        return LABELS[self]

    @property
    def work(self) -> str:
        """What the role does, in one sentence."""
        return WORK[self]


LABELS = {
    Role.BUSINESS_MANAGER: "Business manager",
    Role.BUSINESS_OFFICER: "Business officer",
    Role.SUBGROUP_CHAIR: "Subgroup chair",
    Role.SAFEGUARDING_PARTNER: "Delegated safeguarding partner",
    Role.SCRUTINEER: "Independent scrutineer",
    Role.SUBGROUP_MEMBER: "Subgroup member",
    Role.PANEL_MEMBER: "Review panel member",
    Role.LINKED_MEMBER: "Linked panel member",
    Role.BRIEFED_DEPUTY: "Briefed deputy",
    Role.REVIEWER: "Independent reviewer",
    Role.AGENCY_AUTHOR: "Agency author",
    Role.AGENCY_SIGN_OFF: "Agency sign-off manager",
    Role.LEGAL_ADVISER: "Legal adviser",
    Role.COMMUNICATIONS_LEAD: "Communications lead",
    Role.SYSTEM_ADMINISTRATOR: "System administrator",
    Role.AUDITOR: "Auditor",
}

WORK = {
    Role.BUSINESS_MANAGER: "Runs the process from end to end for the partnership.",
    Role.BUSINESS_OFFICER: "Works with the business manager on every case of the partnership.",
    Role.SUBGROUP_CHAIR: "Chairs the case review subgroup and recommends to the safeguarding partners.",
    Role.SAFEGUARDING_PARTNER: "Decides for the council, the police or the health commissioner.",
    Role.SCRUTINEER: "Gives independent comment on decisions, quality and effect.",
    Role.SUBGROUP_MEMBER: "Brings what an agency knows to the subgroup and weighs it with the others.",
    Role.PANEL_MEMBER: "Represents an agency on the panel of one review.",
    Role.LINKED_MEMBER: "Speaks on a review panel for an agency that has no seat on it.",
    Role.BRIEFED_DEPUTY: "Stands in for a seat for a time, once briefed.",
    Role.REVIEWER: "Leads one practice review and writes its report.",
    Role.AGENCY_AUTHOR: "Writes what the agency knew of a case.",
    Role.AGENCY_SIGN_OFF: "Answers for what the agency sends.",
    Role.LEGAL_ADVISER: "Advises on criteria, disclosure and publication when asked.",
    Role.COMMUNICATIONS_LEAD: "Prepares what is said in public, without names.",
    Role.SYSTEM_ADMINISTRATOR: "Keeps accounts and the service running; reads no case.",
    Role.AUDITOR: "Reads the record of events, not the cases.",
}

OFFICE = frozenset({Role.BUSINESS_MANAGER, Role.BUSINESS_OFFICER})
NO_CASE_CONTENT = frozenset({Role.SYSTEM_ADMINISTRATOR, Role.AUDITOR})
