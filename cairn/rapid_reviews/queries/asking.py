"""Who was asked, who has answered, and who was reminded: the board, and one row of it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Prefetch, QuerySet

from cairn.access.actor import Actor
from cairn.cases import policy as cases
from cairn.cases.models import Case, Means
from cairn.cases.queries import choices
from cairn.partnership import queries as partnership
from cairn.partnership.clock import day_of
from cairn.partnership.models import Agency
from cairn.rapid_reviews import clock, policy
from cairn.rapid_reviews.models import Chase, FirstAnswer, RapidReview, Request, Return, ReturnVersion
from cairn.rapid_reviews.states import is_answered_in_full, is_asked_for, is_waited_for

OneReview = RapidReview
OneReturn = Return
MEANS = list(Means.choices)


@dataclass(frozen=True)
class BoardRow:
    """One agency on the board: what it was asked, what it has answered, and how long it has taken."""

    key: str  # of the request
    return_key: str
    agency: str
    contact: str
    asked_on: date
    known_by: date
    summary_by: date
    first_answer: str
    state: str
    state_label: str
    summary_on: date | None
    checked_on: date | None
    days_waited: int
    last_chased: date | None
    next_chase: date | None
    waited_for: bool
    late: bool
    readable: bool  # whether this reader may open the return itself


@dataclass(frozen=True)
class Board:
    """Everybody who was asked and how they stand, with the counts in words."""

    rows: tuple[BoardRow, ...]
    counts: tuple[str, ...]


def returns_with_all(rows: QuerySet[Return]) -> QuerySet[Return]:
    """Returns with what their state is derived from: as many queries for fifty as for one."""
    return rows.select_related("case", "agency", "request__agency", "request__rapid_review").prefetch_related(
        Prefetch("versions", ReturnVersion.unscoped.select_related("file")),
        Prefetch("first_answers", FirstAnswer.unscoped.select_related("said_by")),
    )


def review(actor: Actor, case: Case, at: datetime, known: cases.Rights | None = None) -> RapidReview | None:
    """The rapid review of a case, for whoever may read of requests or of the review; none if there is none."""
    rights = cases.held(actor, case, at, known)
    readable = rights.can_of_own_agency("read_requests") or rights.can("read_rapid_review")
    return RapidReview.unscoped.filter(case=case if readable else None).select_related("case").first()


def agencies_to_ask(actor: Actor, case: Case, at: datetime) -> list[tuple[str, str]]:
    """The agencies of today that are not asked yet, for a form."""
    asked = Request.unscoped.filter(case=case, withdrawn_at__isnull=True).values("agency")
    return choices.agencies_to_ask(actor, at, asked)


def agencies(actor: Actor, keys: Collection[str], at: datetime) -> list[Agency]:
    """The agencies with these keys, as chosen on a form."""
    return list(partnership.agencies(actor, at).filter(key__in=keys))


def board(
    actor: Actor, case: Case, at: datetime, known: cases.Rights | None = None, *, only_unanswered: bool = False
) -> Board:
    """Who was asked and how they stand, as far as the reader may see it: all, or her own agency."""
    rights = cases.held(actor, case, at, known)
    asked = Return.unscoped.filter(case=case if rights.can_of_own_agency("read_requests") else None)
    chases = Prefetch("request__chases", Chase.unscoped.order_by("sent_at"))
    found = returns_with_all(asked).prefetch_related(chases).order_by("agency__name", "id")
    readable = [row for row in found if policy.verdict(rights, "read_requests", row)]
    today, days = day_of(at), clock.counting(at)
    rows = [_row(row, rights, today, days) for row in readable if not only_unanswered or is_waited_for(row.state)]
    return Board(tuple(rows), _counts([row for row in readable if is_asked_for(row.state)]))


def one_return(actor: Actor, case: Case, key: str, at: datetime) -> Return | None:
    """The answer of one agency, if this reader may read what it sent in."""
    rights = cases.rights(actor, case, at)
    found = returns_with_all(Return.unscoped.filter(case=case, key=key)).first()
    return found if found and policy.verdict(rights, "read_return", found) else None


def one_asked(actor: Actor, case: Case, key: str, at: datetime) -> Return | None:
    """The answer to one request, found by the key of the request, if this reader may read of the request."""
    rights = cases.rights(actor, case, at)
    found = returns_with_all(Return.unscoped.filter(case=case, request__key=key)).first()
    return found if found and policy.verdict(rights, "read_requests", found) else None


def to_chase(actor: Actor, case: Case, at: datetime) -> list[Request]:
    """The requests of this case that still wait for something, for whoever may remind the agencies."""
    rights = cases.rights(actor, case, at)
    asked = Return.unscoped.filter(case=case if rights.can("ask_agencies") else None)
    found = returns_with_all(asked).order_by("agency__name", "id")
    return [row.request for row in found if is_waited_for(row.state)]


def reminders_due(at: datetime) -> list[tuple[Request, date]]:
    """Each request whose next reminder has come, with the day that was set: for Cairn's own reminders.

    Over every review that gathers returns. An agency reminded today, or without a contact point, is left out.
    """
    today, days = day_of(at), clock.counting(at)
    found = returns_with_all(Return.unscoped.filter(request__rapid_review__closed_at=None, case__closed_at=None))
    due = []
    for row in found.prefetch_related("request__chases"):
        request, chases = row.request, row.request.chases.all()
        reached = days.reached(due_on(row), day_of(request.asked_at), today)
        told = any(chase.day == today or (reached and chase.for_day and chase.for_day >= reached) for chase in chases)
        reachable = row.agency.contact_point or request.address
        if reached and not told and reachable and is_waited_for(row.state):
            due.append((request, reached))
    return due


def due_on(row: Return) -> date:
    """The day by which the agency owes what it owes next: its first answer, or its summary."""
    return row.request.summary_by if row.first_answer else row.request.known_by


def _row(row: Return, rights: cases.Rights, today: date, days: clock.Days) -> BoardRow:
    request, latest, first = row.request, row.latest, row.first_answer
    state, waiting = row.state, is_waited_for(row.state)
    chased = [chase.day for chase in request.chases.all()]
    sent, until = row.sent_in, day_of(row.answered_at) if row.answered_at and not waiting else today
    asked_on, due = day_of(request.asked_at), due_on(row)
    return BoardRow(
        key=request.key,
        return_key=row.key,
        agency=row.agency.name,
        contact=request.address or "Letter by secure mail",
        asked_on=asked_on,
        known_by=request.known_by,
        summary_by=request.summary_by,
        first_answer=first.get_knowledge_display() if first else "No answer",
        state=state.value,
        state_label=state.label,
        summary_on=day_of(sent.submitted_at) if sent and sent.submitted_at else None,
        checked_on=day_of(latest.checked_at) if latest.checked_at else None,
        days_waited=days.waited(asked_on, until),
        last_chased=max(chased, default=None),
        next_chase=days.following(due, today) if waiting else None,
        waited_for=waiting,
        late=waiting and today > due,
        readable=bool(policy.verdict(rights, "read_return", row)),
    )


def _counts(rows: list[Return]) -> tuple[str, ...]:
    """How many were asked, and how they stand, in words."""
    silent = sum(row.first_answer is None and is_waited_for(row.state) for row in rows)
    whole = [row for row in rows if is_answered_in_full(row.state)]
    nil = sum(row.sent_in is None for row in whole)
    owed = len(rows) - len(whole) - silent
    return (
        f"{_agencies(len(rows))} asked",
        f"{_agencies(len(whole))} answered in full, {nil} of them not known",
        f"{_agencies(owed)} with a summary to come",
        f"{_agencies(silent)} without any answer",
    )


def _agencies(count: int) -> str:
    return f"{count} agenc{'y' if count == 1 else 'ies'}"
