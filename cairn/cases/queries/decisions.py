"""What was decided on a case, as far as a reader may see it: what stands, and what that replaced."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from cairn.access.actor import Actor
from cairn.access.roles import Role
from cairn.cases import policy
from cairn.cases.engine.deciding import QUESTIONS, Question, edition_title, outcomes_of
from cairn.cases.models import Case, Decision, LimbTested, Stance, Told, Voice
from cairn.cases.queries.scope import visible_to
from cairn.partnership.models import Seat
from cairn.partnership.queries import live_at

Decided = Decision  # what a page calls a row of what was decided


@dataclass(frozen=True)
class VoiceRow:
    """How one delegate stands to a decision: the latest of what she said, or that she has said nothing yet."""

    seat_key: str
    who: str
    role: Role
    stance: str  # blank while nothing was said
    stance_label: str
    words: str
    given_on: date | None
    came_by: str
    version: int


@dataclass(frozen=True)
class DecisionRow:
    """One decision in words, as it was taken."""

    key: str
    kind: str
    title: str
    outcome: str
    outcome_label: str
    decided_on: date
    reasons: str
    evidence: str
    alternatives: str
    dissent: str
    limbs: tuple[LimbTested, ...]
    edition: str
    edition_title: str
    replaced: bool
    voices: tuple[VoiceRow, ...]
    told: tuple[Told, ...]

    @property
    def waits_for(self) -> tuple[str, ...]:
        """The delegates who have not said how they stand to it."""
        return tuple(voice.who for voice in self.voices if not voice.stance and voice.role is not Role.SCRUTINEER)

    @property
    def dissenting(self) -> tuple[str, ...]:
        """The delegates who dissent."""
        return tuple(voice.who for voice in self.voices if voice.stance == Stance.DISSENTS)


def decisions(
    actor: Actor,
    case: Case,
    at: datetime,
    *,
    earlier: bool = False,
    brief: bool = False,
    rights: policy.Rights | None = None,
) -> list[DecisionRow]:
    """The standing decisions of a case that the reader may see, in the order they are asked; or those replaced.

    A brief row has no limbs and none who was told.
    """
    held = policy.held(actor, case, at, rights)
    kinds = [question.kind for question in QUESTIONS.values() if held.can(question.read)]
    rows = Decision.unscoped.filter(case=case, kind__in=kinds, replaced_by__isnull=not earlier)
    whole = rows.select_related("case", "replaced_by")
    found = list(whole if brief else whole.prefetch_related("told", "limbs"))
    seats = _seats(at) if found else []
    spoken = _spoken(found)
    order = list(QUESTIONS)
    return sorted(
        (_row(each, seats, spoken.get(each.pk, {}), brief=brief) for each in found),
        key=lambda row: (order.index(row.kind), row.decided_on),
    )


def standing_decision(
    actor: Actor, case: Case, kind: str, at: datetime, rights: policy.Rights | None = None
) -> DecisionRow | None:
    """The decision of one kind that stands, if the reader may see it."""
    return next((row for row in decisions(actor, case, at, rights=rights) if row.kind == kind), None)


def decision(actor: Actor, case: Case, key: str, at: datetime) -> Decided | None:
    """One decision, standing or replaced, to read whole or to act upon."""
    found = Decision.unscoped.filter(case=case, key=key).select_related("case", "recorded_by", "instead_of").first()
    if found is None or not policy.can(actor, QUESTIONS[found.kind].read, case, at):
        return None
    return found


def shown_decision(found: Decided, at: datetime) -> DecisionRow:
    """One decision in words, for a reader to whom `decision` gave it."""
    return _row(found, _seats(at), _spoken([found]).get(found.pk, {}))


def limbs_tested(found: Decided) -> list[LimbTested]:
    """The limbs of a decision, as they were answered, in the order they were put."""
    return list(found.limbs.all())


def seats_heard(found: Decided, at: datetime) -> list[tuple[str, str]]:
    """The seats whose word on a decision can be recorded now: the partners' delegates, and the scrutineer's."""
    may_comment = bool(QUESTIONS[found.kind].comment)
    return [
        (seat.key, _named(seat)) for seat in _seats(at) if Role(seat.role) is Role.SAFEGUARDING_PARTNER or may_comment
    ]


def decisions_to_sign(actor: Actor, at: datetime) -> list[tuple[Case, DecisionRow]]:
    """The standing decisions on every open case of hers to which a seat of hers has not said how it stands.

    A seat that she stands in for is not hers: only the delegate answers for it. The rows are brief.
    """
    own = {seat.key for seat in actor.seats if seat.role is Role.SAFEGUARDING_PARTNER}
    if not own:
        return []
    open_cases = visible_to(actor, at, "sign_rapid_review").filter(closed_at__isnull=True)
    rows = Decision.unscoped.filter(case__in=open_cases, replaced_by__isnull=True)
    found = list(rows.select_related("case", "replaced_by"))
    seats, spoken = _seats(at), _spoken(found)
    shown_rows = [(each.case, _row(each, seats, spoken.get(each.pk, {}), brief=True)) for each in found]
    return [(case, row) for case, row in shown_rows if _waits_for_one_of(row, own)]


def _waits_for_one_of(row: DecisionRow, own: set[str]) -> bool:
    return any(voice.seat_key in own and not voice.stance for voice in row.voices)


def outcome_words(question: Question, edition_id: str, value: str) -> str:
    """An outcome in words, under the edition it was taken by."""
    return next(outcome.label for outcome in outcomes_of(question, edition_id) if outcome.value == value)


def _seats(at: datetime) -> list[Seat]:
    """The partners' delegates and the scrutineer of this moment: three partners at least, more where areas joined."""
    heard = (Role.SAFEGUARDING_PARTNER, Role.SCRUTINEER)
    rows = Seat.unscoped.filter(live_at(at), role__in=heard).select_related("holder", "employer")
    return sorted(rows, key=lambda seat: (heard.index(Role(seat.role)), seat.title, seat.pk))


