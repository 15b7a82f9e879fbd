"""Regulation 5 of 2006: when a serious case review must be held. It held until each area changed over in 2018-19."""

from __future__ import annotations

from cairn.guidance.criteria.facts import Facts
from cairn.guidance.criteria.incident import REGULATION_5, abuse_or_neglect, died, seriously_harmed, under_eighteen
from cairn.guidance.criteria.logic import Answer, Limb, all_of, any_of, limb, not_known, recorded

CUSTODY_ALWAYS = ("wt13", "wt15", "trans")
CLEAR_EVIDENCE = ("wt15", "trans")


@limb(REGULATION_5, wt15=f"{REGULATION_5}, as Working Together 2015 reads it (known from a partnership's annex)")
def agencies_working_together(facts: Facts, edition: str) -> Answer:
    """There is cause for concern about how the agencies worked together.

    From 2015 a review of serious harm is commissioned unless there is clear evidence that there is no such concern, so
    that a doubt counts as concern.
    """
    concern = facts.interagency_concern
    if concern is None or (concern == "unknown" and edition not in CLEAR_EVIDENCE):
        return not_known("interagency_concern")
    if concern == "unknown":
        return Answer(True, "There is no clear evidence that agencies worked well together, so the concern stands.")
    return Answer(
        concern == "yes",
        "There is concern about how agencies worked together."
        if concern == "yes"
        else "There is clear evidence of no concern about how agencies worked together.",
    )


@limb(
    "Working Together 2013 and 2015, chapter 4, as reported in the toolkit of Cornwall's Board (paragraph not verified)"
)
def died_in_custody_or_detention(facts: Facts, edition: str) -> Answer:
    """The child died in custody, on remand or sentenced, in a secure home, or detained under mental health law.

    A review is then always held, without any test of abuse.
    """
    held = recorded(
        facts,
        "in_custody_or_detained",
        yes="The child was in custody or detained.",
        no="The child was neither in custody nor detained.",
    )
    return all_of(held, died(facts, edition).answer)


def meets_regulation_5(facts: Facts, edition: str) -> tuple[Answer, tuple[Limb, ...]]:
    """Whether a serious case review is required, and the limbs that say so."""
    child, abuse, death, harm, concern = (
        each(facts, edition)
        for each in (under_eighteen, abuse_or_neglect, died, seriously_harmed, agencies_working_together)
    )
    serious = any_of(death.answer, all_of(harm.answer, concern.answer))
    required = all_of(abuse.answer, serious)
    limbs: tuple[Limb, ...] = (child, abuse, death, harm, concern)
    if edition in CUSTODY_ALWAYS:
        custody = died_in_custody_or_detention(facts, edition)
        required = any_of(required, custody.answer)
        limbs = (*limbs, custody)
    return all_of(child.answer, required), limbs
