"""The two doors of a demonstration. Anywhere else these addresses do not exist."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponseBase
from django.shortcuts import render

from cairn.look import answers
from cairn.partnership import clock
from cairn.partnership.queries import accounts
from cairn.partnership.queries.cast import cast
from cairn.partnership.signin import demonstration, proof
from cairn.partnership.signin.request import Request


@login_not_required
def people(request: Request) -> HttpResponseBase:
    if not demonstration.is_open(request):
        return answers.absent()
    if request.method != "POST":
        return render(request, "demo/people.html", {"cast": cast(request.partnership, clock.now())})
    user = accounts.persona(request.partnership, request.POST.get("person", ""))
    return demonstration.enter(request, user) if user else answers.absent()


@login_not_required
def confirm(request: Request) -> HttpResponseBase:
    if not demonstration.is_open(request) or not proof.is_demo(request):
        return answers.absent()
    if request.method != "POST":
        return render(request, "demo/confirm.html", {"next": request.GET.get("next", "")})
    return demonstration.confirm(request)
