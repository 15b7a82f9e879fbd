"""What happened in Hollinshire, case by case. All of it is made up."""

from __future__ import annotations

from datetime import date

from cairn.cases import commands
from cairn.cases.commands import Known
from cairn.incidents.commands import Happened, Suspected
from demo import casework, chronicling, enquiring, families, incidents, reporting, reviewing, sitting
from demo.casework import ASKED, CHAIR, MANAGER, PARTNERS, SUBGROUP, at_ten
from demo.families import Child, Household
from demo.incidents import Story
from demo.register import Register

SOCIAL_CARE = "Children's services"

HERONS_HOME = Household(
    Child("Child Heron", "Example-Marlow", "Robin", Known("day", date(2026, 5, 30))),
    (("parent", "Mother", "mother"), ("parent", "Father", "father"), ("sibling", "Sibling 1", "older brother")),
    "14 Fictitious Row, Hollinbridge",
    "ZZ99 1AA",
    (("ethnicity", "not_asked", ""), ("disability", "none", ""), ("religion", "not_asked", "")),
)

WRENS_HOME = Household(
    Child("Child Wren", "Example-Tarrant", "Ashley Jo", Known("day", date(2012, 3, 9)), known_as="AJ"),
    (("carer", "Grandmother", "maternal grandmother"), ("person_of_concern", "Adult 1", "not related")),
    "2 Imaginary Lane, Hollinford",
    "ZZ99 2BB",
    (
        ("ethnicity", "given", "White and Black Caribbean"),
        ("disability", "not_known", ""),
        ("religion", "none", ""),
        ("sex", "given", "Female"),
        ("social_care_status", "given", "Child in need"),
    ),
)

PLOVERS_HOME = Household(
    Child("Child Plover", "Example-Ferris", "Billie", Known("day", date(2026, 2, 14))),
    (("parent", "Mother", "mother"), ("parent", "Father", "father, lives apart")),
    "Flat 9, Pretend House, Hollinbridge",
    "ZZ99 3CC",
    (
        ("ethnicity", "given", "White British"),
        ("disability", "none", ""),
        ("religion", "not_asked", ""),
        ("sex", "given", "Male"),
    ),
)

WRENS_REFERRAL = """Referral to the partnership, 7 August 2026. Invented for this demonstration.

A child of fourteen was seriously hurt on 6 August. Children's services were working with the family.
"""
WRENS_NOTIFICATION = """Copy of the council's notification, sent 11 August 2026. Invented for this demonstration.

Incident on 6 August 2026. Known to the council on the day it happened.
"""
TAKING_PART = {
    SOCIAL_CARE: "not_settled",
    "Hollinshire Police": "not_settled",
    "Hollin Hospitals": "not_settled",
    "Hollin Community NHS": "not_settled",
    "Millbrook School": "information_only",
    "Hollinshire Probation": "none",
}
WRENS_STORY = Story(
    what="A girl of fourteen was found seriously unwell after taking tablets at home.",
    nature="serious_harm",
    source="childrens_social_care",
    post="Lorna Pike, team manager, children's services",
    happened=Happened("day", date(2026, 8, 6)),
    suspected=Suspected("day", date(2026, 8, 6)),
    abuse="suspected",
    social_care="child_in_need",
    factors=("neglect", "mental_health"),
)
PLOVERS_STORY = Story(
    what="An infant was brought to hospital with fractures of different ages.",
    nature="serious_harm",
    source="health",
    post="Arun Bell, consultant paediatrician, Hollin Hospitals",
    happened=Happened("period", date(2026, 5, 2), date(2026, 5, 17)),
    suspected=Suspected("day", date(2026, 5, 27)),
    abuse="suspected",
    social_care="none",
    factors=("physical_abuse",),
)
PLOVERS_AGENCIES = {
    SOCIAL_CARE: "Noor Haddad, head of assessment",
    "Hollin Hospitals": "Rosa Delgado, named midwife",
    "Hollin Community NHS": "Petra Lunn, head of health visiting",
    "Hollin Homes": "Gus Whitlock, head of tenancies",
}
SISKINS_STORY = Story(
    what="A boy of three fell from a climbing frame in a park and was badly hurt.",
    nature="serious_harm",
    source="health",
    post="Arun Bell, consultant paediatrician, Hollin Hospitals",
    happened=Happened("day", date(2026, 7, 21)),
    suspected=Suspected("not_yet"),
    abuse="no",
    social_care="none",
)


