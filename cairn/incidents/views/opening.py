"""An incident is opened from a short form; a child is added without script."""

from __future__ import annotations

from typing import Any, cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from cairn.cases import policy as cases_policy
from cairn.cases import queries as cases
from cairn.cases.queries import choices as case_choices
from cairn.cases.views.inside import READS, Inside, in_case
from cairn.incidents import commands
from cairn.incidents.forms.opening import OpeningForm
from cairn.incidents.queries import choices
from cairn.kernel.verdict import Refused
from cairn.look import answers
from cairn.partnership import clock
from cairn.partnership.signin.request import Request

OPEN = "incidents/open.html"
ASK = "rapid_review_requests"  # a page of an app above, known by the name of its address alone
FIRST_KIND = "serious_incident"


def open_incident(request: HttpRequest) -> HttpResponse:
    known, at = cast(Request, request), clock.now()
    if not cases_policy.can_open_case(known.actor):
        return answers.absent()
    form = _form(request)
    if request.method != "POST" or not form.is_bound:
        return render(request, OPEN, {"form": form})
    if not form.is_valid():
        return render(request, OPEN, {"form": form}, status=400)
    try:
        opened = commands.open_incident(**_typed(form), by=known.actor, at=at)
    except Refused as refusal:
        return answers.refused(request, OPEN, {"form": form}, refusal.verdict)
    messages.success(request, "The incident is open.")
    return HttpResponseRedirect(reverse("incident_opened", args=[opened.case.key]))


@in_case(*READS)
def opened(inside: Inside) -> HttpResponse:
    """What follows at once: until when it is notified, who may have been here before, and whom to ask."""
    actor, at = inside.request.actor, inside.at
    if not inside.rights.can("record_incident"):
        return answers.absent()
    running = [row for row in cases.clocks(actor, inside.case, at, inside.rights) if row.still_owed]
    notify = next((row for row in running if row.duty.startswith("notify_")), None)
    why = cases.why(actor, inside.case, notify.key, at, inside.rights) if notify else None
    earlier = cases.earlier(actor, inside.case, at)
    shown = {
        "why": why,
        "day_columns": ("Day", "Counts", "Why"),
        "days": [(day.day, day.counts, day.why) for day in why.days] if why else [],
        "others": [row for row in running if row is not notify],
        "earlier": len(earlier),
        "people": inside.url("case_people"),
        "ask": inside.url(ASK) if inside.rights.can("ask_agencies", inside.case) else "",
        "incident": inside.url("incident"),
        "notifying": inside.url("notifying"),
    }
    return inside.page("incidents/opened.html", shown, read="read_incident")


def _form(request: HttpRequest) -> OpeningForm:
    """The form; with one child more, everything typed kept and nothing held against it, when that was asked for."""
    asked, another = request.POST.get("children", "1"), "another" in request.POST
    children = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 3 else 1
    shape: dict[str, Any] = {
        "kinds": case_choices.CASE_KINDS,
        "sources": choices.words("referral_sources"),
        "places": case_choices.PLACE_KINDS,
        "children": children + another,
    }
    if request.method != "POST":
        return OpeningForm(initial={"kind": FIRST_KIND}, **shape)
    if not another:
        return OpeningForm(request.POST, **shape)
    form = OpeningForm(**shape)
    typed = {name: field.widget.value_from_datadict(request.POST, {}, name) for name, field in form.fields.items()}
    return OpeningForm(initial=typed, **shape)


def _typed(form: OpeningForm) -> dict[str, Any]:
    typed = form.cleaned_data
    names = ("kind", "label", "aware_on", "told_by", "aware_time", "source", "what_happened")
    facts = {name: typed[name] for name in names}
    named = [_child(typed, number) for number in range(form.children)]
    children = tuple(child for child in named if child.label.strip() or child.identified)
    place = None
    if typed["place"] or typed["address"]:
        place = commands.FirstPlace(typed["place"], typed["place_kind"] or "other", typed["address"])
    return {**facts, "children": children, "place": place}


def _child(typed: dict[str, Any], number: int) -> commands.Child:
    """A child as typed; the first one, if she has no label of her own, is called as the case is."""
    names = ("label", "given_names", "family_name", "born")
    label, given, family, born = (typed[f"child_{number}_{name}"] for name in names)
    if number == 0 and not label and (given or family or born):
        label = typed["label"]
    return commands.Child(label=label, given_names=given, family_name=family, born=born)
