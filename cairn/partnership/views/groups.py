"""Groups, and the roll of each as it stands or stood."""

from __future__ import annotations

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse

from cairn.access.roles import Role
from cairn.look import answers
from cairn.look.parts import Cell
from cairn.partnership import clock, policy, queries
from cairn.partnership.commands import seats as acts
from cairn.partnership.forms.agencies import LastDayForm
from cairn.partnership.forms.seats import AppointForm, GroupForm, OnForm
from cairn.partnership.queries.groups import Place, Roll
from cairn.partnership.signin.request import Request
from cairn.partnership.views.acting import Act, act, guarded_act, sent
from cairn.partnership.views.words import day, days, start_of

ROLL = ("Seat", "Who", "Role", "Employed by", "Speaks for", "Since", "Deputy")


def list_groups(request: Request) -> HttpResponse:
    now, actor = clock.now(), request.actor
    if not policy.can(actor, "read_seats"):
        return answers.absent()
    rows = [
        (
            Cell(found.name, href=reverse("group", args=[found.key])),
            found.get_kind_display(),
            days(found.starts_on, found.ends_on),
        )
        for found in queries.groups(actor, now, ended_too=True)
    ]
    shown = {
        "columns": ("Group", "What for", "Sits"),
        "rows": rows,
        "may_change": policy.can(actor, "change_partnership"),
    }
    return render(request, "partnership/groups.html", shown)


def one_group(request: Request, key: str) -> HttpResponse:
    now, actor = clock.now(), request.actor
    today = clock.day_of(now)
    form = OnForm(request.GET or None, initial={"on": today})
    on = (form.is_valid() and form.cleaned_data.get("on")) or today
    roll = queries.roll(actor, key, on, now)
    if roll is None:
        return answers.absent()
    shown = {
        "form": form,
        "roll": roll,
        "on": day(on),
        "columns": ROLL,
        "rows": [_line(place) for place in roll.places],
        "unheard": ", ".join(roll.unheard),
        "seats": queries.seats(actor, now, roll.group, ended_too=True),
        "may_appoint": policy.can(actor, "appoint"),
        "may_change": policy.can(actor, "change_partnership"),
    }
    return render(request, "partnership/roll.html", shown, status=400 if form.errors else 200)


def _line(place: Place) -> tuple[object, ...]:
    who = f"{place.who}, {place.post}" if place.post and place.post != place.title else place.who
    spoken = ", ".join(filter(None, (*place.speaks_for, place.represents)))
    return (
        Cell(place.title, href=reverse("seat", args=[place.seat.key])),
        who,
        place.role,
        place.employer or "Nobody in the list",
        spoken or ("Their employer" if place.employer else ""),
        day(place.since, whole=True),
        ", ".join(place.deputies) or "None",
    )


def form_group(request: Request) -> HttpResponse:
    now, actor = clock.now(), request.actor
    if not policy.can(actor, "read_seats"):
        return answers.absent()
    page = Act(
        "Form a group",
        "Form the group",
        reverse("groups"),
        "Groups",
        policy.can(actor, "change_partnership"),
        lambda typed: acts.form_group(**typed, by=actor, at=now),
        said="The group is formed.",
    )
    return act(request, GroupForm(sent(request), kinds=queries.group_kinds()), page)


def end_group(request: Request, key: str) -> HttpResponse:
    now, actor = clock.now(), request.actor
    found = queries.group(actor, key, now)
    if found is None:
        return answers.absent()
    page = Act(
        "End a group",
        "End the group",
        reverse("group", args=[key]),
        found.name,
        policy.can(actor, "change_partnership") & policy.group_can_end(found, queries.seats(actor, now, found).count()),
        lambda typed: acts.end_group(found, **typed, by=actor, at=now),
        warning=True,
        said="The end of the group is recorded.",
    )
    return act(request, LastDayForm(sent(request)), page)


def appoint(request: Request, key: str) -> HttpResponseBase:
    now, actor = clock.now(), request.actor
    roll: Roll | None = queries.roll(actor, key, clock.day_of(now), now)
    if roll is None:
        return answers.absent()
    people = {found.key: found for found in queries.people(actor, now)}
    agencies = {found.key: found for found in queries.agencies(actor, now, ended_too=True)}
    form = AppointForm(
        sent(request),
        people=[(key, f"{found.name}, {found.post}" if found.post else found.name) for key, found in people.items()],
        roles=[(role.value, role.label) for role in Role if role is not Role.BRIEFED_DEPUTY],
        agencies=[(key, found.name) for key, found in agencies.items()],
        initial={"starts_on": clock.day_of(now)},
    )
    page = Act(
        f"Appoint to {roll.group.name}",
        "Appoint",
        reverse("group", args=[key]),
        roll.group.name,
        policy.can(actor, "appoint"),
        lambda typed: acts.appoint(
            roll.group,
            holder=people[typed["holder"]],
            title=typed["title"],
            role=Role(typed["role"]),
            employer=agencies.get(typed["employer"]),
            speaks_for=[agencies[spoken] for spoken in typed["speaks_for"]],
            represents=typed["represents"],
            starts_at=start_of(typed["starts_on"]),
            by=actor,
            at=now,
        ),
        lead="A seat says who employs a person and for whom they speak. The two may differ, and both may change.",
        said="The seat is taken.",
    )
    return guarded_act(request, form, page)
