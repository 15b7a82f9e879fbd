"""The values to copy into the national form, from the records as they stand."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from cairn.access.actor import Actor
from cairn.cases import queries as cases
from cairn.cases.models import Case
from cairn.cases.policy import Rights
from cairn.cases.queries import PersonRow
from cairn.guidance.vocabularies import vocabulary
from cairn.guidance.working_days import in_words
from cairn.incidents.engine.facts import answers_of
from cairn.incidents.engine.sheet import Field, in_order, lay_out
from cairn.incidents.models import Account, ChildAtIncident, SheetOrder
from cairn.incidents.queries.criteria import Tested, children_at_incident, criteria_tested, limb_words
from cairn.incidents.queries.incident import Told, incident
from cairn.incidents.queries.words import place_words, term_words, time_words
from cairn.partnership.queries import the_partnership

FIELDS = "notification_fields"


def labels() -> dict[str, str]:
    """What each field of the national form is called, in the order shipped."""
    return {term.id: term.label for term in vocabulary(FIELDS).terms}


def order() -> list[str]:
    """The fields in the order of this partnership."""
    arranged = SheetOrder.unscoped.first()
    return in_order(list(labels()), arranged.fields if arranged else [])


def sheet(actor: Actor, case: Case, at: datetime, rights: Rights) -> list[Field]:
    """Every field with its value from the records, or that it was not asked. Only for those who keep the notification.

    Four questions to the database and those of the incident, the criteria and the people.
    """
    told = incident(actor, case, at, rights)
    if told is None or not rights.can("keep_notifying") or not rights.can("read_identity", case):
        return []
    people = [row for row in cases.people(actor, case, at, rights) if row.kind == "subject_child"]
    criteria = criteria_tested(actor, case, at, rights)
    at_incident = children_at_incident(actor, case, at, rights)
    by_child = {each.child_key: each for each in criteria}
    children = [(row.label, _child(row, told.known, at_incident.get(row.key), by_child.get(row.key))) for row in people]
    return lay_out(order(), labels(), _incident(actor, case, at, rights, told, criteria), children)


def _incident(
    actor: Actor, case: Case, at: datetime, rights: Rights, told: Told, criteria: list[Tested]
) -> Mapping[str, str]:
    known, own = told.known, the_partnership()
    addresses = [f"{place.address} {place.postcode}".strip() for place in cases.places(actor, case, at, rights)]
    where = "; ".join([place_words(known.happened_in, known.happened_area), *filter(None, addresses)])
    serious = [each.assessment.serious_case for each in criteria if each.assessment]
    met = True if True in serious else None if None in serious or not serious else False
    return {
        "local_authority": own.council_name if own else "",
        "incident_place": where.strip("; "),
        "incident_date": time_words(known),
        "aware_on": in_words(known.aware_on),
        "nature": next(line.words for line in told.lines if line.question == "What became of the child so far"),
        "abuse_or_neglect": _abuse(criteria),
        "what_happened": known.what_happened,
        "rapid_review_threshold": limb_words(met),
    }


def _abuse(criteria: list[Tested]) -> str:
    found = [limb for each in criteria if each.assessment for limb in each.assessment.limbs]
    said = [limb.answer.why for limb in found if limb.name == "abuse_or_neglect" and limb.answer.met is not None]
    return " ".join(dict.fromkeys(said)) or "Not known"


def _child(row: PersonRow, known: Account, then: ChildAtIncident | None, criteria: Tested | None) -> Mapping[str, str]:
    facts = {fact.fact: fact.words for fact in row.facts if fact.version}
    own = {line.fact: line for line in criteria.own} if criteria else {}
    looked_after = own["looked_after"].value if "looked_after" in own else ""
    status = then.social_care if then else ""
    return {
        "child_name": row.identity.name_words if row.identity else "",
        "child_birth": row.identity.born_words if row.identity else "",
        "child_age": _age(criteria),
        "child_sex": facts.get("sex", ""),
        "child_ethnicity": facts.get("ethnicity", ""),
        "child_disability": facts.get("disability", ""),
        "child_area": place_words(known.lives_in, known.lives_area),
        "child_looked_after": answers_of("looked_after").get(looked_after, "") or _is(status, "looked_after"),
        "child_placement": then.placement if then else "",
        "child_in_need": _is(status, "child_in_need"),
        "child_protection_plan": _is(status, "protection_plan"),
        "child_known_to": (then.known_to if then else "") or term_words("social_care_statuses", status),
    }


def _is(status: str, word: str) -> str:
    """Whether the one standing recorded is this one; nothing where none is recorded."""
    return "" if not status else "Yes" if status == word else "No"


def _age(criteria: Tested | None) -> str:
    """The age as the criteria took it, in their own sentence; nothing where they had none."""
    limbs = criteria.assessment.limbs if criteria and criteria.assessment else ()
    said = next((limb.answer.why for limb in limbs if limb.name == "under_eighteen"), "")
    prefix = "The age is "
    return said.removeprefix(prefix).rstrip(".") if said.startswith(prefix) else ""
