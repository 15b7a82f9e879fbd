"""How long an agency waits after it sends a Word file: looked at, read in the confined process, checked and stored."""

from __future__ import annotations

from datetime import datetime, timedelta
from time import perf_counter

from benchmarks import chronologies, rows
from cairn.chronology import commands
from cairn.chronology.engine.asking import USUALLY_ASKED
from cairn.chronology.engine.opening import tables_of
from cairn.documents.engine.taking import take
from cairn.partnership.clock import day_of
from cairn.partnership.models import Agency, User
from cairn.partnership.queries import actor_for

TIMES = 5  # agencies, each of which sends its first file
NAME = "chronology.docx"


def seconds(*, office: User, at: datetime) -> tuple[float, float]:
    """The best of some uploads of a thousand rows, to stored rows; and a library that reads the same file alone."""
    content = chronologies.word_file()
    (case,) = rows.write(1, 1, office=office, at=at)
    by = actor_for(office, at)
    chronology = commands.open_chronology(case, scope="From birth.", columns=USUALLY_ASKED, by=by, at=at)
    agencies = list(Agency.unscoped.filter(ends_on=None).exclude(contact_point="")[:TIMES])
    due_on = day_of(at) + timedelta(days=14)
    taken, alone = [], []
    for asked in commands.ask_for_chronologies(chronology, agencies=agencies, due_on=due_on, by=by, at=at):
        start = perf_counter()
        read_in = commands.ReadIn(take(NAME, content), tables_of(NAME, content))
        commands.take_chronology(asked, read_in=read_in, version=0, by=by, at=at)
        taken.append(perf_counter() - start)
        start = perf_counter()
        chronologies.by_library(content)
        alone.append(perf_counter() - start)
    return min(taken), min(alone)
