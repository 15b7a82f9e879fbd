"""Whether children are safe now: each question with its updates, and what is overdue on every case."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Prefetch, QuerySet

from cairn.access.actor import Actor
from cairn.cases import policy as cases
from cairn.cases import queries as case_queries
from cairn.cases.models import Case, PersonKind
from cairn.cases.queries import OwedRow
from cairn.partnership.clock import day_of
from cairn.rapid_reviews import policy
from cairn.rapid_reviews.models import SafeNow, SafetyChild, SafetyQuestion, SafetyUpdate

OneQuestion = SafetyQuestion
SAFE_NOW = list(SafeNow.choices)
ACTS = ("update_safety", "change_interval", "close_safety")
CHILDREN = (PersonKind.SUBJECT_CHILD.value, PersonKind.SIBLING.value, PersonKind.OTHER_CHILD.value)


@dataclass(frozen=True)
class UpdateRow:
    """One update in words."""

    as_of: date
    safe_now: str
    words: str
    said_by: str
    told_by: str


@dataclass(frozen=True)
class SafetyRow:
    """One safety question: about whom, how it stood, who reports, when next, and what was reported."""

    key: str
    children: str
    agency: str
    agency_key: str
    asked_on: date
    safe_now: str
    done: str
    interval: int
    next_due_on: date
    late: bool
    open: bool
    state_label: str
    closed_reason: str
    version: int
    acts: tuple[str, ...]  # what this reader may do to it now
    updates: tuple[UpdateRow, ...]  # the latest first

    @property
    def told(self) -> tuple[str, str]:
        """Whether they are safe, and the words to it, as last reported; before any update, as first said."""
        return (self.updates[0].safe_now, self.updates[0].words) if self.updates else (self.safe_now, self.done)


def safety_questions(actor: Actor, case: Case, at: datetime, known: cases.Rights | None = None) -> list[SafetyRow]:
    """The safety questions of a case that this reader may read, those still asked first."""
    rights = cases.held(actor, case, at, known)
    found = _with_all(SafetyQuestion.unscoped.filter(case=case if rights.can_of_own_agency("read_safety") else None))
    rows = [row for row in found if policy.verdict(rights, "read_safety", row)]
    today = day_of(at)
    return sorted((_row(row, today, rights) for row in rows), key=lambda row: (not row.open, row.next_due_on))


def safety_question(actor: Actor, case: Case, key: str, at: datetime) -> SafetyQuestion | None:
    """One safety question, to act upon."""
    rights = cases.rights(actor, case, at)
    found = SafetyQuestion.unscoped.filter(case=case, key=key).select_related("case", "agency").first()
    return found if found and policy.verdict(rights, "read_safety", found) else None


def children(actor: Actor, case: Case, at: datetime) -> list[tuple[str, str]]:
    """The children of a case, by label, for a form."""
    rows = case_queries.people(actor, case, at)
    return [(row.key, row.label) for row in rows if row.kind in CHILDREN]


def safety_due(actor: Actor, at: datetime) -> list[OwedRow]:
    """Every update on safety still asked for that this reader may read, the most urgent first.

    Those who may read the question of any agency see all; an agency's own people see their own.
    """
    still = SafetyQuestion.unscoped.filter(closed_at__isnull=True).select_related("case", "agency")
    every = still.filter(case__in=case_queries.visible_to(actor, at, "read_safety"))
    own = still.filter(case__in=case_queries.visible_to(actor, at), agency__in=actor.agency_ids)
    rows = (every | own).distinct().order_by("next_due_on", "id")
    return [_owed(row, actor, day_of(at)) for row in rows]


def every_safety_question_due(at: datetime) -> list[SafetyQuestion]:
    """Every question whose update is due or overdue today, on open cases: for the reminders, which name nobody."""
    due = SafetyQuestion.unscoped.filter(closed_at__isnull=True, case__closed_at__isnull=True)
    return list(due.filter(next_due_on__lte=day_of(at)).select_related("case", "agency"))


def _with_all(rows: QuerySet[SafetyQuestion]) -> QuerySet[SafetyQuestion]:
    return rows.select_related("case", "agency").prefetch_related(
        Prefetch("children", SafetyChild.unscoped.select_related("child").order_by("id")),
        Prefetch("updates", SafetyUpdate.unscoped.select_related("said_by").order_by("said_at", "id")),
    )


def _row(row: SafetyQuestion, today: date, rights: cases.Rights) -> SafetyRow:
    return SafetyRow(
        key=row.key,
        children=", ".join(each.child.label for each in row.children.all()),
        agency=row.agency.name,
        agency_key=row.agency.key,
        asked_on=day_of(row.asked_at),
        safe_now=row.get_safe_now_display(),
        done=row.done,
        interval=row.interval,
        next_due_on=row.next_due_on,
        late=row.is_late_on(today),
        open=row.closed_at is None,
        state_label=row.state.label,
        closed_reason=row.closed_reason,
        version=row.version,
        acts=tuple(act for act in ACTS if policy.verdict(rights, act, row)),
        updates=tuple(_update(each) for each in reversed(row.updates.all())),
    )


def _update(row: SafetyUpdate) -> UpdateRow:
    return UpdateRow(row.as_of, row.get_safe_now_display(), row.words, row.said_by.name, row.told_by)


def _owed(row: SafetyQuestion, actor: Actor, today: date) -> OwedRow:
    days = (row.next_due_on - today).days
    counted = f"{abs(days)} day{'' if abs(days) == 1 else 's'}"
    return OwedRow(
        key=row.key,
        case_key=row.case.key,
        reference=row.case.reference,
        label=row.case.label,
        what="Say whether the child is safe now",
        owed_by=row.agency.name,
        due_on=row.next_due_on,
        done_on=None,
        state=row.state.value,
        state_label=row.state.label,
        late=row.is_late_on(today),
        words="due today" if days == 0 else f"{counted} left" if days > 0 else f"{counted} late",
        own=row.agency_id in actor.agency_ids,
        rule="OB-035",
    )
