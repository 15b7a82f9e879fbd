"""Entering a demonstration as one of its made-up people. There is no such door anywhere else."""

from __future__ import annotations

from allauth.account.internal import flows
from allauth.account.models import Login
from django.contrib.auth import logout as end_session
from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.urls import reverse

from cairn.partnership import clock
from cairn.partnership.commands import signing_in
from cairn.partnership.models import User
from cairn.partnership.queries import actor_for
from cairn.partnership.signin import keeping, proof
from cairn.partnership.signin.loopback import is_from_this_machine
from cairn.partnership.signin.request import Request


def is_open(request: Request) -> bool:
    """Whether this is a demonstration, asked for from this machine."""
    return request.partnership is not None and request.partnership.is_demo and is_from_this_machine(request)


def enter(request: HttpRequest, user: User) -> HttpResponseBase:
    """Sign in as one of the people; the session counts as strong, because nothing here is real."""
    if request.user.is_authenticated:
        end_session(request)
    proof.show(request, user, "demo")
    return flows.login.perform_login(request, Login(user=user))


def confirm(request: Request) -> HttpResponseBase:
    """Count the press of a button as the second factor, and go on where she was."""
    assert isinstance(request.user, User)
    signing_in.confirm(request.user, by=actor_for(request.user, clock.now()), at=clock.now())
    proof.show(request, request.user, "demo", reauthenticated=True)
    keeping.renew(request)
    return flows.reauthentication.resume_request(request) or HttpResponseRedirect(reverse("own_account"))
