"""Who asks for a page, and pages that are not there for whoever may not read them."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import HttpRequest, HttpResponseBase

from cairn.access import matrix
from cairn.access.actor import NOBODY, Actor
from cairn.look import answers

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponseBase]


def actor_of(request: HttpRequest) -> Actor:
    """The person who asks, with the seats she holds now, as the door found her; nobody before the door."""
    return getattr(request, "actor", NOBODY)


def only_for(action: str) -> Callable[[View[P]], View[P]]:
    """The page exists only for those whose role holds the action."""

    def guarded(view: View[P]) -> View[P]:
        @wraps(view)
        def answer(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
            if not matrix.verdict(actor_of(request).roles, action):
                return answers.absent()
            return view(request, *args, **kwargs)

        return answer

    return guarded
