"""The first page of a case, assembled from what each app knows of it."""

from __future__ import annotations

from django.http import HttpResponse

from cairn.cases.queries import AgencyRow, DecisionRow, OwedRow, PersonRow
from cairn.cases.views.inside import READS, Inside, in_case
from cairn.desk.queries.overview import overview
from cairn.desk.queries.owed import when
from cairn.desk.queries.stages import STAGES
from cairn.look.parts import Cell, day_in_words
from cairn.partnership import clock

OWED = ("What", "Who owes it", "State", "When", "Where it is written")
SETTLED = ("What", "Who owed it", "How it ended", "When")
PEOPLE = ("Known as", "Who", "Relationship", "Name")
LABELS_ONLY = ("Known as", "Who", "Relationship")
AGENCIES = ("Agency", "How it takes part", "Since")
DECISIONS = ("Question", "Decided", "When", "Waits for")
STEPS = (
    ("Referred", "incident", "read_incident"),
    ("Notified", "notifying", "read_notifying"),
    ("Scoping", "rapid_review_requests", "read_requests"),
    ("Meeting", "case_meetings", "read_meeting"),
    ("Decision", "case_decisions", "read_notifying"),
    ("Panel", "rapid_review_panel", "read_panel_reply"),
)
EVENTS = ("When", "Who", "Did", "Came of it")
NEEDS = ("Step", "What it needs", "Who signs", "Where it is written")


@in_case(*READS)
def case(inside: Inside) -> HttpResponse:
    hers = (inside.request.actor, inside.case, inside.at, inside.rights)
    found = overview(*hers, names_shown=inside.names_shown, pages=_pages(inside))
    named = any(person.identity for person in found.people)
    shown = {
        "found": found,
        "opened": day_in_words(clock.day_of(inside.case.opened_at)),
        "owed_columns": OWED,
        "owed": [_owed(inside, row) for row in found.owed],
        "settled_columns": SETTLED,
        "settled": [_settled(row) for row in found.settled],
        "reads_people": inside.rights.can("read_people"),
        "people_columns": PEOPLE if named else LABELS_ONLY,
        "people": [_person(inside, row, named) for row in found.people],
        "reads_agencies": inside.rights.can("read_agencies_involved"),
        "agency_columns": AGENCIES,
        "agencies": [_agency(row) for row in found.agencies],
        "decision_columns": DECISIONS,
        "decisions": [_decision(inside, row) for row in found.decisions],
        "event_columns": EVENTS,
        "events": [(row.when, row.who, _capital(row.did), _capital(row.came_of_it)) for row in found.events],
        "needs_columns": NEEDS,
        "needs": [(stage.name, stage.needs, stage.signs, stage.reference) for stage in STAGES],
        "closing": inside.url("case_close") if inside.rights.can("close_case", inside.case) else "",
    }
    return inside.page("desk/case.html", shown, read="read_case")


def _pages(inside: Inside) -> dict[str, str]:
    """Where each step of the rail is worked on, of those pages that the reader may open."""
    return {step: inside.url(name) for step, name, action in STEPS if inside.rights.can(action)}


def _decision(inside: Inside, row: DecisionRow) -> tuple[object, ...]:
    what = Cell(row.title, href=inside.url("case_decision", row.key))
    return what, row.outcome_label, day_in_words(row.decided_on), ", ".join(row.waits_for) or "Nobody"


def _owed(inside: Inside, row: OwedRow) -> tuple[object, ...]:
    mark = Cell("Late", colour="red") if row.late else Cell(row.state_label, colour="blue")
    what = Cell(row.what, href=inside.url("case_clock", row.key)) if row.duty else row.what
    rule = row.rule or "Local step"
    said = f"{rule}. {row.advice}" if row.advice else rule
    return what, _capital(row.owed_by), mark, when(row.words, row.due_on), said


def _settled(row: OwedRow) -> tuple[object, ...]:
    return row.what, _capital(row.owed_by), row.state_label, day_in_words(row.done_on) if row.done_on else "Not done"


def _person(inside: Inside, row: PersonRow, named: bool) -> tuple[object, ...]:
    known = (Cell(row.label, href=inside.url("case_person", row.key)), row.kind_label, _capital(row.relationship))
    return (*known, row.identity.name_words if row.identity else "") if named else known


def _agency(row: AgencyRow) -> tuple[object, ...]:
    through = f"{row.mode_label}: {row.through}" if row.through else row.mode_label
    return row.name, through, day_in_words(clock.day_of(row.since))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
