"""What a seat owes, as a calendar reads it by a secret address. Nobody is signed in here."""

from __future__ import annotations

from allauth.core.internal.ratelimit import consume
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed

from cairn.desk.queries.feed import calendar
from cairn.look import answers
from cairn.partnership import clock
from cairn.partnership.queries import feeds

READS = ("GET", "HEAD")


@login_not_required
def feed(request: HttpRequest, token: str) -> HttpResponse:
    if not feeds.looks_like_a_token(token):
        return answers.absent()
    if request.method not in READS:
        return HttpResponseNotAllowed(READS)
    # Counted whether it is found or not, so that the count does not tell which. It is the one thing this page writes.
    if not consume(request, app="allauth.account", action="feed", limit_get=True):
        return HttpResponse("Too many requests. Try again later.", "text/plain", status=429)
    now = clock.now()
    reader = feeds.reader_of(token, now)
    if reader is None:
        return answers.absent()
    return HttpResponse(calendar(reader, now), content_type="text/calendar; charset=utf-8")
