"""Who plays the fifteen days, and the case they play."""

from __future__ import annotations

from dataclasses import dataclass

MANAGER, CHAIR, OFFICER = "Ruth Calloway", "Helen Ashdown", "Dev Mistry"
PARTNERS = ("Marcus Oyelaran", "Karen Whitlock", "Priya Nair")
# agency, who writes for it, and how it answers
AGENCIES = (
    ("Hollinshire Council children's services", "Yusuf Karim", "file"),
    ("Hollinshire Police", "Dawn Ellery", "file"),
    ("Hollin Hospitals NHS Foundation Trust", "Rosa Delgado", "mail"),
    ("NHS Hollinshire Integrated Care Board", "Hugh Pemberton", "file"),
    ("Hollin Community Health NHS Trust", "Bea Thornton", "form"),
    ("Hollinshire Council education service", "Meera Joshi", "file"),
    ("Millbrook School", "Daniel Okafor", "late"),
    ("Hollinshire Council public health", "Sian Morris", "file"),
    ("Hollinshire Probation Delivery Unit", "Keith Lomax", "nil"),
    ("Hollin Homes housing association", "Anita Bose", "late"),
    ("Hollinshire Youth Justice Service", "Jamal Reid", "file"),
    ("Harbour Family Support", "Ellen Frost", "file"),
)
NAME = "Juniper Example-Ashby"
LABEL = "Child Kestrel"
OUTSIDE = ("Ian Sadler", "Gareth Pugh", "Lee Hartley")  # conflicted, contract over, system administrator
SUMMARY = (
    "What our agency knew, in order of time.\n\n3 March 2026: first seen at home. Nobody asked about the father.\n"
)


@dataclass(frozen=True)
class Case:
    """The case that is played: where it is, and its reference."""

    address: str
    reference: str
