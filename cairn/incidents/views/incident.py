"""The incident of a case: what is known, and what is still to be asked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.http import HttpResponse

from cairn.cases.views.inside import ACTS, READS, Act, Inside, in_case, offer
from cairn.incidents import commands, policy, queries
from cairn.incidents.forms.opening import BeginForm
from cairn.look import answers
from cairn.look.parts import Link, Row, Task, day_in_words
from cairn.partnership.clock import LONDON, day_of

PAGES = {
    "say_who_told": "incident_who_told",
    "say_what_happened": "incident_what_happened",
    "say_when_it_became_known": "incident_became_known",
    "say_where": "incident_where",
    "say_what_else": "incident_what_else",
}


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
