"""The fictional area: its agencies through the years, its groups, and who sits where."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

NAME = "Hollinshire Safeguarding Children Partnership"
SHORT_NAME = "HSCP"
COUNCIL = "Hollinshire County Council"
EMAIL = "office@hollinshire.example"
ARRANGEMENTS_STARTED_ON = date(2019, 5, 1)
FOUNDED_ON = date(2024, 1, 8)  # the day the office took Cairn into use
FIRST_DAY = date(2026, 8, 14)  # the day the demonstration opens on: a Friday

LOCAL_NAMES = {
    "subgroup": "Case Review and Governance Group (CRAG)",
    "partnership": "HSCP",
    "executive": "Executive Group",
    "business_group": "Business Group",
}


@dataclass(frozen=True)
class Body:
    """An agency of the area, from a day on."""

    short_name: str
    name: str
    kind: str
    since: date
    succeeds: str = ""

    @property
    def contact_point(self) -> str:
        """The shared mailbox a request goes to."""
        letters = "".join(letter for letter in self.short_name.lower() if letter.isalnum())
        return f"safeguarding@{letters}.example"


BODIES = (
    Body("HSCP office", "Hollinshire Safeguarding Children Partnership office", "partnership_office", date(2019, 5, 1)),
    Body("Children's services", "Hollinshire Council children's services", "childrens_services", date(2005, 4, 1)),
    Body("Legal services", "Hollinshire Council legal services", "legal_services", date(2005, 4, 1)),
    Body("Public health", "Hollinshire Council public health", "public_health", date(2013, 4, 1)),
    Body("Education service", "Hollinshire Council education service", "education", date(2005, 4, 1)),
    Body("Hollinshire Police", "Hollinshire Police", "police", date(2000, 1, 1)),
    Body("Hollinshire CCG", "NHS Hollinshire Clinical Commissioning Group", "health_commissioner", date(2013, 4, 1)),
    Body(
        "Hollinshire ICB",
        "NHS Hollinshire Integrated Care Board",
        "health_commissioner",
        date(2022, 7, 1),
        succeeds="Hollinshire CCG",
    ),
    Body("Hollin Hospitals", "Hollin Hospitals NHS Foundation Trust", "health_provider", date(2009, 10, 1)),
    Body("Hollin Community NHS", "Hollin Community Health NHS Trust", "health_provider", date(2011, 4, 1)),
    Body("Millbrook School", "Millbrook School", "education", date(1998, 9, 1)),
    Body("Hollinshire Probation", "Hollinshire Probation Delivery Unit", "probation", date(2021, 6, 26)),
    Body("Hollin Homes", "Hollin Homes housing association", "housing", date(2003, 4, 1)),
    Body("Youth Justice", "Hollinshire Youth Justice Service", "youth_justice", date(2000, 4, 1)),
    Body("Harbour", "Harbour Family Support", "voluntary", date(2014, 9, 1)),
)

NEIGHBOURS = ("Northmoor Safeguarding Children Partnership", "Eastvale Safeguarding Partnership")


@dataclass(frozen=True)
class Place:
    """A seat in a group, as it is filled when the demonstration opens."""

    group: str
    title: str
    role: str
    holder: str  # a handle of demo.people
    since: date
    represents: str = ""
    speaks_for: tuple[str, ...] = field(default=())


# The office and the group of those who run the service come with the founding.
GROUPS = {
    "Case Review and Governance Group (CRAG)": "subgroup",
    "Executive Group": "executive",
    "Independent scrutiny": "scrutiny",
    "Agencies' own people": "agency",
}
FOUNDED_GROUPS = ("Partnership office", "Running the service")

_CRAG, _EXECUTIVE, _SCRUTINY, _AGENCIES = GROUPS
_OFFICE, _SERVICE = FOUNDED_GROUPS
_SPRING = date(2026, 4, 1)
_COMMISSIONERS = "Both NHS bodies that commission and provide for children"

SEATS = (
    Place(_OFFICE, "Business officer", "business_officer", "business_officer", date(2024, 1, 8)),
    Place(_CRAG, "Chair", "subgroup_chair", "chair", date(2025, 4, 1)),
    Place(
        _CRAG,
        "Designated doctor",
        "subgroup_member",
        "designated_doctor",
        date(2022, 7, 1),
        _COMMISSIONERS,
        ("Hollinshire ICB",),
    ),
    Place(_CRAG, "Designated nurse", "subgroup_member", "designated_nurse", date(2022, 7, 1)),
    Place(_CRAG, "Community health", "subgroup_member", "community_health", date(2024, 3, 1)),
    Place(_CRAG, "Police", "subgroup_member", "police_member", date(2025, 1, 6)),
    Place(_CRAG, "Public health", "subgroup_member", "public_health", _SPRING),
    Place(_CRAG, "Education", "subgroup_member", "education", date(2023, 9, 1), "Schools and colleges of the county"),
    Place(_CRAG, "Head teacher representative", "subgroup_member", "head_teacher", date(2024, 9, 2), "Head teachers"),
    Place(_CRAG, "Legal adviser", "legal_adviser", "legal", date(2021, 5, 4)),
    Place(_CRAG, "Children's services", "subgroup_member", "conflicted", date(2025, 6, 2)),
    Place(_EXECUTIVE, "Delegated partner, council", "safeguarding_partner", "partner_council", date(2023, 12, 15)),
    Place(_EXECUTIVE, "Delegated partner, police", "safeguarding_partner", "partner_police", date(2024, 6, 3)),
    Place(_EXECUTIVE, "Delegated partner, health", "safeguarding_partner", "partner_health", date(2022, 7, 1)),
    Place(_SCRUTINY, "Independent scrutineer", "scrutineer", "scrutineer", date(2024, 4, 1)),
    Place(_AGENCIES, "Communications lead", "communications_lead", "communications", date(2022, 2, 1)),
    Place(_AGENCIES, "Probation", "panel_member", "panel_member", date(2025, 11, 3)),
    Place(_AGENCIES, "Housing", "linked_member", "linked_member", date(2025, 11, 3), speaks_for=("Youth Justice",)),
    Place(_AGENCIES, "School nursing author", "agency_author", "author", date(2026, 1, 5)),
    *(
        Place(_AGENCIES, f"{title} author", "agency_author", f"author_{handle}", date(2026, 1, 5))
        for title, handle in (
            ("Social care", "social_care"),
            ("Police", "police"),
            ("Hospitals", "hospitals"),
            ("General practice", "icb"),
            ("Education service", "education"),
            ("School", "school"),
            ("Public health", "public_health"),
            ("Probation", "probation"),
            ("Housing", "housing"),
            ("Youth justice", "youth_justice"),
            ("Harbour", "harbour"),
        )
    ),
    Place(_AGENCIES, "Community health sign-off", "agency_sign_off", "sign_off", date(2024, 3, 1)),
    Place(_SERVICE, "Systems administrator", "system_administrator", "administrator", date(2024, 2, 5)),
    Place(_SERVICE, "Internal auditor", "auditor", "auditor", date(2024, 4, 3)),
)


@dataclass(frozen=True)
class StandIn:
    """Somebody who stands in for a seat between two days, and is briefed on the first."""

    seat: str
    deputy: str
    since: date
    until: date


STAND_INS = (StandIn("Designated nurse", "deputy", date(2026, 8, 3), date(2026, 9, 30)),)