def lark(register: Register) -> None:
    """A serious case review of 2017, under the rules of its day, kept for the record and closed."""
    desk = casework.opened(register, "serious_incident", "Child Lark", date(2017, 5, 18), SOCIAL_CARE, date(2024, 1, 9))
    desk.meet(
        date(2017, 5, 24),
        "The board's paper file.",
        recorded_on=date(2024, 1, 9),
    )
    brought_over = date(2024, 1, 9)
    decided_on = date(2017, 6, 12)
    old = "The board's minutes of 12 June 2017: neglect was known, and agencies had not worked together."
    reviewing.decided(desk, "serious_case", "serious_case", old, decided_on, recorded_on=brought_over)
    reviewing.decided(desk, "local_review", "serious_case_review", old, decided_on, recorded_on=brought_over)
    desk.meet(date(2017, 6, 15), "Letter of the board's chair.", recorded_on=brought_over)
    desk.meet(
        date(2018, 3, 20),
        "The published report.",
        why_late="The criminal trial ended in February 2018.",
        told="The Department for Education, by letter.",
        recorded_on=brought_over,
    )
    at = at_ten(date(2024, 1, 10))
    commands.close_case(
        desk.case,
        reason="Review published in 2018; the file was brought over for the record.",
        by=register.actor(MANAGER, at),
        at=at,
    )


def heron(register: Register) -> None:
    """Known on Wednesday; the notification is due next Wednesday and nobody has been asked yet."""
    desk = casework.opened(
        register, "serious_incident", "Child Heron", date(2026, 8, 12), "Hollin Hospitals", date(2026, 8, 13)
    )
    families.record(desk, HERONS_HOME, date(2026, 8, 13))
    incidents.tell_partners(desk, date(2026, 8, 13))


def wrens_papers(desk: casework.Desk) -> None:
    """What came in on paper, put with the case by the office."""
    desk.put("referral.txt", WRENS_REFERRAL, "referral", "read_incident", date(2026, 8, 7))
    desk.put("notification copy.txt", WRENS_NOTIFICATION, "notification_copy", "read_incident", date(2026, 8, 11))


def wrens_answers(desk: casework.Desk) -> None:
    """Who was asked, who has answered so far, and how each takes part."""
    reviewing.asked(
        desk,
        (
            *(SOCIAL_CARE, "Hollinshire Police", "Hollin Hospitals", "Hollin Community NHS", "Millbrook School"),
            *("Hollinshire Probation", "Education service", "Harbour"),
        ),
        date(2026, 8, 11),
    )
    reviewing.knew(desk, SOCIAL_CARE, "author_social_care", date(2026, 8, 12))
    reviewing.knew(desk, "Hollinshire Police", "author_police", date(2026, 8, 12), "limited")
    reviewing.knew_nobody(desk, "Hollinshire Probation", "author_probation", date(2026, 8, 12))
    reviewing.came_by_mail(desk, "Hollin Hospitals", "Rosa Delgado, named midwife", date(2026, 8, 13))
    reviewing.safe(desk, SOCIAL_CARE, "Lives with her grandmother; seen there on 11 August.", date(2026, 8, 12))
    desk.involve(TAKING_PART, date(2026, 8, 12))


def wren(register: Register) -> None:
    """In the middle of its fifteen working days: notified in time, the subgroup asked, one member walled off."""
    desk = casework.opened(register, "serious_incident", "Child Wren", date(2026, 8, 6), SOCIAL_CARE, date(2026, 8, 7))
    families.record(desk, WRENS_HOME, date(2026, 8, 7))
    incidents.tell_partners(desk, date(2026, 8, 7))
    incidents.ask(desk, WRENS_STORY, date(2026, 8, 7))
    incidents.notify(desk, date(2026, 8, 11))
    desk.let_in(SUBGROUP, ASKED, date(2026, 8, 11))
    desk.let_in(("Children's services",), ASKED, date(2026, 8, 11))
    desk.let_in((*PARTNERS, "Independent scrutineer"), "To decide on and comment on the review.", date(2026, 8, 11))
    at = at_ten(date(2026, 8, 12))
    commands.declare_conflict(
        desk.case,
        person=register.users["conflicted"],
        nature="Line manager of the social worker who visited.",
        by=register.actor(CHAIR, at),
        at=at,
    )
    wrens_answers(desk)
    wrens_papers(desk)
    desk.owe("Send the papers of the meeting to the group", "Business officer", date(2026, 8, 18), date(2026, 8, 13))


def dunlin(register: Register) -> None:
    """The notification is late, and the home page says so until somebody records when and why."""
    desk = casework.opened(
        register, "serious_incident", "Child Dunlin", date(2026, 8, 4), "Hollinshire Police", date(2026, 8, 5)
    )
    incidents.tell_partners(desk, date(2026, 8, 5))
    desk.let_in(("Police",), "Brought the case.", date(2026, 8, 5))


