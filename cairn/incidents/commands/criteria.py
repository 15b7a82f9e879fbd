"""The facts of the criteria are recorded, each with how sure it is and who says so; each child is described."""

from __future__ import annotations

from datetime import date, datetime

from django.db.models import Max

from cairn.access.actor import Actor
from cairn.audit.commands import command, record
from cairn.cases.commands.checks import current, not_after_today, one_of, signer, written
from cairn.cases.models import Case, Person
from cairn.guidance.vocabularies import vocabulary
from cairn.incidents import policy
from cairn.incidents.commands.parts import FROM_THE_LIST, in_list
from cairn.incidents.commands.themes import themes_findable
from cairn.incidents.engine.facts import RECORDED, is_answer
from cairn.incidents.models import Certainty, ChildAtIncident, CriteriaFact
from cairn.kernel.verdict import ALLOWED, Ground, enforce, require
from cairn.partnership.commands.locking import locked


@command
def record_criteria_fact(
    case: Case,
    *,
    fact: str,
    value: str,
    certainty: str = "",
    said_by: str,
    known_on: date | None = None,
    note: str = "",
    about: Person | None = None,
    version: int,
    by: Actor,
    at: datetime,
) -> CriteriaFact:
    """One fact of the criteria: what it is, how sure, who says so, since when (OB-097, OB-098).

    An empty value is *not known*. `about` is the child it concerns; without one it holds for every child.
    """
    case = locked(case)
    held = CriteriaFact.unscoped.filter(case=case, fact=fact, about=about)
    latest = held.aggregate(last=Max("version"))["last"] or 0
    enforce(
        policy.can(by, "record_criteria_fact", case, at)
        & one_of(RECORDED, fact, FROM_THE_LIST, "fact")
        & require(not value or is_answer(fact, value), "Choose an answer from the list.", Ground.INPUT, "value")
        & (one_of(Certainty.values, certainty, "Say how sure it is.", "certainty") if value else ALLOWED)
        & written(said_by, "Say who says so.", "said_by")
        & (not_after_today(known_on, at, "This day is in the future.", "known_on") if known_on else ALLOWED)
        & require(about is None or about.case_id == case.pk, "Choose a child of this case.", Ground.INPUT, "about")
        & current(version, latest)
    )
    row = CriteriaFact.unscoped.create(
        case=case,
        about=about,
        fact=fact,
        version=version + 1,
        value=value,
        certainty=certainty if value else "",
        said_by=said_by.strip(),
        known_on=known_on,
        note=note.strip(),
        recorded_by_id=signer(by),
        recorded_at=at,
    )
    record(by=by, verb="record_criteria_fact", at=at, about=row)
    return row


@command
def describe_child(
    child: Person,
    *,
    social_care: str = "",
    factors: list[str],
    placement: str = "",
    known_to: str = "",
    version: int,
    by: Actor,
    at: datetime,
) -> ChildAtIncident:
    """How a child stood with social care (OB-131), what harmed or endangered her (OB-134), who knew her."""
    child = locked(child)
    latest = ChildAtIncident.unscoped.filter(child=child).aggregate(last=Max("version"))["last"] or 0
    known = {term.id for term in vocabulary("safeguarding_factors").terms}
    enforce(
        policy.can(by, "describe_child", child, at)
        & in_list("social_care_statuses", social_care, "social_care")
        & require(set(factors) <= known, FROM_THE_LIST, Ground.INPUT, "factors")
        & current(version, latest)
    )
    row = ChildAtIncident.unscoped.create(
        case=child.case,
        child=child,
        version=version + 1,
        social_care=social_care,
        factors=sorted(set(factors)),
        placement=placement.strip(),
        known_to=known_to.strip(),
        recorded_by_id=signer(by),
        recorded_at=at,
    )
    themes_findable(row)
    record(by=by, verb="describe_child", at=at, about=row)
    return row
