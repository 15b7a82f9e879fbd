"""The partners decide, each agrees or dissents for herself, others are told. A change cites what it replaces."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from cairn.access.actor import Actor
from cairn.audit.commands import command, record
from cairn.cases import policy
from cairn.cases.clock import started_by_decision
from cairn.cases.commands import findable
from cairn.cases.commands.checks import STALE, current, not_after_today, one_of, signer, written
from cairn.cases.commands.clocks import derived, new_clock
from cairn.cases.engine.deciding import QUESTIONS, Question, governing, limbs_of, outcomes_of
from cairn.cases.models import Case, Clock, Decision, LegalAdvice, LimbMet, LimbTested, Stance, Told, Voice
from cairn.guidance.editions import Edition
from cairn.kernel.announce import announcement
from cairn.kernel.verdict import ALLOWED, Ground, Refused, Verdict, enforce, refuse, require
from cairn.partnership.commands.locking import locked
from cairn.partnership.models import Seat
from cairn.partnership.queries.area import the_partnership

DECIDED = "Decided on this case: {outcome}."
REPLACED = "A later decision came to another outcome."

decision_recorded = announcement(
    "decision_recorded",
    meaning="The partners decided: what an earlier decision began or ended may stand otherwise now.",
    facts=("decision", "by", "at"),
)


@dataclass(frozen=True)
class LimbAnswer:
    """One limb as it was answered: `met` is a value of `LimbMet`, `why` says what shows it."""

    name: str
    met: str
    why: str


@dataclass(frozen=True)
class Reasoning:
    """What a decision rests on, in words. `asked`, `dissent` and `for_family` may be blank; the others may not."""

    reasons: str
    evidence: str
    alternatives: str
    asked: str = ""
    dissent: str = ""
    legal_advice: str = LegalAdvice.NOT_TAKEN.value
    legal_topic: str = ""
    for_family: str = ""


@command
def record_decision(
    case: Case,
    *,
    kind: str,
    outcome: str,
    limbs: Sequence[LimbAnswer],
    reasoning: Reasoning,
    decided_on: date,
    instead_of: str = "",
    by: Actor,
    at: datetime,
) -> Decision:
    """The partners decide, limb by limb, and say why (OB-025, OB-112, OB-233; Working Together 2023, paragraph 341).

    `instead_of` is the key of the decision that stood while this was typed, blank if none did: whoever decides second
    is shown both. The edition in force on the day of decision is kept with it (OB-227).
    """
    case, question = locked(case), QUESTIONS[kind]
    standing = standing_decision(case, kind)
    enforce(
        policy.can(by, question.write, case, at)
        & require((standing.key if standing else "") == instead_of, STALE, Ground.STALE)
        & not_after_today(decided_on, at, "The day of the decision cannot be in the future.", "decided_on")
    )
    edition = _edition_on(decided_on)
    enforce(_sound(question, edition.id, outcome, limbs, reasoning))
    decision = _written_down(case, question, edition, outcome, limbs, reasoning, decided_on, standing, by, at)
    _end_what_followed(standing, outcome, decided_on, by, at)
    _start_what_follows(decision, standing, by, at)
    findable.decision_findable(decision)
    record(by=by, verb="record_decision", at=at, about=decision)
    decision_recorded(decision=decision, by=by, at=at)
    return decision


def standing_decision(case: Case, kind: str) -> Decision | None:
    """The decision of this kind that stands: the one that no other replaced."""
    return Decision.unscoped.filter(case=case, kind=kind, replaced_by__isnull=True).first()


def _edition_on(day: date) -> Edition:
    partnership = the_partnership()
    found = governing(day, partnership.arrangements_started_on if partnership else None)
    if found is None:
        raise Refused(refuse("No guidance held here was in force on that day.", Ground.INPUT, "decided_on"))
    return found


def _sound(
    question: Question, edition_id: str, outcome: str, limbs: Sequence[LimbAnswer], reasoning: Reasoning
) -> Verdict:
    known = [each.value for each in outcomes_of(question, edition_id)]
    advised = reasoning.legal_advice != LegalAdvice.NOT_TAKEN
    return (
        one_of(known, outcome, "Choose what was decided.", "outcome")
        & _limbs_answered(question, edition_id, limbs)
        & written(reasoning.reasons, "Say why this was decided.", "reasons")
        & written(reasoning.evidence, "Say what was seen before it was decided.", "evidence")
        & written(reasoning.alternatives, "Say what else was considered, or that nothing else was.", "alternatives")
        & one_of(LegalAdvice.values, reasoning.legal_advice, "Say whether legal advice was taken.", "legal_advice")
        & require(
            not advised or reasoning.legal_topic.strip(),
            "Say on what legal advice was taken or asked for, and when; not what it said.",
            Ground.INPUT,
            "legal_topic",
        )
    )


def _limbs_answered(question: Question, edition_id: str, limbs: Sequence[LimbAnswer]) -> Verdict:
    answered = {limb.name: limb for limb in limbs}
    verdict = ALLOWED
    for asked in limbs_of(question, edition_id):
        answer = answered.get(asked.name, LimbAnswer(asked.name, "", ""))
        verdict &= one_of(LimbMet.values, answer.met, "Say yes, no or not known.", f"met_{asked.name}")
        verdict &= written(answer.why, "Say why.", f"why_{asked.name}")
    return verdict


def _written_down(
    case: Case,
    question: Question,
    edition: Edition,
    outcome: str,
    limbs: Sequence[LimbAnswer],
    reasoning: Reasoning,
    decided_on: date,
    standing: Decision | None,
    by: Actor,
    at: datetime,
) -> Decision:
    advised = reasoning.legal_advice != LegalAdvice.NOT_TAKEN
    words = {name: text.strip() for name, text in vars(reasoning).items()}
    decision = Decision.unscoped.create(
        case=case,
        kind=question.kind,
        edition=edition.id,
        edition_fingerprint=edition.fingerprint,
        outcome=outcome,
        decided_on=decided_on,
        instead_of=standing,
        recorded_by_id=signer(by),
        recorded_at=at,
        **{**words, "legal_topic": words["legal_topic"] if advised else ""},
    )
    answered = {limb.name: limb for limb in limbs}
    for asked in limbs_of(question, edition.id):
        answer = answered[asked.name]
        LimbTested.unscoped.create(
            decision=decision,
            name=asked.name,
            meaning=asked.meaning,
            reference=asked.reference,
            met=answer.met,
            why=answer.why.strip(),
        )
    return decision


def _start_what_follows(decision: Decision, standing: Decision | None, by: Actor, at: datetime) -> None:
    """A decision to review starts its clock at once; said again with other reasons, it starts no second one."""
    if standing is not None and standing.outcome == decision.outcome:
        return
    known = {each.value: each.label for each in outcomes_of(QUESTIONS[decision.kind], decision.edition)}
    source = DECIDED.format(outcome=known[decision.outcome].lower())
    for duty in started_by_decision(decision.kind, decision.outcome, decision.decided_on):
        new_clock(decision.case, derived(duty, decision.decided_on, at=at), source=source, by=by, at=at)


def _end_what_followed(standing: Decision | None, outcome: str, ended_on: date, by: Actor, at: datetime) -> None:
    """A clock that an earlier decision started is no longer owed once another outcome takes its place."""
    if standing is None or standing.outcome == outcome:
        return
    started = started_by_decision(standing.kind, standing.outcome, standing.decided_on)
    running = Clock.unscoped.filter(
        case=standing.case, duty__in=started, met_on=None, ended_on=None, superseded_by__isnull=True
    )
    running.update(finding=REPLACED, ended_on=ended_on, ended_by_id=signer(by), ended_at=at)


@command
def give_voice(
    decision: Decision,
    *,
    seat: Seat,
    stance: str,
    words: str = "",
    given_on: date,
    came_by: str = "",
    version: int,
    by: Actor,
    at: datetime,
) -> Voice:
    """A partner's delegate agrees or dissents, or the scrutineer comments: each for herself.

    The office may record what came by its own mail, and then says how (`came_by`). `version` is that seen while
    typing, 0 if she had said nothing. Raises Refused for a decision that another has replaced.
    """
    decision = locked(decision)
    latest = Voice.unscoped.filter(decision=decision, seat=seat).count()
    enforce(
        policy.may_give_voice(by, decision, seat, stance, came_by, at)
        & require(not decision.is_replaced, "A later decision has replaced this one.")
        & one_of(Stance.values, stance, "Choose how she stands to it.", "stance")
        & require(stance == Stance.AGREES or words.strip(), "Say why.", Ground.INPUT, "words")
        & not_after_today(given_on, at, "The day it was said cannot be in the future.", "given_on")
        & require(given_on >= decision.decided_on, "That is before it was decided.", Ground.INPUT, "given_on")
        & current(version, latest)
    )
    voice = Voice.unscoped.create(
        case=decision.case,
        decision=decision,
        seat=seat,
        version=version + 1,
        stance=stance,
        words=words.strip(),
        given_on=given_on,
        came_by=came_by.strip(),
        recorded_by_id=signer(by),
        recorded_at=at,
    )
    record(by=by, verb="give_voice", at=at, about=voice)
    return voice


@command
def tell_of_decision(decision: Decision, *, whom: str, told_on: date, how: str, by: Actor, at: datetime) -> Told:
    """The family or somebody else is told what was decided and why (Working Together 2023, paragraph 341)."""
    decision = locked(decision)
    enforce(
        policy.can(by, QUESTIONS[decision.kind].write, decision, at)
        & written(whom, "Say who was told.", "whom")
        & written(how, "Say how: by whom, in a letter or in person.", "how")
        & not_after_today(told_on, at, "The day cannot be in the future.", "told_on")
        & require(told_on >= decision.decided_on, "That is before it was decided.", Ground.INPUT, "told_on")
    )
    told = Told.unscoped.create(
        case=decision.case,
        decision=decision,
        whom=whom.strip(),
        told_on=told_on,
        how=how.strip(),
        recorded_by_id=signer(by),
        recorded_at=at,
    )
    record(by=by, verb="tell_of_decision", at=at, about=told)
    return told
