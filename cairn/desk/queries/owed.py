"""What is late, what is due and who owes it, over everything the reader may see: the first screen."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from cairn.access.actor import Actor
from cairn.access.roles import OFFICE, Role
from cairn.actions import queries as actions
from cairn.cases import queries as cases
from cairn.cases.queries import OwedRow
from cairn.chronology.queries.owed import chronologies_asked_of, chronologies_waited_for
from cairn.desk.queries.stages import NOTICES
from cairn.findings.queries.looking import grounds_to_look_at
from cairn.look.parts import weekday_in_words
from cairn.partnership import queries as partnership
from cairn.partnership.clock import day_of
from cairn.rapid_reviews import queries as rapid_reviews

SOON = 10  # working days
# They watch over everything on the cases open to them; everybody else sees what her own seat owes.
WATCHING = OFFICE | {Role.SUBGROUP_CHAIR, Role.SAFEGUARDING_PARTNER, Role.SCRUTINEER}


@dataclass(frozen=True)
class Next:
    """What the reader can do about a line: the words of the link, and the page by its name."""

    words: str
    page: str
    keyed: bool = True  # whether the page is that of the one row, or of the whole case


WHY = Next("Why this date?", "case_clock")
NOTIFY = Next("Decide and notify", "notifying", keyed=False)
REPORT = Next("Finish the report", "rapid_review_report", keyed=False)
DONE = Next("Say it is done", "case_do_duty")
SEE_DUTIES = Next("Open", "case_duties", keyed=False)
ANSWER = Next("Answer", "agency_return")
SEE_BOARD = Next("See who has answered", "rapid_review_requests", keyed=False)
SEND_CHRONOLOGY = Next("Open", "chronology_return")
SEE_CHRONOLOGIES = Next("See who has sent theirs", "chronology_requests", keyed=False)
SAY_SAFE = Next("Give an update", "safety_update")
SEE_SAFETY = Next("Open", "safety_questions", keyed=False)
SEE_ACTION = Next("Open", "case_action")
SEE_FINDING = Next("Look again", "finding")
SEE_PANEL = Next("Open", "rapid_review_panel", keyed=False)
OF_THE_PARTNERSHIP = Next("Open", "partnership_duty")
# Where the office does what a clock asks for; whoever only watches the clock is told why its day is that day.
BY_THE_OFFICE = {**dict.fromkeys(NOTICES, NOTIFY), "send_rapid_review": REPORT}


@dataclass(frozen=True)
class Line:
    """One line of a list: what is owed, where, by whom, and how far its time is."""

    what: str
    reference: str  # of the case; empty for what the partnership owes without one
    case_key: str
    owed_by: str
    words: str
    due_on: date | None
    late: bool
    own: bool
    is_clock: bool
    key: str
    next: Next = DONE
    first: bool = False  # above everything else in its list: whether a child is safe

    @property
    def when(self) -> str:
        """How its time stands, with the day it is due; said only of the lines that are shown."""
        return when(self.words, self.due_on)


@dataclass
class Desk:
    """The lists of the first screen, each the most urgent first."""

    late: list[Line] = field(default_factory=list)
    soon: list[Line] = field(default_factory=list)
    waiting: list[Line] = field(default_factory=list)
    later: list[Line] = field(default_factory=list)


def watches(actor: Actor) -> bool:
    """Whether the reader sees what others owe."""
    return bool(actor.roles & WATCHING)


def desk(actor: Actor, at: datetime) -> Desk:
    """Everything owed that the reader may see, in its list. As many queries for fifty cases as for one."""
    today = day_of(at)
    horizon = partnership.holidays(at).after(today, SOON)
    found = Desk()
    for line in sorted(_lines(actor, at), key=_urgency):
        _list_of(found, line, horizon).append(line)
    return found


def own_lines(actor: Actor, at: datetime) -> list[Line]:
    """What the reader's own seats owe by a day, soonest first: the same lines as on her home page."""
    own = [line for line in _lines(actor, at) if line.own and line.due_on]
    return sorted(own, key=_urgency)


def _urgency(line: Line) -> tuple[bool, date, str, str]:
    return not line.first, line.due_on or date.max, line.what, line.reference


