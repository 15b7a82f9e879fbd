"""The reviews that the source documents name, as they print them, with recommendations in our own words.

These were really published. They are no part of the fiction: no case, no child, and nothing that no source prints.
"""

from __future__ import annotations

from datetime import date

from cairn.publication.commands import Printed, record_published_review
from demo.casework import OFFICER, at_ten
from demo.register import Register

KEPT_ON = date(2024, 1, 15)  # when the office of the fiction typed them in
SCR = "Serious Case Review"
PAGE = "Public page on practice reviews"
YEARLY_2020 = "Yearly report of a case review subgroup, 2019-20"
YEARLY_2022 = "Yearly report of a practice review subgroup, 2021-22"
SUMMARY = "Summary report on serious case reviews, about 2017"
ANNEX = "its second annex, which prints no pseudonym; matched by type and month"
REPORT = ("Report", "report")
LEARNING = ("Learning summary", "learning_summary")
PRESS = ("Press statement", "press_statement")

R_RECOMMENDATIONS = (
    (
        "1",
        "Bring staff of universal services to see early help assessments as a tool that agencies share, to be "
        "confident in making them, and to ask what shows a child's needs in the family. Show that early help, once "
        "agreed with a family, becomes an assessment and a plan with clear results, put into effect by a named lead "
        "and those who know the children.",
    ),
    ("2", "Show that the neglect strategy is at work, and that neglect tools improve assessments and plans."),
    (
        "3",
        "Keep the check on court orders by which the panel for complex cases looks at each case where the court did "
        "not grant the order that was asked for.",
    ),
    (
        "4 (i)",
        "National: the Panel and the department are asked to take up what was learned, the greater risk that distance "
        "from home may bring and the shortage of places near it among it, in policy, in the supply of places and in "
        "contracts with independent providers.",
    ),
    (
        "4 (ii)",
        "Local: the council and its partners go on investing in residential and foster places near home, and report "
        "to the partnership on progress each year.",
    ),
    (
        "5",
        "Health and social care agree what the words for children's therapeutic needs and kinds of help mean, and how "
        "assessing risk shows what a delay would do; tell all staff concerned, so that the right support is "
        "commissioned where the child is placed.",
    ),
    (
        "6",
        "Have one clear way of commissioning placements and checking their quality, out of county too, known to those "
        "who work with it. It says where a social worker turns when a provider does not meet a child's needs.",
    ),
    (
        "7",
        "Have one clear oversight of the healthcare of children with the most complex needs, out of county too: where "
        "to turn when therapeutic needs are not met; the part of the home, and of the mental health service, in "
        "watching that they are; which incidents are told to the treating consultant; full use of the continuing "
        "health care worker. A line of this recommendation is broken in print.",
    ),
    (
        "8",
        "Placement plans say how many staff there are and how often a young person is looked in on by day and night. "
        "What waking night cover means is always made clear.",
    ),
    (
        "9",
        "Where assessments find a risk of suicide, the placement plan has a plan to prevent it, apart from that for "
        "self-harm, and the council in whose area the home is receives it.",
    ),
    (
        "10",
        "Where self-harm or thoughts of suicide are known, residential providers assess ligature points in the whole "
        "home and above all the bedroom. Whoever places a child expects to see that assessment, tests it and joins it "
        "to the placement plan.",
    ),
)

REVIEWS = (
    Printed(
        "Child R",
        SCR,
        f"{YEARLY_2022}, and {PAGE.lower()}",
        2021,
        12,
        documents=(REPORT, LEARNING, PRESS),
        recommendations=R_RECOMMENDATIONS,
    ),
    Printed("Jacob", "Child Safeguarding Practice Review", PAGE, 2021, 1, documents=(REPORT, LEARNING, PRESS)),
    Printed("Child K", SCR, PAGE, 2020, 11, documents=(REPORT, LEARNING, PRESS)),
    Printed(
        "Child M",
        f"{SCR}, published alongside a domestic homicide review",
        f"{PAGE}, and {YEARLY_2020.lower()}",
        2019,
        9,
        documents=(
            ("Overview report", "overview_report"),
            ("Executive summary", "executive_summary"),
            LEARNING,
            PRESS,
        ),
    ),
    Printed(
        "Child J",
        f"{SCR} and domestic homicide review",
        SUMMARY,
        2016,
        2,
        other_year=2016,
        other_month=3,
        other_source=ANNEX,
        commissioned="January 2014",
        completed="December 2015",
        edition="Working Together (2013), with Home Office guidance on domestic homicide reviews",
        documents=(REPORT, LEARNING),
    ),
    Printed(
        "Baby L",
        SCR,
        SUMMARY,
        2016,
        9,
        other_year=2016,
        other_month=10,
        other_source=ANNEX,
        commissioned="January 2015",
        completed="Summer 2016",
        method="Led by the reviewer, without agency reports and without events for practitioners of several agencies",
        documents=(REPORT, LEARNING),
    ),
    Printed(
        "Child Q",
        SCR,
        SUMMARY,
        2017,
        1,
        commissioned="September 2014",
        completed="October 2015",
        method="The systems model of the Social Care Institute for Excellence",
        edition="Working Together (2013)",
        documents=(REPORT, LEARNING),
    ),
    Printed(
        "Child A and Child B",
        SCR,
        SUMMARY,
        2017,
        2,
        commissioned="July 2015",
        completed="Autumn 2016",
        method="Led by the reviewer, with short chronologies, agency reports and interviews",
        documents=(REPORT, LEARNING),
    ),
)


def record_all(register: Register) -> None:
    """The office puts each on record."""
    at = at_ten(KEPT_ON)
    for printed in REVIEWS:
        record_published_review(printed=printed, by=register.actor(OFFICER, at), at=at)
