"""Limbs about the child and the incident that the tests of every era share."""

from __future__ import annotations

from cairn.guidance.criteria.facts import Facts
from cairn.guidance.criteria.logic import Answer, all_of, limb, not_known, recorded

REGULATION_5 = "Local Safeguarding Children Boards Regulations 2006, regulation 5(2)"
SECTION_16B = "Children Act 2004, section 16B(9)"
_BOARD_ERA = dict.fromkeys(("lscb06", "wt10", "wt13", "wt15"), REGULATION_5)
ADULT = 18


@limb(SECTION_16B, **_BOARD_ERA)
def abuse_or_neglect(facts: Facts, edition: str) -> Answer:
    """Abuse or neglect of the child is known or suspected.

    Suspicion means reasonable cause to suspect, the threshold of section 47 of the Children Act 1989. A serious case
    counts what any body with functions for children knows or suspects; the duty to notify what the authority does.
    """
    if facts.abuse_or_neglect is None:
        return not_known("abuse_or_neglect")
    said = {"known": "is known", "suspected": "is suspected", "no": "is neither known nor suspected"}
    return Answer(facts.abuse_or_neglect != "no", f"Abuse or neglect {said[facts.abuse_or_neglect]}.")


@limb(SECTION_16B, **_BOARD_ERA)
def died(facts: Facts, edition: str) -> Answer:
    """The child has died, suspected suicide included."""
    return recorded(facts, "died", yes="The child died.", no="The child did not die.")


@limb(f"{SECTION_16B}; Working Together 2023, paragraph 329", **_BOARD_ERA)
def seriously_harmed(facts: Facts, edition: str) -> Answer:
    """The child was seriously harmed.

    Among others: a potentially life-threatening injury, or serious or likely long-term impairment of health or
    development, mental or physical. Recovery does not exclude it.
    """
    return recorded(
        facts, "seriously_harmed", yes="The child was seriously harmed.", no="The child was not seriously harmed."
    )


@limb("Working Together 2023, paragraph 332 on those under 18", **_BOARD_ERA)
def under_eighteen(facts: Facts, edition: str) -> Answer:
    """The person is a child, under 18.

    Without an age this is taken as given, for the tests concern children; only of a care leaver the age must be known,
    since a care leaver may be an adult.
    """
    if facts.age is None and facts.care_leaver:
        return not_known("age")
    if facts.age is None:
        return Answer(True, "No age is given; the tests concern children, so the person is taken to be under 18.")
    return Answer(facts.age < ADULT, f"The age is {facts.age:g}.")


def looked_after(facts: Facts) -> Answer:
    """Whether the child was in the care of a local authority."""
    return recorded(facts, "looked_after", yes="The child was looked after.", no="The child was not looked after.")


@limb(
    "Working Together 2023, paragraph 331",
    trans="GOV.UK, Report a serious child safeguarding incident",
    wt18="GOV.UK, Report a serious child safeguarding incident",
    wt15="Notifiable incidents as read in the procedures of Sefton Safeguarding Children Board",
)
def looked_after_child_died(facts: Facts, edition: str) -> Answer:
    """A looked-after child has died, whatever the cause: a notice of its own, without any test of abuse."""
    return all_of(looked_after(facts), died(facts, edition).answer)
