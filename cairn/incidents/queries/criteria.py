"""What the criteria say of each child, and the facts they rest on, with how sure each is and who says so."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from cairn.access.actor import Actor
from cairn.cases import policy as cases
from cairn.cases.models import Case, Person, PersonIdentity, Precision
from cairn.cases.policy import Rights
from cairn.guidance.criteria import Assessment, assess, read_facts
from cairn.guidance.criteria.facts import WORDS
from cairn.guidance.refusals import CannotAnswer
from cairn.guidance.working_days import in_words
from cairn.incidents.engine import facts as following
from cairn.incidents.models import Account, ChildAtIncident, CriteriaFact
from cairn.incidents.queries.words import term_words
from cairn.partnership.queries import the_partnership

EVERY_CHILD = "Every child"
OneChild = ChildAtIncident  # what a page calls a row of how a child stood


@dataclass(frozen=True)
class FactLine:
    """One fact of the criteria as it is recorded, or that it is not."""

    fact: str
    question: str
    words: str
    certainty: str
    said_by: str
    known_on: str
    note: str
    version: int
    value: str
    recorded: CriteriaFact | None


@dataclass(frozen=True)
class Tested:
    """What the criteria say of one child, or of the incident while no child is recorded.

    `problem` stands in place of an assessment where guidance cannot answer. `own` are the facts recorded of this child.
    """

    child_key: str
    label: str
    assessment: Assessment | None
    problem: str
    own: list[FactLine]


def criteria_tested(actor: Actor, case: Case, at: datetime, rights: Rights | None = None) -> list[Tested]:
    """The criteria of the edition in force, applied to each child the case is about."""
    if not cases.held(actor, case, at, rights).can("read_notifying"):
        return []
    return assessments(case)


def assessments(case: Case) -> list[Tested]:
    """The same, for the queries and commands of this app, which have asked the policy."""
    known = Account.unscoped.filter(incident__case=case).order_by("-version").first()
    if known is None:
        return []
    recorded = _latest(case)
    children = list(Person.unscoped.filter(case=case, kind="subject_child"))
    births = _births(children)
    rows = [_tested(known, recorded, child, births.get(child.pk)) for child in children]
    return rows or [_tested(known, recorded, None, None)]


def facts_for_every_child(actor: Actor, case: Case, at: datetime, rights: Rights | None = None) -> list[FactLine]:
    """Each fact that can be recorded, as it is recorded for every child of the case."""
    if not cases.held(actor, case, at, rights).can("read_notifying"):
        return []
    recorded = _latest(case)
    return [_line(fact, recorded.get((None, fact))) for fact in following.RECORDED]


def fact_line(actor: Actor, case: Case, fact: str, child: Person | None, at: datetime) -> FactLine | None:
    """One fact, of one child or of every child; none for a fact that nobody records."""
    if fact not in following.RECORDED or not cases.can(actor, "read_notifying", case, at):
        return None
    return _line(fact, _latest(case).get((child.pk if child else None, fact)))


def child_at_incident(actor: Actor, child: Person, at: datetime) -> ChildAtIncident | None:
    """How a child stood at the time, as recorded last."""
    if not cases.can(actor, "read_incident", child, at):
        return None
    return ChildAtIncident.unscoped.filter(child=child).order_by("-version").first()


def children_at_incident(
    actor: Actor, case: Case, at: datetime, rights: cases.Rights | None = None
) -> dict[str, ChildAtIncident]:
    """How each child stood at the time, by the key of the child."""
    readable = case if cases.held(actor, case, at, rights).can("read_incident", case) else None
    rows = ChildAtIncident.unscoped.filter(case=readable).select_related("child").order_by("version")
    return {row.child.key: row for row in rows}


def child_words(then: ChildAtIncident | None) -> tuple[str, str, str, str]:
    """How a child stood, in words: with social care, what harmed her, placement, who knew her."""
    if then is None:
        return ("Not recorded", "Not recorded", "", "")
    factors = ", ".join(term_words("safeguarding_factors", word) for word in then.factors)
    status = term_words("social_care_statuses", then.social_care)
    return (status or "Not known yet", factors or "None chosen", then.placement, then.known_to)


def limb_words(met: bool | None) -> str:
    """Met, not met, or cannot say."""
    return {True: "Met", False: "Not met", None: "Cannot say"}[met]


def _latest(case: Case) -> dict[tuple[int | None, str], CriteriaFact]:
    rows = CriteriaFact.unscoped.filter(case=case).order_by("version")
    return {(row.about_id, row.fact): row for row in rows}


def _births(children: list[Person]) -> dict[int, date | None]:
    rows = PersonIdentity.unscoped.filter(person__in=children).order_by("version")
    return {row.person_id: row.born_on if row.born_precision == Precision.DAY else None for row in rows}


def _tested(
    known: Account,
    recorded: dict[tuple[int | None, str], CriteriaFact],
    child: Person | None,
    born_on: date | None,
) -> Tested:
    held = {fact: row for (about, fact), row in recorded.items() if about is None}
    own = {fact: row for (about, fact), row in recorded.items() if child is not None and about == child.pk}
    values = {fact: row.value for fact, row in (held | own).items()}
    lines = [_line(fact, row) for fact, row in own.items()]
    label, key = (child.label, child.key) if child else (EVERY_CHILD, "")
    try:
        assessment = assess(read_facts(following.document(_known(known, born_on), values)))
    except CannotAnswer as problem:
        return Tested(key, label, None, str(problem), lines)
    return Tested(key, label, assessment, "", lines)


def _known(known: Account, born_on: date | None) -> following.Known:
    partnership = the_partnership()
    return following.Known(
        own_authority=partnership.council_name if partnership else "",
        arrangements_start=partnership.arrangements_started_on if partnership else None,
        aware_on=known.aware_on,
        happened_on=known.first_day,
        nature=known.nature,
        happened_in=known.happened_in,
        happened_area=known.happened_area,
        lives_in=known.lives_in,
        lives_area=known.lives_area,
        born_on=born_on,
    )


def _line(fact: str, row: CriteriaFact | None) -> FactLine:
    question = fact_words(fact)
    if row is None:
        return FactLine(fact, question, "Not recorded", "", "", "", "", 0, "", None)
    return FactLine(
        fact=fact,
        question=question,
        words=following.answers_of(fact).get(row.value, row.value) or "Not known",
        certainty=row.get_certainty_display() if row.certainty else "",
        said_by=row.said_by,
        known_on=in_words(row.known_on) if row.known_on else "",
        note=row.note,
        version=row.version,
        value=row.value,
        recorded=row,
    )


def fact_words(fact: str) -> str:
    """A fact of the criteria in words."""
    return f"{WORDS[fact][:1].upper()}{WORDS[fact][1:]}"


def is_recorded_here(fact: str) -> bool:
    """Whether somebody records this fact; the others follow from what happened and from the partnership."""
    return fact in following.RECORDED


def answers_to(fact: str) -> list[tuple[str, str]]:
    """What may be answered to a fact; empty for an age."""
    return list(following.answers_of(fact).items())
