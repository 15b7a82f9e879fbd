"""What partners weigh since 2018 before they decide on a review. Meeting the criteria compels none (paragraph 339)."""

from __future__ import annotations

from cairn.guidance.criteria.facts import Facts
from cairn.guidance.criteria.incident import looked_after
from cairn.guidance.criteria.logic import Answer, limb, not_known, recorded

REGULATIONS = "Child Safeguarding Practice Review and Relevant Agency (England) Regulations 2018"
REGARD = "Working Together 2023, panel at paragraph 341"
NATIONAL_REGARD = "Working Together 2023, panel at paragraph 345"


@limb(f"{REGULATIONS}, regulation 11(a); for a national review regulation 3(a)")
def improvements_needed(facts: Facts, edition: str) -> Answer:
    """The case highlights improvements needed to safeguard children, even if identified before."""
    return recorded(facts, "improvements_needed", yes="Improvements are needed.", no="No improvement was found.")


@limb(f"{REGULATIONS}, regulation 11(b); for a national review regulation 3(c)")
def recurrent_themes(facts: Facts, edition: str) -> Answer:
    """The case highlights recurrent themes in safeguarding children."""
    return recorded(facts, "recurrent_themes", yes="Themes recur.", no="No theme recurs.")


@limb(f"{REGULATIONS}, regulation 11(c)")
def concern_between_agencies(facts: Facts, edition: str) -> Answer:
    """The case highlights concern about two or more agencies working together."""
    if facts.interagency_concern in (None, "unknown"):
        return not_known("interagency_concern")
    if facts.interagency_concern == "yes":
        return Answer(True, "There is concern about how agencies worked together.")
    return Answer(False, "There is clear evidence of no concern about how agencies worked together.")


@limb(f"{REGULATIONS}, regulation 11(d)")
def panel_suggests_local_review(facts: Facts, edition: str) -> Answer:
    """The national Panel has considered the case and thinks a local review more apt. It is weighed, not obeyed."""
    return recorded(
        facts,
        "panel_suggests_local_review",
        yes="The national Panel thinks a local review more apt.",
        no="The national Panel has not suggested a local review.",
    )


@limb(REGARD)
def concern_about_one_agency(facts: Facts, edition: str) -> Answer:
    """There is concern about the work of a single agency."""
    return recorded(
        facts, "single_agency_concern", yes="There is concern about one agency.", no="There is no such concern."
    )


@limb(REGARD)
def concern_that_no_agency_was_involved(facts: Facts, edition: str) -> Answer:
    """No agency was involved, and that is a concern."""
    return recorded(
        facts,
        "no_agency_involvement_concern",
        yes="That no agency was involved is a concern.",
        no="It is not a concern that no agency was involved.",
    )


@limb(REGARD)
def more_than_one_area(facts: Facts, edition: str) -> Answer:
    """More than one local authority, police area or integrated care board is involved, families that moved included."""
    return recorded(facts, "more_than_one_area", yes="More than one area is involved.", no="One area is involved.")


@limb(f"{REGARD}; for a national review the panel at paragraph 345")
def institutional_setting(facts: Facts, edition: str) -> Answer:
    """The case concerns an institution: a children's home, custody, detention under mental health or capacity law."""
    if facts.in_custody_or_detained:
        return Answer(True, "The child was in custody or detained.")
    return recorded(
        facts,
        "institutional_setting",
        yes="It concerns an institutional setting.",
        no="It does not concern an institutional setting.",
    )


@limb(f"{REGULATIONS}, regulation 3(b)")
def law_or_guidance_may_change(facts: Facts, edition: str) -> Answer:
    """For a national review: the case may show that legislation or guidance needs to change."""
    return recorded(
        facts,
        "law_or_guidance_may_change",
        yes="Law or guidance may need to change.",
        no="Nothing suggests that law or guidance need change.",
    )


@limb(NATIONAL_REGARD)
def educated_otherwise_than_at_school(facts: Facts, edition: str) -> Answer:
    """For a national review: a child educated otherwise than at school was significantly harmed or died."""
    return recorded(
        facts,
        "educated_otherwise",
        yes="The child was educated otherwise than at school.",
        no="The child was not educated otherwise than at school.",
    )


@limb(NATIONAL_REGARD)
def in_local_authority_care(facts: Facts, edition: str) -> Answer:
    """For a national review: a child in the care of a local authority was significantly harmed or died."""
    return looked_after(facts)


@limb(NATIONAL_REGARD)
def on_a_protection_plan_now_or_recently(facts: Facts, edition: str) -> Answer:
    """For a national review: the child was on a child protection plan, or had recently been taken off one."""
    return recorded(
        facts,
        "protection_plan_now_or_recently",
        yes="The child was on a protection plan, or recently taken off one.",
        no="The child was not on a protection plan, nor recently taken off one.",
    )


@limb(NATIONAL_REGARD)
def range_of_abuse_types(facts: Facts, edition: str) -> Answer:
    """For a national review: the case involves a range of types of abuse."""
    return recorded(
        facts,
        "several_abuse_types",
        yes="There was a range of types of abuse.",
        no="There was no range of types of abuse.",
    )


LOCAL = (
    improvements_needed,
    recurrent_themes,
    concern_between_agencies,
    panel_suggests_local_review,
    concern_about_one_agency,
    concern_that_no_agency_was_involved,
    more_than_one_area,
    institutional_setting,
)
NATIONAL = (
    law_or_guidance_may_change,
    educated_otherwise_than_at_school,
    in_local_authority_care,
    on_a_protection_plan_now_or_recently,
    range_of_abuse_types,
)
