"""The sign-in library's pages, each behind an address and a template of ours."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import Any

from allauth.account import views as account
from allauth.mfa.base import views as factor
from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as webauthn
from django.contrib.auth.decorators import login_not_required
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.dateformat import format as date_format
from django.utils.timezone import localtime
from django.views.decorators.http import require_POST

from cairn.look.parts import Link, Row
from cairn.partnership import clock
from cairn.partnership.queries import accounts
from cairn.partnership.signin import factors
from cairn.partnership.signin.own_sessions import end_others, list_own
from cairn.partnership.signin.request import Request
from cairn.partnership.signin.step_up import recently_shown

Page = Callable[..., HttpResponseBase]

sign_in = account.login
second_step = factor.authenticate
sign_in_by_passkey = login_not_required(webauthn.login_webauthn)
sign_out = account.logout
ask_for_password = account.password_reset
password_asked_for = account.password_reset_done
password_chosen = account.password_reset_from_key_done
choose_password = account.password_reset_from_key
second_factors = factor.index
recovery_codes = recovery.view_recovery_codes
confirm_by_password = account.reauthenticate
confirm_by_code = factor.reauthenticate
confirm_by_passkey = webauthn.reauthenticate_webauthn


def _kept_on_record(page: Page) -> Page:
    """Put on record, in the same transaction, which second factors a page added, replaced or removed."""

    @wraps(page)
    def kept(request: Request, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.method != "POST":
            return page(request, *args, **kwargs)
        with transaction.atomic():
            before = factors.held(request)
            response = page(request, *args, **kwargs)
            factors.put_on_record(request, before, clock.now())
        return response

    return kept


set_up_codes = _kept_on_record(totp.activate_totp)
remove_codes = _kept_on_record(totp.deactivate_totp)
new_recovery_codes = _kept_on_record(recovery.generate_recovery_codes)
add_passkey = _kept_on_record(webauthn.add_webauthn)


@recently_shown
def remove_passkey(request: Request, key: str) -> HttpResponseBase:
    passkey = accounts.passkey(request.actor, key)
    if passkey is None:
        raise Http404
    only = not factors.can_lose(request, passkey.pk)
    if request.method == "POST" and not only:
        return _kept_on_record(webauthn.remove_webauthn)(request, pk=passkey.pk)
    shown = {"passkey": passkey, "only": only}
    return render(request, "mfa/webauthn/remove.html", shown, status=409 if request.method == "POST" else 200)


def change_password(request: Request) -> HttpResponseBase:
    user = accounts.oneself(request.actor)
    if user is None or not user.has_usable_password():  # a person of a demonstration
        return HttpResponseRedirect(reverse("own_account"))
    return account.password_change(request)


def own_sessions(request: Request) -> HttpResponseBase:
    if request.method == "POST":
        end_others(request, clock.now())
        return HttpResponseRedirect(reverse("usersessions_list"))
    rows = [(_moment(one.started), one.browser, "This one" if one.here else "") for one in list_own(request)]
    shown = {"columns": ("Since", "Browser", "Which"), "rows": rows}
    return render(request, "usersessions/usersession_list.html", shown)


def passkeys(request: Request) -> HttpResponse:
    rows = [
        Row(
            own.name,
            f"Added {_moment(own.added)}. " + (f"Last used {_moment(own.used)}." if own.used else "Not used yet."),
            (Link("Remove", reverse("remove_passkey", args=[own.key]), hidden=own.name),),
        )
        for own in accounts.passkeys(request.actor)
    ]
    return render(request, "mfa/webauthn/list.html", {"rows": rows})


def code_picture(request: Request) -> HttpResponse:
    return HttpResponse(factors.secret_as_picture(request), "image/svg+xml")


def _moment(moment: datetime) -> str:
    return date_format(localtime(moment), r"j F Y \a\t H:i")


@require_POST
def stay(request: HttpRequest) -> HttpResponse:
    return HttpResponse(status=204)
