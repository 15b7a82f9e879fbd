"""The addresses of the gallery, and of a page that breaks."""

from django.http import HttpRequest, HttpResponse
from django.urls import include, path

from cairn.look import answers


def broken(request: HttpRequest) -> HttpResponse:
    return answers.server_error(request)


urlpatterns = [path("components/", include("cairn.look.urls")), path("broken/", broken)]
handler404 = answers.page_not_found