def _list_of(found: Desk, line: Line, horizon: date) -> list[Line]:
    if line.late:
        return found.late
    if line.due_on is not None and line.due_on <= horizon:
        return found.soon
    return found.later if line.own or line.is_clock else found.waiting


def _lines(actor: Actor, at: datetime) -> list[Line]:
    watching = watches(actor)
    duties = [_line(row, DONE if row.own else SEE_DUTIES) for row in cases.duties_due(actor, at, own=not watching)]
    answers = [_line(row, ANSWER) for row in rapid_reviews.asked_of(actor, at)]
    answers += [_line(row, SEND_CHRONOLOGY) for row in chronologies_asked_of(actor, at)]
    lines = [*duties, *answers, *_safety(actor, at, watching), *_actions(actor, at, watching)]
    lines += [_line(row, SEE_PANEL) for row in rapid_reviews.points_due(actor, at) if watching or row.own]
    lines += _findings(actor, at)
    if not watching:
        return lines
    acts = BY_THE_OFFICE if actor.roles & OFFICE else {}
    clocks = [_line(row, acts.get(row.duty, WHY), is_clock=True) for row in cases.clocks_due(actor, at)]
    silent = [_line(row, SEE_BOARD) for row in rapid_reviews.waited_for(actor, at)]
    silent += [_line(row, SEE_CHRONOLOGIES) for row in chronologies_waited_for(actor, at)]
    return [*lines, *clocks, *silent, *_of_the_partnership(actor, at)]


def _safety(actor: Actor, at: datetime, watching: bool) -> list[Line]:
    """Whether a child is safe: above everything else once it is overdue (OB-035)."""
    rows = [row for row in rapid_reviews.safety_due(actor, at) if watching or row.own]
    return [_line(row, SAY_SAFE if row.own else SEE_SAFETY, first=row.late) for row in rows]


def _actions(actor: Actor, at: datetime, watching: bool) -> list[Line]:
    return [_line(row, SEE_ACTION) for row in actions.due(actor, at, own=not watching)]


def _findings(actor: Actor, at: datetime) -> list[Line]:
    """Findings whose grounds have changed, for those who keep them: no day is set, and nobody is waited for."""
    return [
        Line(
            what=row.words,
            reference=row.reference,
            case_key=row.case_key,
            owed_by="Those who keep findings",
            words="",
            due_on=None,
            late=False,
            own=True,
            is_clock=False,
            key=row.finding_key,
            next=SEE_FINDING,
        )
        for row in grounds_to_look_at(actor, at)
    ]


def _line(row: OwedRow, then: Next, *, is_clock: bool = False, first: bool = False) -> Line:
    return Line(
        what=row.what,
        reference=row.reference,
        case_key=row.case_key,
        owed_by=row.owed_by[:1].upper() + row.owed_by[1:],
        words=row.words,
        due_on=row.due_on,
        late=row.late,
        own=row.own,
        is_clock=is_clock,
        key=row.key,
        next=then,
        first=first,
    )


def _of_the_partnership(actor: Actor, at: datetime) -> list[Line]:
    today = day_of(at)
    return [
        Line(
            what=row.title,
            reference="",
            case_key="",
            owed_by=row.owed_by,
            words=_days(row.due_on, today),
            due_on=row.due_on,
            late=row.due_on < today,
            own=row.duty.owed_by_id in actor.seat_ids,
            is_clock=False,
            key=row.key,
            next=OF_THE_PARTNERSHIP,
        )
        for row in partnership.partnership_duties(actor, at, done_too=False)
    ]


def _days(due: date, today: date) -> str:
    days = (due - today).days
    if days == 0:
        return "due today"
    counted = f"{abs(days)} day{'' if abs(days) == 1 else 's'}"
    return f"{counted} left" if days > 0 else f"{counted} late"


def when(words: str, due: date | None) -> str:
    """Working day 6 of 15, due Friday 14 August."""
    if due is None:
        return "No day set"
    day = weekday_in_words(due)
    said = f"due today, {day}" if words == "due today" else f"{words}, due {day}"
    return said[:1].upper() + said[1:]
