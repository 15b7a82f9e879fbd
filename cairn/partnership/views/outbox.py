"""Every notice as its reader gets it."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from cairn.look import answers
from cairn.look.parts import Cell, Row
from cairn.partnership import clock, policy, queries
from cairn.partnership.clock import LONDON
from cairn.partnership.signin.request import Request
from cairn.partnership.states import NoticeState
from cairn.partnership.views.words import day

COLUMNS = ("Subject", "To", "Written", "State")
COLOURS = {NoticeState.WAITING: "blue", NoticeState.SENT: "green", NoticeState.GIVEN_UP: "red"}


def list_notices(request: Request) -> HttpResponse:
    now, actor = clock.now(), request.actor
    if not policy.can(actor, "read_outbox"):
        return answers.absent()
    rows = [
        (
            Cell(found.subject, href=reverse("notice", args=[found.key])),
            found.name or found.to,
            day(clock.day_of(found.written_at), whole=True),
            Cell(found.state.value, colour=COLOURS[found.state]),
        )
        for found in queries.outbox(actor, now)
    ]
    shown = {"columns": COLUMNS, "rows": rows, "leaves": queries.mail_leaves(), "demo": queries.is_demonstration()}
    return render(request, "partnership/outbox.html", shown)


def one_notice(request: Request, key: str) -> HttpResponse:
    now, actor = clock.now(), request.actor
    found = queries.notice(actor, key, now)
    if found is None:
        return answers.absent()
    written = found.written_at.astimezone(LONDON)
    rows = [
        Row("To", f"{found.name}, {found.to}" if found.name else found.to),
        Row("Written", f"{day(written.date())} at {written:%H:%M}"),
        Row("State", found.state.value),
    ]
    return render(request, "partnership/notice.html", {"notice": found, "rows": rows})
