"""A demonstration's day is moved on. In a real partnership this address does not exist."""

from __future__ import annotations

from django.http import HttpResponse
from django.urls import reverse

from cairn.look import answers
from cairn.look.parts import Row
from cairn.partnership import clock, jobs, policy, queries
from cairn.partnership.forms.seats import ConfirmForm
from cairn.partnership.signin.request import Request
from cairn.partnership.views.acting import Act, act, sent
from cairn.partnership.views.words import day


def move_day(request: Request) -> HttpResponse:
    now, actor = clock.now(), request.actor
    if not queries.is_demonstration() or not policy.holds_a_seat(actor):
        return answers.absent()
    page = Act(
        "Move to the next day",
        "Move to the next day",
        reverse("move_day"),
        "",
        policy.holds_a_seat(actor),
        lambda typed: jobs.move_on(by=actor, at=now),
        lead="The demonstration goes on by one day and does that day's jobs. It cannot go back.",
        rows=[Row("Today here", f"{now:%A} {day(now.date())}")]
        + [Row("Each day", job.says) for job in jobs.registered()],
    )
    return act(request, ConfirmForm(sent(request)), page)
