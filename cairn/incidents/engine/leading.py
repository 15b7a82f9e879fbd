"""Which area leads, as the rules of the day have it. A judgement by the areas themselves may differ, with a reason."""

from __future__ import annotations

from dataclasses import dataclass

BOARD_ERA = ("lscb06", "wt10", "wt13", "wt15")

SINCE_2018 = (
    "Since June 2018 the area where it happened notifies and leads, and works with the area where the child lives. "
    "If it happened outside England, the area where the child normally lives does."
)
BEFORE_2018 = (
    "Until June 2018 the Board of the area where the child normally lived led; for a looked-after child that of the "
    "responsible authority. Other Boards joined in."
)
SINCE_2018_RESTS_ON = (
    "Children Act 2004, section 16C; Working Together 2023, paragraphs 328 to 330; the national Panel's answers to "
    "questions"
)
BEFORE_2018_RESTS_ON = (
    "London Child Protection Procedures, chapter 19 (whether the editions of 2013 and 2015 kept it is not verified)"
)

OURS, OTHER_AREA, OTHER_COUNTRY = "ours", "other_area", "other_country"


@dataclass(frozen=True)
class Leading:
    """Who leads by the rule: `ours` is None while what decides it is not known. The rule stands beside the answer."""

    ours: bool | None
    area: str  # the other area, where it leads and is named
    answer: str
    rule: str
    rests_on: str


def who_leads(edition: str, *, happened_in: str, happened_area: str, lives_in: str, lives_area: str) -> Leading:
    """The area that leads under an edition of Working Together, from where it happened and where the child lives.

    The two places are `ours`, `other_area`, `other_country`, or anything else for what is not known.
    """
    if edition in BOARD_ERA:
        return _by(lives_in, lives_area, "The child lives", BEFORE_2018, BEFORE_2018_RESTS_ON)
    if happened_in == OTHER_COUNTRY:
        return _by(
            lives_in, lives_area, "It happened outside England, and the child lives", SINCE_2018, SINCE_2018_RESTS_ON
        )
    return _by(happened_in, happened_area, "It happened", SINCE_2018, SINCE_2018_RESTS_ON)


def _by(where: str, area: str, words: str, rule: str, rests_on: str) -> Leading:
    if where == OURS:
        return Leading(True, "", f"This area leads. {words} here.", rule, rests_on)
    if where == OTHER_AREA:
        named = area or "Another area"
        return Leading(False, area, f"{named} leads. {words} there.", rule, rests_on)
    if where == OTHER_COUNTRY:
        return Leading(False, "", "No area in England leads by this rule: ask the national Panel.", rule, rests_on)
    return Leading(
        None, "", "Not known yet who leads: where it happened or where the child lives is missing.", rule, rests_on
    )
