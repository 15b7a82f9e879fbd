"""The gallery: each component once, so that a page can be built from what is known to work."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from cairn.look.gallery import texts


def gallery(request: HttpRequest) -> HttpResponse:
    """Each component once."""
    return render(request, "look/gallery.html", texts())
