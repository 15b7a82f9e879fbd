"""Getting inside a case: found or absent, what every page of it shows around its content, the page of one act."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import wraps
from typing import Any, Concatenate, ParamSpec, cast

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from cairn.cases import policy, queries
from cairn.cases.commands import note_read
from cairn.cases.views.navigation import navigation
from cairn.kernel.verdict import Ground, Refused, Verdict
from cairn.look import answers
from cairn.partnership.signin.request import Request
from cairn.partnership.signin.step_up import step_up

P = ParamSpec("P")
ACT = "cases/act.html"
READS = ("GET", "HEAD")
ACTS = ("GET", "HEAD", "POST")


@dataclass
class Inside:
    """A request inside a case that is open to whoever asks: the case, the moment, and what she holds on it."""

    request: Request
    case: queries.OneCase
    at: datetime
    rights: policy.Rights

    @property
    def names_shown(self) -> bool:
        """Whether she switched real names on for this case in this sitting."""
        return bool(self.request.session.get(names_key(self.case.key)))

    def url(self, name: str, *parts: str) -> str:
        """The address of a page of this case."""
        return reverse(name, args=[self.case.key, *parts])

    def page(
        self, template: str, shown: dict[str, Any], *, read: str, about: queries.Readable | None = None
    ) -> HttpResponse:
        """Show a page of the case, and put on record that it was read."""
        note_read(about or self.case, verb=read, by=self.request.actor, at=self.at)
        return render(self.request, template, {**frame(self), **shown})


@dataclass(frozen=True)
class Act:
    """The page of one act: its name, its question as a heading, its button, where it leads, and what is said then."""

    name: str
    title: str
    button: str
    leads_to: str
    said: str
    intro: str = ""
    about: str = ""  # whom or what it is about, by label: said above the heading, never in the title
    asks_again: bool = False  # who sits there, before it is done; after everything that would refuse it anyway
    action: str = ""  # the action of the matrix, where the act has another name and belongs to an app above


View = Callable[Concatenate[Inside, P], HttpResponse]
Found = Callable[Concatenate[HttpRequest, str, P], HttpResponse]


def names_key(case_key: str) -> str:
    """Where the session keeps the switch."""
    return f"names shown {case_key}"


def names_shown_for(kept: Iterable[str]) -> frozenset[str]:
    """The keys of the cases for which real names were switched on, of what a session keeps."""
    before = names_key("")
    return frozenset(name.removeprefix(before) for name in kept if name.startswith(before))


def in_case(*methods: str) -> Callable[[View[P]], Found[P]]:
    """Let a view in only if the case is open to whoever asks; otherwise it is not there."""

    def guard(view: View[P]) -> Found[P]:
        @wraps(view)
        def found(request: HttpRequest, case_key: str, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
            known = cast(Request, request)
            at = known.at
            case = queries.get(known.actor, case_key, at)
            if case is None:
                return answers.absent()
            if request.method not in methods:
                return HttpResponseNotAllowed(methods)
            return view(Inside(known, case, at, queries.rights(known.actor, case, at)), *args, **kwargs)

        return cast(Found[P], found)

    return guard


def frame(inside: Inside) -> dict[str, Any]:
    """What every page of a case shows around its content. Nothing here names anybody."""
    return {
        "case": inside.case,
        "marking": "Official-Sensitive",
        "case_pages": navigation(inside.rights, inside.request.path, inside.url),
        "names_shown": inside.names_shown,
        "breadcrumbs": [("Home", reverse("home"))],
    }


def offer(
    inside: Inside,
    act: Act,
    form: forms.Form,
    do: Callable[[dict[str, Any]], object],
    *,
    row: queries.Readable | None = None,
    person_id: int | None = None,
    latest: Callable[[], object] | None = None,
    read: str = "",
    verdict: Verdict | None = None,
    template: str = ACT,
    more: dict[str, Any] | None = None,
) -> HttpResponse:
    """The page of an act: the form if the verdict is yes, otherwise its reasons; on sending, the act, then on.

    An app above gives its own `verdict`, and may show `more` in a `template` of its own that extends the usual one.

    `latest` gives the version to send next time when somebody else was quicker: what was typed stays, to compare.
    Looking is on record too: `read` is the event of a form that shows more than which case it is.
    """
    if not inside.rights.sees_artefact_of(act.action or act.name):
        return answers.absent()
    if verdict is None:
        verdict = inside.rights.can(act.action or act.name, row or inside.case, person_id=person_id)
    shown = {**frame(inside), "act": act, "form": form if verdict else None, "verdict": verdict, **(more or {})}
    if inside.request.method != "POST":
        verb = read if read and verdict else "read_case"
        note_read(row or inside.case, verb=verb, by=inside.request.actor, at=inside.at)
        return render(inside.request, template, shown)
    shown["form"] = form
    if not form.is_valid():
        return render(inside.request, template, shown, status=400)

    def send(_request: HttpRequest) -> HttpResponse:
        try:
            do(form.cleaned_data)
        except Refused as refusal:
            return _refused(inside, template, shown, form, refusal, latest)
        messages.success(inside.request, act.said)
        return HttpResponseRedirect(act.leads_to)

    return (step_up(send) if act.asks_again and verdict else send)(inside.request)


def _refused(
    inside: Inside,
    template: str,
    shown: dict[str, Any],
    form: forms.Form,
    refusal: Refused,
    latest: Callable[[], object] | None,
) -> HttpResponse:
    if queries.get(inside.request.actor, inside.case.key, inside.at) is None:
        return answers.absent()
    response = answers.refused(inside.request, template, shown, refusal.verdict)
    if latest is None or not refusal.verdict.rests_on(Ground.STALE):
        return response
    data = inside.request.POST.copy()
    data["version" if "version" in form.fields else "instead_of"] = str(latest())
    form.data = data
    return render(inside.request, template, {**shown, "refusal": refusal.verdict}, status=response.status_code)
