"""What every request passes: the machine it comes from, the limits of its session, who acts, the second factor."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

from django.contrib import messages
from django.contrib.auth import SESSION_KEY
from django.contrib.auth import logout as end_session
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.urls import reverse

from cairn.access.actor import NOBODY
from cairn.kernel import clock as machine
from cairn.partnership import clock
from cairn.partnership.commands import sessions, signing_in
from cairn.partnership.models import User
from cairn.partnership.queries import actor_for, the_partnership
from cairn.partnership.queries.accounts import has_second_factor
from cairn.partnership.signin import gate, keeping, proof
from cairn.partnership.signin.loopback import is_from_this_machine
from cairn.partnership.signin.request import Request

Answer = Callable[[HttpRequest], HttpResponseBase]
CLEAR = '"cache", "storage"'  # not "cookies": that would sign people out of the council's other services
OVER = "You were signed out after ten hours. Sign in again to go on."


class DemonstrationMiddleware:
    """A demonstration answers this machine only, whatever the server was told to listen to."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        partnership = the_partnership()
        if partnership is not None and partnership.is_demo and not is_from_this_machine(request):
            return HttpResponse("A demonstration answers only the machine it runs on.", "text/plain", status=403)
        cast(Request, request).partnership = partnership
        return self.get_response(request)


class ActorMiddleware:
    """Who acts, with the rights she has at this moment: read anew for each request, never kept in the session.

    Seats begin and end by the product's day; sessions by the machine's time.
    """

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        was_signed_in = _settle(request)
        user = request.user
        known, at = cast(Request, request), clock.now()
        known.at, known.actor = at, actor_for(user, at) if isinstance(user, User) else NOBODY
        response = self.get_response(request)
        response.headers["Cache-Control"] = "no-store"
        if was_signed_in and request.user.is_anonymous:
            response.headers["Clear-Site-Data"] = CLEAR
        return response

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponseBase | None:
        """Stop a session that has not shown a second factor anywhere but on the pages that set one up."""
        user = request.user
        if not isinstance(user, User) or proof.is_strong(request):
            return None
        if has_second_factor(user):
            return _turn_out(request, user, why="half_way")
        return None if gate.is_set_up_page(request) else HttpResponseRedirect(reverse("mfa_index"))


def _settle(request: HttpRequest) -> bool:
    """End a session that is too old or whose account is closed; says whether somebody came signed in."""
    if SESSION_KEY not in request.session:
        return False
    if request.user.is_anonymous:
        request.session.flush()
    elif keeping.is_over(request.session, machine.now()):
        _turn_out(request, request.user, why="too_long")
        messages.error(request, OVER)
    return True


def _turn_out(request: HttpRequest, user: User, *, why: str) -> HttpResponseRedirect:
    at, key = clock.now(), request.session.session_key or ""
    signing_in.end_session(user, why=why, by=actor_for(user, at), at=at)
    end_session(request)
    sessions.forget(key)
    return redirect_to_login(request.get_full_path())
