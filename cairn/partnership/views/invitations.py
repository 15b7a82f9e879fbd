"""The page behind the link of an invitation. The link is the proof; nobody is signed in yet."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.debug import sensitive_post_parameters

from cairn.kernel import clock as machine
from cairn.kernel.verdict import Refused
from cairn.look import answers
from cairn.partnership import account_policy as policy
from cairn.partnership import clock
from cairn.partnership.commands.accounts import accept_invitation
from cairn.partnership.forms.accounts import ChoosePasswordForm
from cairn.partnership.queries import actor_for
from cairn.partnership.queries.accounts import invitation_of

PAGE = "account/invitation.html"


@login_not_required
@sensitive_post_parameters()
def accept(request: HttpRequest, token: str) -> HttpResponse:
    now, invitation = clock.now(), invitation_of(token)
    if invitation is None or not policy.can_accept(invitation, machine.now()):
        return render(request, "account/link_no_longer_works.html", status=404)
    form = ChoosePasswordForm(request.POST or None)
    if request.method != "POST":
        return render(request, PAGE, {"form": form})
    if not form.is_valid():
        return render(request, PAGE, {"form": form}, status=400)
    by = actor_for(invitation.user, now)
    try:
        accept_invitation(invitation, password=form.cleaned_data["password"], by=by, at=now)
    except Refused as no:
        return answers.refused(request, PAGE, {"form": form}, no.verdict)
    return HttpResponseRedirect(reverse("account_login"))
