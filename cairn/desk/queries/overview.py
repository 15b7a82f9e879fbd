"""Everything the first page of a case shows, as far as the reader may see it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from cairn.access.actor import Actor
from cairn.cases import queries as cases
from cairn.cases.models import Case
from cairn.cases.queries import AgencyRow, DecisionRow, OwedRow, PersonRow
from cairn.cases.queries.history import EventRow, history
from cairn.desk.queries.steps import Facts, rail
from cairn.incidents import queries as incidents
from cairn.look.parts import Step, day_in_words
from cairn.meetings import queries as meetings
from cairn.partnership.clock import day_of
from cairn.rapid_reviews import queries as rapid_reviews

LATEST = 8  # events


@dataclass(frozen=True)
class Overview:
    """A case on one screen. A part that the reader may not see is empty."""

    steps: list[Step]
    owed: list[OwedRow]
    settled: list[OwedRow]
    people: list[PersonRow]
    agencies: list[AgencyRow]
    conflicts_standing: int
    decisions: list[DecisionRow]
    events: tuple[EventRow, ...]


def overview(
    actor: Actor, case: Case, at: datetime, rights: cases.Rights, *, names_shown: bool, pages: Mapping[str, str]
) -> Overview:
    """What the reader may see of a case that is open to her. As many queries however much it holds."""
    clocks, duties = cases.clocks(actor, case, at, rights), cases.duties(actor, case, at, rights)
    decided = cases.decisions(actor, case, at, brief=True, rights=rights)
    given_up = any(row.state == "no_longer_owed" for row in clocks)
    facts = _facts(actor, case, at, rights, decided, given_up=given_up)
    running = [row for row in (*clocks, *duties) if row.state in {"running", "owed"}]
    return Overview(
        steps=rail(case.kind, day_in_words(day_of(case.opened_at)), clocks, facts, pages),
        owed=sorted(running, key=lambda row: (row.due_on is None, row.due_on or day_of(at))),
        settled=[row for row in (*clocks, *duties) if row.state not in {"running", "owed"}],
        people=cases.people(actor, case, at, rights, names_shown=names_shown),
        agencies=cases.agencies(actor, case, at, rights),
        conflicts_standing=sum(row.state != "lifted" for row in cases.conflicts(actor, case, at, rights)),
        decisions=decided,
        events=history(actor, case, at, rights).rows[:LATEST],
    )


def _facts(
    actor: Actor, case: Case, at: datetime, rights: cases.Rights, decided: list[DecisionRow], *, given_up: bool
) -> Facts:
    """What the apps above the case know of its steps, as far as the reader may see it."""
    not_sent = any(row.kind == "notify" and row.outcome == "not_notify" for row in decided)
    told = incidents.rail_facts(actor, case, at, rights) if not_sent or given_up else None
    asked = rapid_reviews.board(actor, case, at, rights).rows
    standing = [row for row in asked if row.state != "withdrawn"]
    sent = [row.sent_on for row in rapid_reviews.reports(actor, case, at, rights) if row.sent_on]
    review = rapid_reviews.review(actor, case, at) if sent else None
    state = rapid_reviews.panel_state_of(review) if review else None
    sat = meetings.meetings_of_case(actor, case, at, rights)
    planned = [row.meeting.held_on for row in sat if row.meeting.state == "planned"]
    held = [row.meeting.held_on for row in sat if row.meeting.state in ("held", "minutes_agreed")]
    return Facts(
        withdrawn_on=told.withdrawn_on if told else None,
        looked_at_again_on=told.watched_until if told else None,
        planned_for=min(planned, default=None),
        met_on=max(held, default=None),
        asked=len(standing),
        answered=sum(not row.waited_for for row in standing),
        decisions=decided,
        sent_on=sent[0] if sent else None,
        panel=state.label if state else "",
        panel_settled=state is not None and state.settled,
    )
