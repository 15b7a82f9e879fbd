"""The addresses of the product, and one whose page has a fault in it."""

from django.http import HttpRequest, HttpResponse
from django.urls import include, path

from cairn.config import urls


def broken(request: HttpRequest) -> HttpResponse:
    raise RuntimeError("A fault planted for the gate.")


urlpatterns = [path("broken/", broken), path("", include(urls))]
handler400, handler403, handler404, handler500 = urls.handler400, urls.handler403, urls.handler404, urls.handler500
