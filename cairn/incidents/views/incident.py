"""The incident of a case: what is known, and what is still to be asked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.http import HttpResponse

from cairn.cases import queries as cases
from cairn.cases.views.inside import ACTS, READS, Act, Inside, in_case, offer
from cairn.incidents import commands, policy, queries
from cairn.incidents.forms.opening import BeginForm
from cairn.look import answers
from cairn.look.parts import Cell, Link, Row, Task, day_in_words
from cairn.partnership.clock import LONDON, day_of

PAGES = {
    "say_who_told": "incident_who_told",
    "say_what_happened": "incident_what_happened",
    "say_when_it_became_known": "incident_became_known",
    "say_where": "incident_where",
    "say_what_else": "incident_what_else",
}


CHILDREN = ("Child", "With social care", "What harmed or endangered", "Placement", "Known to")
AREAS = ("Area", "What it does", "Its yearly report counts it", "Why it differs from the rule")


@dataclass(frozen=True)
class Card:
    """One part of what is known: its heading and its lines."""

    heading: str
    rows: list[Row]


@in_case(*READS)
def incident(inside: Inside) -> HttpResponse:
    if not inside.rights.can("read_incident"):
        return answers.absent()
    told = queries.incident(inside.request.actor, inside.case, inside.at)
    changes = bool(inside.rights.can("record_incident", inside.case))
    if told is None:
        begins = inside.url("incident_begin") if changes else ""
        return inside.page("incidents/nothing.html", {"begins": begins}, read="read_incident")
    earlier = queries.earlier(inside.request.actor, inside.case, inside.at)
    shown = {
        "told": told,
        "cards": [_card(inside, told, act, changes) for act in queries.ACTS],
        "tasks": _tasks(inside, told) if changes else [],
        "earlier": [_before(row) for row in earlier],
        "child_columns": (*CHILDREN, "Change") if changes else CHILDREN,
        "children": _children(inside, changes),
        "area_columns": (*AREAS, "End") if changes else AREAS,
        "areas": [
            _area(inside, row, changes) for row in queries.area_roles(inside.request.actor, inside.case, inside.at)
        ],
        "ended": [
            _area(inside, row, False)
            for row in queries.area_roles(inside.request.actor, inside.case, inside.at, ended=True)
        ],
        "ended_columns": AREAS,
        "area_link": inside.url("area_record") if changes else "",
    }
    return inside.page("incidents/incident.html", shown, read="read_incident", about=told.incident)


def _card(inside: Inside, told: queries.Told, act: str, changes: bool) -> Card:
    heading = queries.ACTS[act]
    rows = [Row(line.question, line.words) for line in told.lines if line.act == act]
    if changes:
        link = (Link("Change", inside.url(PAGES[act]), hidden=heading.lower()),)
        rows[0] = Row(rows[0].key, rows[0].value, link)
    return Card(heading, rows)


def _tasks(inside: Inside, told: queries.Told) -> list[Task]:
    """What is still unanswered, by the page that asks it."""
    tasks = []
    for act, heading in queries.ACTS.items():
        missing = [line.question for line in told.unanswered if line.act == act]
        if missing:
            hint = f"Not asked yet: {', '.join(missing)}"
            tasks.append(Task(heading, "Incomplete", inside.url(PAGES[act]), "blue", hint))
    return tasks


def _children(inside: Inside, changes: bool) -> list[tuple[object, ...]]:
    """Each child the case is about, as she stood at the time; nobody for those who may not read who is in it."""
    actor, case, at = inside.request.actor, inside.case, inside.at
    people = cases.people(actor, case, at, inside.rights, names_shown=inside.names_shown)
    then = queries.children_at_incident(actor, case, at)
    return [_child(inside, row, then.get(row.key), changes) for row in people if row.kind == "subject_child"]


def _child(inside: Inside, row: cases.PersonRow, then: queries.OneChild | None, changes: bool) -> tuple[object, ...]:
    words = queries.child_words(then)
    link = Cell("Change", href=inside.url("child_at_incident", row.key), hidden=row.label)
    return (row.label, *words, link) if changes else (row.label, *words)


def _area(inside: Inside, row: queries.OneArea, changes: bool) -> tuple[object, ...]:
    counts = "Yes" if row.counts_it else "No"
    line = (queries.area_name(row), row.get_role_display(), counts, row.different_because)
    end = Cell("End", href=inside.url("area_end", row.key), hidden=queries.area_name(row))
    return (*line, end) if changes else line


def _before(row: queries.EarlierAccount) -> tuple[str, list[Row]]:
    who = f"Version {row.version}, {_moment(row.recorded_at)}, {row.recorded_by}"
    return who, [Row(line.question, line.words) for line in row.lines]


def _moment(at: datetime) -> str:
    return f"{day_in_words(day_of(at))}, {at.astimezone(LONDON):%H:%M}"


@in_case(*ACTS)
def begin(inside: Inside) -> HttpResponse:
    act = Act(
        "begin_incident",
        "When did it become known?",
        "Go on",
        inside.url("incident"),
        "What happened can now be recorded.",
        action="record_incident",
    )
    return offer(
        inside,
        act,
        BeginForm(inside.request.POST or None),
        lambda typed: commands.begin_incident(inside.case, **typed, by=inside.request.actor, at=inside.at),
        verdict=policy.can(inside.request.actor, "begin_incident", inside.case, inside.at),
    )
