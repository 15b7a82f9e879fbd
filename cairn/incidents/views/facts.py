"""A fact of the criteria is recorded; a child is described; an area's part is recorded and ended."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse

from cairn.cases import queries as cases
from cairn.cases.views.inside import ACTS, Act, Inside, in_case, offer
from cairn.incidents import commands, policy, queries
from cairn.incidents.forms.criteria import NOT_KNOWN, AreaForm, ChildForm, EndForm, FactForm
from cairn.incidents.queries import choices
from cairn.look import answers
from cairn.partnership import queries as partnership

Typed = dict[str, Any]


@in_case(*ACTS)
def fact(inside: Inside, fact: str) -> HttpResponse:
    return _fact(inside, fact, None)


@in_case(*ACTS)
def fact_of_child(inside: Inside, key: str, fact: str) -> HttpResponse:
    child = cases.person(inside.request.actor, inside.case, key, inside.at)
    return _fact(inside, fact, child) if child else answers.absent()


def _fact(inside: Inside, fact: str, child: Any) -> HttpResponse:
    line = queries.fact_line(inside.request.actor, inside.case, fact, child, inside.at)
    if line is None:
        return answers.absent()
    act = Act(
        "record_criteria_fact",
        line.question,
        "Record it",
        inside.url("notifying"),
        "The fact is recorded.",
        about=child.label if child else "Every child of the case",
        action="keep_notifying",
    )
    before = line.recorded
    given = queries.answers_to(fact)
    known = (before.value or (NOT_KNOWN[0] if given else "")) if before else ""
    names = ("certainty", "said_by", "known_on", "note")
    initial = {name: getattr(before, name) for name in names} if before else {}
    form = FactForm(
        inside.request.POST or None, initial={**initial, "value": known, "version": line.version}, answers=given
    )

    def record(typed: Typed) -> None:
        value = "" if typed["value"] == NOT_KNOWN[0] else typed["value"]
        said = {**typed, "value": value}
        commands.record_criteria_fact(
            inside.case, fact=fact, about=child, **said, by=inside.request.actor, at=inside.at
        )

    return offer(
        inside,
        act,
        form,
        record,
        row=child,
        latest=lambda: line.version,
        verdict=policy.can(inside.request.actor, "record_criteria_fact", inside.case, inside.at),
        read="read_notifying",
    )


@in_case(*ACTS)
def describe_child(inside: Inside, key: str) -> HttpResponse:
    actor, at = inside.request.actor, inside.at
    child = cases.person(actor, inside.case, key, at)
    if child is None or not inside.rights.can("read_incident"):
        return answers.absent()
    then = queries.child_at_incident(actor, child, at)
    version = then.version if then else 0
    names = ("social_care", "factors", "placement", "known_to")
    initial = {name: getattr(then, name) for name in names} if then else {}
    act = Act(
        "describe_child",
        "How was it with this child at the time?",
        "Save",
        inside.url("incident"),
        "What you recorded is saved.",
        about=child.label,
        action="record_incident",
    )
    return offer(
        inside,
        act,
        ChildForm(inside.request.POST or None, initial={**initial, "version": version}),
        lambda typed: commands.describe_child(child, **typed, by=actor, at=at),
        row=child,
        latest=lambda: version,
        verdict=policy.can(actor, "describe_child", child, at),
        read="read_incident",
    )


@in_case(*ACTS)
def area(inside: Inside) -> HttpResponse:
    actor, at = inside.request.actor, inside.at
    act = Act(
        "record_area_role",
        "Which area has a part in this?",
        "Record it",
        inside.url("incident"),
        "The part is recorded.",
        action="record_incident",
    )

    def record(typed: Typed) -> None:
        who = typed.pop("who")
        neighbour = next((row for row in partnership.neighbours(actor, at) if row.key == who), None)
        named = typed.pop("area")
        area = named if who == choices.ANOTHER else ""
        commands.record_area_role(
            inside.case, ourselves=who == choices.OURSELVES, neighbour=neighbour, area=area, **typed, by=actor, at=at
        )

    return offer(
        inside,
        act,
        AreaForm(inside.request.POST or None, areas=choices.areas(actor, at)),
        record,
        verdict=policy.can(actor, "record_area_role", inside.case, at),
    )


@in_case(*ACTS)
def end_area(inside: Inside, key: str) -> HttpResponse:
    actor, at = inside.request.actor, inside.at
    found = queries.area_role(actor, inside.case, key, at)
    if found is None:
        return answers.absent()
    act = Act(
        "end_area_role",
        "This area no longer has this part",
        "End it",
        inside.url("incident"),
        "The part has ended.",
        about=f"{queries.area_name(found)}: {found.get_role_display().lower()}",
        action="record_incident",
    )
    return offer(
        inside,
        act,
        EndForm(inside.request.POST or None),
        lambda typed: commands.end_area_role(found, by=actor, at=at),
        row=found,
        verdict=policy.can(actor, "end_area_role", found, at),
    )