def _spoken(found: list[Decision]) -> dict[int, dict[int, Voice]]:
    """The latest word of each seat on each decision."""
    latest: dict[int, dict[int, Voice]] = {}
    voices = Voice.unscoped.filter(decision__in=found).select_related("seat", "seat__holder", "seat__employer")
    for voice in voices.order_by("version"):
        latest.setdefault(voice.decision_id, {})[voice.seat_id] = voice
    return latest


def _row(found: Decision, seats: list[Seat], spoken: dict[int, Voice], *, brief: bool = False) -> DecisionRow:
    question = QUESTIONS[found.kind]
    heard = [seat for seat in seats if Role(seat.role) is Role.SAFEGUARDING_PARTNER or question.comment]
    # A seat that has since ended keeps its word; one that has said nothing is waited for only while it is held.
    everybody = {seat.pk: seat for seat in heard} | {pk: voice.seat for pk, voice in spoken.items()}
    return DecisionRow(
        key=found.key,
        kind=found.kind,
        title=question.title,
        outcome=found.outcome,
        outcome_label=outcome_words(question, found.edition, found.outcome),
        decided_on=found.decided_on,
        reasons=found.reasons,
        evidence=found.evidence,
        alternatives=found.alternatives,
        dissent=found.dissent,
        limbs=() if brief else tuple(found.limbs.all()),
        edition=found.edition,
        edition_title=edition_title(found.edition),
        replaced=found.is_replaced,
        voices=tuple(_voice(seat, spoken.get(pk)) for pk, seat in everybody.items()),
        told=() if brief else tuple(found.told.all()),
    )


def _named(seat: Seat) -> str:
    body = f", {seat.employer.name}" if seat.employer else ""
    return f"{seat.holder.name}, {seat.title}{body}"


def _voice(seat: Seat, said: Voice | None) -> VoiceRow:
    return VoiceRow(
        seat_key=seat.key,
        who=_named(seat),
        role=Role(seat.role),
        stance=said.stance if said else "",
        stance_label=said.get_stance_display() if said else "Waiting",
        words=said.words if said else "",
        given_on=said.given_on if said else None,
        came_by=said.came_by if said else "",
        version=said.version if said else 0,
    )