def plovers_rapid_review(desk: casework.Desk) -> None:
    """Four agencies answered, the partners decided, the report went in time, and the Panel has asked a question."""
    review = reviewing.asked(desk, tuple(PLOVERS_AGENCIES), date(2026, 5, 29))
    reviewing.safe(desk, SOCIAL_CARE, "With foster carers since 20 May.", date(2026, 6, 1), every=30)
    for agency, who in PLOVERS_AGENCIES.items():
        reviewing.came_by_mail(desk, agency, who, date(2026, 6, 8))
    meeting = sitting.met(
        desk,
        "Rapid review meeting, June",
        "Four agencies each saw a separate worry. Nobody asked a doctor about a bruise on a baby who cannot roll.",
        "To recommend a local review to the partners.",
        *(date(2026, 6, 9), date(2026, 6, 16)),
    )
    desk.let_in((*PARTNERS, "Independent scrutineer"), "To decide on and comment on the review.", date(2026, 6, 16))
    reasons = "Injuries of different ages were not linked by four agencies; why that was is not known yet."
    for kind, outcome in (
        ("serious_case", "serious_case"),
        ("local_review", "local_review"),
        ("national_importance", "material"),
    ):
        reviewing.decided(desk, kind, outcome, reasons, date(2026, 6, 17))
    report = reporting.sent(desk, review, date(2026, 6, 17), date(2026, 6, 18))
    sitting.agreed(desk, meeting, date(2026, 6, 25))
    reporting.over(desk, review, date(2026, 6, 30))
    reporting.the_panel_asks(desk, report, date(2026, 8, 3), "Designated doctor", date(2026, 8, 21))


def plover(register: Register) -> None:
    """Notified late with a reason, sent in time, and under review: the six months run to publication."""
    desk = casework.opened(
        register, "serious_incident", "Child Plover", date(2026, 5, 18), "Hollin Hospitals", date(2026, 5, 19)
    )
    families.record(desk, PLOVERS_HOME, date(2026, 5, 19))
    incidents.tell_partners(desk, date(2026, 5, 19))
    incidents.ask(desk, PLOVERS_STORY, date(2026, 5, 28))
    reviewing.decided(desk, "notify", "notify", "Fractures of different ages; abuse is suspected.", date(2026, 5, 28))
    incidents.notify(
        desk,
        date(2026, 5, 29),
        why_late="Abuse was not suspected until the skeletal survey of 27 May.",
        told="The national Panel, in the notification itself.",
    )
    plovers_rapid_review(desk)
    desk.let_in(("Designated doctor", "Police", "Probation", "Housing"), "On the review panel.", date(2026, 7, 1))
    reviewer = ("reviewer", "Contract to lead the review.")
    desk.let_in_by_name("former_reviewer", *reviewer, date(2026, 6, 29), date(2026, 7, 17))
    desk.let_in_by_name("reviewer", *reviewer, date(2026, 7, 20), date(2026, 12, 17))
    enquiring.asked(desk, "reviewer")
    chronicling.told(desk)
    desk.owe("Write to the coroner's office about dates", "Legal adviser", date(2026, 8, 20), date(2026, 7, 21))
    desk.let_in(("Legal adviser",), "Asked to advise on the inquest.", date(2026, 7, 21))


def teal(register: Register) -> None:
    """A near miss brought by a school: no clock of the national Panel, and worth learning from."""
    desk = casework.opened(register, "concern", "Child Teal", date(2026, 7, 7), "Millbrook School", date(2026, 7, 8))
    desk.let_in(("Head teacher representative", "Education"), "Brought the concern.", date(2026, 7, 8))
    desk.owe("Put the concern to the next meeting", "Business officer", date(2026, 9, 10), date(2026, 7, 8))


def siskin(register: Register) -> None:
    """A fall that nobody takes for abuse so far: not notified, and looked at again when toxicology is back."""
    desk = casework.opened(
        register, "serious_incident", "Child Siskin", date(2026, 7, 22), "Hollin Hospitals", date(2026, 7, 22)
    )
    incidents.ask(desk, SISKINS_STORY, date(2026, 7, 23))
    incidents.not_notify(
        desk,
        date(2026, 7, 24),
        "The fall was seen by two people outside the family, and the injury fits it.",
        ["toxicology", "disclosure"],
        date(2026, 8, 21),
    )


def tell_all(register: Register) -> None:
    """Every story, in the order in which they began."""
    for story in (lark, plover, teal, siskin, dunlin, wren, heron):
        story(register)
