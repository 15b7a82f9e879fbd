"""The calendar addresses of one's own seats: made, shown once, ended."""

from __future__ import annotations

from django import forms
from django.conf import settings
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse

from cairn.kernel.verdict import ALLOWED, refuse
from cairn.look import answers
from cairn.look.parts import Cell
from cairn.partnership import clock
from cairn.partnership.commands import feeds as acts
from cairn.partnership.queries import feeds
from cairn.partnership.signin.request import Request
from cairn.partnership.signin.step_up import step_up
from cairn.partnership.views.acting import Act, act, sent
from cairn.partnership.views.words import day

COLUMNS = ("Seat", "In your calendar", "Make", "End")


def own_feeds(request: Request) -> HttpResponse:
    rows = [_row(row) for row in feeds.own_feeds(request.actor, clock.now())]
    return render(request, "account/feeds.html", {"columns": COLUMNS, "rows": rows})


def _row(row: feeds.FeedRow) -> tuple[object, ...]:
    title = f"{row.seat.title}, {row.seat.group.name}"
    make = Cell("Make an address", href=reverse("make_feed", args=[row.seat.key]), hidden=title)
    if row.feed is None:
        return title, "No", make, ""
    end = Cell("End it", href=reverse("end_feed", args=[row.seat.key]), hidden=title)
    return title, f"Yes, since {day(clock.day_of(row.feed.made_at))}", make, end


@step_up
def make_feed(request: Request, key: str) -> HttpResponseBase:
    now, actor = clock.now(), request.actor
    row = feeds.own_feed(actor, key, now)
    if row is None:
        return answers.absent()
    shown: dict[str, object] = {"seat": row.seat, "replaces": row.feed is not None}
    if request.method == "POST":
        made = acts.make_feed(row.seat, by=actor, at=now)
        path = reverse("calendar_feed", args=[made.token])
        shown["address"] = f"{settings.ENVIRONMENT.origin or request.build_absolute_uri('/')[:-1]}{path}"
    return render(request, "account/make_feed.html", shown)


def end_feed(request: Request, key: str) -> HttpResponse:
    now, actor = clock.now(), request.actor
    row = feeds.own_feed(actor, key, now)
    if row is None:
        return answers.absent()
    feed = row.feed
    page = Act(
        f"End the calendar address of: {row.seat.title}",
        "End it",
        reverse("own_feeds"),
        "Your deadlines in your calendar",
        ALLOWED if feed else refuse("This seat has no calendar address."),
        lambda _typed: acts.end_feed(feed, by=actor, at=now) if feed else None,
        lead="From then on the address is not there, wherever it was put.",
        warning=True,
        said="The address has ended.",
    )
    return act(request, forms.Form(sent(request)), page)
