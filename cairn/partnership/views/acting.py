"""One act, one page: the form if she may act, otherwise the reasons; refused, the same page as she left it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase, HttpResponseRedirect, QueryDict
from django.shortcuts import render

from cairn.kernel.verdict import Ground, Refused, Verdict
from cairn.look import answers
from cairn.look.parts import Row
from cairn.partnership.signin.request import Request
from cairn.partnership.signin.step_up import step_up

TEMPLATE = "partnership/act.html"


@dataclass(frozen=True)
class Act:
    """What the page of an act shows, and what it does when the form is sent."""

    title: str
    button: str
    back: str
    back_to: str
    verdict: Verdict
    do: Callable[[dict[str, Any]], object]
    lead: str = ""
    rows: list[Row] = field(default_factory=list)
    warning: bool = False
    said: str = ""  # what the next page says was done
    latest: Callable[[], int] | None = None  # the version to send next time, when somebody else was quicker


def sent(request: Request) -> QueryDict | None:
    """What was sent, even if nothing was filled in; None where the page is only read."""
    return request.POST if request.method == "POST" else None


def act(request: Request, form: forms.Form, page: Act) -> HttpResponse:
    """Show the page, or do the act and go back to where it was begun."""
    shown = {"form": form, "page": page}
    if request.method != "POST":
        return render(request, TEMPLATE, shown)
    if not page.verdict:
        return answers.refused(request, TEMPLATE, shown, page.verdict)
    if not form.is_valid():
        return render(request, TEMPLATE, shown, status=400)
    try:
        page.do(form.cleaned_data)
    except Refused as no:
        return _refused(request, form, page, no.verdict)
    if page.said:
        messages.success(request, page.said)
    return HttpResponseRedirect(page.back)


def _refused(request: Request, form: forms.Form, page: Act, verdict: Verdict) -> HttpResponse:
    """The same page with everything typed; where somebody else was quicker, ready to be sent again on purpose."""
    shown = {"form": form, "page": page}
    response = answers.refused(request, TEMPLATE, shown, verdict)
    if page.latest is None or not verdict.rests_on(Ground.STALE):
        return response
    data = request.POST.copy()
    data["version"] = str(page.latest())
    form.data = data
    return render(request, TEMPLATE, {**shown, "refusal": verdict}, status=response.status_code)


@step_up
def guarded_act(request: Request, form: forms.Form, page: Act) -> HttpResponseBase:
    """The same for what cannot be taken back: who sits there is asked again if she has not shown it lately."""
    return act(request, form, page)
