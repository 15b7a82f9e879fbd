"""Accounts: the list, asking somebody in, closing; and the page of one's own account."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from django.http import HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from cairn.kernel import clock as machine
from cairn.kernel.verdict import Refused
from cairn.look import answers
from cairn.look.parts import Cell, Link, Row
from cairn.partnership import account_policy as policy
from cairn.partnership import clock
from cairn.partnership.commands import accounts as acts
from cairn.partnership.forms.accounts import InviteForm
from cairn.partnership.queries import accounts
from cairn.partnership.signin.request import Request
from cairn.partnership.signin.step_up import step_up

INVITE = "account/invite.html"
ONE = "account/one.html"
COLUMNS = ("Name", "Post", "Employer", "Seats now", "Account")


def own_account(request: Request) -> HttpResponse:
    user = accounts.oneself(request.actor)
    assert user is not None
    rows = [
        Row("Name", user.name),
        Row("E-mail address", user.email),
        Row("Post", user.post or "Not given"),
        Row("Password", "Set", (Link("Change", reverse("account_change_password"), hidden="password"),)),
        Row("Second step", "Set up", (Link("Change", reverse("mfa_index"), hidden="second step"),)),
        Row("Where you are signed in", "At most two places", (Link("See", reverse("usersessions_list")),)),
        Row("Your deadlines", "In your own calendar", (Link("Set up", reverse("own_feeds"), hidden="calendar"),)),
    ]
    return render(request, "account/own.html", {"rows": rows})


def list_accounts(request: Request) -> HttpResponse:
    now = clock.now()
    if not policy.can_read_accounts(request.actor):
        return answers.absent()
    found = accounts.accounts(request.actor, now, machine.now())
    rows = [
        (
            Cell(line.user.name, href=reverse("account", args=[line.user.key])),
            line.user.post,
            line.user.employer.short_name if line.user.employer else "",
            ", ".join(line.seats),
            line.state,
        )
        for line in found
    ]
    return render(request, "account/list.html", {"columns": COLUMNS, "rows": rows})


def invite(request: Request) -> HttpResponseBase:
    if not policy.can_read_accounts(request.actor):
        return answers.absent()
    return _invite(request)


@step_up
def _invite(request: Request) -> HttpResponse:
    now = clock.now()
    employers = accounts.employers(request.actor, now)
    form = InviteForm(request.POST or None, employers=[(agency.key, agency.name) for agency in employers])
    shown = {"form": form, "verdict": policy.can_keep_accounts(request.actor)}
    if request.method != "POST":
        return render(request, INVITE, shown)
    if not form.is_valid():
        return render(request, INVITE, shown, status=400)
    typed = dict(form.cleaned_data)
    typed["employer"] = next((agency for agency in employers if agency.key == typed["employer"]), None)
    try:
        invitation = acts.invite(**typed, by=request.actor, at=now)
    except Refused as no:
        return answers.refused(request, INVITE, shown, no.verdict)
    return HttpResponseRedirect(reverse("account", args=[invitation.user.key]))


def one_account(request: Request, key: str) -> HttpResponse:
    return _one(request, key) or answers.absent()


def _one(request: Request, key: str, refusal: Refused | None = None) -> HttpResponse | None:
    user = accounts.account(request.actor, key)
    if user is None:
        return None
    waiting = accounts.waiting_invitation(request.actor, user, machine.now())
    shown = {"person": user, "rows": _facts(user), "waiting": waiting, "refusal": refusal and refusal.verdict}
    return render(request, ONE, shown, status=answers.status_of(refusal.verdict) if refusal else 200)


def _facts(user: accounts.Someone) -> list[Row]:
    return [
        Row("E-mail address", user.email),
        Row("Post", user.post or "Not given"),
        Row("Employer", user.employer.name if user.employer else "Nobody in the list"),
        Row("Account", "Open" if user.is_active else "Closed"),
    ]


def _act(request: Request, key: str, act: Callable[[accounts.Someone, datetime], object]) -> HttpResponseBase:
    now, user = clock.now(), accounts.account(request.actor, key)
    if user is None:
        return answers.absent()
    try:
        act(user, now)
    except Refused as no:
        return _one(request, key, no) or answers.absent()
    return HttpResponseRedirect(reverse("account", args=[key]))


@require_POST
@step_up
def send_link(request: Request, key: str) -> HttpResponseBase:
    return _act(request, key, lambda user, now: acts.start_recovery(user, by=request.actor, at=now))


@require_POST
@step_up
def withdraw(request: Request, key: str) -> HttpResponseBase:
    def withdraw_waiting(user: accounts.Someone, now: datetime) -> None:
        waiting = accounts.waiting_invitation(request.actor, user, machine.now())
        if waiting is not None:
            acts.withdraw_invitation(waiting, by=request.actor, at=now)

    return _act(request, key, withdraw_waiting)


@require_POST
@step_up
def close(request: Request, key: str) -> HttpResponseBase:
    return _act(request, key, lambda user, now: acts.close_account(user, by=request.actor, at=now))
