"""Everything the first page of a case shows, as far as the reader may see it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from cairn.access.actor import Actor
from cairn.cases import queries as cases
from cairn.cases.models import Case
from cairn.cases.queries import AgencyRow, OwedRow, PersonRow
from cairn.cases.queries.history import EventRow, history
from cairn.desk.queries.steps import rail
from cairn.look.parts import Step, day_in_words
from cairn.partnership.clock import day_of

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
    events: tuple[EventRow, ...]


def overview(actor: Actor, case: Case, at: datetime, rights: cases.Rights, *, names_shown: bool) -> Overview:
    """What the reader may see of a case that is open to her. As many queries however much it holds."""
    clocks, duties = cases.clocks(actor, case, at, rights), cases.duties(actor, case, at, rights)
    running = [row for row in (*clocks, *duties) if row.state in {"running", "owed"}]
    return Overview(
        steps=rail(case.kind, day_in_words(day_of(case.opened_at)), clocks),
        owed=sorted(running, key=lambda row: (row.due_on is None, row.due_on or day_of(at))),
        settled=[row for row in (*clocks, *duties) if row.state not in {"running", "owed"}],
        people=cases.people(actor, case, at, rights, names_shown=names_shown),
        agencies=cases.agencies(actor, case, at, rights),
        conflicts_standing=sum(row.state != "lifted" for row in cases.conflicts(actor, case, at, rights)),
        events=history(actor, case, at, rights).rows[:LATEST],
    )
