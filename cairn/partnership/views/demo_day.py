"""A demonstration's day is moved on. In a real partnership this address does not exist."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from cairn.look import answers
from cairn.look.parts import Row
from cairn.partnership import clock, jobs, policy, queries
from cairn.partnership.signin.request import Request
from cairn.partnership.views.words import day


def move_day(request: Request) -> HttpResponse:
    now, actor = clock.now(), request.actor
    if not queries.is_demonstration() or not policy.holds_a_seat(actor):
        return answers.absent()
    if request.method != "POST":
        rows = [Row(job.name.replace("_", " ").capitalize(), job.says) for job in jobs.registered()]
        return render(request, "partnership/day.html", {"rows": rows})
    _tell(request, jobs.move_on(by=actor, at=now))
    return HttpResponseRedirect(_where_she_was(request))


def _tell(request: Request, moved: jobs.Moved) -> None:
    messages.success(request, f"It is now {moved.day:%A} {day(moved.day)}.")
    if moved.ran.done:
        messages.info(request, f"Done for this day: {' '.join(moved.ran.says())}")
    if moved.ran.failed:
        messages.warning(request, f"Not done, and tried again by the worker: {', '.join(moved.ran.failed)}.")


def _where_she_was(request: Request) -> str:
    """The page whose button was pressed, if it is one of ours."""
    back_to = request.POST.get("back_to", "")
    ours = url_has_allowed_host_and_scheme(back_to, {request.get_host()}, require_https=request.is_secure())
    return back_to if ours else reverse("move_day")
