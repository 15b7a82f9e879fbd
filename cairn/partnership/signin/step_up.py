"""Asking again who sits there, before something that cannot be taken back."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, cast

from allauth.core.exceptions import ReauthenticationRequired
from django.http import HttpRequest, HttpResponseBase

from cairn.kernel import clock
from cairn.partnership.signin import proof

View = TypeVar("View", bound=Callable[..., HttpResponseBase])


def step_up(view: View) -> View:
    """Let a POST through only if a second factor was shown within ten minutes; otherwise ask for it first.

    What was typed waits in the session on the server and is sent again once she has confirmed; files are not kept.
    Reading (GET) is never asked for.
    """

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.method == "POST" and not (proof.is_strong(request) and proof.is_fresh(request, clock.now())):
            raise ReauthenticationRequired
        return view(request, *args, **kwargs)

    return cast(View, guarded)


def recently_shown(view: View) -> View:
    """Ask even before the page is shown: for the pages on which a second factor is removed."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not proof.is_fresh(request, clock.now()):
            raise ReauthenticationRequired
        return view(request, *args, **kwargs)

    return cast(View, guarded)
