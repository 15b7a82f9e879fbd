"""What the report to the national Panel is made of: everything on record about a case, put into words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from cairn.access.actor import Actor
from cairn.actions import queries as actions
from cairn.cases import queries as cases
from cairn.cases.models import Case
from cairn.cases.policy import Rights
from cairn.guidance.working_days import in_words
from cairn.incidents import queries as incidents
from cairn.look.parts import day_in_words
from cairn.names.relabelling import Relabelling
from cairn.partnership.clock import day_of
from cairn.partnership.queries.area import the_partnership
from cairn.rapid_reviews.engine.panel_report import AnswerTold, ChildTold, DecisionTold, Material, in_other_words
from cairn.rapid_reviews.models import RapidReview
from cairn.rapid_reviews.queries.asking import board
from cairn.rapid_reviews.queries.key_events import merged_key_events
from cairn.rapid_reviews.queries.questions import questions
from cairn.rapid_reviews.queries.safety import safety_questions

CHILDREN = ("subject_child",)
DECIDED_FIRST = ("serious_case", "local_review", "national_importance")


def to_check(actor: Actor, rapid_review: RapidReview, at: datetime, rights: Rights) -> Material:
    """What the check for blanks looks at, and no more: people, answers, safety, decisions, who is silent."""
    case = rapid_review.case
    people = cases.people(actor, case, at, rights, labels_only=True)
    asked = [row for row in board(actor, case, at, rights).rows if row.state != "withdrawn"]
    return Material(
        reference=case.reference,
        label=case.label,
        partnership="",
        made_on=day_of(at),
        children=tuple(_child(row) for row in people if row.kind in CHILDREN),
        family=tuple((row.label, row.relationship or row.kind_label) for row in people if row.kind not in CHILDREN),
        agencies=tuple((row.agency, row.first_answer, row.state_label) for row in asked),
        silent=tuple(row.agency for row in asked if row.waited_for),
        answers=tuple(AnswerTold(row.id, row.question, row.told) for row in questions(rapid_review)),
        safety=tuple((row.children, ". ".join(row.told)) for row in safety_questions(actor, case, at, rights)),
        decisions=_decisions(actor, case, at, rights),
    )


def material_of(actor: Actor, rapid_review: RapidReview, at: datetime, known: Rights | None = None) -> Material:
    """Everything on record for the report, as this reader may see it; a report is made by the office, who sees all."""
    case = rapid_review.case
    rights = cases.held(actor, case, at, known)
    partnership = the_partnership()
    told = incidents.incident(actor, case, at, rights)
    events = merged_key_events(actor, case, at, rights)
    notified = incidents.notifications(actor, case, at, rights, names_shown=True)
    material = replace(
        to_check(actor, rapid_review, at, rights),
        notified_as=notified[0].reference if notified else "",
        partnership=partnership.name if partnership else "",
        dates=tuple(_dates(actor, case, at, rights)),
        incident=tuple((line.question, line.words) for line in told.lines) if told else (),
        events=tuple((row.when, row.agency, row.event, row.source) for row in events),
        actions=tuple((row.what, row.owner, in_words(row.due_on)) for row in actions.actions(actor, case, at, rights)),
    )
    # Agencies write real names in their events, and partners work with pseudonyms.
    return in_other_words(material, Relabelling(cases.naming(case)).of)


def _dates(actor: Actor, case: Case, at: datetime, rights: Rights) -> Iterator[tuple[str, str]]:
    """Each clock of the case: from which day it counts, by when it was due, and when it was met."""
    for row in cases.clocks(actor, case, at, rights):
        if row.due_on and row.state != "superseded":
            ended = f", {row.state_label.lower()} {in_words(row.done_on)}" if row.done_on else ""
            yield row.what, f"Due {in_words(row.due_on)}{ended}"


def _child(row: cases.PersonRow) -> ChildTold:
    """A child with what was asked: a fact that nobody recorded stays blank, and is a gap of the report."""
    return ChildTold(row.label, tuple((fact.question, fact.words if fact.version else "") for fact in row.facts))


def _decisions(actor: Actor, case: Case, at: datetime, rights: Rights) -> tuple[DecisionTold, ...]:
    rows = {row.kind: row for row in cases.decisions(actor, case, at, rights=rights)}
    return tuple(_decision(rows[kind]) for kind in DECIDED_FIRST if kind in rows)


def _decision(row: cases.DecisionRow) -> DecisionTold:
    return DecisionTold(
        kind=row.kind,
        title=row.title,
        outcome=row.outcome_label,
        decided_on=day_in_words(row.decided_on),
        edition=row.edition_title,
        reasons=row.reasons,
        evidence=row.evidence,
        alternatives=row.alternatives,
        dissent=row.dissent,
        limbs=tuple((limb.meaning, limb.get_met_display(), limb.why) for limb in row.limbs),
        voices=tuple((voice.who, voice.stance_label, voice.words) for voice in row.voices),
        waits_for=row.waits_for,
    )
