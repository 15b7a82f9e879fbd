"""Agencies and the partnerships next door."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from cairn.look import answers
from cairn.look.parts import Cell, Row
from cairn.partnership import clock, policy, queries
from cairn.partnership.commands import agency as acts
from cairn.partnership.forms.agencies import (
    ChangeAgencyForm,
    LastDayForm,
    NeighbourForm,
    OpenAgencyForm,
    SucceedForm,
)
from cairn.partnership.signin.request import Request
from cairn.partnership.views.acting import Act, act, sent
from cairn.partnership.views.words import day, days

COLUMNS = ("Agency", "Short", "Kind", "Exists")
EARLIER = ("Name", "Short", "Kind", "Written to at", "Until")
ACTION = "change_partnership"


def list_agencies(request: Request) -> HttpResponse:
    now, actor = clock.now(), request.actor
    if not policy.can(actor, "read_partnership"):
        return answers.absent()
    rows = [
        (
            Cell(found.name, href=reverse("agency", args=[found.key])),
            found.short_name,
            found.get_kind_display(),
            days(found.starts_on, found.ends_on),
        )
        for found in queries.agencies(actor, now, ended_too=True)
    ]
    shown = {"columns": COLUMNS, "rows": rows, "may_change": policy.can(actor, ACTION)}
    return render(request, "partnership/agencies.html", shown)


def one_agency(request: Request, key: str) -> HttpResponse:
    now, actor = clock.now(), request.actor
    found = queries.agency(actor, key, now)
    if found is None:
        return answers.absent()
    rows = [
        Row("Short name", found.short_name),
        Row("Kind", found.get_kind_display()),
        Row("Written to at", found.contact_point or "Not given"),
        Row("Exists", days(found.starts_on, found.ends_on)),
    ]
    shown = {
        "agency": found,
        "rows": rows,
        "earlier": [_earlier(row) for row in queries.earlier_details(actor, now, found)],
        "earlier_columns": EARLIER,
        "successions": queries.successions(actor, now, found),
        "left_behind": queries.seats(actor, now).filter(employer=found) if found.ends_on else (),
        "may_change": policy.can(actor, ACTION),
    }
    return render(request, "partnership/agency.html", shown)


def _earlier(row: queries.EarlierDetails) -> tuple[str, ...]:
    until = f"{day(clock.day_of(row.until), whole=True)}, by {row.changed_by.name}"
    return (row.name, row.short_name, row.get_kind_display(), row.contact_point or "Not given", until)


def open_agency(request: Request) -> HttpResponse:
    now, actor = clock.now(), request.actor
    if not policy.can(actor, "read_partnership"):
        return answers.absent()
    page = Act(
        "Add an agency",
        "Add the agency",
        reverse("agencies"),
        "Agencies",
        policy.can(actor, ACTION),
        lambda typed: acts.open_agency(**typed, by=actor, at=now),
        said="The agency is added.",
    )
    return act(request, OpenAgencyForm(sent(request), kinds=queries.agency_kinds()), page)


def change_agency(request: Request, key: str) -> HttpResponse:
    now, actor = clock.now(), request.actor
    found = queries.agency(actor, key, now)
    if found is None:
        return answers.absent()
    page = Act(
        "Put an agency's details right",
        "Save",
        reverse("agency", args=[key]),
        found.name,
        policy.can(actor, ACTION),
        lambda typed: acts.change_agency(found, **typed, by=actor, at=now),
        lead="A new body from a day on is another agency: add it, then record that it took over.",
        said="The details are changed.",
    )
    known = {name: getattr(found, name) for name in ("name", "short_name", "kind", "contact_point")}
    return act(request, ChangeAgencyForm(sent(request), initial=known, kinds=queries.agency_kinds()), page)


def end_agency(request: Request, key: str) -> HttpResponse:
    now, actor = clock.now(), request.actor
    found = queries.agency(actor, key, now)
    if found is None:
        return answers.absent()
    page = Act(
        "End an agency",
        "Record the end",
        reverse("agency", args=[key]),
        found.name,
        policy.can(actor, ACTION) & policy.agency_not_ended(found),
        lambda typed: acts.end_agency(found, **typed, by=actor, at=now),
        lead="If another agency takes over, record that instead.",
        warning=True,
        said="The end of the agency is recorded.",
    )
    return act(request, LastDayForm(sent(request)), page)


def succeed_agency(request: Request, key: str) -> HttpResponse:
    now, actor = clock.now(), request.actor
    found = queries.agency(actor, key, now)
    if found is None:
        return answers.absent()
    others = queries.agencies(actor, now, ended_too=True).exclude(pk=found.pk)
    by_key = {other.key: other for other in others}
    page = Act(
        "Record who took over",
        "Record it",
        reverse("agency", args=[key]),
        found.name,
        policy.can(actor, ACTION),
        lambda typed: acts.succeed_agency(
            found, successor=by_key[typed["successor"]], on=typed["on"], by=actor, at=now
        ),
        said="It is recorded who took over.",
    )
    named = [(other.key, other.name) for other in others]
    return act(request, SucceedForm(sent(request), agencies=named), page)


def list_neighbours(request: Request) -> HttpResponse:
    now, actor = clock.now(), request.actor
    if not policy.can(actor, "read_partnership"):
        return answers.absent()
    rows = [(found.name, found.contact_point or "Not given") for found in queries.neighbours(actor, now)]
    shown = {"columns": ("Partnership", "Written to at"), "rows": rows, "may_change": policy.can(actor, ACTION)}
    return render(request, "partnership/neighbours.html", shown)


def add_neighbour(request: Request) -> HttpResponse:
    now, actor = clock.now(), request.actor
    if not policy.can(actor, "read_partnership"):
        return answers.absent()
    page = Act(
        "Add a neighbouring partnership",
        "Add it",
        reverse("neighbours"),
        "Neighbouring partnerships",
        policy.can(actor, ACTION),
        lambda typed: acts.add_neighbour(**typed, by=actor, at=now),
        said="The partnership is added.",
    )
    return act(request, NeighbourForm(sent(request)), page)
