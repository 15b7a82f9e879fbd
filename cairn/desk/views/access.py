"""Who may do what: choose a person, a role, a record or a rule, and read the answer with its reason."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse

from cairn.access.actions import ACTIONS, Action, Artefact
from cairn.access.explaining import MAY_WORDS, Permission, source_of, title_of, what_can, who_can
from cairn.access.explaining import rule as rule_of
from cairn.access.roles import Role
from cairn.desk.forms.access import PersonForm, RecordForm, RoleForm, RuleForm
from cairn.desk.queries import access_of
from cairn.desk.views.asking import actor_of, only_for
from cairn.look import answers
from cairn.look.parts import Cell, Row, day_in_words
from cairn.partnership import clock

WHAT = ("Record", "May", "In words", "Condition")
WHO = ("Role", "Condition", "What the role is for")
SEATS = ("Seat", "Group", "Role", "Employer", "Since")


@only_for("read_reference")
def index(request: HttpRequest) -> HttpResponse:
    now, actor = clock.now(), actor_of(request)
    shown = {
        "people": PersonForm(access_of.choices(actor, now)),
        "roles": RoleForm(),
        "records": RecordForm(),
        "rules": RuleForm(),
        "cases": access_of.own_cases(actor, now),
    }
    return render(request, "desk/access/index.html", shown | {"breadcrumbs": [("Home", reverse("home"))]})


@only_for("read_reference")
def person(request: HttpRequest) -> HttpResponseBase:
    now, actor = clock.now(), actor_of(request)
    found = access_of.looked_up(actor, request.GET.get("person", ""), now)
    if found is None:
        return answers.absent()
    shown = {
        "found": found,
        "seat_columns": SEATS,
        "seats": [_seat(seat) for seat in found.seats],
        "columns": WHAT,
        "by_role": [(role, _what(role)) for role in found.roles],
        "form": PersonForm(access_of.choices(actor, now), initial={"person": request.GET["person"]}),
    }
    return render(request, "desk/access/person.html", shown | _trail())


@only_for("read_reference")
def role(request: HttpRequest) -> HttpResponseBase:
    form = RoleForm(request.GET)
    if not form.is_valid():
        return answers.absent()
    chosen = Role(form.cleaned_data["role"])
    shown = {"role": chosen, "columns": WHAT, "rows": _what(chosen), "form": form}
    return render(request, "desk/access/role.html", shown | _trail())


@only_for("read_reference")
def record(request: HttpRequest) -> HttpResponseBase:
    form = RecordForm(request.GET)
    if not form.is_valid():
        return answers.absent()
    artefact = Artefact(form.cleaned_data["record"])
    found = groupby(who_can(artefact), key=lambda permission: permission.action)
    shown = {
        "title": title_of(artefact),
        "source": source_of(artefact),
        "columns": WHO,
        "actions": [(_says(action), _who(rows)) for action, rows in found],
        "cases": access_of.own_cases(actor_of(request), clock.now()) if artefact is Artefact.CASE else (),
        "form": form,
    }
    return render(request, "desk/access/record.html", shown | _trail())


@only_for("read_reference")
def rule(request: HttpRequest) -> HttpResponseBase:
    form = RuleForm(request.GET)
    if not form.is_valid():
        return answers.absent()
    action = ACTIONS[form.cleaned_data["rule"]]
    shown = {
        "says": _says(action),
        "facts": _facts(action),
        "columns": WHO,
        "rows": _who(rule_of(action.name)),
        "form": form,
    }
    return render(request, "desk/access/rule.html", shown | _trail())


def _trail() -> dict[str, Any]:
    return {"breadcrumbs": [("Home", reverse("home")), ("Who may do what", reverse("access"))]}


def _seat(seat: access_of.SeatHeld) -> tuple[object, ...]:
    stands_in = f"{seat.role.label}, standing in for the holder" if seat.as_deputy else seat.role.label
    return seat.title, seat.group, stands_in, seat.employer or "Nobody we name", day_in_words(seat.since)


def _what(role: Role) -> list[tuple[object, ...]]:
    return [
        (
            Cell(title_of(row.action.artefact), href=f"{reverse('access_record')}?record={row.action.artefact.value}"),
            MAY_WORDS[row.action.may],
            _says(row.action),
            _condition(row),
        )
        for row in what_can(role)
    ]


def _who(rows: Iterable[Permission]) -> list[tuple[object, ...]]:
    return [
        (Cell(row.role.label, href=f"{reverse('access_role')}?role={row.role.value}"), _condition(row), row.role.work)
        for row in rows
    ]


def _facts(action: Action) -> list[Row]:
    return [
        Row("Kind of record", title_of(action.artefact)),
        Row("What it takes", f"To {MAY_WORDS[action.may]}"),
        Row("Where the rule comes from", source_of(action.artefact)),
    ]


def _condition(row: Permission) -> str:
    return f"If {row.condition.value}" if row.condition else "Always"


def _says(action: Action) -> str:
    return action.says[:1].upper() + action.says[1:]
