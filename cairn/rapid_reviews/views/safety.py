"""Whether children are safe now: the questions, their updates, and their end."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import HttpResponse

from cairn.cases import queries as cases
from cairn.cases.forms.acting import ReasonForm
from cairn.cases.queries import choices
from cairn.cases.views.inside import ACTS, READS, Inside, in_case
from cairn.look import answers
from cairn.look.parts import Link, Row, day_in_words, weekday_in_words
from cairn.partnership import queries as partnership
from cairn.partnership.clock import day_of
from cairn.rapid_reviews import clock, commands, queries
from cairn.rapid_reviews.forms.safety import AskSafetyForm, IntervalForm, UpdateSafetyForm
from cairn.rapid_reviews.queries import safety
from cairn.rapid_reviews.views.acting import act, links, sent

PAGE = "safety_questions"
UPDATES = ("Of", "Safe?", "What is known", "Said by", "Told by")


@in_case(*READS)
def questions(inside: Inside) -> HttpResponse:
    if not inside.rights.can_of_own_agency("read_safety"):
        return answers.absent()
    actor = inside.request.actor
    found = queries.safety_questions(actor, inside.case, inside.at)
    ask = ("ask_safety", "Ask whether a child is safe", inside.url("safety_ask"))
    shown = {
        "questions": [(row, _facts(row), _updates(row), _acts(inside, row)) for row in found],
        "columns": UPDATES,
        "acts": links(inside, inside.case, ask),
    }
    return inside.page("rapid_reviews/safety.html", shown, read="read_safety")


def _facts(row: queries.SafetyRow) -> list[Row]:
    facts = [
        Row("When it was asked", f"{day_in_words(row.asked_on)}: safe now? {row.safe_now}"),
        Row("What was done", row.done),
        Row("Who reports", row.agency),
        Row("How often", f"Every {row.interval} days"),
    ]
    if row.open:
        late = "Overdue: it was due " if row.late else ""
        return [*facts, Row("Next update", f"{late}{weekday_in_words(row.next_due_on)}")]
    return [*facts, Row("Closed because", row.closed_reason)]


def _updates(row: queries.SafetyRow) -> list[tuple[object, ...]]:
    return [(day_in_words(each.as_of), each.safe_now, each.words, each.said_by, each.told_by) for each in row.updates]


OFFERED = {
    "update_safety": ("Give an update", "safety_update"),
    "change_interval": ("Change how often", "safety_interval"),
    "close_safety": ("Close the question", "safety_close"),
}


def _acts(inside: Inside, row: queries.SafetyRow) -> list[Link]:
    return [Link(OFFERED[act][0], inside.url(OFFERED[act][1], row.key)) for act in row.acts]


@in_case(*ACTS)
def ask(inside: Inside) -> HttpResponse:
    actor, at = inside.request.actor, inside.at
    form = AskSafetyForm(
        sent(inside),
        children=safety.children(actor, inside.case, at),
        safe_now=safety.SAFE_NOW,
        agencies=choices.agencies(actor, at),
        initial={"interval": clock.SAFETY_EVERY},
    )

    def do(typed: dict[str, Any]) -> None:
        people = [cases.person(actor, inside.case, key, at) for key in typed.pop("children")]
        agency = partnership.agency(actor, typed.pop("agency"), at)
        assert agency is not None
        children = [person for person in people if person is not None]
        commands.ask_safety(inside.case, children=children, agency=agency, **typed, by=actor, at=at)

    return act(
        inside,
        "ask_safety",
        inside.case,
        form,
        do,
        title="Is the child safe now?",
        button="Save",
        leads_to=inside.url(PAGE),
        said="It is saved, and updates are asked for.",
        intro="Asked of every case, of this child and of other children (OB-031, OB-032).",
    )


def _on_question(
    inside: Inside,
    key: str,
    name: str,
    form: forms.Form,
    do: Callable[[queries.OneQuestion, dict[str, Any]], object],
    **said: Any,
) -> HttpResponse:
    found = queries.safety_question(inside.request.actor, inside.case, key, inside.at)
    if found is None:
        return answers.absent()
    said.setdefault("latest", lambda: found.version)
    return act(
        inside,
        name,
        found,
        form,
        lambda typed: do(found, typed),
        leads_to=inside.url(PAGE),
        about=found.agency.name,
        **said,
    )


@in_case(*ACTS)
def update(inside: Inside, key: str) -> HttpResponse:
    form = UpdateSafetyForm(sent(inside), safe_now=safety.SAFE_NOW, initial={"as_of": day_of(inside.at)})
    return _on_question(
        inside,
        key,
        "update_safety",
        form,
        lambda found, typed: commands.update_safety(found, **typed, by=inside.request.actor, at=inside.at),
        title="Is the child safe now?",
        button="Send the update",
        said="Thank you. The update is kept.",
    )


@in_case(*ACTS)
def interval(inside: Inside, key: str) -> HttpResponse:
    found = queries.safety_question(inside.request.actor, inside.case, key, inside.at)
    before = {"interval": found.interval, "version": found.version} if found else {}

    def do(found: queries.OneQuestion, typed: dict[str, Any]) -> None:
        typed["version"] = typed["version"] or 0
        commands.change_interval(found, **typed, by=inside.request.actor, at=inside.at)

    return _on_question(
        inside,
        key,
        "change_interval",
        IntervalForm(sent(inside), initial=before),
        do,
        title="How often are updates given?",
        button="Save",
        said="It is saved.",
    )


@in_case(*ACTS)
def close(inside: Inside, key: str) -> HttpResponse:
    return _on_question(
        inside,
        key,
        "close_safety",
        ReasonForm(sent(inside)),
        lambda found, typed: commands.close_safety(found, **typed, by=inside.request.actor, at=inside.at),
        title="Close the question of safety",
        button="Close it",
        said="No more updates are asked for.",
        intro="The subgroup is satisfied. The agency's people no longer see the case, if this is all they were asked.",
    )
