"""What a review asks, as far as a reader may see it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from cairn.access.actor import Actor
from cairn.cases import policy
from cairn.cases.models import Case, EarlierWording, LineOfEnquiry, TimeAside
from cairn.cases.states import LineState

OneLine = LineOfEnquiry  # what a page calls a row of what is asked


@dataclass(frozen=True)
class LineRow:
    """One line of enquiry as it is asked now. Not `live` while it is put aside; then `aside` says why."""

    key: str
    number: int
    question: str
    live: bool
    came_from: str
    version: int
    aside: str


def lines(actor: Actor, case: Case, at: datetime, known: policy.Rights | None = None) -> list[LineRow]:
    """Every line of enquiry of the case, in the order of their numbers, those that are put aside among them."""
    return [_row(line) for line in _lines(actor, case, at, known).prefetch_related("times_aside")]


def line(actor: Actor, case: Case, key: str, at: datetime, known: policy.Rights | None = None) -> LineOfEnquiry | None:
    """One line of enquiry of the case, to act upon or to point to."""
    return _lines(actor, case, at, known).filter(key=key).first()


def earlier_wordings(found: LineOfEnquiry) -> list[EarlierWording]:
    """How a line was worded before, the oldest first, for a reader to whom `line` gave it."""
    return list(found.earlier_wordings.select_related("recorded_by"))


def times_aside(found: LineOfEnquiry) -> list[TimeAside]:
    """When and why a line was put aside, the first time first, for a reader to whom `line` gave it."""
    return list(found.times_aside.select_related("put_aside_by", "taken_up_by"))


def _lines(actor: Actor, case: Case, at: datetime, known: policy.Rights | None) -> QuerySet[LineOfEnquiry]:
    readable = case if policy.held(actor, case, at, known).can("read_lines", case) else None
    return LineOfEnquiry.unscoped.filter(case=readable).select_related("case", "recorded_by")


def _row(line: LineOfEnquiry) -> LineRow:
    resting = next((each.reason for each in line.times_aside.all() if each.taken_up_at is None), "")
    return LineRow(
        key=line.key,
        number=line.number,
        question=line.question,
        live=line.state is LineState.ASKED,
        came_from=line.came_from,
        version=line.version,
        aside=resting,
    )
