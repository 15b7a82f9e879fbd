"""What happened, beside a form while somebody decides."""

from __future__ import annotations

from cairn.cases.views.beside import Part, beside
from cairn.cases.views.inside import Inside
from cairn.incidents import queries
from cairn.look.parts import Link, Row

SHOWN = ("What happened", "When", "What became of the child so far", "Where it happened")


@beside
def happened(inside: Inside) -> Part | None:
    """What is known of the incident, in short."""
    if not inside.rights.can("read_incident"):
        return None
    told = queries.incident(inside.request.actor, inside.case, inside.at, inside.rights)
    lines = [line for line in told.lines if line.question in SHOWN] if told else []
    rows = tuple(Row(line.question, line.words) for line in lines)
    return Part("What happened", rows, Link("Incident", inside.url("incident")))


@beside
def criteria(inside: Inside) -> Part | None:
    """What the criteria say of each child, from the facts recorded."""
    if not inside.rights.can("read_notifying"):
        return None
    found = queries.criteria_tested(inside.request.actor, inside.case, inside.at, inside.rights)
    rows = tuple(
        Row(f"{each.label}: {_in_short(limb.meaning)}", f"{queries.limb_words(limb.answer.met)}. {limb.answer.why}")
        for each in found
        if each.assessment
        for limb in each.assessment.limbs
        if limb.answer.met is not None
    )
    return Part("What the recorded facts say", rows, Link("Is it notifiable?", inside.url("notifying")))


def _in_short(meaning: str) -> str:
    """The first sentence of what a limb asks."""
    return meaning.partition(". ")[0].rstrip(".")
