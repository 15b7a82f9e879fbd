"""The partnership's settings: what it is called, what it calls things, where the rest is kept."""

from __future__ import annotations

from datetime import datetime

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from cairn.look import answers
from cairn.look.parts import Link, Row
from cairn.partnership import clock, policy, queries
from cairn.partnership.commands import area as acts
from cairn.partnership.forms.area import NameForm, PartnershipForm
from cairn.partnership.signin.request import Request
from cairn.partnership.views.acting import Act, act, sent
from cairn.partnership.views.words import day

# The parts of the settings: the words, the address by name, and the action one must hold.
PARTS = (
    ("Agencies", "agencies", "read_partnership"),
    ("Neighbouring partnerships", "neighbours", "read_partnership"),
    ("Groups and who sits in them", "groups", "read_seats"),
    ("What we call things", "names", "read_partnership"),
    ("Our own steps and reminders", "local_steps", "read_partnership"),
    ("Bank holidays proclaimed", "proclaimed_holidays", "read_partnership"),
    ("What we owe each year", "partnership_duties", "read_partnership_duties"),
    ("Letters and forms", "letters", "read_letters"),
    ("Notices sent", "outbox", "read_outbox"),
)
EARLIER = ("Name", "Short name", "Council", "Wrote from", "Until")


def settings(request: Request) -> HttpResponse:
    now, actor = clock.now(), request.actor
    partnership = queries.own_partnership(actor, now)
    if partnership is None:
        return answers.absent()
    rows = [
        Row("Name", partnership.name),
        Row("Short name", partnership.short_name),
        Row("Council", partnership.council_name),
        Row("Writes from", partnership.email),
        Row("Arrangements in force since", day(partnership.arrangements_started_on)),
    ]
    parts = [Link(words, reverse(name)) for words, name, action in PARTS if policy.can(actor, action)]
    earlier = [
        (row.name, row.short_name, row.council_name, row.email, f"{_until(row.until)}, by {row.changed_by.name}")
        for row in queries.earlier_details_of_partnership(actor, now)
    ]
    shown = {
        "rows": rows,
        "parts": parts,
        "earlier": earlier,
        "earlier_columns": EARLIER,
        "may_change": policy.can(actor, "change_partnership"),
    }
    return render(request, "partnership/settings.html", shown)


def _until(moment: datetime) -> str:
    return day(clock.day_of(moment), whole=True)


def details(request: Request) -> HttpResponse:
    now, actor = clock.now(), request.actor
    partnership = queries.own_partnership(actor, now)
    if partnership is None:
        return answers.absent()
    page = Act(
        "Change the partnership's details",
        "Save",
        reverse("partnership"),
        "Partnership",
        policy.can(actor, "change_partnership"),
        lambda typed: acts.change_partnership(partnership, **typed, by=actor, at=now),
        said="The details are changed.",
    )
    known = {name: getattr(partnership, name) for name in ("name", "short_name", "council_name", "email")}
    return act(request, PartnershipForm(sent(request), initial=known), page)


def names(request: Request) -> HttpResponse:
    now, actor = clock.now(), request.actor
    if not policy.can(actor, "read_partnership"):
        return answers.absent()
    may_change = policy.can(actor, "change_partnership")
    rows = [
        Row(
            naming.usual,
            naming.name,
            (Link("Change", reverse("name_thing", args=[naming.term]), hidden=naming.usual),) if may_change else (),
        )
        for naming in queries.local_names(actor, now)
    ]
    earlier = [
        (row.get_term_display(), row.name, f"{_until(row.until)}, by {row.changed_by.name}")
        for row in queries.earlier_names(actor, now)
    ]
    shown = {"rows": rows, "earlier": earlier, "earlier_columns": ("What", "Called", "Until")}
    return render(request, "partnership/names.html", shown)


def name_thing(request: Request, term: str) -> HttpResponse:
    now, actor = clock.now(), request.actor
    naming = next((found for found in queries.local_names(actor, now) if found.term == term), None)
    if naming is None:
        return answers.absent()
    page = Act(
        f"Name: {naming.usual}",
        "Save",
        reverse("names"),
        "What we call things",
        policy.can(actor, "change_partnership"),
        lambda typed: acts.name_thing(term=term, **typed, by=actor, at=now),
        said="The name is changed.",
    )
    return act(request, NameForm(sent(request), initial={"name": naming.name}), page)
