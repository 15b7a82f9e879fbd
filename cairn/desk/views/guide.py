"""Help and privacy: what Cairn does, whom to ask, what is put on record."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from cairn.partnership.queries import the_partnership


def guide(request: HttpRequest) -> HttpResponse:
    shown = {"partnership": the_partnership(), "breadcrumbs": [("Home", reverse("home"))]}
    return render(request, "desk/help.html", shown)
