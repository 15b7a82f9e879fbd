"""How a page answers when it does not simply show itself: not there, refused with reasons, broken."""

from __future__ import annotations

from functools import cache
from typing import Any

from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from cairn.kernel.verdict import Ground, Verdict


@cache
def _page(name: str) -> bytes:
    """An error page as bytes, rendered once without a request, so that it cannot tell one visitor from another."""
    return render_to_string(f"errors/{name}.html").encode()


def absent() -> HttpResponse:
    """Not there, or not yours to know of: the same bytes as an address that never existed."""
    return HttpResponse(_page("404"), status=404)


def refused(request: HttpRequest, template: str, context: dict[str, Any], verdict: Verdict) -> HttpResponse:
    """The same page with everything typed still in it and the reasons above it.

    403 if a reason rests on the role, 409 if one rests on the state or on a stale page, 400 if only on what was typed.
    Raises ValueError if the verdict is yes: there is nothing to refuse.
    """
    form = context.get("form")
    if isinstance(form, BaseForm):
        add_reasons(form, verdict)
    return render(request, template, {**context, "refusal": verdict}, status=status_of(verdict))


def status_of(verdict: Verdict) -> int:
    """The status of a refusal: the role weighs more than the state, the state more than what was typed."""
    if verdict:
        raise ValueError("A page cannot refuse what the verdict allows.")
    if verdict.rests_on(Ground.ROLE):
        return 403
    if verdict.rests_on(Ground.STATE) or verdict.rests_on(Ground.STALE):
        return 409
    return 400


def add_reasons(form: BaseForm, verdict: Verdict) -> None:
    """Put each reason beside the field it is about, or above the form if it is about none of its fields."""
    form.is_valid()
    for reason in verdict.reasons:
        form.add_error(reason.about if reason.about in form.fields else None, reason.sentence)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """What arrived could not be read."""
    return HttpResponse(_page("400"), status=400)


def permission_denied(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Not allowed, where no page of ours says why."""
    return HttpResponse(_page("403"), status=403)


def page_not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """No such address."""
    return absent()


def server_error(request: HttpRequest) -> HttpResponse:
    """The fault is ours."""
    return HttpResponse(_page("500"), status=500)


def form_expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form was not one that this sitting was given: too old, or sent from elsewhere."""
    return HttpResponse(_page("expired"), status=403)
