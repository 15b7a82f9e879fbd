"""A case is opened; names are switched on; a case is closed."""

from __future__ import annotations

from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from cairn.cases import commands, policy, queries
from cairn.cases.forms.acting import ReasonForm
from cairn.cases.forms.case import OpenForm
from cairn.cases.queries import choices
from cairn.cases.views.inside import ACTS, Act, Inside, in_case, names_key, offer
from cairn.kernel.verdict import Refused
from cairn.look import answers
from cairn.partnership import clock
from cairn.partnership.signin.request import Request

OPEN = "cases/open.html"


def open_case(request: HttpRequest) -> HttpResponse:
    known, at = cast(Request, request), clock.now()
    if not policy.can_open_case(known.actor):
        return answers.absent()
    form = OpenForm(request.POST or None, kinds=choices.CASE_KINDS)
    if request.method != "POST":
        return render(request, OPEN, {"form": form})
    if not form.is_valid():
        return render(request, OPEN, {"form": form}, status=400)
    try:
        case = commands.open_case(**form.cleaned_data, by=known.actor, at=at)
    except Refused as refusal:
        return answers.refused(request, OPEN, {"form": form}, refusal.verdict)
    running = queries.clocks(known.actor, case, at)
    messages.success(request, "The case is open.")
    if running:
        return HttpResponseRedirect(reverse("case_clock", args=[case.key, running[0].key]))
    return HttpResponseRedirect(reverse("case_people", args=[case.key]))


@in_case(*ACTS)
def close_case(inside: Inside) -> HttpResponse:
    act = Act("close_case", "Close this case", "Close the case", inside.url("case_people"), "The case is closed.")
    return offer(
        inside,
        act,
        ReasonForm(inside.request.POST or None),
        lambda typed: commands.close_case(inside.case, reason=typed["reason"], by=inside.request.actor, at=inside.at),
    )


@in_case(*ACTS)
def show_names(inside: Inside) -> HttpResponse:
    act = Act(
        "show_names",
        "Show real names",
        "Show real names",
        inside.url("case_people"),
        "Real names are shown for this case until you sign out.",
        "Real names, birth dates and addresses are shown for this case and this sitting. That you switched them on, "
        "and when, is put on record.",
    )

    def show(typed: dict[str, str]) -> None:
        commands.show_names(inside.case, reason=typed["reason"], by=inside.request.actor, at=inside.at)
        inside.request.session[names_key(inside.case.key)] = True

    return offer(inside, act, ReasonForm(inside.request.POST or None), show)
