"""The people of the fictional partnership, one for each persona. None of them exists."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Person:
    """Somebody who signs in to the demonstration, and why a trainer would choose her."""

    handle: str
    name: str
    post: str
    employer: str  # the short name of an agency in demo.area
    persona: str

    @property
    def email(self) -> str:
        """An address in a domain that can belong to nobody."""
        return f"{self.handle.replace('_', '.')}@hollinshire.example"


PEOPLE = (
    Person(
        "business_manager", "Ruth Calloway", "Business manager", "HSCP office", "Runs every case of the partnership."
    ),
    Person("business_officer", "Dev Mistry", "Business officer", "HSCP office", "Works beside the business manager."),
    Person("chair", "Helen Ashdown", "Deputy director, children's services", "Children's services", "Chairs CRAG."),
    Person("partner_council", "Marcus Oyelaran", "Director of children's services", "Children's services", "Decides."),
    Person("partner_police", "Karen Whitlock", "Detective superintendent", "Hollinshire Police", "Decides."),
    Person("partner_health", "Priya Nair", "Chief nurse", "Hollinshire ICB", "Decides for health."),
    Person("scrutineer", "Alun Prosser", "Independent scrutineer", "HSCP office", "Comments on decisions and effect."),
    Person("designated_doctor", "Fiona Marsh", "Designated doctor", "Hollin Hospitals", "Subgroup member for health."),
    Person("designated_nurse", "Grace Adeyemi", "Designated nurse", "Hollinshire ICB", "Subgroup member for health."),
    Person(
        "community_health", "Owen Tranter", "Head of community services", "Hollin Community NHS", "Subgroup member."
    ),
    Person("police_member", "Neil Farrant", "Detective inspector", "Hollinshire Police", "Subgroup member."),
    Person("public_health", "Leila Rahimi", "Consultant", "Public health", "Subgroup member."),
    Person("education", "Claire Bowyer", "Head of safeguarding in schools", "Education service", "Subgroup member."),
    Person("head_teacher", "Tom Braithwaite", "Head teacher", "Millbrook School", "Speaks for head teachers."),
    Person("legal", "Sunita Rao", "Solicitor", "Legal services", "Advises when asked."),
    Person("communications", "Jo Lindqvist", "Communications manager", "Children's services", "Works without names."),
    Person(
        "panel_member", "Samira Haddad", "Head of probation delivery", "Hollinshire Probation", "Sits on one panel."
    ),
    Person("linked_member", "Peter Novak", "Safeguarding lead", "Hollin Homes", "Speaks for an agency without a seat."),
    Person("deputy", "Naomi Clarke", "Named nurse", "Hollinshire ICB", "Stands in for the designated nurse."),
    Person("reviewer", "Catherine Elms", "Independent reviewer", "", "Sees one case, for as long as her contract."),
    Person("former_reviewer", "Gareth Pugh", "Independent reviewer", "", "His contract is over: he sees nothing."),
    Person("author", "Bea Thornton", "School nurse", "Hollin Community NHS", "Writes for her agency only."),
    *(
        Person(f"author_{handle}", name, post, employer, "Writes for her agency only.")
        for handle, name, post, employer in (
            ("social_care", "Yusuf Karim", "Quality assurance manager", "Children's services"),
            ("police", "Dawn Ellery", "Detective sergeant", "Hollinshire Police"),
            ("hospitals", "Rosa Delgado", "Named midwife", "Hollin Hospitals"),
            ("icb", "Hugh Pemberton", "Named doctor in general practice", "Hollinshire ICB"),
            ("education", "Meera Joshi", "Attendance manager", "Education service"),
            ("school", "Daniel Okafor", "Designated safeguarding lead", "Millbrook School"),
            ("public_health", "Sian Morris", "Health visiting lead", "Public health"),
            ("probation", "Keith Lomax", "Senior probation officer", "Hollinshire Probation"),
            ("housing", "Anita Bose", "Tenancy manager", "Hollin Homes"),
            ("youth_justice", "Jamal Reid", "Team manager", "Youth Justice"),
            ("harbour", "Ellen Frost", "Service manager", "Harbour"),
        )
    ),
    Person("sign_off", "Colin Foster", "Director of nursing", "Hollin Community NHS", "Answers for what it sends."),
    Person(
        "conflicted", "Ian Sadler", "Service manager", "Children's services", "Has declared a conflict of interest."
    ),
    Person("administrator", "Lee Hartley", "Systems administrator", "Children's services", "Reads no case."),
    Person("auditor", "Moira Kemp", "Internal auditor", "Children's services", "Reads events, not cases."),
)

BY_HANDLE = {person.handle: person for person in PEOPLE}
