"""Getting inside a meeting: found or absent, the page of one act, one item of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import wraps
from typing import Any, Concatenate, ParamSpec, cast

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from cairn.kernel.verdict import Ground, Refused, Verdict
from cairn.look import answers
from cairn.meetings import queries
from cairn.meetings.commands import note_read
from cairn.partnership.signin.request import Request

P = ParamSpec("P")
READS = ("GET", "HEAD")
ACTS = ("GET", "HEAD", "POST")
ACT = "meetings/act.html"


@dataclass
class Inside:
    """A request inside a meeting that is there for whoever asks."""

    request: Request
    meeting: queries.OneMeeting
    at: datetime

    def url(self, name: str, *parts: str) -> str:
        """The address of a page of this meeting."""
        return reverse(name, args=[self.meeting.key, *parts])

    def page(self, template: str, shown: dict[str, Any], *, about: queries.OneItem | None = None) -> HttpResponse:
        """Show a page of the meeting, and put on record that it was read."""
        verb = "read_agenda_item" if about else "read_meeting"
        note_read(about or self.meeting, verb=verb, by=self.request.actor, at=self.at)
        return render(self.request, template, {**frame(self), **shown})


@dataclass(frozen=True)
class Act:
    """The page of one act: its question as a heading, its button, where it leads, and what is said then."""

    title: str
    button: str
    leads_to: str
    said: str
    intro: str = ""


View = Callable[Concatenate[Inside, P], HttpResponse]
Found = Callable[Concatenate[HttpRequest, str, P], HttpResponse]


def in_meeting(*methods: str) -> Callable[[View[P]], Found[P]]:
    """Let a view in only if the meeting is open to whoever asks; otherwise it is not there."""

    def guard(view: View[P]) -> Found[P]:
        @wraps(view)
        def found(request: HttpRequest, meeting_key: str, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
            known = cast(Request, request)
            at = known.at
            meeting = queries.get(known.actor, meeting_key)
            if meeting is None:
                return answers.absent()
            if request.method not in methods:
                return HttpResponseNotAllowed(methods)
            return view(Inside(known, meeting, at), *args, **kwargs)

        return cast(Found[P], found)

    return guard


def frame(inside: Inside) -> dict[str, Any]:
    """What every page of a meeting shows around its content. The same whatever is on the agenda."""
    return {
        "meeting": queries.row(inside.meeting),
        "marking": "Official-Sensitive",
        "breadcrumbs": [("Home", reverse("home")), ("Meetings", reverse("meetings"))],
        "home": inside.url("meeting"),
    }


def item_of(inside: Inside, key: str) -> queries.OneItem | None:
    """One item that is there for whoever asks."""
    return queries.item(inside.request.actor, inside.meeting, key, inside.at)


def offer(
    inside: Inside,
    act: Act,
    form: forms.Form,
    do: Callable[[dict[str, Any]], object],
    verdict: Verdict,
    *,
    about: queries.OneItem | None = None,
    latest: Callable[[], object] | None = None,
    template: str = ACT,
    more: dict[str, Any] | None = None,
) -> HttpResponse:
    """The page of an act: the form if the verdict is yes, otherwise its reasons; on sending, the act, then on.

    `latest` gives the version to send next time when somebody else was quicker: what was typed stays, to compare.
    """
    shown = {"act": act, "form": form if verdict else None, "verdict": verdict, **(more or {})}
    if inside.request.method != "POST":
        return inside.page(template, shown, about=about)
    shown = {**frame(inside), **shown, "form": form}
    if not form.is_valid():
        return render(inside.request, template, shown, status=400)
    try:
        do(form.cleaned_data)
    except Refused as refusal:
        response = answers.refused(inside.request, template, shown, refusal.verdict)
        if latest is None or not refusal.verdict.rests_on(Ground.STALE):
            return response
        data = inside.request.POST.copy()
        data["version"] = str(latest())
        form.data = data
        return render(inside.request, template, {**shown, "refusal": refusal.verdict}, status=response.status_code)
    messages.success(inside.request, act.said)
    return HttpResponseRedirect(act.leads_to)
