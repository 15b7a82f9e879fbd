"""The doors to actions: of one case, or what is due over every case somebody can see."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Exists, OuterRef, Q, QuerySet

from cairn.access.actor import Actor
from cairn.actions import policy
from cairn.actions.models import Action, Origin, Progress, SaidDone
from cairn.actions.states import ActionState
from cairn.cases import queries as cases
from cairn.cases.models import Case
from cairn.cases.policy import Rights
from cairn.cases.queries import OwedRow
from cairn.cases.queries.owed import days_words
from cairn.guidance.working_days import in_words
from cairn.kernel.verdict import Verdict
from cairn.partnership import queries as partnership
from cairn.partnership.clock import day_of

OneAction = Action  # pages hold one, and never import the table
Choices = list[tuple[str, str]]

ORIGINS: Choices = list(Origin.choices)
_ORDER = {ActionState.OPEN: 1, ActionState.SAID_DONE: 2, ActionState.VERIFIED: 3, ActionState.DROPPED: 4}


@dataclass(frozen=True)
class ActionRow:
    """One action in words, for a list."""

    key: str
    what: str
    owner: str
    due_on: date
    state: str
    state_label: str
    late: bool
    words: str  # "3 days late"
    origin: str
    is_repeat: bool


@dataclass(frozen=True)
class Said:
    """One thing said of an action: when, by whom, what kind of word it is, and the words."""

    at: datetime
    by: str
    did: str
    words: str


def may(actor: Actor, act: str, action: Action, at: datetime) -> Verdict:
    """The verdict a page shows for one step with an action."""
    return policy.can(actor, act, action, at)


def actions(actor: Actor, case: Case, at: datetime, known: Rights | None = None) -> list[ActionRow]:
    """The actions of a case that somebody may read: what is late first, then by state, then by the agreed day."""
    today = day_of(at)
    rows = [_row(each, today) for each in _of_case(actor, case, at, known)]
    return sorted(rows, key=lambda row: (not row.late, _ORDER[ActionState(row.state)], row.due_on))


def action(actor: Actor, case: Case, key: str, at: datetime) -> Action | None:
    """One action of a case, to read or to act upon."""
    return next((row for row in _of_case(actor, case, at) if row.key == key), None)


def row_of(action: Action, at: datetime) -> ActionRow:
    """An action that was found by one of these doors, in words."""
    return _row(action, day_of(at))


def said_of(action: Action) -> list[Said]:
    """Everything said of an action that was found by one of these doors, in the order it was said."""
    found = [Said(row.said_at, row.said_by.name, "Progress", row.words) for row in _progress(action)]
    for word in action.words_of_done.select_related("said_by", "verified_by", "sent_back_by"):
        done = f"{word.evidence} (done on {in_words(word.done_on)})"
        found.append(Said(word.said_at, word.said_by.name, "Said it is done", done))
        if word.verified_at is not None and word.verified_by is not None:
            found.append(Said(word.verified_at, word.verified_by.name, "Verified", word.verified_words))
        if word.sent_back_at is not None and word.sent_back_by is not None:
            found.append(Said(word.sent_back_at, word.sent_back_by.name, "Sent back", word.sent_back_reason))
    if action.dropped_at is not None and action.dropped_by is not None:
        found.append(Said(action.dropped_at, action.dropped_by.name, "Dropped", action.dropped_reason))
    return sorted(found, key=lambda said: said.at)


def due(actor: Actor, at: datetime, *, own: bool = False) -> list[OwedRow]:
    """Every action still to be done on every case in which somebody may read it, or what she herself owes.

    Shaped like what else is owed on cases, the most urgent first. One query whatever their number.
    """
    mine = Q(seat__in=actor.seat_ids) | Q(seat__isnull=True, agency__in=actor.agency_ids)
    rows = _readable(actor, at).filter(~_stands(), dropped_at__isnull=True)
    rows = rows.filter(mine) if own else rows
    return [_owed(row, actor, day_of(at), ActionState.OPEN) for row in rows.order_by("due_on", "id")]


def among(actor: Actor, ids: Iterable[int], at: datetime) -> dict[int, ActionRow]:
    """Those of these actions that somebody may read, in words, by their number. Two queries whatever there are."""
    rows = _readable(actor, at).filter(pk__in=list(ids)).prefetch_related("words_of_done")
    return {row.pk: _row(row, day_of(at)) for row in rows}


def waiting_for_verification(actor: Actor, at: datetime) -> list[OwedRow]:
    """What is said to be done and not verified yet, on every case in which somebody may verify it. One query."""
    verifies = cases.visible_to(actor, at, "verify_action")
    rows = _joined().filter(_stands(verified_at__isnull=True), case__in=verifies)
    return [_owed(row, actor, day_of(at), ActionState.SAID_DONE) for row in rows.order_by("due_on", "id")]


def owners(actor: Actor, at: datetime) -> Choices:
    """The agencies of today, for a form."""
    return [(agency.key, agency.name) for agency in partnership.agencies(actor, at)]


def _progress(action: Action) -> QuerySet[Progress]:
    return action.progress.select_related("said_by")


def _joined() -> QuerySet[Action]:
    return Action.unscoped.select_related("case", "agency", "seat", "seat__holder", "set_by", "dropped_by")


def _readable(actor: Actor, at: datetime) -> QuerySet[Action]:
    """Actions on every case: all where a role reads all, those of her own agency where it reads those."""
    all_of = cases.visible_to(actor, at, "read_actions")
    own_of = cases.visible_to(actor, at, "read_actions", of_own_agency=True)
    return _joined().filter(Q(case__in=all_of) | Q(case__in=own_of, agency__in=actor.agency_ids))


def _of_case(actor: Actor, case: Case, at: datetime, known: Rights | None = None) -> list[Action]:
    rights = cases.held(actor, case, at, known)
    if not rights.sees_artefact_of("read_actions"):
        return []
    rows = _joined().filter(case=case).prefetch_related("words_of_done")
    return [row for row in rows if rights.can("read_actions", row)]


def _stands(**facts: object) -> Exists:
    return Exists(SaidDone.unscoped.filter(action=OuterRef("pk"), sent_back_at__isnull=True, **facts))


def _owner(row: Action) -> str:
    return f"{row.agency.name}, {row.seat.title} ({row.seat.holder.name})" if row.seat else row.agency.name


def _row(row: Action, today: date) -> ActionRow:
    state = row.state
    return ActionRow(
        key=row.key,
        what=row.what,
        owner=_owner(row),
        due_on=row.due_on,
        state=state.value,
        state_label=state.label,
        late=row.is_late_on(today),
        words=days_words(row.due_on, today) if state is ActionState.OPEN else "",
        origin=row.get_origin_display(),
        is_repeat=row.is_repeat,
    )


def _owed(row: Action, actor: Actor, today: date, state: ActionState) -> OwedRow:
    mine = row.seat_id in actor.seat_ids if row.seat_id else row.agency_id in actor.agency_ids
    return OwedRow(
        key=row.key,
        case_key=row.case.key,
        reference=row.case.reference,
        label=row.case.label,
        what=row.what,
        owed_by=_owner(row),
        due_on=row.due_on,
        done_on=None,
        state=state.value,
        state_label=state.label,
        late=state is ActionState.OPEN and row.due_on < today,
        words=days_words(row.due_on, today) if state is ActionState.OPEN else "",
        own=mine,
        rule=row.source_words,
    )
